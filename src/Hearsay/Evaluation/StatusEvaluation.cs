using System.Text.Json;
using Hearsay.Coding.Statuses;
using Hearsay.Language;

namespace Hearsay.Evaluation;

/// <summary>
/// Factuality of event words (−3 … 3) against what the program reads: Pearson correlation and mean absolute error,
/// beside the error of calling everything asserted and the correlation of the bare status word. MEANTIME asks how sure
/// the text is, so certainty is scored there; UDS-IH2 asks whether it happened, so occurrence is.
/// </summary>
public static class StatusEvaluation
{
    /// <summary>Reads one split ("meantime", "test") and scores it; the sentences are tokenised text.</summary>
    public static IReadOnlyDictionary<string, double> Run(string file, string set, string split, Annotator annotator, StatusReader reader, Action<string>? report = null)
    {
        var gold = new List<double>();
        var found = new List<double>();
        var words = new List<double>();
        int events = 0;
        foreach (string line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.GetProperty("set").GetString() != set || root.GetProperty("split").GetString() != split) continue;
            string text = root.GetProperty("text").GetString()!;
            var sentence = annotator.ParseSentences([text])[0];
            foreach (var e in root.GetProperty("events").EnumerateArray())
            {
                events++;
                int start = e.GetProperty("span")[0].GetInt32();
                int token = sentence.Tokens.ToList().FindIndex(t => t.Span.Start <= start && start < t.Span.End);
                if (token < 0) continue;
                double score = e.GetProperty("score").GetDouble();
                var reading = reader.Read(sentence, token, -1);
                gold.Add(score);
                found.Add(set == "uds_ih2" ? reading.Occurrence : reading.Certainty);
                words.Add(reading.Certain ? 3 : Value(reading.Status));
                if (Math.Abs(score - found[^1]) > 1.5) report?.Invoke($"{score:F1} / {reading.Status} [{sentence.Tokens[token].Form}] {text}");
            }
        }
        return new Dictionary<string, double>
        {
            ["events"] = events,
            ["pearson"] = Pearson(gold, found),
            ["meanAbsoluteError"] = gold.Zip(found).Average(p => Math.Abs(p.First - p.Second)),
            ["pearsonOfStatus"] = Pearson(gold, words),
            ["allAssertedError"] = gold.Average(g => Math.Abs(g - 3)),
        };
    }

    /// <summary>The status as a number (FIGURES, "Status").</summary>
    public static double Value(Status status) => status switch
    {
        Status.Asserted => 3,
        Status.Denied or Status.Negated => -3,
        Status.Promised or Status.Planned or Status.Possible => 1,
        Status.Threatened => .5,
        Status.Hypothetical => -1,
        _ => 0,
    };

    private static double Pearson(List<double> x, List<double> y)
    {
        double mx = x.Average(), my = y.Average(), xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Count; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.Sqrt(xx * yy);
    }
}
