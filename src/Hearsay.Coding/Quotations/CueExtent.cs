using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// The words that make up a cue: the verb with its auxiliaries, negation, adverbs of the verb group and particles
/// ("has repeatedly pointed out"), the verb above an infinitive ("went on to say"), and the document it was said in
/// ("said in a statement"). Takes the head token, returns tokens in text order. Adverbs that join clauses stay out.
/// </summary>
internal static class CueExtent
{
    private static readonly FrozenSet<string> Joining = FrozenSet.ToFrozenSet(
        ["when", "where", "how", "why", "so", "however", "meanwhile", "instead", "then", "thus", "therefore", "there", "here", "too", "though", "moreover", "furthermore", "nevertheless", "most", "overall", "both", "all"]);

    private static readonly FrozenSet<string> Vehicles = FrozenSet.ToFrozenSet(
        ["statement", "letter", "memo", "release"]);

    private static readonly FrozenSet<string> Aspectual = FrozenSet.ToFrozenSet(["go", "continue", "begin", "start", "proceed", "come", "keep", "rush", "take"]);

    /// <summary>The cue's tokens.</summary>
    public static List<int> Of(Sentence s, int verb)
    {
        var tokens = new List<int> { verb };
        foreach (int c in s.Children(verb))
        {
            var t = s.Tokens[c];
            bool group = c < verb && t.Relation is "aux" or "cop" || c < verb && t.Relation == "advmod" && !Joining.Contains(t.Lemma) && s.Children(c).Count == 0;
            bool particle = c > verb && c - verb <= 4 && (t.DepRel == "compound:prt" || t.Relation == "advmod" && t.Lemma == "back");
            if (group || particle) tokens.Add(c);
        }
        tokens.Sort();
        while (tokens[0] < verb && !Joined(s, tokens)) tokens.RemoveAt(0);
        if (Above(s, verb) is var above and >= 0 && verb - above <= 4) tokens.InsertRange(0, Enumerable.Range(above, tokens[0] - above));
        AddVehicle(s, verb, tokens);
        return tokens;
    }

    /// <summary>Whether the verb above only tells how the saying proceeds ("went on to say").</summary>
    public static int Above(Sentence s, int verb)
    {
        var t = s.Tokens[verb];
        if (t.Relation is not ("xcomp" or "advcl") || t.Head < 0 || t.Head > verb || t.Xpos is not ("VB" or "VBG")) return -1;
        return Aspectual.Contains(s.Tokens[t.Head].Lemma) ? t.Head : -1;
    }

    // The first token may be apart from the next only by the subject of a question or by commas.
    private static bool Joined(Sentence s, List<int> tokens)
    {
        for (int k = tokens[0] + 1; k < tokens[1]; k++)
            if (s.Tokens[k].Upos != "PUNCT") return false;
        return true;
    }

    // "said in a statement", "said Tuesday in an interview" only when it follows at once.
    private static void AddVehicle(Sentence s, int verb, List<int> tokens)
    {
        foreach (int c in s.Children(verb))
        {
            if (c < verb || s.Tokens[c].Relation != "obl" || !Vehicles.Contains(s.Tokens[c].Lemma) || s.Child(c, "case") != verb + 1 || s.Tokens[verb + 1].Lemma != "in") continue;
            for (int k = verb + 1; k <= c; k++) if (!tokens.Contains(k)) tokens.Add(k);
        }
    }
}
