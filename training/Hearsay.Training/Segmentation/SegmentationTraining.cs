using System.Globalization;
using Hearsay.Language;
using Hearsay.Language.Conllu;
using Hearsay.Language.Segmentation;

namespace Hearsay.Training.Segmentation;

/// <summary>
/// Makes models/en/sentences.bin and measures tokens and sentences. <c>train OUT FILE…</c> trains on the raw text
/// of CoNLL-U files and on paragraphs made of their sentences; <c>measure MODELS FILE…</c> prints the F1 of words and sentences on each;
/// <c>errors MODELS FILE</c> lists where they differ from the gold.
/// </summary>
public static class SegmentationTraining
{
    private const int LogWeights = 16, Epochs = 15, MadeParagraphs = 2000;

    /// <summary>Runs one of the verbs; returns an exit code.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["train", var output, .. var files] when files.Length > 0:
                Train(files).Save(output);
                return 0;
            case ["measure", var models, .. var files] when files.Length > 0:
                foreach (string file in files) Measure(Segmenter.Load(models), file);
                return 0;
            case ["errors", var models, var file]:
                SegmentationErrors.Print(Segmenter.Load(models), [.. ConlluReader.ReadFile(file)]);
                return 0;
            default:
                Console.Error.WriteLine("usage: segmentation train OUT FILE… | measure MODELS FILE… | errors MODELS FILE");
                return 2;
        }
    }

    private static void Measure(Segmenter segmenter, string file)
    {
        List<ConlluSentence> gold = [.. ConlluReader.ReadFile(file)];
        var text = ConlluText.Build(gold);
        var scores = TreeEvaluation.Evaluate(gold, SystemSentences(segmenter, text.Text));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(file)}: words {scores.Words.F1:P2} sentences {scores.Sentences.F1:P2} (P {scores.Sentences.Precision:P2} R {scores.Sentences.Recall:P2})"));
    }

    /// <summary>The segmentation as CoNLL-U sentences with a flat tree.</summary>
    internal static IEnumerable<ConlluSentence> SystemSentences(Segmenter segmenter, string text)
    {
        foreach (var sentence in segmenter.Segment(text))
        {
            var words = sentence.Tokens.Select((span, i) =>
                new ConlluWord(i + 1, span.In(text), "_", "_", "_", "_", i == 0 ? 0 : 1, i == 0 ? "root" : "dep", "_", "_")).ToList();
            yield return new ConlluSentence([], words, [], 0);
        }
    }

    /// <summary>Logistic regression by AdaGrad, then rounding to signed bytes.</summary>
    private static SentenceModel Train(string[] files)
    {
        var examples = new List<(uint[] Features, bool Boundary)>();
        foreach (string file in files)
        {
            List<ConlluSentence> gold = [.. ConlluReader.ReadFile(file)];
            var text = ConlluText.Build(gold);
            Collect(text.Text, [.. text.Sentences.Select(s => s.Tokens[^1].End)], examples);
            foreach (var (paragraph, ends) in new BoundaryAugmentation(gold, seed: 11).Paragraphs(MadeParagraphs)) Collect(paragraph, ends, examples);
        }
        Console.WriteLine($"{examples.Count} gaps, {examples.Count(e => e.Boundary)} boundaries");
        const uint mask = (1u << LogWeights) - 1;
        var weights = new double[1 << LogWeights];
        var squares = new double[1 << LogWeights];
        var random = new Random(7);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(examples));
            foreach (var (features, boundary) in examples)
            {
                double sum = 0;
                foreach (uint f in features) sum += weights[f & mask];
                double error = (boundary ? 1 : 0) - 1 / (1 + Math.Exp(-sum));
                foreach (uint f in features)
                {
                    double gradient = error - 1e-6 * weights[f & mask];
                    squares[f & mask] += gradient * gradient;
                    weights[f & mask] += 0.04 * gradient / Math.Sqrt(squares[f & mask] + 1e-8);
                }
            }
        }
        double largest = weights.Max(Math.Abs), scale = 127 / largest;
        return new SentenceModel([.. weights.Select(w => (sbyte)Math.Round(w * scale))], 0);
    }

    private static void Collect(string text, HashSet<int> ends, List<(uint[], bool)> examples)
    {
        var tokens = new List<TextSpan>();
        var features = new uint[SentenceFeatures.Count];
        foreach (var span in ParagraphFinder.Find(text))
        {
            tokens.Clear();
            Tokenizer.Tokenize(text, span.Start, span.End, tokens);
            var reader = new SentenceFeatures(text, tokens.ToArray());
            for (int i = 0; i + 1 < tokens.Count; i++)
            {
                reader.Read(i);
                bool boundary = ends.Contains(tokens[i].End);
                if (reader.IsCandidate(i))
                {
                    reader.Compute(i, features);
                    examples.Add(((uint[])features.Clone(), boundary));
                }
                if (boundary) reader.EndSentence(i);
            }
        }
    }
}
