namespace Hearsay.Language.Coreference;

/// <summary>
/// Joins mentions by name: equal names, a person's surname or given name with the full name, an organisation's
/// short form and acronym, and well-known other names of countries ("the US"). Works through hash tables in text
/// order with at most <see cref="Window"/> rivals a word, so it is linear in the text. Mentions that the name
/// tagger calls different kinds of thing are joined only when their names are equal and longer than a word.
/// </summary>
internal sealed class NameSieve
{
    private const int Window = 6;

    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["us"] = "united states", ["u.s"] = "united states", ["u.s."] = "united states", ["usa"] = "united states", ["u.s.a."] = "united states",
        ["u.s.a"] = "united states", ["america"] = "united states", ["united states of america"] = "united states",
        ["uk"] = "united kingdom", ["u.k"] = "united kingdom", ["u.k."] = "united kingdom", ["britain"] = "united kingdom", ["great britain"] = "united kingdom",
        ["uae"] = "united arab emirates", ["emirates"] = "united arab emirates", ["drc"] = "democratic republic of congo",
        ["un"] = "united nations", ["u.n"] = "united nations", ["u.n."] = "united nations", ["eu"] = "european union", ["e.u."] = "european union",
        ["prc"] = "china", ["people's republic of china"] = "china", ["dprk"] = "north korea", ["burma"] = "myanmar",
        ["russian federation"] = "russia", ["islamic republic of iran"] = "iran", ["kingdom of saudi arabia"] = "saudi arabia",
        ["turkiye"] = "turkey", ["holland"] = "netherlands", ["czechia"] = "czech republic", ["swaziland"] = "eswatini",
        ["nato"] = "north atlantic treaty organization",
    };

    private readonly EntityPool pool;
    private readonly Dictionary<string, Candidate> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Candidate>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Candidate>> byInitials = new(StringComparer.Ordinal);

    private NameSieve(EntityPool pool) => this.pool = pool;

    /// <summary>Merges the named candidates' entities.</summary>
    public static void Run(IReadOnlyList<Candidate> candidates, EntityPool pool)
    {
        var sieve = new NameSieve(pool);
        foreach (var c in candidates)
            if (c.NameWords.Length > 0) sieve.Place(c);
        GuessGenders(candidates, pool);
    }

    // Only now is it known which lone names are surnames; the others tell the gender as given names.
    private static void GuessGenders(IReadOnlyList<Candidate> candidates, EntityPool pool)
    {
        foreach (var c in candidates)
            if (c.NameWords.Length == 1 && c.Kind == NameKind.Person && c.Titles.Length == 0 && pool.LikelyGenderOf(c) == Gender.Person
                && pool.NameOf(c) is { NameWords.Length: 1 }) pool.Guess(c, NounLexicon.GenderOfGivenName(c.NameWords[0]));
    }

    private void Place(Candidate c)
    {
        string whole = Canonical(c.NameWords);
        if (!TryExact(c, whole)) TryPartial(c);
        exact[whole] = c;
        Register(c);
    }

    private bool TryExact(Candidate c, string whole)
    {
        if (!exact.TryGetValue(whole, out var earlier)) return false;
        if (!KindsAgree(c, earlier, equal: true)) return false;
        // "Ms Mohamed" after a man called Mohamed is someone else.
        if ((pool.LikelyGenderOf(earlier) & pool.LikelyGenderOf(c)) == 0) return false;
        if (HeadModifierClash(c, earlier)) return false;
        return Unite(earlier, c);
    }

    private void TryPartial(Candidate c)
    {
        if (c.Kind is NameKind.Place or NameKind.Group) return;
        string[] words = c.NameWords;
        if (TryWord(c, words[^1])) return;
        if (words.Length > 1 && TryWord(c, words[0])) return;
        if (words.Length == 1 && TryInitials(c, words[0])) return;
        if (words.Length > 1 && byWord.TryGetValue(Initials(words), out var acronyms)) TryAny(c, acronyms, static (a, b) => true);
    }

    private bool TryWord(Candidate c, string word) =>
        byWord.TryGetValue(word, out var rivals) && TryAny(c, rivals, NamesFit);

    private bool TryInitials(Candidate c, string word)
    {
        string letters = word.Replace(".", "", StringComparison.Ordinal);
        bool upper = c.Head.Form.Length > 1 && char.IsUpper(c.Head.Form[1]);
        return upper && byInitials.TryGetValue(letters, out var rivals) && TryAny(c, rivals, static (a, b) => true);
    }

    // The most recent fitting rival wins: news reuses a surname for whom it mentioned last.
    private bool TryAny(Candidate c, List<Candidate> rivals, Func<Candidate, Candidate, bool> fits)
    {
        for (int i = rivals.Count - 1, seen = 0; i >= 0 && seen < Window; i--, seen++)
        {
            var rival = rivals[i];
            if (pool.Same(rival, c)) return true;
            if (!KindsAgree(c, rival, equal: false) || !fits(c, rival)) continue;
            if ((pool.LikelyGenderOf(rival) & pool.LikelyGenderOf(c)) == 0) continue;
            if (Unite(rival, c)) return true;
        }
        return false;
    }

    private static bool NamesFit(Candidate a, Candidate b)
    {
        var (part, full) = a.NameWords.Length <= b.NameWords.Length ? (a, b) : (b, a);
        if (full.Kind == NameKind.Person || part.Kind == NameKind.Person)
        {
            if (full.Kind is not (NameKind.Person or null) || full.NameWords.Length > 6) return false;
            return PersonNames.Fits(part.NameWords, full.NameWords);
        }
        if (full.Kind != NameKind.Organization || part.Kind is not (NameKind.Organization or null)) return false;
        return OrganizationNames.Fits(part.NameWords, full.NameWords);
    }

    private bool Unite(Candidate earlier, Candidate c)
    {
        if (pool.Same(earlier, c)) return true;
        if (!pool.Compatible(earlier, c)) return false;
        pool.Join(earlier, c);
        return true;
    }

    private bool KindsAgree(Candidate c, Candidate earlier, bool equal)
    {
        var x = c.Kind;
        var y = pool.KindOf(earlier);
        if (x is null || y is null || x == y) return true;
        return equal && c.NameWords.Length > 1;
    }

    // "North Korea" and "Korea", "the Kenyan Red Cross" and "the Somali Red Cross".
    private static bool HeadModifierClash(Candidate a, Candidate b)
    {
        if (a.Kind == NameKind.Person || b.Kind == NameKind.Person) return false;
        foreach (string m in a.Modifiers)
            if (b.Modifiers.Length > 0 && !b.Modifiers.Contains(m) && !b.NameWords.Contains(m)) return true;
        return false;
    }

    private void Register(Candidate c)
    {
        string[] words = c.NameWords;
        if (words.Length > 8) return;
        Add(byWord, words[^1], c);
        if (words.Length == 1) return;
        Add(byWord, words[0], c);
        if (c.Kind is NameKind.Person or null)
            for (int i = 1; i < words.Length - 1; i++) Add(byWord, words[i], c);
        if (c.Kind is NameKind.Organization or null && Initials(words) is { Length: >= 2 } initials) Add(byInitials, initials, c);
    }

    private void Add(Dictionary<string, List<Candidate>> index, string word, Candidate c)
    {
        if (!index.TryGetValue(word, out var list)) index[word] = list = new List<Candidate>(2);
        // One entry an entity and name is enough, and keeps the window free for rivals.
        for (int i = list.Count - 1, seen = 0; i >= 0 && seen < Window; i--, seen++)
        {
            if (!pool.Same(list[i], c) || list[i].NameWords.Length < c.NameWords.Length) continue;
            if (i == list.Count - 1) return;
            var entry = list[i];
            list.RemoveAt(i);
            list.Add(entry);
            return;
        }
        list.Add(c);
    }

    /// <summary>Whether the single word is made of the name's initials.</summary>
    public static bool IsAcronym(string[] word, string[] name) =>
        word.Length == 1 && Initials(name) is { Length: > 1 } initials && word[0].Replace(".", "", StringComparison.Ordinal) == initials;

    private static string Canonical(string[] words)
    {
        string whole = words.Length == 1 ? words[0] : string.Join(' ', words);
        return OtherNames.TryGetValue(whole, out string? other) ? other : whole;
    }

    private static string Initials(string[] words)
    {
        if (words.Length is < 2 or > 8) return "";
        Span<char> letters = stackalloc char[8];
        int count = 0;
        foreach (string word in words)
            if (word is not ("of" or "the" or "for" or "and" or "&" or "on" or "in" or "to") && char.IsLetter(word[0])) letters[count++] = word[0];
        return new string(letters[..count]);
    }
}
