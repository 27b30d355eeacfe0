using Hearsay.Language;

namespace Hearsay.Coding.Quantities;

/// <summary>
/// A number of people, money or arms that a sentence tells. "At least 12 people, including three children, were
/// killed" gives killed, 12, at least, governed by "killed".
/// </summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Value">The number as stated ("at least 12" is 12); null where the words give none ("dozens").</param>
/// <param name="Bound">How the number bounds the real one.</param>
/// <param name="First">First token of the number phrase.</param>
/// <param name="Last">Last token of the number phrase, inclusive.</param>
/// <param name="Span">Where the number phrase stands in the document's text.</param>
/// <param name="GovernorToken">The verb or noun that tells what happened to those counted; for money and arms the counted word.</param>
public sealed record Quantity(QuantityKind Kind, long? Value, QuantityBound Bound, int First, int Last, TextSpan Span, int GovernorToken)
{
    /// <summary>
    /// The least number that the words allow: <c>Value</c> where there is one, else the unit of a vague number ("dozens"
    /// 12, "thousands" 1,000, "tens of thousands" 10,000, "several hundred" 300); null for words such as "many".
    /// </summary>
    public long? Least { get; init; }
}
