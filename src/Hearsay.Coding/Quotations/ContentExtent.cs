using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Which tokens the content of a cue is made of: the subtrees of its clauses or phrases without the cue, the speaker
/// and the addressee, with holes between them filled, and a condition or time clause that stands between cue and
/// clause ("said that if it rains the march is off"). "that" belongs to the content.
/// </summary>
internal static class ContentExtent
{
    private static readonly FrozenSet<string> Summaries = FrozenSet.ToFrozenSet(
        ["claim", "comment", "remark", "statement", "assertion", "charge", "allegation", "accusation", "suggestion", "argument", "view", "position", "stance", "sentiment", "something"]);

    /// <summary>The content whose top tokens are <paramref name="tops"/>, all dependents of the cue.</summary>
    public static List<int> Of(Sentence s, IReadOnlyList<int> tops, SyntacticAttribution draft)
    {
        int cue = draft.CueToken;
        var content = new SortedSet<int>();
        foreach (int top in tops) content.UnionWith(s.Subtree(top));
        if (content.Count == 0) return [];
        var apart = Apart(s, draft, tops);
        content.ExceptWith(apart);
        if (content.Count == 0) return [];
        foreach (int c in s.Children(cue))
            if (c > cue && c < tops[0] && s.Tokens[c].Relation == "advcl" && s.Tokens[c].Xpos is not "VBG" && content.Min > c) content.UnionWith(s.Subtree(c));
        if (content.Max < cue) Before(s, cue, content, apart);
        int first = content.Min, last = content.Max;
        if (first > cue || last < cue)
            for (int k = first; k <= last; k++) if (!apart.Contains(k)) content.Add(k);
        return CutSummary(s, Trim(s, content), cue);
    }

    // "hinted that he would go, comments that his aides echoed": what sums the words up is the writer's.
    private static List<int> CutSummary(Sentence s, List<int> content, int cue)
    {
        for (int k = 3; k + 1 < content.Count; k++)
        {
            int at = content[k];
            if (at < cue || s.Tokens[at].Form is not ("," or "—" or "–" or "--")) continue;
            int noun = s.Tokens[content[k + 1]].Upos == "DET" && k + 2 < content.Count ? content[k + 2] : content[k + 1];
            if (Summaries.Contains(s.Tokens[noun].Lemma.ToLowerInvariant()) && s.Child(noun, "acl") > noun && s.Child(noun, "case") < 0) return content[..k];
        }
        return content;
    }

    /// <summary>The clause headed by <paramref name="top"/> around a parenthetical cue inside it and the speaker right before that.</summary>
    public static List<int> Around(Sentence s, int top, int cue, int speaker)
    {
        var content = new SortedSet<int>(s.Subtree(top));
        if (speaker > top && speaker < cue && s.Dominates(top, speaker) && s.Subtree(speaker).Max() is var last && last < cue && last >= cue - 2) content.ExceptWith(s.Subtree(speaker));
        content.ExceptWith(s.Dominates(top, cue) ? s.Subtree(cue) : [cue]);
        return Trim(s, content);
    }

    // The cue's own words and those who speak and listen.
    private static HashSet<int> Apart(Sentence s, SyntacticAttribution draft, IReadOnlyList<int> tops)
    {
        var apart = new HashSet<int>(draft.CueTokens);
        foreach (int head in new[] { draft.Speaker, draft.Addressee })
            if (head >= 0 && !tops.Contains(head) && !s.Dominates(head, draft.CueToken)) apart.UnionWith(s.Subtree(head).Where(k => !tops.Any(t => s.Dominates(head, t) && s.Dominates(t, k))));
        if (tops.Any(t => s.Dominates(t, draft.CueToken))) apart.UnionWith(s.Subtree(draft.CueToken));
        return apart;
    }

    // "In May taxes rose, the minister said": a clause that precedes its cue begins where the sentence begins.
    private static void Before(Sentence s, int cue, SortedSet<int> content, HashSet<int> apart)
    {
        int first = content.Min;
        bool main = s.Tokens[cue].Relation == "root";
        for (int k = first - 1; k >= 0; k--)
        {
            if (apart.Contains(k) || !main && !s.Dominates(cue, k)) break;
            content.Add(k);
        }
    }

    /// <summary>Cuts a phrase before a relative clause set off by a comma or a dash.</summary>
    public static List<int> CutAside(Sentence s, List<int> content)
    {
        for (int k = 1; k < content.Count; k++)
        {
            var t = s.Tokens[content[k]];
            if (t.Form is "—" or "–" or "--" || t.Form == "," && content[k] + 1 < s.Tokens.Count && s.Tokens[content[k] + 1].Lemma is "which" or "who" or "where")
                return content[..k];
        }
        return content;
    }

    private static List<int> Trim(Sentence s, SortedSet<int> content)
    {
        List<int> list = [.. content];
        while (list.Count > 0 && s.Tokens[list[0]].Upos == "PUNCT") list.RemoveAt(0);
        while (list.Count > 0 && s.Tokens[list[^1]].Upos is "PUNCT" or "CCONJ") list.RemoveAt(list.Count - 1);
        return list;
    }
}
