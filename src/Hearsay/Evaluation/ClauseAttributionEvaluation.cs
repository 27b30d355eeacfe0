using System.Text.Json;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Evaluation;

/// <summary>
/// Attributions of clauses that name a speaker but no cue (GUM's discourse trees, offsets in code points) against the
/// program's quotations: pairs one to one, the greatest word F1 first, with the clause alone or with all that hangs on
/// it; an attribution is found at an F1 of one half. Its speaker is right when the two speakers share a word.
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
        var pairs = new List<(double F, int G, int P)>();
        for (int g = 0; g < example.Attributions.Count; g++)
        {
            var clause = AttributionEvaluation.Words(example.Text, example.Attributions[g].Clause);
            var whole = AttributionEvaluation.Words(example.Text, example.Attributions[g].Whole);
            for (int p = 0; p < contents.Count; p++)
                if (Math.Max(AttributionEvaluation.F1(clause, contents[p]), AttributionEvaluation.F1(whole, contents[p])) is var f and >= Found) pairs.Add((f, g, p));
        }
        var foundOf = new Dictionary<int, int>();
        var taken = new HashSet<int>();
        foreach (var (_, g, p) in pairs.OrderByDescending(x => x.F).ThenBy(x => x.G).ThenBy(x => x.P))
            if (!taken.Contains(p) && foundOf.TryAdd(g, p)) taken.Add(p);
        for (int g = 0; g < example.Attributions.Count; g++)
        {
            gold++;
            if (foundOf.TryGetValue(g, out int p)) Compare(example, example.Attributions[g], predicted[p], report);
            else report?.Invoke($"- {example.Id} [{example.Attributions[g].Speaker.In(example.Text)}] {AttributionEvaluation.Show(example.Text, example.Attributions[g].Clause)}");
        }
    }

    private void Compare(Example example, Gold attribution, QuotationRecord quotation, Action<string>? report)
    {
        found++;
        var mine = quotation.Speaker;
        if (mine is not null) named++;
        var wanted = AttributionEvaluation.Words(example.Text, [attribution.Speaker]);
        var given = AttributionEvaluation.Words(example.Text, mine is { } s ? [new TextSpan(s.Start, s.End)] : []);
        if (wanted.SetEquals(given)) exact++;
        if (wanted.Overlaps(given)) right++;
        else report?.Invoke($"S {example.Id} {attribution.Speaker.In(example.Text)} | {mine?.Text} | cue {quotation.Cue?.Text} | {AttributionEvaluation.Show(example.Text, attribution.Clause)}");
    }

    /// <summary>The parts of the figures so far by name.</summary>
    public IReadOnlyDictionary<string, FigureParts> Parts => new SortedDictionary<string, FigureParts>(StringComparer.Ordinal)
    {
        ["found"] = FigureParts.Ratio(found, gold), ["speakerNamedGivenContent"] = FigureParts.Ratio(named, found),
        ["speakerGivenContent"] = FigureParts.Ratio(right, found), ["speakerExactGivenContent"] = FigureParts.Ratio(exact, found),
    };
}
