namespace Hearsay.Language.Coreference;

/// <summary>
/// Gives third-person pronouns their antecedent: of the mentions in this and the three sentences before that
/// agree in gender and number, the one that <see cref="AntecedentRanker"/> ranks first, if any.
/// A pronoun never takes a mention that contains it, another argument of its own verb, or the speaker of the
/// quotation it stands in. At most <see cref="Window"/> rivals a pronoun, so linear in the text.
/// </summary>
internal sealed class PronounSieve
{
    private const int Window = 60;
    private const int Farthest = 3;

    private readonly Func<Candidate, IReadOnlyList<Candidate>, Candidate?> choose;
    private readonly List<Candidate> rivals = [], partners = [];
    private readonly IReadOnlyList<Candidate> candidates;
    private readonly EntityPool pool;
    private readonly HeadIndex index;
    private readonly Candidate?[] speakers;

    private PronounSieve(IReadOnlyList<Candidate> candidates, EntityPool pool, HeadIndex index, Candidate?[] speakers, Func<Candidate, IReadOnlyList<Candidate>, Candidate?> choose)
    {
        this.choose = choose;
        this.candidates = candidates;
        this.pool = pool;
        this.index = index;
        this.speakers = speakers;
    }

    /// <summary>Merges in text order what <paramref name="choose"/> picks among a pronoun's rivals, the nearest first.</summary>
    public static void Run(
        IReadOnlyList<Candidate> candidates, EntityPool pool, HeadIndex index, Candidate?[] speakers, Func<Candidate, IReadOnlyList<Candidate>, Candidate?> choose)
    {
        var sieve = new PronounSieve(candidates, pool, index, speakers, choose);
        foreach (var c in candidates)
            if (c.Form == MentionForm.Pronoun && c.Person == 3) sieve.Resolve(c);
    }

    private void Resolve(Candidate c)
    {
        if (c.Reflexive && pool.SizeOf(c) > 1) return;
        rivals.Clear();
        FindPartners(c);
        int from = index.StartOf(Math.Max(0, c.Mention.Sentence - Farthest));
        for (int i = c.Order - 1, seen = 0; i >= from && seen < Window; i--, seen++) Admit(candidates[i], c);
        int end = Math.Min(candidates.Count, index.StartOf(c.Mention.Sentence + 1));
        for (int i = c.Order + 1, seen = 0; i < end && seen < Window / 4; i++, seen++)
            if (IsCataphoric(candidates[i], c)) Admit(candidates[i], c);
        if ((choose(c, rivals) ?? OnlyPerson(c)) is { } best) pool.Merge(best, c);
    }

    // "He" and "she" stand for somebody: where one person alone has been named, for him or her.
    private Candidate? OnlyPerson(Candidate c)
    {
        if (c.Key is not ("he" or "she") || c.Quotation >= 0) return null;
        Candidate? person = null;
        foreach (var rival in rivals)
            if (rival.Order < c.Order && pool.KindOf(rival) == NameKind.Person)
                if (person is null) person = rival;
                else if (!pool.Same(person, rival)) return null;
        return person;
    }

    // Whoever else takes part in what the pronoun's verb says: "he would assist him" is about two.
    private void FindPartners(Candidate c)
    {
        partners.Clear();
        if (c.IsPossessive || c.Reflexive || c.Governor < 0) return;
        int end = Math.Min(candidates.Count, index.StartOf(c.Mention.Sentence + 1));
        for (int i = index.StartOf(c.Mention.Sentence); i < end; i++)
            if (candidates[i].Governor == c.Governor && candidates[i] != c && !candidates[i].IsPossessive && !candidates[i].Reflexive) partners.Add(candidates[i]);
    }

    private void Admit(Candidate rival, Candidate c)
    {
        if (Agrees(rival, c) && !Excluded(rival, c)) rivals.Add(rival);
    }

    private bool Agrees(Candidate rival, Candidate c)
    {
        if (rival.Person != 3) return false;
        var gender = pool.GenderOf(rival);
        var number = pool.NumberOf(rival);
        if ((gender & c.Gender) == 0 || (number & c.Number) == 0) return false;
        // An unclassed common noun is a thing until something says otherwise.
        if (c.Key is "he" or "she") return gender != Gender.Any || rival.Form != MentionForm.Nominal;
        return c.Key != "they" || number != Plurality.Either || rival.Class == NounClass.Group || rival.Form == MentionForm.Pronoun || rival.Kind == NameKind.Group;
    }

    private bool Excluded(Candidate rival, Candidate c)
    {
        var a = rival.Mention;
        var m = c.Mention;
        // Arguments of one verb differ unless the pronoun is reflexive or possessive.
        foreach (var partner in partners)
            if (pool.Same(partner, rival)) return true;
        if (a.Sentence == m.Sentence)
        {
            if (a.First <= m.First && m.Last <= a.Last) return true;
            // "his adviser Kim": a possessor is not what it possesses or its apposition.
            if (c.IsPossessive && (c.Head.Head == a.Head || rival.Head.Head == c.Head.Head && rival.Head.Relation == "appos")) return true;
            if (rival.Head.Relation == "appos" && rival.Head.Head == m.Head) return true;
            // "The mayor who had backed him": whom a relative clause has for subject is nobody else in it.
            if (!c.IsPossessive && !c.Reflexive && !c.IsSubject && c.Governor >= 0 && c.Sentence.Tokens[c.Governor] is { DepRel: "acl:relcl" } told && told.Head == a.Head && Relative(c.Sentence, c.Governor)) return true;
            if (WithinPhrase(c, a.Head) && rival.Head.Relation is not ("root" or "conj") && c.Head.Relation == "nmod") return true;
        }
        return c.Quotation >= 0 && c.Quotation < speakers.Length && speakers[c.Quotation] is { } speaker && pool.Same(speaker, rival);
    }

    private static bool Relative(Sentence sentence, int verb) =>
        sentence.Child(verb, "nsubj") is >= 0 and var subject && sentence.Tokens[subject].Lemma.ToLowerInvariant() is "who" or "that" or "which";

    // "Kim and his men", "Kim, who sold his house": what is joined to a phrase or tells of it may take it up.
    private static bool WithinPhrase(Candidate c, int head)
    {
        for (int at = c.Mention.Head, steps = 0; at >= 0 && steps < 40; at = c.Sentence.Tokens[at].Head, steps++)
        {
            if (at == head) return true;
            if (c.Sentence.Tokens[at].Relation is "conj" or "acl" or "appos" or "parataxis" or "advcl") return false;
        }
        return false;
    }

    // "In his speech, Ruto said": the pronoun hangs below the verb whose subject follows.
    // Who says something is nobody inside it: "she added that … in April".
    private static bool IsCataphoric(Candidate rival, Candidate c) =>
        (c.IsPossessive || c.Governor < 0 || !c.Sentence.Dominates(c.Governor, rival.Mention.Head)) && rival.Form == MentionForm.Name && rival.Governor >= 0 && c.Governor != rival.Governor && rival.Mention.First > c.Mention.Last
        && (c.Key is "he" or "she" || rival.IsSubject && c.Sentence.Dominates(rival.Governor, c.Mention.Head) && c.Head.Relation is not ("root" or "conj"));
}
