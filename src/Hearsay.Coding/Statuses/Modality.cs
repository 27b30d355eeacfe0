using Hearsay.Language;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// Reads tense, modals, adverbs of likelihood and the imperative off one verb. "Would have" and "should have" speak of
/// what did not happen, "must have" of what is inferred; "could" is a chance.
/// </summary>
internal static class Modality
{
    /// <summary>Lets the auxiliaries and adverbs of <paramref name="index"/> act on <paramref name="state"/>.</summary>
    public static void Read(Sentence s, int index, StatusState state)
    {
        if (s.Tokens[index].Relation == "advcl" && Subordination.IsInverted(s, index)) { state.Weaken(Status.Hypothetical, Context.Supposed); return; }
        if (IsBound(s, index))
        {
            if (s.Children(index).Any(c => s.Tokens[c].Relation == "advmod" && s.Tokens[c].Lemma == "yet")) state.Negate(); // "is yet to be signed"
            else state.Weaken(Status.Planned, Context.Intended);
        }
        if (IsComing(s, index)) state.Weaken(Status.Planned, Context.Future);
        bool perfect = IsPerfect(s, index), told = IsTold(s, index);
        foreach (int c in s.Children(index))
        {
            var t = s.Tokens[c];
            if (t.Relation == "aux" && told && t.Lemma is "would" or "'d") state.Note(Context.Past);
            else if (t.Relation == "aux") Modal(t, perfect, s.Tokens[index].Xpos is "VBN" or "VBD", state);
            else if (t.Relation == "advmod") Adverb(s, index, c, state);
            else if (t.Relation == "nsubj" && t.Lemma.Equals("you", StringComparison.OrdinalIgnoreCase)) state.Note(Context.Addressed);
        }
    }

    /// <summary>Past, present, infinitive or participle, by the verb's own form and its auxiliaries.</summary>
    public static Context Tense(Sentence s, int index)
    {
        string own = s.Tokens[index].Xpos;
        bool be = false;
        foreach (int c in s.Children(index))
        {
            var t = s.Tokens[c];
            if (t.Relation is not ("aux" or "cop")) continue;
            if (t.Xpos == "VBD" || t.Lemma == "have") return Context.Past;
            if (t.Xpos is "VBZ" or "VBP") be = true;
        }
        return own switch
        {
            "VBD" => Context.Past,
            "VBN" => be ? Context.Present : Context.Past,
            "VBZ" or "VBP" => Context.Present,
            "VB" => be ? Context.Present : Context.Infinitive,
            "VBG" => be ? Context.Present | Context.Participle : Context.Participle,
            _ => be ? Context.Present : Context.None,
        };
    }

    /// <summary>Whether the verb at <paramref name="index"/> gives an order: a base form without subject, "to" or modal.</summary>
    public static bool IsImperative(Sentence s, int index)
    {
        var token = s.Tokens[index];
        if (token.Xpos != "VB" && !(token.Xpos == "VBP" && token.Feats.Contains("Mood=Imp", StringComparison.Ordinal))) return false;
        if (token.Relation is not ("root" or "conj" or "parataxis" or "ccomp")) return false;
        if (token.Relation == "conj" && !(token.Head >= 0 && s.Tokens[token.Head].Upos == "VERB" && IsImperative(s, token.Head))) return false;
        foreach (int c in s.Children(index))
        {
            var t = s.Tokens[c];
            if (t.Relation is "nsubj" or "expl" or "csubj" or "mark" or "cop") return false;
            if (t.Relation == "aux" && t.Lemma != "do") return false;
            if (t.Relation == "aux" && t.Form.ToLowerInvariant() is "does" or "did") return false;
        }
        return true;
    }

    /// <summary>Whether the clause at <paramref name="index"/> is in the perfect ("to have resigned").</summary>
    public static bool IsPerfect(Sentence s, int index)
    {
        foreach (int c in s.Children(index)) if (s.Tokens[c].Relation == "aux" && s.Tokens[c].Form.ToLowerInvariant() is "have" or "'ve" or "’ve") return true;
        return false;
    }

    /// <summary>Whether the predicate's own modals, adverbs or mood leave it short of fact ("will", "may", an order).</summary>
    public static bool IsUnreal(Sentence s, int index)
    {
        var probe = new StatusState();
        Read(s, index, probe);
        return IsImperative(s, index) || probe.Status is not (Status.Asserted or Status.Negated);
    }

    /// <summary>Whether a time clause in the present hangs on what is still to come ("will leave when the talks end").</summary>
    public static bool IsToCome(Sentence s, int clause, int above)
    {
        if ((Tense(s, clause) & Context.Present) == 0 && !IsPresentPerfect(s, clause)) return false;
        while (s.Tokens[above].Upos is "ADV" && s.Tokens[above].Head >= 0) above = s.Tokens[above].Head;
        return IsAhead(s, above) || s.Tokens[above].Relation is "xcomp" or "conj" && s.Tokens[above].Xpos == "VB" && IsAhead(s, s.Tokens[above].Head);
    }

    // "may" and "can" speak of what recurs as well as of what is to come.
    private static bool IsAhead(Sentence s, int index)
    {
        var probe = new StatusState();
        Read(s, index, probe);
        return IsImperative(s, index) || probe.Status is Status.Planned or Status.Promised or Status.Demanded;
    }

    private static bool IsPresentPerfect(Sentence s, int index)
    {
        foreach (int c in s.Children(index)) if (s.Tokens[c].Relation == "aux" && s.Tokens[c].Lemma == "have" && s.Tokens[c].Xpos is "VBZ" or "VBP") return true;
        return false;
    }

    // "The hearings begin tomorrow", "is visiting next week"; "going" in "going to sign".
    private static bool IsComing(Sentence s, int index)
    {
        string xpos = s.Tokens[index].Xpos;
        if (xpos is not ("VBZ" or "VBP" or "VBG")) return false;
        bool past = false, coming = false;
        foreach (int c in s.Children(index))
        {
            var t = s.Tokens[c];
            if (t.Relation is "aux" && t.Xpos == "VBD") past = true;
            else if (t.Lemma.Equals("tomorrow", StringComparison.OrdinalIgnoreCase)) coming = true;
            else if (t.Relation is "obl" && s.Child(c, "amod") is var next and >= 0 && s.Tokens[next].Lemma is "next" or "forthcoming" && IsTime(t.Lemma)) coming = true;
            else if (xpos == "VBG" && t.Relation == "xcomp" && t.Xpos == "VB" && s.Tokens[index].Lemma == "go") coming = true;
        }
        return coming && !past;
    }

    // "He would later lead the revolt", in the writer's own account: he did.
    private static bool IsTold(Sentence s, int index)
    {
        if (s.Tokens[index].Relation is "ccomp" or "xcomp" || IsPerfect(s, index)) return false;
        if (s.Tokens[index].Lemma == "go" && index + 2 < s.Tokens.Count && s.Tokens[index + 1].Form == "on" && s.Tokens[index + 2].Form == "to") return true;
        foreach (int c in s.Children(index))
            if (c < index && s.Tokens[c].Relation == "advmod" && s.Tokens[c].Form is "later" or "eventually" or "ultimately" or "subsequently") return true;
        return false;
    }

    private static bool IsTime(string lemma) => lemma.ToLowerInvariant() is "week" or "month" or "year" or "summer" or "spring" or "autumn" or "fall" or "winter"
        or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "weekend";

    // "The talks are to resume", "is due to be announced", and in a headline "Kenya to send troops".
    private static bool IsBound(Sentence s, int index)
    {
        bool to = false, be = false, headline = false;
        foreach (int c in s.Children(index))
        {
            var t = s.Tokens[c];
            if (t.Relation == "mark" && t.Lemma == "due") return true;
            to |= t.Relation == "mark" && t.Lemma == "to";
            be |= t.Relation == "cop" && t.Xpos is "VBZ" or "VBP" or "VBD";
            headline |= t.Relation == "nsubj" && s.Tokens[index].Relation is "root" or "parataxis";
        }
        return to && (be || headline) && s.Tokens[index].Upos == "VERB";
    }

    private static void Modal(Token t, bool perfect, bool participle, StatusState state)
    {
        switch (t.Form.ToLowerInvariant())
        {
            case "will" or "'ll" or "’ll" or "shall" or "wo" or "sha": state.Weaken(Status.Planned, Context.Future); break;
            case "'d" or "’d" when participle && !perfect: break; // "who'd endorsed" had
            case "would" or "'d" or "’d" when t.Xpos == "MD": state.Weaken(perfect ? Status.Hypothetical : Status.Planned, perfect ? Context.Would | Context.Supposed : Context.Would); break;
            case "should" or "ought" when perfect: state.Weaken(Status.Hypothetical, Context.Obligation | Context.Supposed); break;
            case "must" when perfect: state.Weaken(Status.Possible, Context.Probable); break;
            case "may" or "might" or "could": state.Weaken(Status.Possible, Context.Chance); break;
            case "can" or "ca": state.Weaken(Status.Possible, Context.Ability); break;
            case "must" or "should" or "ought" or "need": state.Weaken(Status.Demanded, Context.Obligation); break;
        }
    }

    private static void Adverb(Sentence s, int index, int adverb, StatusState state)
    {
        switch (s.Tokens[adverb].Lemma.ToLowerInvariant())
        {
            case "perhaps" or "maybe" or "possibly" or "potentially" or "conceivably": state.Weaken(Status.Possible, Context.Chance); break;
            case "probably" or "presumably" or "apparently" or "seemingly": state.Weaken(Status.Possible, Context.Probable); break;
            case "likely" when s.Tokens[index].Upos is "VERB" or "NOUN" or "ADJ": state.Weaken(Status.Possible, Context.Probable); break;
            case "when" or "where" or "why" or "how" when s.Tokens[index].Relation is "root" or "ccomp": state.Note(Context.Asked); break;
        }
    }
}
