namespace Hearsay.Language.Coreference;

/// <summary>
/// Joins noun phrases with what they take up again: the same head ("a new port" … "the port"), where
/// <see cref="AntecedentRanker"/> holds the one for the other, a role that the text gave a person ("Foreign Minister Amina Mohamed" … "the minister"), an
/// organisation by its kind ("the Ministry of Defence" … "the ministry"), and, where nothing shares the head, the
/// one recent body or country that "the company" or "the country" can mean. At most <see cref="Window"/> rivals a head, so linear in the text.
/// </summary>
internal sealed class NominalSieve
{
    private const int Window = 12, NearWindow = 15, FarthestOther = 1;
    private const int FarthestBody = 3;

    private readonly EntityPool pool;
    private readonly HeadIndex index;
    private readonly IReadOnlyList<Candidate> candidates;
    private readonly Dictionary<string, List<Candidate>> byHead = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Candidate>> byTitle = new(StringComparer.Ordinal);

    private readonly Func<Candidate, IReadOnlyList<Candidate>, Candidate?> choose;
    private readonly List<Candidate> fitting = [];

    private NominalSieve(IReadOnlyList<Candidate> candidates, EntityPool pool, HeadIndex index, Func<Candidate, IReadOnlyList<Candidate>, Candidate?> choose)
    {
        this.choose = choose;
        this.candidates = candidates;
        this.pool = pool;
        this.index = index;
    }

    /// <summary>Merges in text order; of the phrases with the same head <paramref name="choose"/> picks, the nearest first.</summary>
    public static void Run(IReadOnlyList<Candidate> candidates, EntityPool pool, HeadIndex index, Func<Candidate, IReadOnlyList<Candidate>, Candidate?> choose)
    {
        var sieve = new NominalSieve(candidates, pool, index, choose);
        foreach (var c in candidates)
        {
            if (c.Form == MentionForm.Pronoun || c.Coordinated) continue;
            if (c.Form == MentionForm.Nominal) sieve.Resolve(c);
            sieve.Register(c);
        }
    }

    private void Resolve(Candidate c)
    {
        if (c.Head.Upos is "NUM" or "DET" or "ADJ" && !char.IsAsciiDigit(c.Key[0]))
        {
            JoinPair(c);
            return;
        }
        if (byTitle.TryGetValue(c.Key, out var holders) && c.Determiner is Determiner.Definite or Determiner.Demonstrative or Determiner.Possessive
            && TryRivals(c, holders, RoleFits)) return;
        if (Headline(c) is { } headline && pool.Merge(headline, c)) return;
        if (TakeUp(c)) return;
        if (c.Determiner is Determiner.Definite or Determiner.Demonstrative && c.Modifiers.Length == 0 && c.Head.Relation != "appos") TakeUpBody(c);
    }

    private bool TryRivals(Candidate c, List<Candidate> rivals, Func<Candidate, Candidate, bool> fits)
    {
        for (int i = rivals.Count - 1, seen = 0; i >= 0 && seen < Window; i--, seen++)
            if (fits(c, rivals[i]) && pool.Merge(rivals[i], c)) return true;
        return false;
    }

    // Headlines leave articles out, and the text introduces anew: "Kenyan minister resigns", "A Kenyan minister …".
    private Candidate? Headline(Candidate c)
    {
        if (c.Determiner != Determiner.Indefinite || !byHead.TryGetValue(c.Key, out var named) || named[0].Mention.Sentence != 0) return null;
        var first = named[0];
        bool headline = first.Sentence.Paragraph != c.Sentence.Paragraph && first.Sentence.Tokens[^1].Upos != "PUNCT";
        bool fits = headline && first.Determiner == Determiner.Bare && first.Class == NounClass.Person && pool.SizeOf(first) == 1 && first.Number == c.Number;
        return fits && Array.TrueForAll(first.Modifiers, m => Array.IndexOf(c.Modifiers, m) >= 0) ? first : null;
    }

    private bool TakeUp(Candidate c)
    {
        fitting.Clear();
        if (byHead.TryGetValue(c.Key, out var rivals))
            for (int i = rivals.Count - 1, seen = 0; i >= 0 && seen < Window; i--, seen++)
                if (Admits(c, rivals[i])) fitting.Add(rivals[i]);
        AddPartner(c);
        AddNear(c);
        fitting.Sort(static (a, b) => b.Order.CompareTo(a.Order));
        return fitting.Count > 0 && choose(c, fitting) is { } best && pool.Merge(best, c);
    }

    // What the sentence's grammar puts beside it: the subject of its copula, what it is in apposition to.
    private void AddPartner(Candidate c)
    {
        int at = c.Head.Relation == "appos" ? c.Head.Head : LocalSieve.Equates(c) ? c.Sentence.Child(c.Mention.Head, "nsubj") : -1;
        if (at >= 0 && index.At(c.Mention.Sentence, at) is { } partner && partner.Key != c.Key && pool.MayMerge(partner, c)) fitting.Add(partner);
    }

    // Other words for what was just spoken of: "this place", "the author"; two that take part in one clause are two.
    private void AddNear(Candidate c)
    {
        if (c.Determiner is not (Determiner.Definite or Determiner.Demonstrative)) return;
        bool spoken = MeetsPronoun(c);
        int from = index.StartOf(Math.Max(0, c.Mention.Sentence - FarthestOther));
        for (int i = c.Order - 1, seen = 0; i >= from && seen < NearWindow; i--, seen++)
        {
            var rival = candidates[i];
            if (rival.Key == c.Key || rival.Form == MentionForm.Pronoun || rival.Modifying || fitting.Contains(rival)) continue;
            if (rival.Sentence == c.Sentence && rival.Governor >= 0 && (rival.Governor == c.Governor || rival.Governor == c.Mention.Head)) continue;
            // Principle C (Chomsky 1981): the subject of a clause is not taken up by a full phrase inside it.
            if (rival.Sentence == c.Sentence && rival.IsSubject && rival.Governor >= 0 && c.Sentence.Dominates(rival.Governor, c.Mention.Head)) continue;
            // Nobody speaks of himself by name: «"Cole said …," the engineer told us».
            if (rival.Sentence == c.Sentence && rival.Quotation >= 0 && c.Quotation < 0) continue;
            if (rival.Kind == NameKind.Person && (spoken || IsOfElsewhere(c, rival))) continue;
            // "The interior minister" is not Foreign Minister Mohamed.
            if (Array.IndexOf(rival.Titles, c.Key) >= 0 && !RoleFits(c, rival)) continue;
            if (rival.Determiner != Determiner.Quantified && pool.MayMerge(rival, c)) fitting.Add(rival);
        }
    }

    // "Mutua landed. He met the president": whom the clause calls "he" is most likely who was named, so the other is not.
    private bool MeetsPronoun(Candidate c)
    {
        if (c.Governor < 0) return false;
        for (int i = c.Order - 1, from = index.StartOf(c.Mention.Sentence); i >= from; i--)
            if (candidates[i] is { Form: MentionForm.Pronoun, Key: "he" or "she", IsPossessive: false } pronoun && pronoun.Governor == c.Governor) return true;
        return false;
    }

    // "The Rwandan president" is not the Kenyan minister.
    private static bool IsOfElsewhere(Candidate c, Candidate rival)
    {
        if (rival.TitleModifiers.Length == 0) return false;
        for (int i = c.Mention.First; i < c.Mention.Head; i++)
            if (c.Sentence.Tokens[i] is { Upos: "ADJ" } t && char.IsUpper(t.Form[0]) && Array.FindIndex(rival.TitleModifiers, m => m.Equals(t.Form, StringComparison.OrdinalIgnoreCase)) < 0) return true;
        return false;
    }

    // "No ship" is nothing to take up, and "the Danish ship" is not the ship of before.
    private bool Admits(Candidate c, Candidate rival) =>
        rival.Determiner != Determiner.Quantified && pool.MayMerge(rival, c)
        && (c.Possessor < 0 || rival.Possessor < 0 || SamePossessor(c, rival))
        && (c.Determiner != Determiner.Definite || Array.TrueForAll(c.Modifiers, m => Array.IndexOf(rival.Modifiers, m) >= 0 || Array.IndexOf(rival.NameWords, m) >= 0));

    private bool SamePossessor(Candidate c, Candidate rival)
    {
        if (rival.Possessor < 0) return false;
        var mine = index.At(c.Mention.Sentence, c.Possessor);
        var other = index.At(rival.Mention.Sentence, rival.Possessor);
        if (mine is null || other is null) return false;
        return pool.Same(mine, other) || (mine.Form == MentionForm.Pronoun && mine.Key == other.Key);
    }

    private bool RoleFits(Candidate c, Candidate holder)
    {
        foreach (string modifier in c.Modifiers)
            if (Array.IndexOf(holder.TitleModifiers, modifier) < 0 && Array.IndexOf(holder.Titles, modifier) < 0) return false;
        return true;
    }

    // "The company" for Boeing: the most recent organisation nearby, if it is not already called something else.
    private void TakeUpBody(Candidate c)
    {
        var wanted = c.Key switch
        {
            "company" or "firm" or "group" or "organization" or "organisation" or "party" or "agency" or "movement" or "institution"
                or "corporation" or "airline" or "bank" or "association" or "militia" or "club" or "band" or "team" or "university" => NameKind.Organization,
            "country" or "nation" => NameKind.Place,
            "city" or "town" or "village" or "island" => NameKind.Place,
            _ => (NameKind?)null,
        };
        if (wanted is null || c.Number == Plurality.Many) return;
        Candidate? best = null;
        int bestScore = int.MinValue, from = index.StartOf(Math.Max(0, c.Mention.Sentence - FarthestBody));
        for (int i = c.Order - 1, seen = 0; i >= from && seen < 80; i--, seen++)
        {
            var rival = candidates[i];
            if (rival.Kind != wanted || rival.Modifying || !pool.Compatible(rival, c)) continue;
            if (wanted == NameKind.Organization && !BodyFits(c.Key, rival)) continue;
            if (wanted == NameKind.Place && CountryNames.IsCountry(rival.NameWords) != (c.Key is "country" or "nation")) continue;
            int score = Salience(rival, c);
            if (score > bestScore) (best, bestScore) = (rival, score);
        }
        if (best is not null) pool.Merge(best, c);
    }

    private int Salience(Candidate rival, Candidate c) =>
        (rival.IsSubject ? 30 : 0) + 5 * Math.Min(pool.SizeOf(rival), 6) - 20 * (c.Mention.Sentence - rival.Mention.Sentence);

    // A body whose own name says what it is ("the Labour Party") is taken up by another word only if that is general.
    private static bool BodyFits(string word, Candidate rival)
    {
        var (kind, _) = NounLexicon.Look(rival.Key);
        if (kind != NounClass.Group || rival.Key == word) return true;
        return word is "group" or "organization" or "organisation" or "agency" or "institution";
    }

    private void JoinPair(Candidate c)
    {
        int from = index.StartOf(Math.Max(0, c.Mention.Sentence - 2));
        for (int i = c.Order - 1; i >= from; i--)
            if (candidates[i].Coordinated && pool.Merge(candidates[i], c)) return;
    }

    private void Register(Candidate c)
    {
        Add(byHead, c.Key, c);
        foreach (string title in c.Titles) Add(byTitle, title, c);
    }

    private static void Add(Dictionary<string, List<Candidate>> table, string key, Candidate c)
    {
        if (!table.TryGetValue(key, out var list)) table[key] = list = new List<Candidate>(2);
        list.Add(c);
    }
}
