namespace Hearsay.Language.Coreference;

/// <summary>
/// Gives third-person pronouns their antecedent: of the mentions in this and the three sentences before that
/// agree in gender and number, the most salient one. Salience weighs distance, grammatical role and parallelism,
/// how often the entity was mentioned and whether it has a name (after Lappin and Leass 1994, Hobbs 1978).
/// A pronoun never takes a mention that contains it, another argument of its own verb, or the speaker of the
/// quotation it stands in. At most <see cref="Window"/> rivals a pronoun, so linear in the text.
/// </summary>
internal sealed class PronounSieve
{
    private const int Window = 60;
    private const int Farthest = 3;

    // Weights of salience and the least salience that will do; found by coordinate ascent on gum-free-train
    // and GAP development (Webster et al. 2018).
    private const int SentenceApart = 100, AcrossParagraph = 60, AcrossQuotation = 40, Step = 6, FarthestStep = 30, FollowingSubject = 60;
    private const int Subject = 100, Object = 80, Possessor = 35, Agent = 70, Complement = -60, Oblique = 30, Modifying = 130;
    private const int Named = 20, SamePronoun = 100, Nameless = 20, BareNoun = 20, Repeated = 13, Parallel = 60, Governing = 30;
    private const int SureGender = 20, UnsureGender = 180, SureThing = 15, SureMany = 30;
    private const int Threshold = -240, ThresholdThing = -120, ThresholdMany = 0;

    private readonly IReadOnlyList<Candidate> candidates;
    private readonly EntityPool pool;
    private readonly HeadIndex index;
    private readonly Candidate?[] speakers;

    private PronounSieve(IReadOnlyList<Candidate> candidates, EntityPool pool, HeadIndex index, Candidate?[] speakers)
    {
        this.candidates = candidates;
        this.pool = pool;
        this.index = index;
        this.speakers = speakers;
    }

    /// <summary>Merges in text order.</summary>
    public static void Run(IReadOnlyList<Candidate> candidates, EntityPool pool, HeadIndex index, Candidate?[] speakers)
    {
        var sieve = new PronounSieve(candidates, pool, index, speakers);
        foreach (var c in candidates)
            if (c.Form == MentionForm.Pronoun && c.Person == 3) sieve.Resolve(c);
    }

    private void Resolve(Candidate c)
    {
        if (c.Reflexive && pool.SizeOf(c) > 1) return;
        Candidate? best = null;
        int bestScore = c.Key switch { "it" => ThresholdThing, "they" => ThresholdMany, _ => Threshold };
        int from = index.StartOf(Math.Max(0, c.Mention.Sentence - Farthest));
        for (int i = c.Order - 1, seen = 0; i >= from && seen < Window; i--, seen++)
            Weigh(candidates[i], c, ref best, ref bestScore);
        int end = Math.Min(candidates.Count, index.StartOf(c.Mention.Sentence + 1));
        for (int i = c.Order + 1, seen = 0; i < end && seen < Window / 4; i++, seen++)
            if (IsCataphoric(candidates[i], c)) Weigh(candidates[i], c, ref best, ref bestScore);
        if (best is null) return;
        pool.Merge(best, c);
    }

    private void Weigh(Candidate rival, Candidate c, ref Candidate? best, ref int bestScore)
    {
        if (!Agrees(rival, c) || Excluded(rival, c)) return;
        int score = Score(rival, c);
        if (score <= bestScore) return;
        best = rival;
        bestScore = score;
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
        if (a.Sentence == m.Sentence)
        {
            if (a.First <= m.First && m.Last <= a.Last) return true;
            // Arguments of one verb differ unless the pronoun is reflexive or possessive.
            if (!c.IsPossessive && !rival.IsPossessive && !c.Reflexive && rival.Governor == c.Governor && c.Governor >= 0) return true;
            // "his adviser Kim": a possessor is not what it possesses or its apposition.
            if (c.IsPossessive && (c.Head.Head == a.Head || rival.Head.Head == c.Head.Head && rival.Head.Relation == "appos")) return true;
            if (rival.Head.Relation == "appos" && rival.Head.Head == m.Head) return true;
            if (c.Sentence.Dominates(a.Head, m.Head) && rival.Head.Relation is not ("root" or "conj") && c.Head.Relation == "nmod") return true;
        }
        return c.Quotation >= 0 && c.Quotation < speakers.Length && speakers[c.Quotation] is { } speaker && pool.Same(speaker, rival);
    }

    // "In his speech, Ruto said": the pronoun hangs below the verb whose subject follows.
    private static bool IsCataphoric(Candidate rival, Candidate c) =>
        rival.IsSubject && rival.Form == MentionForm.Name && rival.Governor >= 0 && c.Governor != rival.Governor
        && rival.Mention.First > c.Mention.Last && c.Sentence.Dominates(rival.Governor, c.Mention.Head)
        && c.Head.Relation is not ("root" or "conj");

    private int Score(Candidate rival, Candidate c)
    {
        int distance = c.Mention.Sentence - rival.Mention.Sentence;
        bool after = rival.Order > c.Order;
        int score = -SentenceApart * distance + RoleWeight(rival) + FormWeight(rival, c) + AgreementWeight(rival, c);
        if (after) score += FollowingSubject;
        if (rival.Role == c.Role) score += Parallel;
        score += Repeated * Math.Min(pool.SizeOf(rival), 6);
        if ((rival.Quotation >= 0) != (c.Quotation >= 0)) score -= AcrossQuotation;
        if (rival.Sentence.Paragraph != c.Sentence.Paragraph) score -= AcrossParagraph;
        // Within the sentence the subject of a governing verb is what Hobbs's search finds first.
        if (distance == 0 && !after && rival.IsSubject && rival.Governor >= 0 && c.Sentence.Dominates(rival.Governor, c.Mention.Head))
            score += Governing;
        return score - Math.Min(FarthestStep, Math.Abs(c.Order - rival.Order) * Step);
    }

    private static int RoleWeight(Candidate rival)
    {
        int weight = rival.Role switch
        {
            "nsubj" or "nsubj:pass" or "nsubj:outer" or "csubj" => Subject,
            "obj" or "iobj" => Object,
            "nmod:poss" => Possessor,
            "obl:agent" => Agent,
            "nmod" => Complement,
            _ => Oblique,
        };
        return rival.Modifying ? weight - Modifying : weight;
    }

    private int FormWeight(Candidate rival, Candidate c) => rival.Form switch
    {
        MentionForm.Name => Named,
        MentionForm.Pronoun => (rival.Key == c.Key ? SamePronoun : 0) - (pool.NameOf(rival) is null ? Nameless : 0),
        _ => rival.Determiner is Determiner.Bare or Determiner.Quantified ? -BareNoun : 0,
    };

    private int AgreementWeight(Candidate rival, Candidate c)
    {
        var gender = pool.GenderOf(rival);
        switch (c.Key)
        {
            case "he" or "she":
                return gender is Gender.Male or Gender.Female ? SureGender : gender == Gender.Person ? 0 : -UnsureGender;
            case "it":
                return gender == Gender.Thing ? SureThing : 0;
            default:
                return pool.NumberOf(rival) == Plurality.Many ? SureMany : 0;
        }
    }
}
