using System.Globalization;
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
    /// <summary>Reads one split ("meantime", "test") and scores it sentence by sentence; the sentences are tokenised text.</summary>
    public static UnitSamples Run(string file, string set, string split, Annotator annotator, StatusReader reader, Action<string>? report = null)
    {
        var samples = new UnitSamples();
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            number++;
            if (root.GetProperty("set").GetString() != set || root.GetProperty("split").GetString() != split) continue;
            samples.Add(number.ToString(CultureInfo.InvariantCulture), Parts(root, set, annotator, reader, report));
        }
        return samples;
    }

    private static Dictionary<string, FigureParts> Parts(JsonElement root, string set, Annotator annotator, StatusReader reader, Action<string>? report)
    {
        string text = root.GetProperty("text").GetString()!;
        var sentence = annotator.ParseSentences([text])[0];
        FigureParts events = FigureParts.Count(0), pearson = FigureParts.Correlation([]), words = FigureParts.Correlation([]), error = FigureParts.Ratio(0, 0), asserted = FigureParts.Ratio(0, 0);
        foreach (var e in root.GetProperty("events").EnumerateArray())
        {
            events += FigureParts.Count(1);
            int start = e.GetProperty("span")[0].GetInt32();
            int token = sentence.Tokens.ToList().FindIndex(t => t.Span.Start <= start && start < t.Span.End);
            if (token < 0) continue;
            double score = e.GetProperty("score").GetDouble();
            var reading = reader.Read(sentence, token, -1);
            double found = set == "uds_ih2" ? reading.Occurrence : reading.Certainty;
            pearson += FigureParts.Correlation([(score, found)]);
            // A future that is certain has not happened yet, so the word alone answers UDS-IH2's question.
            words += FigureParts.Correlation([(score, reading.Certain && set != "uds_ih2" ? 3 : Value(reading.Status))]);
            error += FigureParts.Ratio(Math.Abs(score - found), 1);
            asserted += FigureParts.Ratio(Math.Abs(score - 3), 1);
            if (Math.Abs(score - found) > 1.5) report?.Invoke($"{score:F1} / {reading.Status} [{sentence.Tokens[token].Form}] {text}");
        }
        return new()
        {
            ["events"] = events, ["pearson"] = pearson, ["meanAbsoluteError"] = error, ["pearsonOfStatus"] = words, ["allAssertedError"] = asserted,
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
}
