using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Statuses;

/// <summary>How an adverbial clause is tied to its main clause, as far as status goes.</summary>
internal enum Tie
{
    /// <summary>A participle without a conjunction, or one under "by": it shares what holds of the main clause.</summary>
    Shared,

    /// <summary>"because", "after", "although": it stands for itself.</summary>
    Free,

    /// <summary>"when", "until": it stands for itself in time.</summary>
    Temporal,

    /// <summary>"if", "unless", "in case".</summary>
    Supposed,

    /// <summary>"as if": what is not so.</summary>
    Unreal,

    /// <summary>"to", "so that".</summary>
    Purpose,

    /// <summary>"without", "instead of".</summary>
    Excluded,

    /// <summary>"whether" and the like after a predicate of asking.</summary>
    Asked,
}

/// <summary>
/// Reads the conjunction of a clause, one word or several ("even if", "as long as", "provided that") or an inverted
/// auxiliary ("had they known"), and whether it sets a condition for its main clause. "Even if" and "as if" set none.
/// </summary>
internal static class Subordination
{
    /// <summary>How the clause at <paramref name="clause"/> is tied to what it hangs on.</summary>
    public static Tie Read(Sentence s, int clause)
    {
        string phrase = Phrase(s, clause);
        if (phrase.EndsWith("whether", StringComparison.Ordinal)) return Tie.Asked;
        return phrase switch
        {
            "to" when s.Tokens[clause].Xpos == "VBG" && s.Child(clause, "aux") < 0 => Tie.Free,
            "to" or "in order to" or "so as to" or "so that" or "in order that" or "for to" or "in order for to" or "in to" => Tie.Purpose,
            "if" when s.Tokens[clause].Lemma == "compare" && s.Tokens[clause].Xpos == "VBN" => Tie.Free,
            "if" or "even if" or "only if" or "unless" or "lest" or "in case" or "provided" or "providing" or "supposing" or "what if" or "as long as" or "so long as" => Tie.Supposed,
            "as if" or "as though" => Tie.Unreal,
            "without" or "instead of" or "rather than" => Tie.Excluded,
            "when" or "whenever" or "until" or "till" or "once" or "before" => Tie.Temporal,
            "" => IsInverted(s, clause) ? Tie.Supposed : s.Tokens[clause].Xpos is "VBG" or "VBN" ? Tie.Shared : s.Tokens[clause].Xpos == "VB" && s.Child(clause, "aux") < 0 ? Tie.Purpose : Adverb(s, clause),
            "by" or "in" or "with" or "while" or "on" or "through" or "thus" or "thereby" => s.Tokens[clause].Xpos == "VBG" ? Tie.Shared : Tie.Free,
            _ => Tie.Free,
        };
    }

    /// <summary>Whether a condition hangs on the predicate at <paramref name="index"/>.</summary>
    public static bool HasCondition(Sentence s, int index)
    {
        if (IsAgreed(s, index)) return true;
        foreach (int c in s.Children(index))
        {
            var t = s.Tokens[c];
            if (t.Relation == "advcl" && t.DepRel != "advcl:relcl" && SetsCondition(s, c)) return true;
            if (t.Relation == "advmod" && t.Lemma == "long" && s.Child(c, "advcl") >= 0 && s.Child(c, "advmod") is var asWord and >= 0 && s.Tokens[asWord].Lemma is "as" or "so") return true;
            if (t.Relation == "obl" && ArgumentReader.Case(s, c) is "unless" or "if") return true;
            if (t.Relation == "obl" && (t.Lemma is "event" or "case" && ArgumentReader.Case(s, c) == "in" && (s.Child(c, "nmod") >= 0 || s.Child(c, "acl") >= 0))) return true;
        }
        return false;
    }

    /// <summary>Whether "provided that" stands shortly before <paramref name="index"/>, however the parser tied it.</summary>
    public static bool IsProviso(Sentence s, int index)
    {
        for (int i = index - 1; i > 0 && i > index - 7; i--)
        {
            if (s.Tokens[i].Upos == "PUNCT") return false;
            if (s.Tokens[i].Form == "that" && s.Tokens[i - 1].Form is "provided" or "providing") return true;
        }
        return false;
    }

    // "will lend on condition that", "will leave provided that": fixed phrases that parsers take apart.
    private static bool IsAgreed(Sentence s, int index)
    {
        for (int i = index + 2; i < s.Tokens.Count && i < index + 9; i++)
        {
            if (s.Tokens[i].Upos == "PUNCT") return false;
            if (s.Tokens[i].Form == "that" && (s.Tokens[i - 1].Form is "provided" or "providing" || s.Tokens[i - 1].Form == "condition" && s.Tokens[i - 2].Form == "on")) return true;
        }
        return false;
    }

    private static bool SetsCondition(Sentence s, int clause)
    {
        // "if compared to last year" and "if any" state no condition.
        if (Read(s, clause) != Tie.Supposed || s.Tokens[clause].Upos is not ("VERB" or "AUX" or "ADJ" or "NOUN" or "PROPN" or "ADV")) return false;
        string phrase = Phrase(s, clause);
        if (phrase == "if" && s.Tokens[clause].Lemma is "compare" or "measure" or "adjust" or "need" or "require" && s.Tokens[clause].Xpos == "VBN" && s.Child(clause, "aux") < 0 && s.Child(clause, "nsubj") < 0) return false;
        return phrase is not ("even if" or "in case" or "lest" or "what if");
    }

    /// <summary>The conjunction in lower case, with its fixed parts and an "even", "only" or "as" in front, or "".</summary>
    public static string Phrase(Sentence s, int clause)
    {
        if (s.Tokens[clause].Lemma.ToLowerInvariant() is "provide" or "provided" or "providing" && s.Child(clause, "ccomp") >= 0) return "provided";
        string phrase = "";
        int first = -1;
        foreach (int c in s.Children(clause))
        {
            var t = s.Tokens[c];
            if (t.Relation is not ("mark" or "case") && !(t.Relation == "cc" && s.Child(c, "fixed") >= 0) || c > clause) continue;
            if (first < 0) first = c;
            phrase = phrase.Length == 0 ? t.Form.ToLowerInvariant() : phrase + " " + t.Form.ToLowerInvariant();
            foreach (int f in s.Children(c)) if (s.Tokens[f].Relation == "fixed") phrase += " " + s.Tokens[f].Form.ToLowerInvariant();
        }
        if (phrase == "that" && Degree(s, clause, "so") >= 0 && Degree(s, clause, "so") == first - 1) return "so that";
        if (first > 0 && phrase is "if" or "though")
        {
            string before = s.Tokens[first - 1].Form.ToLowerInvariant();
            if (before is "even" or "only" or "as" or "what") return before + " " + phrase;
        }
        if (phrase == "as" && first > 1 && s.Tokens[first - 1].Lemma == "long") return "as long as";
        if (phrase is "if to" or "whether to" or "over whether to" or "on whether to" or "about whether to" or "of whether to" or "unless to") phrase = phrase[..^3];
        return phrase is "that if" or "then if" or "and if" ? "if" : phrase;
    }

    private static int Degree(Sentence s, int clause, string word)
    {
        foreach (int c in s.Children(clause)) if (s.Tokens[c].Relation is "advmod" or "mark" && s.Tokens[c].Lemma == word) return c;
        return -1;
    }

    private static Tie Adverb(Sentence s, int clause)
    {
        foreach (int c in s.Children(clause))
            if (s.Tokens[c].Relation == "advmod" && s.Tokens[c].Lemma.ToLowerInvariant() is "when" or "whenever" or "once") return Tie.Temporal;
        return Tie.Free;
    }

    // "Had the guards slept", "Should they attack", "Were he to resign".
    internal static bool IsInverted(Sentence s, int clause)
    {
        int aux = -1;
        foreach (int c in s.Children(clause))
        {
            var t = s.Tokens[c];
            if (aux < 0 && t.Relation is "aux" or "cop" && t.Form.ToLowerInvariant() is "had" or "should" or "were") aux = c;
            else if (t.Relation is "nsubj" or "expl") return aux >= 0 && aux < c;
            else if (aux < 0 && t.Relation != "punct" && t.Relation != "cc") return false;
        }
        return false;
    }
}
