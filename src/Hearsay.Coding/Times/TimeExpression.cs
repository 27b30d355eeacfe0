using Hearsay.Language;

namespace Hearsay.Coding.Times;

/// <summary>
/// A time expression of the text, tokens <c>[First, Last]</c> of one sentence, both inclusive, with what it means.
/// "last week" in an article of 2024-03-12 has the value 2024-W10 and the interval 2024-03-04 to 2024-03-10.
/// </summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Span">Where it stands in the document's text; may be narrower than its tokens.</param>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value ("2024-W10", "P3D", "PAST_REF"); null when it cannot be said, as for a relative expression without an anchor.</param>
/// <param name="Start">First day meant; null for vague expressions and lengths of time without a place in the calendar.</param>
/// <param name="End">Last day meant (inclusive); null exactly when <paramref name="Start"/> is.</param>
/// <param name="Granularity">day, weekend, week, month, season, quarter, half, year, decade, century, duration, set or vague.</param>
public sealed record TimeExpression(
    int Sentence, int First, int Last, TextSpan Span, TimexType Type, string? Value, DateOnly? Start, DateOnly? End, string Granularity);
