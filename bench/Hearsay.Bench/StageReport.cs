using System.Diagnostics;
using System.Globalization;
using Hearsay.Articles;
using Hearsay.Coding.Actors;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Places;
using Hearsay.Language;
using Hearsay.Language.Morphology;
using Hearsay.Language.Parsing;
using Hearsay.Language.Segmentation;

namespace Hearsay.Bench;

/// <summary>
/// Words a second of each stage from text to trees, on the samples or on plain text files, repeated to some 50,000
/// words; of the parser also by batch, on two cores, and as a share of what <see cref="ProductPeak"/> allows. Times are
/// processor time of the whole process after a warm-up, best of five, so that other work on the machine weighs little; the
/// wall-clock time stands beside it; last, how much of everything the patterns take. The runtime's own switches choose the vector path: DOTNET_EnableAVX512=0 measures that
/// of AVX2, DOTNET_EnableHWIntrinsic=0 the one without vectors.
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
        Rate("parser, all sentences at once", words, () => new Parser(model).Parse(sentences));
        TwoCores(words, model, sentences);
        Share(words, model, sentences);
        Matching(root, paths, words / repeats);
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

    // The parser and the peaks are timed in turns, so that what else the machine does bears on all of them alike.
    private static void Share(int words, ParserModel model, List<string[]> sentences)
    {
        var parser = new Parser(model);
        double parsing = double.MaxValue, integer = 0, floating = 0;
        for (int i = 0; i < Rounds; i++)
        {
            parsing = Math.Min(parsing, Measure(() => parser.Parse(sentences), 1).Processor / words);
            integer = Math.Max(integer, ProductPeak.Integers(VectorPaths.Best) / Measure(() => ProductPeak.Integers(VectorPaths.Best), 3).Processor);
            floating = Math.Max(floating, ProductPeak.Floats(VectorPaths.Best) / Measure(() => ProductPeak.Floats(VectorPaths.Best), 3).Processor);
        }
        var shape = model.Shape;
        var matrices = shape.Matrices();
        double Products(int from, int to) => matrices[from..to].Sum(m => (double)m.Inputs * PackedMatrix.Padded(m.Outputs));
        // Arcs and relations are scored in floats, the layers before them in whole numbers.
        int split = (int)ParserMatrix.ArcProduct;
        double whole = Products(0, split), floats = Products(split, matrices.Length) + words / (double)sentences.Count * shape.Arc;
        double least = whole / integer + floats / floating;
        Print($"peak on registers: {integer / 1e9:F0} thousand million products of whole numbers a second, {floating / 1e9:F0} of floats");
        Print($"products a word: {whole / 1e6:F2} million of whole numbers, {floats / 1e6:F2} of floats; at the peak they alone would take {least * 1e6:F1} µs, the parser takes {parsing * 1e6:F1}: {least / parsing:P0}");
    }

    // What the patterns cost: of documents that are annotated and whose actors are known, against everything.
    private static void Matching(string root, string[] paths, int words)
    {
        string data = Path.Combine(root, "data"), models = Path.Combine(root, "models");
        var coder = Coder.Load(data, models);
        var knowledge = KnowledgeBase.Load(data, coder.Annotator, Path.Combine(models, "en"));
        var resolver = new ActorResolver(knowledge.Actors, PlaceResolver.Load(data).CountryOf);
        var articles = paths.Select(p => new Article { Id = p, Text = File.ReadAllText(p) }).ToList();
        var documents = articles.ConvertAll(a => coder.Annotator.Annotate(a.Text));
        var actors = documents.ConvertAll(d => resolver.Resolve(d, null));
        double whole = Measure(() => articles.ForEach(a => coder.Code(a)), 4 * Rounds).Processor;
        double matching = Measure(() => { for (int i = 0; i < documents.Count; i++) knowledge.Matcher.Match(documents[i], actors[i]); }, 4 * Rounds).Processor;
        Print($"text to records: {words / whole:F0} words/s, {matching / whole:P0} of it matching patterns and reading by likeness");
    }

    private static double Rate(string stage, int words, Action work)
    {
        var (processor, wall) = Measure(work);
        Print($"{stage}: {words / processor:F0} words/s ({words / wall:F0} by the clock)");
        return words / processor;
    }

    private static (double Processor, double Wall) Measure(Action work, int rounds = Rounds)
    {
        work();
        double processor = double.MaxValue, wall = double.MaxValue;
        using var process = Process.GetCurrentProcess();
        for (int i = 0; i < rounds; i++)
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
