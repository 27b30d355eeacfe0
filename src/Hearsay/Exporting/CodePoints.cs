using Hearsay.Coding.Records;

namespace Hearsay.Exporting;

/// <summary>
/// Turns offsets in UTF-16 code units into offsets in code points, which Python, R and W3C annotations count: they
/// differ behind an emoji or another character outside the basic plane. The records come out with the same texts and
/// new offsets; a text without such characters costs one scan. Offsets beyond the text stay at its end.
/// </summary>
public sealed class CodePoints
{
    private readonly int[]? starts;

    /// <summary>Looks at the text that the offsets count in.</summary>
    public CodePoints(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return;
        starts = new int[text.Length + 1];
        for (int i = 0, points = 0; i <= text.Length; i++)
        {
            starts[i] = points;
            bool inside = i < text.Length && char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (!inside) points++;
        }
    }

    /// <summary>The code points in front of the UTF-16 offset.</summary>
    public int Of(int offset) => starts is null ? offset : starts[Math.Clamp(offset, 0, starts.Length - 1)];

    /// <summary>The record with offsets in code points.</summary>
    public EventRecord Of(EventRecord record) => starts is null ? record : record with
    {
        Trigger = Of(record.Trigger),
        Actors = [.. record.Actors.Select(Of)],
        Recipients = [.. record.Recipients.Select(Of)],
        Chain = [.. record.Chain.Select(Of)],
    };

    /// <summary>The quotation with offsets in code points.</summary>
    public QuotationRecord Of(QuotationRecord quotation) => starts is null ? quotation : quotation with
    {
        Content = [.. quotation.Content.Select(Of)],
        Cue = quotation.Cue is { } cue ? Of(cue) : null,
        Speaker = quotation.Speaker is { } speaker ? Of(speaker) : null,
        Addressee = quotation.Addressee is { } addressee ? Of(addressee) : null,
        Chain = [.. quotation.Chain.Select(Of)],
    };

    private Excerpt Of(Excerpt excerpt) => excerpt with { Start = Of(excerpt.Start), End = Of(excerpt.End) };

    private Party Of(Party party) => party with { Start = Of(party.Start), End = Of(party.End) };

    private ChainHop Of(ChainHop hop) => hop with { Start = Of(hop.Start), End = Of(hop.End) };
}
