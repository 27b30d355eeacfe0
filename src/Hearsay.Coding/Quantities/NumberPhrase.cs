namespace Hearsay.Coding.Quantities;

/// <summary>
/// A number as a sentence states it, with its bound and the noun it counts: tokens <c>[First, Last]</c> hold bound
/// and number, <c>Noun</c> is the counted noun (−1 when the number stands alone) and <c>End</c> the phrase's last token.
/// </summary>
internal sealed record NumberPhrase(int First, int Last, long? Value, QuantityBound Bound, int Noun, int End, bool Article);
