using Hearsay.Coding.Records;

namespace Hearsay.Exporting;

/// <summary>
/// Turns offsets in UTF-16 code units into offsets in code points, which Python, R and W3C annotations count: they
/// differ behind an emoji or another character outside the basic plane. The records come out with the same texts and
/// new offsets; a text without such characters costs one scan. Offsets beyond the text stay at its end.
/// </summary>
public sealed class CodePoints
{
    private static readonly CodePoints Plain = new([], int.MaxValue);

    private readonly int[] pairs;
    private readonly int length;

    private CodePoints(int[] pairs, int length) => (this.pairs, this.length) = (pairs, length);

    /// <summary>Looks at the text that the offsets count in.</summary>
    public static CodePoints In(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return Plain;
        return new([.. Enumerable.Range(0, text.Length - 1).Where(i => char.IsSurrogatePair(text, i))], text.Length);
    }

    /// <summary>The same for a text whose pairs are known: offsets in rising order, as the store keeps them.</summary>
    public static CodePoints At(IReadOnlyCollection<int> pairs) => pairs.Count == 0 ? Plain : new([.. pairs], int.MaxValue);

    /// <summary>Whether both ways to count are the same in this text.</summary>
    public bool IsPlain => pairs.Length == 0;

    /// <summary>The code points in front of the UTF-16 offset.</summary>
    public int Of(int offset)
    {
        if (pairs.Length == 0) return offset;
        int at = Math.Clamp(offset, 0, length), place = Array.BinarySearch(pairs, at);
        return at - (place < 0 ? ~place : place);
    }

    /// <summary>The record with offsets in code points.</summary>
    public EventRecord Of(EventRecord record) => pairs.Length == 0 ? record : record with
    {
        Trigger = Of(record.Trigger),
        Actors = [.. record.Actors.Select(Of)],
        Recipients = [.. record.Recipients.Select(Of)],
        Chain = [.. record.Chain.Select(Of)],
    };

    /// <summary>The quotation with offsets in code points.</summary>
    public QuotationRecord Of(QuotationRecord quotation) => pairs.Length == 0 ? quotation : quotation with
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
