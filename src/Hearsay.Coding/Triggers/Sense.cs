using System.Globalization;

namespace Hearsay.Coding.Triggers;

/// <summary>
/// What a <see cref="TriggerScorer"/> takes a word for: the likeliest event type, or <see cref="TriggerScorer.None"/>, with
/// its probability, and the probability of the type that a pattern makes of it; both in [0, 1]. It decides nothing where a pattern has the words; it is one of the signs that a record's confidence is made of.
/// </summary>
public sealed record Sense(string Type, double Probability, double Own)
{
    private const string Row = "sense:";

    /// <summary>The sense as a row of a trace: "sense:ACCUSE 0.83", "sense:- 0.60, as coded 0.25".</summary>
    public string ToRow() => string.Create(CultureInfo.InvariantCulture, $"{Row}{Type} {Probability:0.00}{(Own < Probability ? $"{AsCoded}{Own:0.00}" : "")}");

    private const string AsCoded = ", as coded ";

    /// <summary>Reads it back; null when <paramref name="row"/> is another.</summary>
    public static Sense? FromRow(string row)
    {
        if (!row.StartsWith(Row, StringComparison.Ordinal) || row.IndexOf(' ') is not (> 0 and var space)) return null;
        string[] numbers = row[(space + 1)..].Split(AsCoded);
        if (!double.TryParse(numbers[0], CultureInfo.InvariantCulture, out double probability)) return null;
        double own = probability;
        return numbers.Length < 2 || double.TryParse(numbers[1], CultureInfo.InvariantCulture, out own) ? new Sense(row[Row.Length..space], probability, own) : null;
    }
}
