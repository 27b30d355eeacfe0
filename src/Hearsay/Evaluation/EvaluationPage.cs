using System.Globalization;
using System.Text;

namespace Hearsay.Evaluation;

/// <summary>
/// A report as a page of Markdown: a table a set, figures as fractions with their 95 % intervals; beside another report
/// also what changed since, with the interval of the difference and how likely it is chance.
/// </summary>
public static class EvaluationPage
{
    /// <summary>Writes the page; <paramref name="before"/> is the report of another version, or null.</summary>
    public static string Write(EvaluationReport report, EvaluationReport? before, Bootstrap bootstrap)
    {
        var page = new StringBuilder();
        page.Append($"# Evaluation of Hearsay {report.Program}\n\nModels {report.Models}, knowledge {report.Knowledge}. Intervals: 95 %, bootstrap over the units of a set.\n");
        if (before is not null) page.Append($"Compared with Hearsay {before.Program}, models {before.Models}, knowledge {before.Knowledge}; *p* is how likely so large a difference is by chance.\n");
        foreach (var set in report.Sets)
        {
            var other = before?.Sets.FirstOrDefault(s => s.Name == set.Name);
            page.Append($"\n## {set.Name}\n\nGold file {set.Gold}, {(set.Units.Count == 0 ? "measured as a whole" : string.Create(CultureInfo.InvariantCulture, $"{set.Units.Count:N0} units"))}.");
            page.Append(before is null ? "\n\n" : other is null ? " The other report does not have it.\n\n" : Paired(set, other) ? " Paired.\n\n" : " Not paired: the gold or its units differ.\n\n");
            Table(page, set, other, bootstrap);
        }
        return page.ToString();
    }

    private static bool Paired(EvaluationReport.GoldSet a, EvaluationReport.GoldSet b) => a.Gold == b.Gold && a.Units.Count > 0 && a.Units.SequenceEqual(b.Units, StringComparer.Ordinal);

    private static void Table(StringBuilder page, EvaluationReport.GoldSet set, EvaluationReport.GoldSet? other, Bootstrap bootstrap)
    {
        page.Append(other is null ? "| figure | value | 95 % |\n|---|---|---|\n" : "| figure | value | 95 % | before | change | 95 % of the change | p |\n|---|---|---|---|---|---|---|\n");
        var changes = other is null ? null : bootstrap.Differences(other.Samples(), set.Samples());
        foreach (var figure in set.Figures)
        {
            page.Append($"| {figure.Name} | {Number(figure.Value)} | {(figure.Low is { } low ? $"{Number(low)} to {Number(figure.High!.Value)}" : "")} |");
            if (other is not null)
            {
                var old = other.Figures.FirstOrDefault(f => f.Name == figure.Name);
                page.Append(old is null ? "  |  |" : $" {Number(old.Value)} | {Signed(figure.Value - old.Value)} |");
                page.Append(changes!.TryGetValue(figure.Name, out var change) ? $" {Signed(change.Interval.Low)} to {Signed(change.Interval.High)} | {change.P.ToString("0.000", CultureInfo.InvariantCulture)} |" : "  |  |");
            }
            page.Append('\n');
        }
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 10 ? "0.#" : "0.0000", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString(Math.Abs(value) >= 10 ? "+0.#;-0.#;0" : "+0.0000;-0.0000;0", CultureInfo.InvariantCulture);
}
