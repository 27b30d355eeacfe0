using System.Globalization;
using Hearsay.Articles;
using Hearsay.Coding.Records;
using Hearsay.Evaluation;

namespace Hearsay.Training.Confidence;

/// <summary>
/// Makes models/en/confidence.csv. <c>train OUT DATA MODELS GOLD…</c> codes the articles of files with full records (eval/corpus),
/// judges every event as <see cref="RecordEvaluation.Judged"/> does and fits a logistic regression over the signs of
/// <see cref="ConfidenceScorer"/>; a file ending in .csv (<c>article,start,type,pattern,actors,recipients,right</c>, parties by their codes) holds judgements by hand of events of
/// the articles in the JSON lines named behind it. <c>fold DATA MODELS GOLD…</c> prints how far off the probabilities are on tenths that were left
/// out. The sums run in a fixed order, so the same program and gold give the same file.
/// </summary>
public static class ConfidenceCommand
{
    private const int LeastSeen = 5, Steps = 2000, Folds = 10;
    private const double Rate = 1.0, Ridge = 3;

    private sealed record Example(IReadOnlyList<string> Signs, bool Right, bool ByHand = false);

    /// <summary>Runs one of the verbs; returns an exit code.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["train", var output, var data, var models, .. var files] when files.Length > 0:
                var examples = Examples(Coder.Load(data, models), files);
                File.WriteAllLines(output, ["sign,weight", .. Fit(examples).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key},{w.Value:0.###}"))]);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{examples.Count} events, {examples.Count(e => e.Right)} right"));
                return 0;
            case ["fold", var data, var models, .. var files] when files.Length > 0:
                Fold(Examples(Coder.Load(data, models), files));
                return 0;
            default:
                Console.Error.WriteLine("usage: confidence train OUT DATA MODELS GOLD… | fold DATA MODELS GOLD…");
                return 2;
        }
    }

    private static List<Example> Examples(Coder coder, string[] files)
    {
        var examples = new List<Example>();
        for (int i = 0; i < files.Length; i++)
            if (files[i].EndsWith(".csv", StringComparison.Ordinal) && i + 1 < files.Length) ByHand(coder, files[i], files[++i], examples);
            else ByGold(coder, files[i], examples);
        return examples;
    }

    // An event that the knowledge no longer finds is no example.
    private static void ByHand(Coder coder, string judgements, string articles, List<Example> into)
    {
        var rows = File.ReadLines(judgements).Skip(1).Select(l => l.Split(',')).ToLookup(c => c[0]);
        foreach (string line in File.ReadLines(articles))
        {
            var row = System.Text.Json.JsonDocument.Parse(line).RootElement;
            string id = row.GetProperty("id").GetString()!;
            if (!rows.Contains(id)) continue;
            var article = new Article { Id = id, Outlet = row.GetProperty("publisher").GetString(), PublishedOn = DateOnly.Parse(row.GetProperty("date").GetString()!, CultureInfo.InvariantCulture), Text = row.GetProperty("text").GetString()! };
            var sentences = coder.Annotator.Annotate(article.Text).Sentences;
            var events = coder.Code(article, 0).Events;
            foreach (var judged in rows[id])
                if (events.FirstOrDefault(e => e.Trigger.Start == int.Parse(judged[1], CultureInfo.InvariantCulture) && e.Type == judged[2] && e.Trace.Pattern == judged[3]) is { } found
                    && AreThose(found.Actors, judged[4]) && AreThose(found.Recipients, judged[5]))
                    into.Add(new Example(ConfidenceScorer.Signs(found, sentences[found.Sentence]), judged[6] == "1", ByHand: true));
        }
    }

    // Judged with other parties than the knowledge finds now, a record is another; of the oldest judgements the parties are not written down.
    private static bool AreThose(IReadOnlyList<Party> parties, string codes) => codes == "*" || codes == string.Join(' ', parties.Select(p => p.Code ?? "-"));

    private static void ByGold(Coder coder, string file, List<Example> examples)
    {
        foreach (var gold in GoldArticle.Read(file))
        {
            var evaluation = new RecordEvaluation();
            var sentences = coder.Annotator.Annotate(gold.Text).Sentences;
            evaluation.Add(gold, coder.Code(GoldSets.ArticleOf(gold), 0), offset => sentences.TakeWhile(s => s.Span.End <= offset).Count());
            foreach (var (record, right) in evaluation.Judged) examples.Add(new Example(ConfidenceScorer.Signs(record, sentences[record.Sentence]), right));
        }
    }

    // Full gradient descent with momentum on the mean loss; the ridge spares the sign that all carry. Few thousand examples.
    private static Dictionary<string, double> Fit(List<Example> examples)
    {
        var names = examples.SelectMany(e => e.Signs).GroupBy(s => s).Where(g => g.Count() >= LeastSeen).Select(g => g.Key).Order(StringComparer.Ordinal).ToList();
        var index = names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i);
        var rows = examples.Select(e => (Signs: e.Signs.Where(index.ContainsKey).Select(s => index[s]).ToArray(), e.Right)).ToList();
        double[] weights = new double[names.Count], speed = new double[names.Count];
        for (int step = 0; step < Steps; step++)
        {
            double[] gradient = new double[names.Count];
            foreach (var (signs, right) in rows)
            {
                double gap = 1 / (1 + Math.Exp(-signs.Sum(s => weights[s]))) - (right ? 1 : 0);
                foreach (int s in signs) gradient[s] += gap;
            }
            for (int i = 0; i < weights.Length; i++)
            {
                double pull = names[i] == ConfidenceScorer.Always ? 0 : Ridge * weights[i];
                speed[i] = 0.9 * speed[i] - Rate / 10 * (gradient[i] + pull) / rows.Count;
                weights[i] += speed[i];
            }
        }
        return names.Zip(weights).ToDictionary(x => x.First, x => x.Second);
    }

    private static void Fold(List<Example> examples)
    {
        var judged = new List<(double Probability, bool Right)>();
        var byHand = new List<(double Probability, bool Right)>();
        var home = new List<(double Probability, bool Right)>();
        for (int fold = 0; fold < Folds; fold++)
        {
            var weights = Fit([.. examples.Where((_, i) => i % Folds != fold)]);
            foreach (var e in examples.Where((_, i) => i % Folds == fold))
            {
                var pair = (1 / (1 + Math.Exp(-e.Signs.Sum(s => weights.GetValueOrDefault(s)))), e.Right);
                judged.Add(pair);
                if (e.ByHand) (e.Signs.Contains("home") ? home : byHand).Add(pair);
            }
        }
        Print("all", judged);
        Print("judged by hand, home politics", home);
        Print("judged by hand, other", byHand);
    }

    private static void Print(string name, List<(double Probability, bool Right)> judged)
    {
        if (judged.Count == 0) return;
        double share = judged.Average(j => j.Right ? 1.0 : 0), brier = judged.Average(j => Math.Pow(j.Probability - (j.Right ? 1 : 0), 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {judged.Count} events, right {share:P1}, calibration error {FigureParts.Calibration(judged).Value:0.000}, Brier {brier:0.000} (of the share alone {share * (1 - share):0.000})"));
        foreach (double least in (double[])[.3, .35, .4, .45, .5, .55, .6, .7, .8])
        {
            var kept = judged.FindAll(j => j.Probability >= least);
            if (kept.Count > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  at least {least:0.00}: {kept.Count} kept, right {kept.Average(j => j.Right ? 1.0 : 0):P1}"));
        }
    }
}
