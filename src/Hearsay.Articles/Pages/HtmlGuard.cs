namespace Hearsay.Articles.Pages;

/// <summary>
/// Counts elements and nesting in a page without building a tree, so that pages made to exhaust the parser are
/// refused in linear time. Elements whose end tag HTML lets one leave out do not count as nesting; scripts, styles
/// and comments are passed over. Formatting that is left open counts again at every tag, because the parser opens it anew in each
/// block: 400 open fonts before 40,000 paragraphs are sixteen million elements. The count is an upper estimate: a real
/// page comes nowhere near the limits.
/// </summary>
internal static class HtmlGuard
{
    private static readonly HashSet<string> NotNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "path",
        "p", "li", "dt", "dd", "tr", "td", "th", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "html", "head", "body",
    };

    private const int MostCopies = 4 * ArticleLimits.HtmlElements;

    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    private static readonly HashSet<string> RawText = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNestingSpan = NotNesting.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FormattingSpan = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> RawTextSpan = RawText.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The fault of a page that is over a limit, or null.</summary>
    public static Diagnostic? Check(string html, string place) => Check(html, place, out _);

    /// <summary>The same, with the number of elements and comments, which says how dear the page is.</summary>
    public static Diagnostic? Check(string html, string place, out int elements)
    {
        elements = 0;
        int depth = 0, formatting = 0, paragraphs = 0, at = 0;
        long copies = 0;
        while ((at = html.IndexOf('<', at)) >= 0 && at + 1 < html.Length)
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = After(html, "-->", at + 4);
                if (++elements > ArticleLimits.HtmlElements) return Faults.HtmlTooManyElements(place);
                continue;
            }
            bool closing = html[at + 1] == '/';
            if (!closing && !char.IsAsciiLetter(html[at + 1]))
            {
                at++;
                continue;
            }
            var name = Name(html, closing ? at + 2 : at + 1);
            bool formats = FormattingSpan.Contains(name), paragraph = name.Equals("p", StringComparison.OrdinalIgnoreCase);
            if (closing)
            {
                // An end tag of a paragraph that is not open makes one.
                if (paragraph && --paragraphs < 0) (elements, paragraphs) = (elements + 1, 0);
                if (formats && formatting > 0) formatting--;
                copies += formatting;
                (depth, at) = (Closed(html, at, depth), at + 2);
            }
            else
            {
                elements++;
                if (paragraph) paragraphs++;
                int end = TagEnd(html, at + 1 + name.Length);
                bool selfClosed = end > 0 && html[end - 1] == '/';
                if (formats) formatting++;
                else copies += formatting;
                if (RawTextSpan.Contains(name) && !selfClosed) end = html.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase) is var close and >= 0 ? close + 2 : html.Length;
                else if (!selfClosed && !NotNestingSpan.Contains(name) && ++depth > ArticleLimits.HtmlDepth) return Faults.HtmlTooDeep(place);
                at = end;
            }
            if (elements > ArticleLimits.HtmlElements || copies > MostCopies) return Faults.HtmlTooManyElements(place);
        }
        return null;
    }

    private static int Closed(string html, int at, int depth) =>
        depth > 0 && !NotNestingSpan.Contains(Name(html, at + 2)) ? depth - 1 : depth;

    private static ReadOnlySpan<char> Name(string html, int at)
    {
        int end = at;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':')) end++;
        return html.AsSpan(at, end - at);
    }

    // Where the tag's ">" stands; one inside a quoted attribute does not end it.
    private static int TagEnd(string html, int at)
    {
        while (at < html.Length && html[at] != '>')
        {
            if (html[at] is '"' or '\'' && html[at - 1] == '=')
            {
                int close = html.IndexOf(html[at], at + 1);
                if (close < 0) return html.Length;
                at = close;
            }
            at++;
        }
        return Math.Min(at, html.Length);
    }

    private static int After(string html, string mark, int from) =>
        from < html.Length && html.IndexOf(mark, from, StringComparison.Ordinal) is var at and >= 0 ? at + mark.Length : html.Length;
}
