using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Words between a pair of quotation marks. <paramref name="Inside"/> excludes the marks; <paramref name="Outside"/>
/// includes them. A quotation that a paragraph break interrupts and a new opening mark resumes is one span per
/// paragraph, the later ones <paramref name="Continued"/>.
/// </summary>
public sealed record QuotedSpan(TextSpan Inside, TextSpan Outside, bool Continued, int Words);

/// <summary>
/// Pairs the quotation marks of a text: typographic and straight double marks, and single marks where they cannot be
/// apostrophes. A mark that is not closed in its paragraph closes at the paragraph's end, or in the next paragraph
/// where that holds nothing but the closing mark; when the next paragraph opens with a mark the quotation goes on there.
/// </summary>
public static class QuotationMarks
{
    /// <summary>The quoted spans in text order, not overlapping (the outermost of nested ones).</summary>
    public static IReadOnlyList<QuotedSpan> Find(Document document)
    {
        var spans = new List<QuotedSpan>();
        string text = document.Text;
        bool unclosed = false;
        int open = -1;
        char opener = '\0';
        bool continued = false;
        var paragraphs = Paragraphs(document);
        for (int p = 0; p < paragraphs.Count; p++)
        {
            var (start, end) = paragraphs[p];
            for (int i = start; i < end; i++)
            {
                char c = text[i];
                bool doubled = IsDoubled(text, i);
                if (open < 0)
                {
                    if (!(doubled ? OpensDoubled(text, i, start) : Opens(text, i, start))) continue;
                    open = i;
                    opener = doubled ? '`' : c;
                    continued = unclosed && i == start;
                    if (doubled) i++;
                }
                else if (Closes(text, i, opener, end))
                {
                    Add(spans, text, open, i + (opener == '`' && doubled ? 2 : 1), i, continued);
                    if (doubled) i++;
                    open = -1;
                }
            }
            unclosed = open >= 0;
            if (open < 0) continue;
            if (opener is '\'' or '‘') { open = -1; unclosed = false; continue; }
            if (p + 1 < paragraphs.Count && ClosesFirst(text, paragraphs[p + 1], opener)) { unclosed = false; continue; }
            Add(spans, text, open, end, end, continued);
            open = -1;
        }
        return spans;
    }

    // The paragraphs as ranges of the text.
    private static List<(int Start, int End)> Paragraphs(Document document)
    {
        var ranges = new List<(int Start, int End)>();
        int last = -1;
        foreach (var s in document.Sentences)
        {
            if (s.Paragraph == last) ranges[^1] = (ranges[^1].Start, s.Span.End);
            else ranges.Add((s.Span.Start, s.Span.End));
            last = s.Paragraph;
        }
        return ranges;
    }

    // A typographic quotation that no mark resumes runs on to the closing mark of the next paragraph.
    private static bool ClosesFirst(string text, (int Start, int End) paragraph, char opener)
    {
        if (opener is '“')
            for (int i = paragraph.Start; i < paragraph.End; i++)
            {
                if (text[i] is '“') return false;
                if (text[i] is '”') return true;
            }
        if (opener is not '"' || text[paragraph.Start] == '"') return false;
        int count = 0;
        for (int i = paragraph.Start; i < paragraph.End; i++) if (text[i] == '"') count++;
        return count == 1 && text[paragraph.End - 1] == '"';
    }

    private static void Add(List<QuotedSpan> spans, string text, int open, int outsideEnd, int insideEnd, bool continued)
    {
        int from = open + 1, to = insideEnd;
        if (from < to && text[open] is '`' or '\'' && text[from] == text[open]) from++;
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        while (to > from && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is ',' or '.' or ';' or ':' || text[to - 1] == '\'' && outsideEnd - to <= 1)) to--;
        if (to <= from) return;
        int words = 0;
        bool inside = false;
        for (int i = from; i < to; i++)
        {
            bool letter = char.IsLetterOrDigit(text[i]);
            if (letter && !inside) words++;
            inside = letter || text[i] is '\'' or '’' or '-' or '.';
        }
        spans.Add(new QuotedSpan(new TextSpan(from, to), new TextSpan(open, outsideEnd), continued, words));
    }

    // Two single marks or two grave accents for a double mark.
    private static bool IsDoubled(string text, int i) => text[i] is '\'' or '`' && i + 1 < text.Length && text[i + 1] == text[i];

    private static bool OpensDoubled(string text, int i, int start) =>
        text[i] == '`' || i + 2 < text.Length && !char.IsWhiteSpace(text[i + 2]) && (i == start || !char.IsLetterOrDigit(text[i - 1]) && text[i - 1] is not ('.' or ',' or '?' or '!'));

    private static bool Opens(string text, int i, int start)
    {
        char c = text[i];
        if (c is '“' or '«' or '„') return true;
        bool before = i == start || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—' or '–' or '-' or '/';
        bool after = i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
        if (c == '"') return before || after && !char.IsLetterOrDigit(text[i - 1]);
        if (c is '‘' or '\'') return before && after && char.IsLetterOrDigit(text[i + 1]) && HasSingleClose(text, i, c);
        return false;
    }

    // An apostrophe opens nothing: a single mark needs a partner at a word's end before the paragraph closes.
    private static bool HasSingleClose(string text, int i, char opener)
    {
        if (i + 3 < text.Length && char.IsDigit(text[i + 1]) && char.IsDigit(text[i + 2])) return false;
        for (int j = i + 2; j < text.Length && text[j] != '\n'; j++)
            if (IsSingleClose(text, j, opener)) return true;
        return false;
    }

    private static bool IsSingleClose(string text, int j, char opener)
    {
        char wanted = opener == '‘' ? '’' : '\'';
        if (text[j] != wanted || char.IsWhiteSpace(text[j - 1])) return false;
        bool wordEnd = j + 1 >= text.Length || !char.IsLetterOrDigit(text[j + 1]);
        return wordEnd && (text[j - 1] != 's' || j + 1 >= text.Length || text[j + 1] is '.' or ',' or '?' or '!' or '\n' || text[j - 1] is '.' or ',');
    }

    // An opening mark where only a closing one can stand: “Not now,“ he said.
    private static bool IsMistyped(string text, int i, int end) => text[i - 1] is ',' or '.' or '?' or '!' && (i + 1 >= end || char.IsWhiteSpace(text[i + 1]));

    private static bool Closes(string text, int i, char opener, int end)
    {
        char c = text[i];
        return opener switch
        {
            '“' or '„' => c is '”' || c == '"' || c == '“' && (opener == '„' || IsMistyped(text, i, end)),
            '«' => c == '»',
            '"' => c is '"' or '”' || c == '“' && IsMistyped(text, i, end),
            '`' => c == '\'' && i + 1 < end && text[i + 1] == '\'' || c is '"' or '”',
            _ => IsSingleClose(text, i, opener),
        };
    }
}
