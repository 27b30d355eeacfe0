using System.Text.Json;

namespace Hearsay.Evaluation;

/// <summary>
/// A whole evaluation of one program version: what was measured with what, every figure of every set with its interval,
/// and the parts of the figures unit by unit, so that a later version can be compared with it unit for unit. Written and
/// read as JSON; <see cref="EvaluationPage"/> writes it for people.
/// </summary>
/// <param name="Program">Version of Hearsay.</param>
/// <param name="Models">Hash of the models.</param>
/// <param name="Knowledge">Hash of the knowledge.</param>
/// <param name="Sets">The gold sets in the order of the report.</param>
public sealed record EvaluationReport(string Program, string Models, string Knowledge, IReadOnlyList<EvaluationReport.GoldSet> Sets)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>One gold set: its name, the hash of its file, its units and its figures.</summary>
    public sealed record GoldSet(string Name, string Gold, IReadOnlyList<string> Units, IReadOnlyList<Figure> Figures)
    {
        /// <summary>The samples again.</summary>
        public UnitSamples Samples()
        {
            var samples = new UnitSamples();
            for (int u = 0; u < Units.Count; u++)
                samples.Add(Units[u], Figures.Where(f => f.Parts.Count > 0).ToDictionary(f => f.Name, f => new FigureParts(f.Kind, f.Parts[u])));
            return samples;
        }
    }

    /// <summary>One figure: its value, its 95 % interval where it has one, and its parts unit by unit.</summary>
    public sealed record Figure(string Name, double Value, double? Low, double? High, FigureKind Kind, IReadOnlyList<double[]> Parts);

    /// <summary>One set of a report, from its samples.</summary>
    public static GoldSet SetOf(string name, string gold, UnitSamples samples, Bootstrap bootstrap)
    {
        var intervals = bootstrap.Intervals(samples);
        return new(name, gold, samples.Units, [.. samples.Rates.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r =>
        {
            bool counted = samples.Figures.TryGetValue(r.Key, out var parts);
            bool known = intervals.TryGetValue(r.Key, out var interval);
            return new Figure(r.Key, r.Value, known ? interval.Low : null, known ? interval.High : null, counted ? parts.Kind : FigureKind.Count, counted ? parts.Parts : []);
        })]);
    }

    /// <summary>The report as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such report.</exception>
    public static EvaluationReport Read(string json)
    {
        try
        {
            var report = JsonSerializer.Deserialize<EvaluationReport>(json, Options);
            return report is { Sets: not null } && report.Sets.All(s => s.Figures is not null && s.Figures.All(f => f.Parts.Count == 0 || f.Parts.Count == s.Units.Count))
                ? report : throw new InvalidDataException("it has no \"sets\" with figures");
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or NotSupportedException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
