using System.Diagnostics;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Language.Morphology;
using Hearsay.Language.Parsing;
using Hearsay.Language.Segmentation;

namespace Hearsay.Bench;

/// <summary>
/// Words a second of each stage from text to trees, on the samples or on plain text files, repeated to some 50,000
/// words; of the parser also by batch, on each vector path's kernels, on two cores, and as a share of the rate at which
/// this core multiplies whole numbers that lie in its nearest cache. Times are processor time of the whole process after
/// a warm-up, best of five, so that other work on the machine weighs little; the wall-clock time stands beside it.
/// </summary>
internal static class StageReport
{
    private const int Words = 50_000, Rounds = 5;

    public static int Run(string[] files)
    {
        string root = Root(), models = Path.Combine(root, "models", "en");
        var segmenter = Segmenter.Load(models);
        ParserModel model = null!;
        var (processor, wall) = Measure(() => model = ParserModel.Load(Path.Combine(models, "parser.bin")));
        Print($"parser.bin loaded in {processor * 1000:F0} ms ({wall * 1000:F0} by the clock)");
        string[] paths = files.Length > 0 ? files : Directory.GetFiles(Path.Combine(root, "samples"), "*.txt");
        var texts = paths.Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var once = texts.SelectMany(t => segmenter.Segment(t).Select(s => s.Tokens.Select(span => span.In(t)).ToArray())).ToList();
        int repeats = Math.Max(1, Words / once.Sum(s => s.Length));
        var sentences = Enumerable.Repeat(once, repeats).SelectMany(s => s).ToList();
        int words = sentences.Sum(s => s.Length);
        Print($"{words} words in {sentences.Count} sentences; {Environment.ProcessorCount} cores; {VectorPaths.Best}");
        Stages(texts, repeats, words, segmenter, model, sentences, models);
        double best = Rate("parser, all sentences at once", words, () => new Parser(model).Parse(sentences));
        TwoCores(words, model, sentences);
        Peak(best, model, words / (double)sentences.Count);
        return 0;
    }

    private static void Stages(List<string> texts, int repeats, int words, Segmenter segmenter, ParserModel model, List<string[]> sentences, string models)
    {
        var lemmatizer = Lemmatizer.Load(models);
        var annotator = new Annotator(segmenter, lemmatizer, model);
        var parsed = new Parser(model).Parse(sentences);
        Rate("sentences and tokens", words, () => Repeat(repeats, () => texts.ForEach(t => segmenter.Segment(t))));
        var parser = new Parser(model);
        Rate("parser, one sentence at a time", words, () => sentences.ForEach(s => parser.Parse([s])));
        Rate("parser, thirty sentences at a time", words, () =>
        {
            foreach (string[][] chunk in sentences.Chunk(30)) parser.Parse(chunk);
        });
        Rate("lemmas", words, () =>
        {
            for (int s = 0; s < parsed.Length; s++)
                for (int i = 0; i < sentences[s].Length; i++) lemmatizer.Lemma(sentences[s][i], parsed[s].Upos[i], parsed[s].Xpos[i], parsed[s].Feats[i]);
        });
        Rate("tokens to trees with lemmas", words, () => annotator.Parse(sentences));
        Rate("text to trees, names, coreference", words, () => Repeat(repeats, () => texts.ForEach(t => annotator.Annotate(t))));
    }

    // Two cores busy at once cost each other cache and memory: that shows in the processor time of a word.
    private static void TwoCores(int words, ParserModel model, List<string[]> sentences)
    {
        if (Environment.ProcessorCount < 2) return;
        var parsers = new[] { new Parser(model), new Parser(model) };
        double alone = Measure(() => parsers[0].Parse(sentences)).Processor;
        var both = Measure(() => Parallel.ForEach(parsers, new ParallelOptions { MaxDegreeOfParallelism = 2 }, p => p.Parse(sentences)));
        Print($"two cores: {2 * words / both.Wall:F0} words/s by the clock; a word's processor time {2 * alone / both.Processor:P0} as fast as on one, so {4 * alone / both.Processor:F2} times one core");
    }

    private static unsafe void Peak(double wordsPerSecond, ParserModel model, double averageLength)
    {
        const int Rows = 16, Inputs = 224, Passes = 200_000;
        var weights = new AlignedFloats((Inputs + 1) * PackedMatrix.Panel);
        var matrix = new QuantizedMatrix(new PackedMatrix(Inputs, PackedMatrix.Panel, weights, 0, hasBias: true), 1f);
        AlignedFloats input = new(Rows * Inputs / 2), output = new(Rows * PackedMatrix.Panel);
        double seconds = Measure(() => Repeat(Passes, () =>
            IntegerKernels.Multiply(VectorPaths.Best, (short*)input.Pointer, Inputs, matrix, output.Pointer, PackedMatrix.Panel, Rows, accumulate: false))).Processor;
        double peak = (double)Passes * Rows * Inputs * PackedMatrix.Panel / seconds;
        var shape = model.Shape;
        double products = shape.Matrices().Sum(m => (double)m.Inputs * PackedMatrix.Padded(m.Outputs)) + averageLength * shape.Arc;
        Print($"products: {products / 1e6:F2} million a word, {wordsPerSecond * products / 1e9:F0} of this core's {peak / 1e9:F0} thousand million a second: {wordsPerSecond * products / peak:P0}");
        GC.KeepAlive((weights, input, output));
    }

    private static double Rate(string stage, int words, Action work)
    {
        var (processor, wall) = Measure(work);
        Print($"{stage}: {words / processor:F0} words/s ({words / wall:F0} by the clock)");
        return words / processor;
    }

    private static (double Processor, double Wall) Measure(Action work)
    {
        work();
        double processor = double.MaxValue, wall = double.MaxValue;
        using var process = Process.GetCurrentProcess();
        for (int i = 0; i < Rounds; i++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            work();
            wall = Math.Min(wall, watch.Elapsed.TotalSeconds);
            process.Refresh();
            processor = Math.Min(processor, (process.TotalProcessorTime - before).TotalSeconds);
        }
        return (processor, wall);
    }

    private static void Repeat(int times, Action work)
    {
        for (int i = 0; i < times; i++) work();
    }

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Hearsay.slnx"))) root = root.Parent!;
        return root.FullName;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
