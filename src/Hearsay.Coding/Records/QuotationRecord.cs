namespace Hearsay.Coding.Records;

/// <summary>
/// What somebody is reported to have said: the content (in pieces where a cue interrupts it), the cue, the
/// speaker, whom it was said to, and the chain that ends with the speaker.
/// </summary>
public sealed record QuotationRecord
{
    /// <summary>The pieces of content in text order, without outer quotation marks and edge punctuation.</summary>
    public required IReadOnlyList<Excerpt> Content { get; init; }

    /// <summary>The crediting words; null where quotation marks alone credit.</summary>
    public Excerpt? Cue { get; init; }

    /// <summary>Who said it; null when the text does not tell.</summary>
    public Party? Speaker { get; init; }

    /// <summary>Whom it was said to; null when the text does not tell.</summary>
    public Party? Addressee { get; init; }

    /// <summary>direct, indirect or mixed.</summary>
    public required string Form { get; init; }

    /// <summary>Outermost first; the last hop is the speaker.</summary>
    public required IReadOnlyList<ChainHop> Chain { get; init; }
}
