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

    // Whether something is an event matters most outside home politics, of which the articles read by hand are full.
    private const double ByHandWeight = 0.25;

    private sealed record Example(IReadOnlyList<string> Signs, bool? Right, bool? Event, bool ByHand = false);

    /// <summary>Runs one of the verbs; returns an exit code.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["train", var output, var data, var models, .. var files] when files.Length > 0:
                var examples = Examples(Coder.Load(data, models), files);
                File.WriteAllLines(output, ["sign,right,event", .. Lines(Fit(examples, e => e.Right), Fit(examples, e => e.Event, ByHandWeight))]);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{examples.Count} records, {examples.Count(e => e.Right == true)} right, {examples.Count(e => e.Event == true)} events"));
                return 0;
            case ["fold", var data, var models, .. var files] when files.Length > 0:
                Fold(Examples(Coder.Load(data, models), files));
                return 0;
            default:
                Console.Error.WriteLine("usage: confidence train OUT DATA MODELS GOLD… | fold DATA MODELS GOLD…");
                return 2;
        }
    }

    private static IEnumerable<string> Lines(Dictionary<string, double> right, Dictionary<string, double> happened) =>
        right.Keys.Union(happened.Keys).Order(StringComparer.Ordinal).Select(sign => string.Create(CultureInfo.InvariantCulture, $"{sign},{right.GetValueOrDefault(sign):0.###},{happened.GetValueOrDefault(sign):0.###}"));

    private static List<Example> Examples(Coder coder, string[] files)
    {
        var examples = new List<Example>();
        for (int i = 0; i < files.Length; i++)
            if (Directory.Exists(files[i])) ByCases(coder, files[i], examples);
            else if (files[i].EndsWith(".csv", StringComparison.Ordinal) && i + 1 < files.Length) ByHand(coder, files[i], files[++i], examples);
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
            var coded = coder.Code(article, 0);
            var setting = Setting(coded, sentences.Count);
            foreach (var judged in rows[id])
            {
                if (coded.Events.FirstOrDefault(e => e.Trigger.Start == int.Parse(judged[1], CultureInfo.InvariantCulture) && e.Type == judged[2] && e.Trace.Pattern == judged[3]) is not { } found) continue;
                bool? right = AreThose(found.Actors, judged[4]) && AreThose(found.Recipients, judged[5]) ? judged[6] == "1" : null;
                bool? happened = judged.Length > 7 && judged[7].Length > 0 ? judged[7] == "1" : judged[6] == "1" ? true : null;
                into.Add(new Example(ConfidenceScorer.Signs(found, sentences[found.Sentence], setting), right, happened, ByHand: true));
            }
        }
    }

    // Cases list every event of their sentences, and the rules find them all: what is doubtful there is none.
    private static void ByCases(Coder coder, string folder, List<Example> into)
    {
        foreach (string file in Directory.GetFiles(folder, "*.txt").Where(f => Path.GetFileName(f) != "open.txt").Order(StringComparer.Ordinal))
            foreach (string line in File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#' && !char.IsWhiteSpace(l[0])))
            {
                var sentences = coder.Annotator.Annotate(line).Sentences;
                var coded = coder.Code(new Article { Id = line, Text = line }, 0);
                var setting = Setting(coded, sentences.Count);
                foreach (var record in coded.Events.Where(e => ConfidenceScorer.DoubtOf(e) is not null))
                    into.Add(new Example(ConfidenceScorer.Signs(record, sentences[record.Sentence], setting), null, false));
            }
    }

    // Judged with other parties than the knowledge finds now, a record is another; of the oldest judgements the parties are not written down.
    // Who was nobody known then ("-") is still the same whatever he is taken for now.
    private static bool AreThose(IReadOnlyList<Party> parties, string codes) =>
        codes == "*" || codes.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var judged && judged.Length == parties.Count && judged.Zip(parties).All(p => p.First == "-" || p.First == p.Second.Code);

    private static void ByGold(Coder coder, string file, List<Example> examples)
    {
        foreach (var gold in GoldArticle.Read(file))
        {
            var evaluation = new RecordEvaluation();
            var sentences = coder.Annotator.Annotate(gold.Text).Sentences;
            var coded = coder.Code(GoldSets.ArticleOf(gold), 0);
            var setting = Setting(coded, sentences.Count);
            evaluation.Add(gold, coded, offset => sentences.TakeWhile(s => s.Span.End <= offset).Count());
            foreach (var (record, located, right) in evaluation.Judged) examples.Add(new Example(ConfidenceScorer.Signs(record, sentences[record.Sentence], setting), right, located));
        }
    }

    private static ArticleSetting Setting(CodedArticle coded, int sentences) =>
        ArticleSetting.Of(coded.Events, coded.Quotations.Select(q => q.Speaker?.Sectors ?? []), sentences);

    // Full gradient descent with momentum on the mean loss; the ridge spares the sign that all carry. Few thousand examples.
    private static Dictionary<string, double> Fit(List<Example> all, Func<Example, bool?> target, double byHand = 1)
    {
        var examples = all.FindAll(e => target(e) is not null);
        var names = examples.SelectMany(e => e.Signs).GroupBy(s => s).Where(g => g.Count() >= LeastSeen).Select(g => g.Key).Order(StringComparer.Ordinal).ToList();
        var index = names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i);
        var rows = examples.Select(e => (Signs: e.Signs.Where(index.ContainsKey).Select(s => index[s]).ToArray(), Target: target(e) == true ? 1 : 0, Weight: e.ByHand ? byHand : 1)).ToList();
        double total = rows.Sum(r => r.Weight);
        double[] weights = new double[names.Count], speed = new double[names.Count];
        for (int step = 0; step < Steps; step++)
        {
            double[] gradient = new double[names.Count];
            foreach (var (signs, wanted, weight) in rows)
            {
                double gap = weight * (1 / (1 + Math.Exp(-signs.Sum(s => weights[s]))) - wanted);
                foreach (int s in signs) gradient[s] += gap;
            }
            for (int i = 0; i < weights.Length; i++)
            {
                double pull = names[i] == ConfidenceScorer.Always ? 0 : Ridge * weights[i];
                speed[i] = 0.9 * speed[i] - Rate / 10 * (gradient[i] + pull) / total;
                weights[i] += speed[i];
            }
        }
        return names.Zip(weights).ToDictionary(x => x.First, x => x.Second);
    }

    private static void Fold(List<Example> examples)
    {
        Fold("right", examples, e => e.Right, 1);
        Fold("event", examples, e => e.Event, ByHandWeight);
    }

    private static void Fold(string what, List<Example> all, Func<Example, bool?> target, double byHandWeight)
    {
        var examples = all.FindAll(e => target(e) is not null);
        var judged = new List<(double Probability, bool Right)>();
        var byHand = new List<(double Probability, bool Right)>();
        var home = new List<(double Probability, bool Right)>();
        for (int fold = 0; fold < Folds; fold++)
        {
            int Part(int i) => i * Folds / examples.Count;
            var weights = Fit([.. examples.Where((_, i) => Part(i) != fold)], target, byHandWeight);
            foreach (var e in examples.Where((_, i) => Part(i) == fold))
            {
                var pair = (1 / (1 + Math.Exp(-e.Signs.Sum(s => weights.GetValueOrDefault(s)))), target(e) == true);
                judged.Add(pair);
                if (e.ByHand) (e.Signs.Contains("in home politics") ? home : byHand).Add(pair);
            }
        }
        Print(what + ", all", judged);
        Print(what + ", judged by hand, home politics", home);
        Print(what + ", judged by hand, other", byHand);
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
