using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Reads a verb of saying between a relative pronoun and the verb the pronoun is the subject of: "a camp which critics
/// charge is a prison". Parsers take the verb of saying for a noun or for that verb's subject. Behind "what" the words
/// stand after the colon ("noted what they had found: …"). Takes the draft of the attribution, returns it with what
/// follows the verb or the colon for content, or null.
/// </summary>
internal static class GapReader
{
    private const int LongestSetting = 8;

    /// <summary>The attribution with its content, or null where the verb stands otherwise.</summary>
    public static SyntacticAttribution? Read(Sentence s, SyntacticAttribution draft) => Relative(s, draft) ?? Announced(s, draft);

    // "noted what the committee had found: the fund was empty": behind the colon stands what was found.
    private static SyntacticAttribution? Announced(Sentence s, SyntacticAttribution draft)
    {
        int i = draft.CueToken, colon = i + 1;
        if (draft.Cue is not { } cue || !cue.Takes("that") || draft.Speaker < 1 || draft.Speaker > i) return null;
        int what = s.Subtree(draft.Speaker).Min() - 1;
        if (what < 1 || s.Tokens[what].Form != "what" || s.Tokens[what].Head != i && s.Tokens[i].Head != what) return null;
        while (colon < s.Tokens.Count && colon - i <= LongestSetting && s.Tokens[colon].Form != ":") colon++;
        if (colon + 3 >= s.Tokens.Count || s.Tokens[colon].Form != ":") return null;
        List<int> content = [.. Enumerable.Range(colon + 1, s.Tokens.Count - colon - 1)];
        while (content.Count > 0 && s.Tokens[content[^1]].Upos == "PUNCT") content.RemoveAt(content.Count - 1);
        return draft with { Content = content, Clausal = true };
    }

    private static SyntacticAttribution? Relative(Sentence s, SyntacticAttribution draft)
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
