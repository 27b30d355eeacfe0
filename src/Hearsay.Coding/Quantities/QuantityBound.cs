namespace Hearsay.Coding.Quantities;

/// <summary>How the stated number bounds the real one.</summary>
public enum QuantityBound
{
    /// <summary>The number itself.</summary>
    Exact,

    /// <summary>"at least", "more than", "over".</summary>
    AtLeast,

    /// <summary>"up to", "fewer than", "as many as".</summary>
    AtMost,

    /// <summary>"about", "some", "nearly".</summary>
    About,
}
