using Hearsay.Coding.Actors;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>How the words of a quotation are given.</summary>
public enum QuotationForm
{
    /// <summary>All inside quotation marks.</summary>
    Direct,

    /// <summary>No quotation marks.</summary>
    Indirect,

    /// <summary>Partly inside quotation marks.</summary>
    Mixed,
}

/// <summary>
/// One attribution relation (Pareti 2012): content, cue, speaker. Quotations nest: one whose cue lies in the content
/// of another is vouched for by both speakers.
/// </summary>
public sealed record Quotation
{
    /// <summary>The pieces of content in text order, outer quotation marks and edge punctuation excluded.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>The crediting words ("said", "according to"), or null where quotation marks alone credit.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>Sentence of the cue, or of the first content when there is no cue.</summary>
    public required int Sentence { get; init; }

    /// <summary>Head token of the cue in <see cref="Sentence"/>, −1 when there is none.</summary>
    public int CueToken { get; init; } = -1;

    /// <summary>Who said it; null when the text does not tell.</summary>
    public ResolvedActor? Speaker { get; init; }

    /// <summary>The whole phrase that names the speaker, with titles and appositions; wider than the span of <see cref="Speaker"/>.</summary>
    public TextSpan? SpeakerSpan { get; init; }

    /// <summary>Whom it was said to; null when the text does not tell.</summary>
    public ResolvedActor? Addressee { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required QuotationForm Form { get; init; }

    /// <summary>The stance of the cue: asserts, denies, uncertain, asks, promises, threatens, demands, hopes, fears or none.</summary>
    public string Stance { get; init; } = "asserts";

    /// <summary>This quotation's own hops, outermost first, the speaker last ("told Reuters": Reuters, speaker).</summary>
    public required IReadOnlyList<ChainHop> Hops { get; init; }

    /// <summary>The hops of all quotations that enclose this one, then <see cref="Hops"/>.</summary>
    public required IReadOnlyList<ChainHop> Chain { get; init; }

    /// <summary>Whether the content is a phrase for what the text itself vouches for ("denounced the raid", "cited the report").</summary>
    public bool Presupposed { get; init; }

    /// <summary>Whether the position lies in content that the speaker vouches for; never so when it is presupposed.</summary>
    public bool Holds(int offset)
    {
        if (Presupposed) return false;
        foreach (var piece in Content) if (piece.Start <= offset && offset < piece.End) return true;
        return false;
    }
}
