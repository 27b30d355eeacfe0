namespace Hearsay.Language.Coreference;

/// <summary>
/// The entities of one document as a union-find over its candidates, each with the traits that its mentions
/// agree on. A merge is refused, and nothing changes, when it would leave no gender or number, when one mention
/// lies inside the other, or when two persons' names contradict each other. Practically constant time a call.
/// </summary>
internal sealed class EntityPool
{
    private readonly IReadOnlyList<Candidate> candidates;
    private readonly Gender[] genders;
    private readonly Gender[] guesses;
    private readonly Plurality[] numbers;
    private readonly NameKind?[] kinds;
    private readonly int[] sizes;
    private readonly Candidate?[] fullest;
    private readonly int[] next;
    private readonly int[] tails;

    public EntityPool(IReadOnlyList<Candidate> candidates)
    {
        this.candidates = candidates;
        int count = candidates.Count;
        genders = new Gender[count];
        guesses = new Gender[count];
        numbers = new Plurality[count];
        kinds = new NameKind?[count];
        sizes = new int[count];
        fullest = new Candidate?[count];
        next = new int[count];
        tails = new int[count];
        for (int i = 0; i < count; i++)
        {
            var c = candidates[i];
            c.Parent = i;
            genders[i] = c.Gender;
            guesses[i] = c.Guess;
            numbers[i] = c.Number;
            kinds[i] = c.Kind;
            sizes[i] = 1;
            next[i] = -1;
            tails[i] = i;
            if (c.NameWords.Length > 0) fullest[i] = c;
        }
    }

    /// <summary>The first candidate of the entity: its identity.</summary>
    public int Find(Candidate c)
    {
        int root = c.Parent;
        while (candidates[root].Parent != root) root = candidates[root].Parent;
        while (c.Parent != root)
        {
            var up = candidates[c.Parent];
            c.Parent = root;
            c = up;
        }
        return root;
    }

    public Gender GenderOf(Candidate c) => genders[Find(c)];

    public Plurality NumberOf(Candidate c) => numbers[Find(c)];

    public NameKind? KindOf(Candidate c) => kinds[Find(c)];

    public int SizeOf(Candidate c) => sizes[Find(c)];

    /// <summary>The mention with the longest name, null for an entity without one.</summary>
    public Candidate? NameOf(Candidate c) => fullest[Find(c)];

    /// <summary>The gender with what given names suggest, where that leaves one.</summary>
    public Gender LikelyGenderOf(Candidate c)
    {
        int root = Find(c);
        return (genders[root] & guesses[root]) is var likely and not Gender.None ? likely : genders[root];
    }

    /// <summary>Adds what a name suggests of the entity's gender.</summary>
    public void Guess(Candidate c, Gender gender)
    {
        int root = Find(c);
        if ((guesses[root] & gender) != 0) guesses[root] &= gender;
    }

    public bool Same(Candidate a, Candidate b) => Find(a) == Find(b);

    /// <summary>The entity's mentions, in the order in which they joined.</summary>
    public IEnumerable<Candidate> Members(int root)
    {
        for (int i = root; i >= 0; i = next[i]) yield return candidates[i];
    }

    /// <summary>Whether the two entities' traits agree and neither mention lies inside the other.</summary>
    public bool Compatible(Candidate a, Candidate b)
    {
        int x = Find(a), y = Find(b);
        // A given name may mislead; a pronoun says the gender.
        bool said = a.Form == MentionForm.Pronoun || b.Form == MentionForm.Pronoun;
        if ((said ? genders[x] & genders[y] : LikelyGenderOf(a) & LikelyGenderOf(b)) == 0 || (numbers[x] & numbers[y]) == 0) return false;
        if (Inside(a.Mention, b.Mention) || Inside(b.Mention, a.Mention)) return false;
        return !PersonNames.Contradict(fullest[x], fullest[y]);
    }

    /// <summary>
    /// Merges when <see cref="Compatible"/> and not both named differently; says whether the two are one entity
    /// afterwards.
    /// </summary>
    public bool Merge(Candidate a, Candidate b)
    {
        if (Same(a, b)) return true;
        if (!MayMerge(a, b)) return false;
        Join(a, b);
        return true;
    }

    /// <summary>Whether <see cref="Merge"/> would merge the two.</summary>
    public bool MayMerge(Candidate a, Candidate b) => Same(a, b) || Compatible(a, b) && !Distinct(fullest[Find(a)], fullest[Find(b)]);

    /// <summary>Merges whatever the traits say; an empty trait falls back to the earlier mention's.</summary>
    public void Join(Candidate a, Candidate b)
    {
        int x = Find(a), y = Find(b);
        if (x == y) return;
        if (y < x) (x, y) = (y, x);
        candidates[y].Parent = x;
        if ((genders[x] & genders[y]) != 0) genders[x] &= genders[y];
        if ((guesses[x] & guesses[y]) != 0) guesses[x] &= guesses[y];
        if ((numbers[x] & numbers[y]) != 0) numbers[x] &= numbers[y];
        kinds[x] ??= kinds[y];
        sizes[x] += sizes[y];
        if (fullest[y] is { } name && (fullest[x] is not { } own || name.NameWords.Length > own.NameWords.Length)) fullest[x] = name;
        next[tails[x]] = y;
        tails[x] = tails[y];
    }

    // Two recognised names that are no forms of each other: "the company" cannot be Boeing and Airbus at once.
    private static bool Distinct(Candidate? a, Candidate? b)
    {
        if (a?.Kind is null || b?.Kind is null) return false;
        if (a.Kind != b.Kind) return true;
        if (a.Kind == NameKind.Person) return PersonNames.Contradict(a, b);
        return !OrganizationNames.Fits(a.NameWords, b.NameWords) && !OrganizationNames.Fits(b.NameWords, a.NameWords)
            && !NameSieve.IsAcronym(a.NameWords, b.NameWords) && !NameSieve.IsAcronym(b.NameWords, a.NameWords);
    }

    private static bool Inside(Mention inner, Mention outer) =>
        inner.Sentence == outer.Sentence && outer.First <= inner.First && inner.Last <= outer.Last;
}
