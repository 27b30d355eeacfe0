using System.Globalization;
using System.Text;
using Hearsay.Language;
using Hearsay.Language.Segmentation;

namespace Hearsay.Evaluation;

/// <summary>
/// Measures names by exact span and kind. Reads two forms: sentences with their names in brackets ("[PER Ana Ruiz] left
/// [CTY Peru].", kinds PER, ORG, LOC, GRP and CTY for a place that is a country), parsed from raw text; and words with
/// the labels of CrossNER politics, one a line, parsed on those words, where kinds outside person, organisation and
/// place do not count. A country is found when a place is found at its very words.
/// </summary>
internal sealed class NameEvaluation(Annotator annotator, Action<string>? report)
{
    private readonly UnitSamples samples = new();

    /// <summary>The bracketed form; lines that begin with # are remarks.</summary>
    public UnitSamples Bracketed(string file)
    {
        var sentences = File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(Unbracket).ToList();
        var countries = sentences.SelectMany(s => s.Names.Where(n => n.Kind == "CTY").Select(n => n.Span.In(s.Text))).ToHashSet(StringComparer.Ordinal);
        foreach (var (text, gold) in sentences)
        {
            var found = annotator.Annotate(text).Names.Select(n => (n.Span, Kind: KindOf(n.Kind, countries.Contains(n.Span.In(text))))).ToList();
            Count(text, gold, found, ["PER", "ORG", "LOC", "GRP", "CTY"]);
        }
        return samples;
    }

    /// <summary>CrossNER's form: word, tab, label; an empty line ends a sentence.</summary>
    public UnitSamples CrossNer(string file)
    {
        var words = new List<(string Word, string Label)>();
        foreach (string line in File.ReadLines(file).Append(""))
        {
            string[] columns = line.Split('\t');
            if (columns.Length > 1) words.Add((columns[0], columns[1]));
            else if (words.Count > 0)
            {
                Labelled(words);
                words.Clear();
            }
        }
        return samples;
    }

    private void Labelled(List<(string Word, string Label)> words)
    {
        var spans = new List<TextSpan>();
        var gold = new List<(TextSpan Span, string Kind)>();
        foreach (var (word, label) in words)
        {
            int start = spans.Count == 0 ? 0 : spans[^1].End + 1;
            spans.Add(new TextSpan(start, start + word.Length));
            string kind = label.Length < 3 ? "" : CrossNerKind(label[2..]);
            if (kind.Length == 0) continue;
            if (label[0] == 'I' && gold.Count > 0 && gold[^1].Span.End + 1 == start) gold[^1] = (new TextSpan(gold[^1].Span.Start, spans[^1].End), gold[^1].Kind);
            else gold.Add((spans[^1], kind));
        }
        string text = string.Join(' ', words.Select(w => w.Word));
        var document = annotator.Annotate(text, [new SegmentedSentence(0, spans)]);
        Count(text, gold, [.. document.Names.Select(n => (n.Span, KindOf(n.Kind, country: false)))], ["PER", "ORG", "LOC"]);
    }

    private void Count(string text, List<(TextSpan Span, string Kind)> gold, List<(TextSpan Span, string Kind)> found, string[] kinds)
    {
        var wrong = new StringBuilder();
        var parts = new Dictionary<string, FigureParts> { ["names"] = FigureParts.Ratio(0, 0) };
        foreach (string kind in kinds)
        {
            var g = gold.Where(n => n.Kind == kind).Select(n => n.Span).ToHashSet();
            var f = found.Where(n => n.Kind == kind).Select(n => n.Span).ToHashSet();
            var f1 = FigureParts.Ratio(2 * g.Count(f.Contains), g.Count + f.Count);
            parts[FigureOf(kind)] = f1;
            parts["names"] += f1;
            foreach (var span in g.Except(f)) wrong.Append($" -{kind} {span.In(text)};");
            foreach (var span in f.Except(g)) wrong.Append($" +{kind} {span.In(text)};");
        }
        samples.Add((samples.Units.Count + 1).ToString(CultureInfo.InvariantCulture), parts);
        report?.Invoke($"{(wrong.Length == 0 ? "+" : "-")} {text}{wrong}");
    }

    private static string FigureOf(string kind) => kind switch
    {
        "PER" => "persons",
        "CTY" => "countries",
        "ORG" => "organizations",
        "LOC" => "places",
        _ => "groups",
    };

    private static (string Text, List<(TextSpan Span, string Kind)> Names) Unbracket(string line)
    {
        var text = new StringBuilder();
        var names = new List<(TextSpan, string)>();
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] != '[')
            {
                text.Append(line[i]);
                continue;
            }
            int end = line.IndexOf(']', i);
            if (end < i + 6) throw new InvalidDataException($"A bracket is not closed or empty: {line}");
            names.Add((new TextSpan(text.Length, text.Length + end - i - 5), line.Substring(i + 1, 3)));
            text.Append(line, i + 5, end - i - 5);
            i = end;
        }
        return (text.ToString(), names);
    }

    private static string KindOf(NameKind kind, bool country) => kind switch
    {
        NameKind.Person => "PER",
        NameKind.Organization => "ORG",
        NameKind.Group => "GRP",
        _ => country ? "CTY" : "LOC",
    };

    private static string CrossNerKind(string label) => label switch
    {
        "politician" or "person" => "PER",
        "politicalparty" or "organisation" => "ORG",
        "location" or "country" => "LOC",
        _ => "",
    };
}
