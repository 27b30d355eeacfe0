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
/// apostrophes. A mark that is not closed in its paragraph closes at the paragraph's end; when the next paragraph
/// opens with a mark the quotation goes on there.
/// </summary>
public static class QuotationMarks
{
    /// <summary>The quoted spans in text order, not overlapping (the outermost of nested ones).</summary>
    public static IReadOnlyList<QuotedSpan> Find(Document document)
    {
        var spans = new List<QuotedSpan>();
        string text = document.Text;
        bool unclosed = false;
        foreach (var paragraph in document.Sentences.GroupBy(s => s.Paragraph))
        {
            int start = paragraph.First().Span.Start, end = paragraph.Last().Span.End;
            int open = -1;
            char opener = '\0';
            bool continued = false;
            for (int i = start; i < end; i++)
            {
                char c = text[i];
                if (open < 0)
                {
                    bool doubled = IsDoubled(text, i);
                    if (!(doubled ? OpensDoubled(text, i, start) : Opens(text, i, start))) continue;
                    open = i;
                    opener = doubled ? '`' : c;
                    continued = unclosed && i == start;
                    if (doubled) i++;
                }
                else if (Closes(text, i, opener, end))
                {
                    bool doubled = opener == '`' && IsDoubled(text, i);
                    Add(spans, text, open, i + (doubled ? 2 : 1), i, continued);
                    if (doubled) i++;
                    open = -1;
                }
            }
            unclosed = false;
            if (open >= 0 && opener is not ('\'' or '‘'))
            {
                // A stray mark late in a paragraph is no quotation of the rest of it unless the rest is long.
                Add(spans, text, open, end, end, continued);
                unclosed = true;
            }
        }
        return spans;
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

    private static bool Closes(string text, int i, char opener, int end)
    {
        char c = text[i];
        return opener switch
        {
            '“' or '„' => c is '”' || c == '"' || c == '“' && opener == '„',
            '«' => c == '»',
            '"' => c is '"' or '”',
            '`' => c == '\'' && i + 1 < end && text[i + 1] == '\'' || c is '"' or '”',
            _ => IsSingleClose(text, i, opener),
        };
    }
}
