using System.Globalization;
using Hearsay.Coding.Records;
using Spectre.Console;

namespace Hearsay.Cli.Picture;

/// <summary>
/// The article's text with what was read from it marked: each event's words in the colour of its quadrant with the
/// number of its card behind them ("phoned[2]"), quotations in italics with their speaker behind them, parties of
/// events underlined. Every mark has a form that shows without colour, apart from the underlining.
/// </summary>
internal sealed class MarkedArticle
{
    private const int QuadrantShift = 3;

    [Flags]
    private enum Marks
    {
        None = 0,
        Quotation = 1,
        Party = 2,
        Bold = 4,
    }

    private readonly string text;
    private readonly Marks[] marks;
    private readonly SortedDictionary<int, List<(string Text, Style Style)>> insertions = [];

    public MarkedArticle(CodedArticle coded)
    {
        text = coded.Article.Text;
        marks = new Marks[text.Length];
        foreach (var quotation in coded.Quotations) Mark(quotation);
        foreach (var record in coded.Events)
        {
            foreach (var party in record.Actors.Concat(record.Recipients)) Add(party.Start, party.End, Marks.Party);
        }
        MarkTriggers(coded.Events);
        if (coded.Article.Title is { } title && text.StartsWith(title, StringComparison.Ordinal))
            Add(0, title.Length, Marks.Bold);
    }

    /// <summary>The paragraphs, in the order of the text.</summary>
    public IEnumerable<StyledText> Paragraphs()
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = ParagraphEnd(start);
            var paragraph = Paragraph(start, end);
            if (paragraph.Length > 0) yield return paragraph;
            start = end;
            while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        }
    }

    // A paragraph ends at a blank line; a single line break inside one is only a space.
    private int ParagraphEnd(int start)
    {
        for (int feed = text.IndexOf('\n', start); feed >= 0; feed = text.IndexOf('\n', feed + 1))
        {
            int next = text.IndexOf('\n', feed + 1);
            if (next >= 0 && text.AsSpan(feed, next - feed).IsWhiteSpace()) return feed;
        }
        return text.Length;
    }

    private StyledText Paragraph(int start, int end)
    {
        var paragraph = new StyledText();
        for (int i = start; i < end; i++)
        {
            if (insertions.TryGetValue(i, out var before) && i > start) Insert(paragraph, before);
            paragraph.Add(text.AsSpan(i, 1).ToString(), StyleOf(marks[i]));
        }
        if (insertions.TryGetValue(end, out var last)) Insert(paragraph, last);
        return paragraph;
    }

    private static void Insert(StyledText paragraph, List<(string Text, Style Style)> pieces)
    {
        foreach (var (piece, style) in pieces) paragraph.Add(piece, style);
    }

    private void Mark(QuotationRecord quotation)
    {
        foreach (var piece in quotation.Content) Add(piece.Start, piece.End, Marks.Quotation);
        if (quotation.Content.Count == 0) return;
        int end = Math.Clamp(quotation.Content[^1].End, 0, text.Length);
        // Behind the closing mark and the comma before it, if they follow.
        while (end < text.Length && text[end] is '"' or '”' or '’' or '\'' or ',' or '.' or '!' or '?') end++;
        if (quotation.Speaker is { } speaker) At(end).Add(($" ‹{speaker.Name ?? speaker.Text}›", Palette.Speaker));
    }

    private void MarkTriggers(IReadOnlyList<EventRecord> events)
    {
        var numbered = events.Select((record, index) => (record, number: index + 1));
        foreach (var sharing in numbered.GroupBy(e => (e.record.Trigger.Start, e.record.Trigger.End)))
        {
            int quadrant = Palette.Quadrant(sharing.First().record.Type) + 1 ?? 0;
            var mark = Marks.Bold | (Marks)(quadrant << QuadrantShift);
            Add(sharing.Key.Start, sharing.Key.End, mark);
            string numbers = string.Join(',', sharing.Select(e => e.number.ToString(CultureInfo.InvariantCulture)));
            At(Math.Clamp(sharing.Key.End, 0, text.Length)).Insert(0, ($"[{numbers}]", StyleOf(mark)));
        }
    }

    private List<(string Text, Style Style)> At(int position)
    {
        if (!insertions.TryGetValue(position, out var list)) insertions[position] = list = [];
        return list;
    }

    private void Add(int start, int end, Marks mark)
    {
        for (int i = Math.Max(0, start); i < Math.Min(end, text.Length); i++) marks[i] |= mark;
    }

    private static Style StyleOf(Marks mark)
    {
        int quadrant = ((int)mark >> QuadrantShift) - 1;
        var decoration = (mark.HasFlag(Marks.Quotation) ? Decoration.Italic : Decoration.None)
            | (mark.HasFlag(Marks.Party) ? Decoration.Underline : Decoration.None)
            | (mark.HasFlag(Marks.Bold) ? Decoration.Bold : Decoration.None);
        // Two events of different quadrants over the same words: the bits of both make no quadrant, so no colour.
        var colour = quadrant >= 0 && quadrant < Palette.Quadrants.Count ? Palette.Quadrants[quadrant].Colour : Color.Default;
        return new Style(colour, decoration: decoration);
    }
}
