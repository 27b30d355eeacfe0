using System.Text.Json;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Evaluation;

/// <summary>
/// Attributions with spans (PolNeAR's format, offsets in code points) against the program's quotations: greedy pairs
/// by word F1 of the content, then exact spans (same words) and word precision, recall and F1 for cue, speaker and
/// content, and the share found by form.
/// </summary>
public sealed class AttributionEvaluation
{
    private readonly Counts content = new(), cue = new(), speaker = new();
    private readonly Dictionary<string, (int Gold, int Found)> forms = [];
    private int speakerGivenContent, contentPairs;

    /// <summary>One gold attribution: spans in UTF-16 code units of the text.</summary>
    public sealed record Gold(IReadOnlyList<TextSpan> Content, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Speaker, string Form);

    /// <summary>One gold article.</summary>
    public sealed record Example(string Id, string Text, string? Outlet, DateOnly? Date, IReadOnlyList<Gold> Attributions);

    /// <summary>Reads articles with "quotes".</summary>
    public static IEnumerable<Example> Read(string file)
    {
        foreach (string line in File.ReadLines(file))
        {
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            string text = root.GetProperty("text").GetString()!;
            var units = CodePointOffsets(text);
            IReadOnlyList<TextSpan> Spans(JsonElement q, string name) => !q.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array ? []
                : [.. list.EnumerateArray().Select(s => new TextSpan(units[s[0].GetInt32()], units[s[1].GetInt32()]))];
            yield return new Example(
                root.GetProperty("id").GetString()!, text, root.TryGetProperty("publisher", out var p) ? p.GetString() : null,
                root.TryGetProperty("date", out var d) && DateOnly.TryParse(d.GetString(), out var day) ? day : null,
                [.. root.GetProperty("quotes").EnumerateArray().Select(q => new Gold(Spans(q, "parts"), Spans(q, "cue_parts"), Spans(q, "source_parts"), q.GetProperty("type").GetString()!))]);
        }
    }

    /// <summary>Adds one article; <paramref name="report"/> receives misses and false finds.</summary>
    public void Add(Example example, IReadOnlyList<QuotationRecord> predicted, Action<string>? report = null)
    {
        var goldWords = example.Attributions.Select(g => Words(example.Text, g.Content)).ToList();
        var foundWords = predicted.Select(q => Words(example.Text, [.. q.Content.Select(c => new TextSpan(c.Start, c.End))])).ToList();
        var pairs = new List<(double F, int G, int P)>();
        for (int g = 0; g < goldWords.Count; g++)
            for (int p = 0; p < foundWords.Count; p++)
                if (F1(goldWords[g], foundWords[p]) is var f and > 0) pairs.Add((f, g, p));
        var goldOf = new Dictionary<int, int>();
        var taken = new HashSet<int>();
        foreach (var (_, g, p) in pairs.OrderByDescending(x => x.F).ThenBy(x => x.G))
            if (!taken.Contains(g) && goldOf.TryAdd(p, g)) taken.Add(g);
        for (int p = 0; p < predicted.Count; p++)
        {
            bool paired = goldOf.TryGetValue(p, out int g);
            var gold = paired ? example.Attributions[g] : null;
            content.Add(paired ? goldWords[g] : [], foundWords[p]);
            var mine = predicted[p];
            cue.Add(Words(example.Text, gold?.Cue ?? []), Words(example.Text, mine.Cue is { } c ? [new TextSpan(c.Start, c.End)] : []));
            var goldSpeaker = Words(example.Text, gold?.Speaker ?? []);
            var mySpeaker = Words(example.Text, mine.Speaker is { } s ? [new TextSpan(s.Start, s.End)] : []);
            speaker.Add(goldSpeaker, mySpeaker);
            if (paired && gold!.Speaker.Count > 0)
            {
                contentPairs++;
                bool right = goldSpeaker.SetEquals(mySpeaker);
                if (right) speakerGivenContent++;
                if (right) report?.Invoke($"= [{mine.Speaker?.Text} | {mine.Cue?.Text}]");
                else report?.Invoke($"S {Show(example.Text, gold.Speaker)} | {mine.Speaker?.Text} | cue {mine.Cue?.Text}");
            }
            if (!paired) report?.Invoke($"+ [{mine.Speaker?.Text} | {mine.Cue?.Text}] {string.Join(" ... ", mine.Content.Select(x => x.Text))}");
            else if (!goldWords[g].SetEquals(foundWords[p])) report?.Invoke($"~ {Show(example.Text, gold!.Content)}\n  {string.Join(" ... ", mine.Content.Select(x => x.Text))}");
            if (paired && !Words(example.Text, gold!.Cue).SetEquals(Words(example.Text, mine.Cue is { } k ? [new TextSpan(k.Start, k.End)] : []))) report?.Invoke($"C {Show(example.Text, gold.Cue)} | {mine.Cue?.Text}");
        }
        for (int g = 0; g < goldWords.Count; g++)
        {
            var gold = example.Attributions[g];
            var (total, found) = forms.GetValueOrDefault(gold.Form);
            forms[gold.Form] = (total + 1, found + (taken.Contains(g) ? 1 : 0));
            if (taken.Contains(g)) continue;
            content.Add(goldWords[g], []);
            cue.Add(Words(example.Text, gold.Cue), []);
            speaker.Add(Words(example.Text, gold.Speaker), []);
            report?.Invoke($"- ({gold.Form}) [{Show(example.Text, gold.Speaker)} | {Show(example.Text, gold.Cue)}] {Show(example.Text, gold.Content)}");
        }
    }

    /// <summary>The parts of the figures so far by name.</summary>
    public IReadOnlyDictionary<string, FigureParts> Parts
    {
        get
        {
            var parts = new SortedDictionary<string, FigureParts>(StringComparer.Ordinal)
            {
                ["contentTokenF1"] = content.WordF1, ["contentExactF1"] = content.ExactF1, ["cueExactF1"] = cue.ExactF1, ["cueTokenF1"] = cue.WordF1,
                ["sourceExactF1"] = speaker.ExactF1, ["sourceTokenF1"] = speaker.WordF1,
                ["sourceGivenContent"] = FigureParts.Ratio(speakerGivenContent, contentPairs),
                ["contentPrecision"] = content.WordPrecision, ["contentRecall"] = content.WordRecall,
            };
            foreach (var (form, (gold, found)) in forms) parts["found." + form] = FigureParts.Ratio(found, gold);
            return parts;
        }
    }

    internal static HashSet<int> Words(string text, IReadOnlyList<TextSpan> spans)
    {
        var starts = new HashSet<int>();
        foreach (var span in spans)
            for (int i = span.Start; i < span.End; i++)
            {
                bool letter = char.IsLetterOrDigit(text[i]) || text[i] == '_';
                bool inside = i > 0 && (char.IsLetterOrDigit(text[i - 1]) || i > 1 && text[i - 1] is '\'' or '’' or '-' or '.' && char.IsLetterOrDigit(text[i - 2]));
                if (letter && !inside) starts.Add(i);
            }
        return starts;
    }

    internal static double F1(HashSet<int> a, HashSet<int> b) => a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    internal static string Show(string text, IReadOnlyList<TextSpan> spans) => string.Join(" ... ", spans.Select(s => s.In(text)));

    internal static int[] CodePointOffsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i++) if (!char.IsLowSurrogate(text[i])) offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }

    private sealed class Counts
    {
        private int gold, found, exact, goldWords, foundWords, common;

        public void Add(HashSet<int> g, HashSet<int> p)
        {
            if (g.Count > 0) gold++;
            if (p.Count > 0) found++;
            if (g.Count > 0 && g.SetEquals(p)) exact++;
            goldWords += g.Count;
            foundWords += p.Count;
            common += g.Count(p.Contains);
        }

        public FigureParts ExactF1 => FigureParts.Ratio(2 * exact, gold + found);

        public FigureParts WordPrecision => FigureParts.Ratio(common, foundWords);

        public FigureParts WordRecall => FigureParts.Ratio(common, goldWords);

        public FigureParts WordF1 => FigureParts.Ratio(2 * common, goldWords + foundWords);
    }
}
