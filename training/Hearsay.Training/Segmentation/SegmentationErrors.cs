using Hearsay.Language;
using Hearsay.Language.Conllu;
using Hearsay.Language.Segmentation;

namespace Hearsay.Training.Segmentation;

/// <summary>Lists the places where tokens or sentences differ from the gold, with their context.</summary>
internal static class SegmentationErrors
{
    /// <summary>Prints differing tokens ("T gold → system") and sentence ends ("missed", "false") to standard output.</summary>
    public static void Print(Segmenter segmenter, List<ConlluSentence> gold)
    {
        var built = ConlluText.Build(gold);
        var system = segmenter.Segment(built.Text);
        PrintTokens(built, system);
        var goldEnds = built.Sentences.Select(s => s.Tokens[^1].End).ToHashSet();
        var systemEnds = system.Select(s => s.Tokens[^1].End).ToHashSet();
        foreach (int end in goldEnds.Union(systemEnds).Order())
        {
            if (goldEnds.Contains(end) == systemEnds.Contains(end)) continue;
            int from = Math.Max(0, end - 60), to = Math.Min(built.Text.Length, end + 60);
            Console.WriteLine($"S {(goldEnds.Contains(end) ? "missed" : "false ")} {built.Text[from..end].ReplaceLineEndings("⏎")} ## {built.Text[end..to].ReplaceLineEndings("⏎")}");
        }
    }

    private static void PrintTokens(ConlluText gold, IReadOnlyList<SegmentedSentence> system)
    {
        var goldSpans = gold.Sentences.SelectMany(s => s.Tokens).ToList();
        var systemSpans = system.SelectMany(s => s.Tokens).ToList();
        for (int g = 0, s = 0; g < goldSpans.Count && s < systemSpans.Count;)
        {
            if (goldSpans[g] == systemSpans[s]) { g++; s++; continue; }
            int gs = g, ss = s;
            int end = Math.Max(goldSpans[g++].End, systemSpans[s++].End);
            while (g < goldSpans.Count && goldSpans[g].Start < end || s < systemSpans.Count && systemSpans[s].Start < end)
            {
                if (g < goldSpans.Count && goldSpans[g].Start < end) end = Math.Max(end, goldSpans[g++].End);
                if (s < systemSpans.Count && systemSpans[s].Start < end) end = Math.Max(end, systemSpans[s++].End);
            }
            string Join(List<TextSpan> spans, int a, int b) => string.Join(" | ", spans[a..b].Select(x => x.In(gold.Text)));
            Console.WriteLine($"T {Join(goldSpans, gs, g)}  →  {Join(systemSpans, ss, s)}");
        }
    }
}
