using System.Globalization;
using System.Text.Json;
using Hearsay.Language;

namespace Hearsay.Coding.Times;

/// <summary>
/// Measures time expressions as TempEval-3 did (UzZaman et al. 2013): recognition counts an expression as found when
/// it overlaps a gold one of its sentence, value F1 counts those whose TIMEX3 value is the same as well. Also the
/// share of extractor specifications whose spans come out exactly.
/// </summary>
public static class TimeEvaluation
{
    /// <summary>Counts and the figures made of them, each in [0, 1].</summary>
    public sealed record Score(int Gold, int Predicted, int Matched, int ValueRight)
    {
        /// <summary>Harmonic mean of precision and recall of overlapping expressions.</summary>
        public double RecognitionF1 => F(Matched);

        /// <summary>The same over expressions with the right value.</summary>
        public double ValueF1 => F(ValueRight);

        /// <summary>Two documents together.</summary>
        public static Score operator +(Score a, Score b) => new(a.Gold + b.Gold, a.Predicted + b.Predicted, a.Matched + b.Matched, a.ValueRight + b.ValueRight);

        private double F(int right) => Gold + Predicted == 0 ? 0 : 2.0 * right / (Gold + Predicted);
    }

    /// <summary>Specifications passed of all.</summary>
    public sealed record PassRate(int Passed, int Total)
    {
        /// <summary>Passed over total.</summary>
        public double Rate => Total == 0 ? 0 : (double)Passed / Total;
    }

    /// <summary>
    /// Reads a file of "token TAB tag TAB value" lines with document creation times ("*!-DCTVALUE=…") and blank lines
    /// between sentences. <paramref name="annotate"/> gets a whole document, one sentence a paragraph, and may return any tokens over the text.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="resolver">What is measured.</param>
    /// <param name="annotate">Text to document.</param>
    /// <param name="report">Called with every gold expression that was missed or got another value, and every spurious one.</param>
    /// <returns>One score a document, in their order.</returns>
    public static IEnumerable<Score> Meantime(string path, TimeResolver resolver, Func<string, Document> annotate, Action<string>? report = null)
    {
        foreach (var (published, text, expressions) in Documents(path))
        {
            int gold = 0, predicted = 0, matched = 0, right = 0;
            var found = resolver.Resolve(annotate(text), published);
            var used = new bool[found.Count];
            gold += expressions.Count;
            predicted += found.Count;
            foreach (var (span, value) in expressions)
            {
                int hit = -1;
                for (int i = 0; i < found.Count && hit < 0; i++) if (!used[i] && found[i].Span.Overlaps(span)) hit = i;
                if (hit < 0) { report?.Invoke($"missed\t{span.In(text)}\t{value}\t{published}"); continue; }
                used[hit] = true;
                matched++;
                if (found[hit].Value == value) right++;
                else report?.Invoke($"value\t{span.In(text)}\t{value}\t{found[hit].Span.In(text)}\t{found[hit].Value}\t{published}");
            }
            for (int i = 0; i < found.Count; i++)
                if (!used[i]) report?.Invoke($"spurious\t{found[i].Span.In(text)}\t{found[i].Value}\t{published}");
            yield return new Score(gold, predicted, matched, right);
        }
    }

    /// <summary>
    /// Reads an extractor specification (a JSON array of inputs with their expected spans); a case passes when
    /// exactly the expected spans come out. Expressions of another class than the extractor's that overlap no
    /// expected span are left aside: an extractor of durations says nothing about dates.
    /// </summary>
    public static PassRate Specification(string path, TimeResolver resolver, Func<string, Document> annotate, Action<string>? report = null)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        int passed = 0, total = 0;
        foreach (var entry in json.RootElement.EnumerateArray())
        {
            string input = entry.GetProperty("Input").GetString()!;
            var expected = entry.GetProperty("Results").EnumerateArray()
                .Select(r => (Start: r.GetProperty("Start").GetInt32(), Length: r.GetProperty("Length").GetInt32())).Order().ToList();
            var found = resolver.Resolve(annotate(input), new DateOnly(2016, 11, 7))
                .Where(e => InClass(e, Path.GetFileName(path)) || expected.Any(x => e.Span.Overlaps(new TextSpan(x.Start, x.Start + x.Length))))
                .Select(e => (e.Span.Start, e.Span.Length)).Order().ToList();
            total++;
            if (found.SequenceEqual(expected)) passed++;
            else report?.Invoke($"{input}\n    expected {string.Join(" | ", expected.Select(e => input.Substring(e.Start, e.Length)))}\n    found    {string.Join(" | ", found.Select(e => input.Substring(e.Start, e.Length)))}");
        }
        return new PassRate(passed, total);
    }

    private static bool InClass(TimeExpression e, string file) => file switch
    {
        "DateExtractor.json" => e.Type == TimexType.Date && e.Granularity == "day" && e.Start == e.End,
        "DatePeriodExtractor.json" => e.Type == TimexType.Date && e.Granularity != "vague" && (e.Granularity != "day" || e.Start != e.End),
        "DateTimePeriodExtractor.json" => e.Type == TimexType.Time && e.Start != null,
        "DurationExtractor.json" => e.Type == TimexType.Duration,
        "SetExtractor.json" => e.Type == TimexType.Set,
        _ => e.Type == TimexType.Date,
    };

    private static IEnumerable<(DateOnly Published, string Text, List<(TextSpan Span, string Value)> Expressions)> Documents(string path)
    {
        DateOnly published = default;
        var text = new System.Text.StringBuilder();
        var expressions = new List<(TextSpan Span, string Value)>();
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("*!-", StringComparison.Ordinal))
            {
                if (text.Length > 0) yield return (published, text.ToString(), expressions);
                text.Clear();
                expressions = [];
                published = DateOnly.ParseExact(line.Split('"')[1], "yyyy-MM-dd", CultureInfo.InvariantCulture);
                continue;
            }
            var cells = line.Split('\t');
            if (cells.Length < 3)
            {
                if (text.Length > 0 && text[^1] != '\n') text.Append("\n\n");
                continue;
            }
            if (text.Length > 0 && text[^1] != '\n') text.Append(' ');
            int start = text.Length;
            text.Append(cells[0] switch { "``" or "''" => "\"", "-LRB-" => "(", "-RRB-" => ")", var w => w });
            if (cells[1].StartsWith("B-", StringComparison.Ordinal)) expressions.Add((new TextSpan(start, text.Length), cells[2]));
            else if (cells[1].StartsWith("I-", StringComparison.Ordinal) && expressions.Count > 0) expressions[^1] = (expressions[^1].Span with { End = text.Length }, expressions[^1].Value);
        }
        if (text.Length > 0) yield return (published, text.ToString(), expressions);
    }
}
