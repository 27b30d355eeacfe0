using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Finds the clause that a parenthetical credit stands in or behind: "Troops had left, the minister said", "as the mayor
/// put it". Takes the verb of the credit and its speaker, returns the head of the clause or −1. A negated verb credits
/// nobody ("maybe she did not ask me"), nor does a participle ("– later revealed to be hers –"), and what follows a semicolon is a statement beside the one before it.
/// </summary>
internal static class ParentheticalCredit
{
    /// <summary>Head of the clause that the verb at <paramref name="i"/> credits, or −1.</summary>
    public static int Host(Sentence s, CueTable cues, int i, int speaker)
    {
        var t = s.Tokens[i];
        if (speaker < 0) return -1;
        if (t.Relation == "parataxis" && t.Head >= 0) return t.Xpos == "VBG" && s.Child(i, "obj") >= 0 || t.Xpos == "VBN" && !ContentClause.HasSubject(s, i) || IsNegated(s, i) || IsBeside(s, i) ? -1 : t.Head; // "the council recommending caution" has its own
        if (t.Relation == "advcl" && t.Head >= 0 && (s.Child(i, "obj") is var obj && (obj < 0 || s.Tokens[obj].Lemma == "it")) && ArgumentReader.Marker(s, i) == "as" && t.Xpos is "VBD" or "VBZ" or "VBP") return t.Head;
        if (t.Relation != "root") return -1;
        foreach (int c in s.Children(i))
            if (s.Tokens[c].Relation == "parataxis" && ContentClause.HasSubject(s, c) && !(c > i && (IsBeside(s, c) || LabelledSpeech.Intervenes(s, i, s.Subtree(c).Min()) || cues.Verb(s.Tokens[c].Lemma.ToLowerInvariant(), null) is { Proof: CueProof.Clause, Class: "say" or "tell" }))) return c;
        return -1;
    }

    private static bool IsNegated(Sentence s, int verb)
    {
        foreach (int c in s.Children(verb)) if (s.Tokens[c].Lemma.ToLowerInvariant() is "not" or "n't" or "n’t" or "never") return true;
        return false;
    }

    // "Dockers cheered it; shopkeepers complained of it"
    private static bool IsBeside(Sentence s, int clause)
    {
        int first = s.Subtree(clause).Min();
        return s.Tokens[first].Form == ";" || first > 0 && s.Tokens[first - 1].Form == ";";
    }
}
