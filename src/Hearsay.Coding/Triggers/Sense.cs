using System.Globalization;

namespace Hearsay.Coding.Triggers;

/// <summary>
/// What a <see cref="TriggerScorer"/> takes a word for: the likeliest event type, or <see cref="TriggerScorer.None"/>, and
/// its probability in [0, 1]. It decides nothing where a pattern has the words; it is one of the signs that a record's confidence is made of.
/// </summary>
public sealed record Sense(string Type, double Probability)
{
    private const string Row = "sense:";

    /// <summary>The sense as a row of a trace: "sense:ACCUSE 0.83".</summary>
    public string ToRow() => string.Create(CultureInfo.InvariantCulture, $"{Row}{Type} {Probability:0.00}");

    /// <summary>Reads it back; null when <paramref name="row"/> is another.</summary>
    public static Sense? FromRow(string row)
    {
        if (!row.StartsWith(Row, StringComparison.Ordinal) || row.IndexOf(' ') is not (> 0 and var space)) return null;
        return double.TryParse(row[(space + 1)..], CultureInfo.InvariantCulture, out double probability) ? new Sense(row[Row.Length..space], probability) : null;
    }
}
