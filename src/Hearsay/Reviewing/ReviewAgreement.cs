using System.Globalization;
using System.Text;
using Hearsay.Coding.Records;
using Hearsay.Store;

namespace Hearsay.Reviewing;

/// <summary>
/// Agreement over a store's reviews, field by field: Cohen's κ for every two reviewers and for every reviewer and the
/// program, Krippendorff's α over all reviewers. What a reviewer accepts has the program's value, what he corrects his
/// own, what he rejects none but for the question whether there is an event at all, which the program always affirms.
/// </summary>
public static class ReviewAgreement
{
    /// <summary>The program's name among the coders.</summary>
    public const string Program = "program";

    private const string IsEvent = "event";

    private static readonly (string Field, Func<EventRecord, string> Value)[] Fields =
    [
        ("type", e => e.Type), ("mode", e => e.Mode ?? "-"), ("status", e => e.Status), ("cameo", e => e.Cameo ?? "-"),
        ("actor", e => Codes(e.Actors)), ("recipient", e => Codes(e.Recipients)),
    ];

    /// <summary>One line: two coders on one field.</summary>
    public sealed record Pair(string Field, string First, string Second, int Units, double Agreed, double? Kappa);

    /// <summary>One line: all reviewers on one field.</summary>
    public sealed record All(string Field, int Coders, int Units, double? Alpha);

    /// <summary>Everything that can be said about a store's reviews.</summary>
    public sealed record Report(IReadOnlyList<Pair> Pairs, IReadOnlyList<All> Together);

    /// <summary>Computes it from the reviewed events.</summary>
    public static Report Of(IReadOnlyCollection<ReviewedEvent> events)
    {
        var reviewers = events.SelectMany(e => e.Reviews.Select(r => r.Reviewer)).Distinct().Order(StringComparer.Ordinal).ToList();
        var pairs = new List<Pair>();
        var together = new List<All>();
        foreach (string field in Fields.Select(f => f.Field).Prepend(IsEvent))
        {
            var values = events.Select(e => Values(e, field)).ToList();
            string[] coders = field == IsEvent ? [.. reviewers] : [.. reviewers, Program];
            for (int a = 0; a < coders.Length; a++)
                for (int b = a + 1; b < coders.Length; b++)
                {
                    var both = values.Where(v => v.ContainsKey(coders[a]) && v.ContainsKey(coders[b])).Select(v => (v[coders[a]], v[coders[b]])).ToList();
                    if (both.Count > 0) pairs.Add(new(field, coders[a], coders[b], both.Count, both.Count(p => p.Item1 == p.Item2) / (double)both.Count, Agreement.CohenKappa(both)));
                }
            var units = values.Select(v => (IReadOnlyCollection<string>)[.. v.Where(c => c.Key != Program).Select(c => c.Value)]).Where(v => v.Count > 1).ToList();
            if (units.Count > 0) together.Add(new(field, reviewers.Count, units.Count, Agreement.KrippendorffAlpha(units)));
        }
        return new(pairs, together);
    }

    /// <summary>The report as a page of Markdown.</summary>
    public static string Page(Report report)
    {
        var page = new StringBuilder("| field | first | second | events | agreed | Cohen's κ |\n|---|---|---|---|---|---|\n");
        foreach (var p in report.Pairs) page.Append(CultureInfo.InvariantCulture, $"| {p.Field} | {p.First} | {p.Second} | {p.Units} | {p.Agreed:0.000} | {Number(p.Kappa)} |\n");
        page.Append("\n| field | reviewers | events with two or more | Krippendorff's α |\n|---|---|---|---|\n");
        foreach (var a in report.Together) page.Append(CultureInfo.InvariantCulture, $"| {a.Field} | {a.Coders} | {a.Units} | {Number(a.Alpha)} |\n");
        return page.ToString();
    }

    private static Dictionary<string, string> Values(ReviewedEvent e, string field)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var read = Fields.FirstOrDefault(f => f.Field == field).Value;
        foreach (var review in e.Reviews)
        {
            if (read is null) values[review.Reviewer] = review.Verdict == Verdict.Reject ? "no" : "yes";
            else if (review.Verdict != Verdict.Reject) values[review.Reviewer] = read(ReviewCorrection.Apply(e.Event.Record, review.Corrected));
        }
        if (read is not null) values[Program] = read(e.Event.Record);
        return values;
    }

    private static string Codes(IReadOnlyList<Party> parties) => parties.Count == 0 ? "-" : string.Join(';', parties.Select(p => p.Code ?? "?").Order(StringComparer.Ordinal));

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "not defined";
}
