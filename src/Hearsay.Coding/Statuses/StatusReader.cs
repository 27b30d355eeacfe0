using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// Reads the status of an event word by climbing from it to the attribution (or sentence) that contains it. At each
/// step negation, modals, tense, conditions and the embedding predicate act on what has been found below (Saurí and
/// Pustejovsky 2012). "Even if" is no condition; "unless" is one.
/// </summary>
public sealed class StatusReader(EmbeddingTable embedding)
{
    /// <summary>
    /// The status of the event at token <paramref name="trigger"/>, not looking above token
    /// <paramref name="ceiling"/> (the cue of the innermost attribution; −1 for the whole sentence).
    /// </summary>
    public StatusReading Read(Sentence sentence, int trigger, int ceiling)
    {
        var state = new StatusReading(Status.Asserted, []);
        int at = trigger, steps = 0;
        state = Marks(sentence, at, state, at == trigger);
        while (at != ceiling && steps++ < sentence.Tokens.Count)
        {
            int above = sentence.Tokens[at].Head;
            if (above < 0 || above == ceiling) break;
            if (!Climb(sentence, at, above, ref state)) break;
            at = above;
        }
        if (ceiling < 0 && IsQuestion(sentence) && state.Status is Status.Asserted or Status.Possible) state = state with { Status = Status.Questioned };
        return state;
    }

    private bool Climb(Sentence s, int at, int above, ref StatusReading state)
    {
        var token = s.Tokens[at];
        var governor = s.Tokens[above];
        switch (token.Relation)
        {
            case "xcomp" or "ccomp" or "csubj" or "advcl" or "acl" when token.DepRel is not ("acl:relcl" or "advcl:relcl"):
                if (token.Relation == "advcl" && Conjunction(s, at) is { } conjunction)
                    return SubordinateClause(conjunction, ref state);
                string kind = Kind(s, at);
                if (embedding.Find(governor.Lemma.ToLowerInvariant(), Pos(governor), kind) is { } effect) state = Apply(s, above, effect, state);
                else if (token.Relation == "advcl" && kind == "to") state = Weaken(state, Status.Planned);
                break;
            case "obj" or "nsubj" or "obl" or "nmod" or "iobj":
                if (Nominal(s, at, above) is not { } found) return token.Relation is not ("obl" or "nmod" or "nsubj");
                state = Apply(s, above, found, state);
                break;
            case "conj" when !OwnClause(s, at): break;
            case "conj" or "parataxis" or "acl" or "advcl": return false;
            case "amod" or "root": return false;
        }
        state = Marks(s, above, state, false);
        return true;
    }

    // What a verb does to its object ("cancelled the visit"), a noun to its complement ("plans for a visit"), and a
    // passive verb to its subject.
    private EmbeddingTable.Effect? Nominal(Sentence s, int at, int above)
    {
        var token = s.Tokens[at];
        var governor = s.Tokens[above];
        string pos = Pos(governor);
        if (pos.Length == 0 || embedding.Find(governor.Lemma.ToLowerInvariant(), pos, "np") is not { } effect) return null;
        return token.DepRel switch
        {
            "obj" => effect,
            "nsubj:pass" => effect,
            "nsubj" => pos == "adj" || effect.Affirmed is Status.Negated && governor.Lemma is "fail" or "collapse" or "end" ? effect : null,
            "obl" or "nmod" or "iobj" => effect.Prepositions.Contains(ArgumentReader.Case(s, at)) ? effect : null,
            _ => null,
        };
    }

    private static string Pos(Token token) => token.Upos switch
    {
        "VERB" or "AUX" => "verb",
        "NOUN" => "noun",
        "ADJ" => "adj",
        _ => "",
    };

    // Negation, modals, tense and conditions that hang on one word.
    private StatusReading Marks(Sentence s, int index, StatusReading state, bool isTrigger)
    {
        bool negated = index != state.NegationSpent && IsNegated(s, index);
        foreach (int c in s.Children(index))
        {
            var t = s.Tokens[c];
            if (t.Relation == "aux") state = Modal(t.Lemma.ToLowerInvariant(), t.Form.ToLowerInvariant(), state);
            else if (t.Relation is "advcl" or "conj" && Conjunction(s, c) is { } word && IsCondition(word, s, c)) state = Weaken(state, Status.Conditional);
            else if (t.Relation == "advmod" && t.Lemma.ToLowerInvariant() is "perhaps" or "maybe" or "possibly" or "probably" or "likely" or "potentially") state = Weaken(state, Status.Possible);
            else if (t.Relation == "amod" && isTrigger && embedding.Find(t.Form.ToLowerInvariant(), "adj", "np") is { Attributive: true, Affirmed: { } affirmed }) state = Weaken(state, affirmed);
        }
        if (negated) state = Negate(state);
        return state;
    }

    private static StatusReading Modal(string lemma, string form, StatusReading state) => form switch
    {
        "will" or "'ll" or "’ll" or "shall" or "wo" or "would" or "'d" or "’d" => Future(state),
        "may" or "might" or "could" or "can" or "ca" => Weaken(state, Status.Possible),
        "must" or "should" or "ought" => Weaken(state, Status.Demanded),
        _ => lemma == "will" ? Future(state) : state,
    };

    private StatusReading Apply(Sentence s, int predicate, EmbeddingTable.Effect effect, StatusReading state)
    {
        var result = IsNegated(s, predicate) ? effect.Denied : effect.Affirmed;
        state = state with { Rows = [.. state.Rows, effect.Reference] };
        if (result is not { } status) return state;
        if (status == Status.Asserted) return IsNegated(s, predicate) && state.Status == Status.Asserted ? state with { NegationSpent = predicate } : state;
        if (status is Status.Negated or Status.Denied)
            return state.Status is Status.Negated or Status.Denied ? state with { Status = Status.Asserted, NegationSpent = predicate } : state with { Status = status, NegationSpent = predicate };
        return Weaken(state, status) with { NegationSpent = predicate };
    }

    // A plain future is planned, but its party is certain of it.
    private static StatusReading Future(StatusReading state) =>
        state.Status == Status.Asserted ? state with { Status = Status.Planned, Certain = true } : state;

    private static StatusReading Negate(StatusReading state) => state.Status switch
    {
        Status.Negated => state with { Status = Status.Asserted },
        Status.Asserted or Status.Planned or Status.Possible or Status.Attempted or Status.Demanded => state with { Status = Status.Negated },
        _ => state,
    };

    // An inner "possible" or "negated" survives an outer "planned"; a bare assertion takes whatever comes.
    private static StatusReading Weaken(StatusReading state, Status status) =>
        state.Status == Status.Asserted || state.Status == Status.Planned && status is Status.Promised or Status.Threatened or Status.Conditional or Status.Demanded
            ? state with { Status = status, Certain = false } : state;

    private static bool SubordinateClause(string conjunction, ref StatusReading state)
    {
        if (conjunction is "if" or "unless" or "whether" or "provided" or "lest" or "should") state = Weaken(state, Status.Hypothetical);
        return false;
    }

    private static bool IsCondition(string conjunction, Sentence s, int clause)
    {
        if (conjunction is not ("if" or "unless" or "provided" or "providing")) return false;
        foreach (int c in s.Children(clause)) if (s.Tokens[c].Lemma is "even") return false;
        int mark = clause;
        foreach (int c in s.Children(clause)) if (s.Tokens[c].Relation == "mark") mark = c;
        return mark == 0 || !s.Tokens[mark - 1].Form.Equals("even", StringComparison.OrdinalIgnoreCase) && !s.Tokens[mark - 1].Form.Equals("as", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Conjunction(Sentence s, int clause)
    {
        if (s.Tokens[clause].Lemma.ToLowerInvariant() is "provided" or "providing" && s.Child(clause, "ccomp") >= 0) return "provided";
        foreach (int c in s.Children(clause))
            if (s.Tokens[c].Relation is "mark" && s.Tokens[c].Form.ToLowerInvariant() is var form && form is not ("to" or "that")) return form;
        return null;
    }

    private static bool IsNegated(Sentence s, int index)
    {
        foreach (int c in s.Children(index))
        {
            var t = s.Tokens[c];
            string lemma = t.Lemma.ToLowerInvariant();
            if (t.Relation is "advmod" && (lemma is "not" or "never" or "n't" or "no" or "hardly" or "neither" or "nor")) return true;
            if (t.Relation is "det" && lemma is "no" or "neither" && s.Tokens[index].Upos is "NOUN") return true;
            if (t.Relation is "nsubj" or "obj" && (lemma is "nobody" or "none" or "nothing" || s.Children(c).Any(d => s.Tokens[d].Relation == "det" && s.Tokens[d].Lemma is "no")))
                return s.Tokens[index].Upos is "VERB" or "ADJ";
            if (t.Relation is "case" or "mark" && lemma is "without") return true;
            if (t.Relation == "cc:preconj" && lemma == "neither") return true;
        }
        return false;
    }

    private static string Kind(Sentence s, int complement) => ArgumentReader.Marker(s, complement) switch
    {
        "to" => "to",
        "that" or "whether" or "if" or "" => "that",
        "ing" => "ing",
        _ => s.Tokens[complement].Xpos == "VBG" ? "ing" : "that",
    };

    private static bool OwnClause(Sentence s, int conjunct) => s.Child(conjunct, "nsubj") >= 0;

    private static bool IsQuestion(Sentence s)
    {
        for (int i = s.Tokens.Count - 1; i >= Math.Max(0, s.Tokens.Count - 3); i--) if (s.Tokens[i].Form == "?") return true;
        return false;
    }
}

/// <summary>A status and the embedding rows that led to it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Rows">Table rows, innermost first.</param>
public sealed record StatusReading(Status Status, IReadOnlyList<string> Rows)
{
    /// <summary>Whether the party is certain although the event is still to come ("will sign").</summary>
    public bool Certain { get; init; }

    /// <summary>FactBank's value (Saurí and Pustejovsky 2009).</summary>
    public string FactBankValue => Certain ? "CT+" : Status.FactBankValue();

    /// <summary>The predicate whose own negation was used up by its signature ("did not fail to"), or −1.</summary>
    internal int NegationSpent { get; init; } = -1;
}
