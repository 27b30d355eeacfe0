using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Tells a report that something was said from talk about saying: the writer's or reader's own words ("I say", "you
/// tell"), possible or wished saying ("could argue", "to say that"), orders ("say what you like") and conditions ("if
/// he says") are no plain reports. "did not say" and "went on to say" are.
/// </summary>
internal static class ReportingContext
{
    private static readonly FrozenSet<string> Participants = FrozenSet.ToFrozenSet(["i", "we", "you"]);

    /// <summary>Whether the verb reports that its subject said something.</summary>
    public static bool IsPlain(Sentence s, int verb, int speaker)
    {
        var t = s.Tokens[verb];
        if (speaker >= 0 && s.Child(speaker, "det") < 0 && Participants.Contains(s.Tokens[speaker].Lemma.ToLowerInvariant())) return false;
        bool does = false;
        foreach (int c in s.Children(verb))
        {
            var k = s.Tokens[c];
            if (k.Relation == "aux" && k.Xpos == "MD" && k.Lemma is not ("will" or "would")) return false;
            if (k.Relation == "aux" && k.Lemma is "do" or "will" or "would") does = true;
            if (k.Relation == "mark" && k.Lemma is "if" or "unless" or "whether" && k.Index < verb) return false;
        }
        bool mistagged = t.Relation == "root" && verb > 0 && !s.Children(verb).Any(c => s.Tokens[c].Relation is "aux" or "mark") && s.Tokens[verb - 1].Upos is "NOUN" or "PROPN" or "NUM" or "ADJ"; // "a third say"
        return t.Xpos != "VB" || mistagged || does || t.Relation == "conj" || CueExtent.Above(s, verb) >= 0 || Eager(s, t);
    }

    /// <summary>"nobody claims that", "no official has said": there is no voice to credit.</summary>
    public static bool IsNobody(Sentence s, int speaker) =>
        s.Tokens[speaker].Lemma.ToLowerInvariant() is "nobody" or "none" || s.Child(speaker, "det") is var no and >= 0 && s.Tokens[no].Lemma.Equals("no", StringComparison.OrdinalIgnoreCase);

    // "was quick to point out"
    private static bool Eager(Sentence s, Token t) =>
        t.Relation is "xcomp" or "advcl" or "ccomp" && t.Head >= 0 && t.Head < t.Index && s.Tokens[t.Head].Lemma is "quick" or "careful" or "keen" or "like" or "have" && s.Child(t.Head, "obj") < 0 && s.Child(t.Index, "nsubj") < 0;
}
