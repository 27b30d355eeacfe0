namespace Hearsay.Language.Conllu;

/// <summary>
/// Pairs gold and system words as the CoNLL 2018 script does: words that are tokens of their own pair when they
/// cover the same characters; inside a region of multiword tokens, the longest common subsequence of lower-cased
/// forms pairs. Takes both lists in text order.
/// </summary>
internal static class TreeAlignment
{
    /// <summary>The pairs in text order.</summary>
    public static List<(TreeWord Gold, TreeWord System)> Align(IReadOnlyList<TreeWord> gold, IReadOnlyList<TreeWord> system)
    {
        var pairs = new List<(TreeWord, TreeWord)>();
        int g = 0, s = 0;
        while (g < gold.Count && s < system.Count)
        {
            if (gold[g].IsMultiword || system[s].IsMultiword)
            {
                AlignRegion(gold, system, ref g, ref s, pairs);
                continue;
            }
            if (gold[g].Start == system[s].Start && gold[g].End == system[s].End) pairs.Add((gold[g++], system[s++]));
            else if (gold[g].Start <= system[s].Start) g++;
            else s++;
        }
        return pairs;
    }

    private static void AlignRegion(IReadOnlyList<TreeWord> gold, IReadOnlyList<TreeWord> system, ref int g, ref int s, List<(TreeWord, TreeWord)> pairs)
    {
        int end = gold[g].IsMultiword ? gold[g].End : system[s].End;
        if (gold[g].IsMultiword) { if (!system[s].IsMultiword && system[s].Start < gold[g].Start) s++; }
        else if (gold[g].Start < system[s].Start) g++;
        int gs = g, ss = s;
        while (!BeyondEnd(gold, g, end) || !BeyondEnd(system, s, end))
        {
            if (g < gold.Count && (s >= system.Count || gold[g].Start <= system[s].Start))
            {
                if (gold[g].IsMultiword && gold[g].End > end) end = gold[g].End;
                g++;
            }
            else
            {
                if (system[s].IsMultiword && system[s].End > end) end = system[s].End;
                s++;
            }
        }
        Longest(gold, gs, g, system, ss, s, pairs);
    }

    private static bool BeyondEnd(IReadOnlyList<TreeWord> words, int i, int end)
    {
        if (i >= words.Count) return true;
        return words[i].IsMultiword ? words[i].Start >= end : words[i].End > end;
    }

    private static void Longest(IReadOnlyList<TreeWord> gold, int gs, int ge, IReadOnlyList<TreeWord> system, int ss, int se, List<(TreeWord, TreeWord)> pairs)
    {
        int n = ge - gs, m = se - ss;
        var lcs = new int[n + 1, m + 1];
        for (int i = n - 1; i >= 0; i--)
            for (int j = m - 1; j >= 0; j--)
                lcs[i, j] = SameForm(gold[gs + i], system[ss + j]) ? lcs[i + 1, j + 1] + 1 : Math.Max(lcs[i + 1, j], lcs[i, j + 1]);
        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (SameForm(gold[gs + i], system[ss + j])) pairs.Add((gold[gs + i++], system[ss + j++]));
            else if (lcs[i, j] == lcs[i + 1, j]) i++;
            else j++;
        }
    }

    private static bool SameForm(TreeWord a, TreeWord b) =>
        string.Equals(a.Node.Form, b.Node.Form, StringComparison.OrdinalIgnoreCase);
}
