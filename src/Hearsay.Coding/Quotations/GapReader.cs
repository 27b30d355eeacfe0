using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Reads a verb of saying between a relative pronoun and the verb the pronoun is the subject of: "a camp which critics
/// charge is a prison". Parsers take the verb of saying for a noun or for that verb's subject. Takes the draft of the
/// attribution, returns it with what follows the verb for content, or null.
/// </summary>
internal static class GapReader
{
    /// <summary>The attribution with its content, or null where the verb stands otherwise.</summary>
    public static SyntacticAttribution? Read(Sentence s, SyntacticAttribution draft)
    {
        int i = draft.CueToken;
        if (draft.Cue is not { Proof: CueProof.Clause } cue || !cue.Takes("that") || draft.Speaker < 0 || draft.Speaker > i || i + 1 >= s.Tokens.Count) return null;
        int governor = s.Tokens[i].Head;
        bool finite = s.Tokens[i + 1].Upos is "AUX" or "VERB" && s.Tokens[i + 1].Xpos is "VBZ" or "VBP" or "VBD" or "MD";
        if (!finite || governor <= i || s.Tokens[i].Relation is not ("nsubj" or "csubj" or "acl") || !HasRelative(s, draft.Speaker)) return null;
        List<int> content = [.. s.Subtree(governor).Where(k => k > i)];
        while (content.Count > 0 && s.Tokens[content[^1]].Upos == "PUNCT") content.RemoveAt(content.Count - 1);
        return content.Count < 2 ? null : draft with { Content = content, Clausal = true };
    }

    // "which" before the one who says so, at most a clause away.
    private static bool HasRelative(Sentence s, int speaker)
    {
        for (int k = speaker - 1; k >= 0 && k > speaker - 16; k--) if (s.Tokens[k].Xpos is "WDT" or "WP") return true;
        return false;
    }
}
