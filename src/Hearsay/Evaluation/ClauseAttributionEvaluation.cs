using System.Text.Json;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Evaluation;

/// <summary>
/// Attributions of clauses that name a speaker but no cue (GUM's discourse trees, offsets in code points) against the
/// program's quotations: an attribution is found when a quotation has half of its words, by F1 with the clause alone or
/// with all that hangs on it; the speaker is right when the found quotation's speaker shares a word with the gold one.
/// </summary>
public sealed class ClauseAttributionEvaluation
{
    private const double Found = 0.5;

    private int gold, found, named, right, exact;

    /// <summary>One gold attribution: the clause, the clause with its dependents, and who is named as its speaker.</summary>
    public sealed record Gold(IReadOnlyList<TextSpan> Clause, IReadOnlyList<TextSpan> Whole, TextSpan Speaker);

    /// <summary>One gold text.</summary>
    public sealed record Example(string Id, string Text, IReadOnlyList<Gold> Attributions);

    /// <summary>Reads texts with "quotes".</summary>
    public static IEnumerable<Example> Read(string file)
    {
        foreach (string line in File.ReadLines(file))
        {
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            string text = root.GetProperty("text").GetString()!;
            var units = AttributionEvaluation.CodePointOffsets(text);
            TextSpan Span(JsonElement s) => new(units[s[0].GetInt32()], units[s[1].GetInt32()]);
            yield return new Example(root.GetProperty("id").GetString()!, text, [.. root.GetProperty("quotes").EnumerateArray().Select(q => new Gold(
                [.. q.GetProperty("parts").EnumerateArray().Select(Span)], [.. q.GetProperty("subtree_parts").EnumerateArray().Select(Span)], Span(q.GetProperty("source"))))]);
        }
    }

    /// <summary>Adds one text; <paramref name="report"/> receives the attributions whose speaker is wrong or not found.</summary>
    public void Add(Example example, IReadOnlyList<QuotationRecord> predicted, Action<string>? report = null)
    {
        var contents = predicted.Select(q => AttributionEvaluation.Words(example.Text, [.. q.Content.Select(c => new TextSpan(c.Start, c.End))])).ToList();
        foreach (var attribution in example.Attributions)
        {
            gold++;
            var clause = AttributionEvaluation.Words(example.Text, attribution.Clause);
            var whole = AttributionEvaluation.Words(example.Text, attribution.Whole);
            var (best, f) = contents.Select((c, i) => (i, F: Math.Max(AttributionEvaluation.F1(clause, c), AttributionEvaluation.F1(whole, c)))).DefaultIfEmpty((-1, 0)).MaxBy(x => x.Item2);
            if (f < Found)
            {
                report?.Invoke($"- {example.Id} [{attribution.Speaker.In(example.Text)}] {AttributionEvaluation.Show(example.Text, attribution.Clause)}");
                continue;
            }
            found++;
            var mine = predicted[best].Speaker;
            if (mine is not null) named++;
            var wanted = AttributionEvaluation.Words(example.Text, [attribution.Speaker]);
            var given = AttributionEvaluation.Words(example.Text, mine is { } s ? [new TextSpan(s.Start, s.End)] : []);
            if (wanted.SetEquals(given)) exact++;
            if (wanted.Overlaps(given)) right++;
            else report?.Invoke($"S {example.Id} {attribution.Speaker.In(example.Text)} | {mine?.Text} | cue {predicted[best].Cue?.Text} | {AttributionEvaluation.Show(example.Text, attribution.Clause)}");
        }
    }

    /// <summary>The figures so far by name.</summary>
    public IReadOnlyDictionary<string, double> Rates => new SortedDictionary<string, double>(StringComparer.Ordinal)
    {
        ["found"] = Share(found, gold), ["speakerNamedGivenContent"] = Share(named, found),
        ["speakerGivenContent"] = Share(right, found), ["speakerExactGivenContent"] = Share(exact, found),
    };

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;
}
