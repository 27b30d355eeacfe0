using System.Diagnostics;
using System.Globalization;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// What a model gets right on sentences with gold words. LAS ignores relation subtypes and counts every word,
/// punctuation included (CoNLL 2018 shared task); names are right when both ends and the kind are.
/// </summary>
internal sealed record HeldOutFigures(
    double Upos, double Xpos, double Feats, double Uas, double Las, double NamePrecision, double NameRecall, string NameKinds, double WordsPerSecond)
{
    public double NameF1 => NamePrecision + NameRecall == 0 ? 0 : 2 * NamePrecision * NameRecall / (NamePrecision + NameRecall);

    public static HeldOutFigures Measure(ParserModel model, List<GoldSentence> gold) => Measure(new Parser(model).Parse, gold);

    /// <summary>As above for anything that parses.</summary>
    public static HeldOutFigures Measure(Func<IReadOnlyList<string[]>, IReadOnlyList<ParsedSentence>> parse, List<GoldSentence> gold)
    {
        var watch = Stopwatch.StartNew();
        var parsed = parse([.. gold.Select(s => s.Words)]);
        double seconds = watch.Elapsed.TotalSeconds;
        int words = 0, upos = 0, xpos = 0, feats = 0, uas = 0, las = 0;
        var names = new SortedDictionary<string, (int Right, int Gold, int Found)>(StringComparer.Ordinal);
        for (int s = 0; s < gold.Count; s++)
        {
            var (g, p) = (gold[s], parsed[s]);
            if (g.Names != null) CountNames(g.Names, p.NameTags, names);
            for (int i = 0; g.HasTree && i < g.Words.Length; i++)
            {
                words++;
                if (g.Upos![i] == p.Upos[i]) upos++;
                if (g.Xpos![i] == p.Xpos[i]) xpos++;
                if (g.Feats![i] == p.Feats[i]) feats++;
                if (g.Heads![i] - 1 != p.Heads[i]) continue;
                uas++;
                if (Plain(g.Relations![i]).SequenceEqual(Plain(p.DepRels[i]))) las++;
            }
        }
        double Percent(int n, int of) => of == 0 ? 0 : 100.0 * n / of;
        int right = names.Values.Sum(v => v.Right);
        string kinds = string.Join(' ', names.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Key} {Percent(2 * n.Value.Right, n.Value.Gold + n.Value.Found):F1}")));
        return new HeldOutFigures(
            Percent(upos, words), Percent(xpos, words), Percent(feats, words), Percent(uas, words), Percent(las, words),
            Percent(right, names.Values.Sum(v => v.Found)), Percent(right, names.Values.Sum(v => v.Gold)), kinds, gold.Sum(s => s.Words.Length) / seconds);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"UPOS {Upos:F2} XPOS {Xpos:F2} FEATS {Feats:F2} UAS {Uas:F2} LAS {Las:F2} names P {NamePrecision:F1} R {NameRecall:F1} F1 {NameF1:F1} ({NameKinds}) {WordsPerSecond:F0} words/s");

    private static ReadOnlySpan<char> Plain(string relation) => relation.IndexOf(':') is var i and >= 0 ? relation.AsSpan(0, i) : relation;

    private static void CountNames(string?[] gold, string[] found, SortedDictionary<string, (int Right, int Gold, int Found)> counts)
    {
        var inGold = Spans(gold).ToHashSet();
        foreach (var span in inGold) counts[span.Kind] = counts.GetValueOrDefault(span.Kind) is var c ? (c.Right, c.Gold + 1, c.Found) : default;
        foreach (var span in Spans(found))
        {
            if (Array.IndexOf(gold, null, span.Start, span.End - span.Start) >= 0) continue;
            var c = counts.GetValueOrDefault(span.Kind);
            counts[span.Kind] = (c.Right + (inGold.Contains(span) ? 1 : 0), c.Gold, c.Found + 1);
        }
    }

    private static IEnumerable<(int Start, int End, string Kind)> Spans(string?[] tags)
    {
        for (int i = 0; i < tags.Length; i++)
        {
            if (tags[i] is not ['B', '-', ..]) continue;
            string kind = tags[i]![2..];
            int end = i + 1;
            while (end < tags.Length && tags[end] == "I-" + kind) end++;
            yield return (i, end, kind);
        }
    }
}
