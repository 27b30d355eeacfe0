namespace Hearsay.Coding.Quantities;

/// <summary>
/// A number as a sentence states it, with its bound and the noun it counts: tokens <c>[First, Last]</c> hold bound
/// and number, <c>Noun</c> is the counted noun (−1 when the number stands alone) and <c>End</c> the phrase's last token.
/// </summary>
internal sealed record NumberPhrase(int First, int Last, long? Value, QuantityBound Bound, int Noun, int End, bool Article)
{
    /// <summary>The value, or what a vague number stands for at the least ("tens of thousands" 10,000).</summary>
    public long? Least { get; init; }

    /// <summary>Whether a possessive stands for the number one ("and her driver"); it counts only behind another number.</summary>
    public bool Possessive { get; init; }

    /// <summary>Whether the phrase counts some of those just told: "45 of them".</summary>
    public bool OfThem { get; init; }
}
