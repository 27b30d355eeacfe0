namespace Hearsay.Web.Articles;

/// <summary>
/// Cuts an article into paragraphs and each paragraph into <see cref="TextSegment"/>s at every place where a mark
/// begins or ends. Overlapping marks cost nothing: a segment simply carries several roles. A blank line ends a
/// paragraph; the title counts as one when the text opens with it.
/// </summary>
internal sealed class MarkedText
{
    private readonly string text;
    private readonly List<Mark> marks;

    /// <summary>Takes the marks of <paramref name="coded"/>.</summary>
    public MarkedText(CodedArticle coded)
    {
        text = coded.Article.Text;
        marks = [.. Marks.Of(coded).OrderBy(m => m.Start).ThenByDescending(m => m.End)];
    }

    /// <summary>The paragraphs in the order of the text, each with its segments.</summary>
    public IEnumerable<IReadOnlyList<TextSegment>> Paragraphs()
    {
        var active = new List<Mark>();
        int next = 0;
        foreach (var (start, end) in Extents())
        {
            var segments = new List<TextSegment>();
            int at = start;
            while (at < end)
            {
                active.RemoveAll(m => m.End <= at);
                for (; next < marks.Count && marks[next].Start <= at; next++)
                    if (marks[next].End > at) active.Add(marks[next]);
                int stop = next < marks.Count ? Math.Min(end, marks[next].Start) : end;
                foreach (var mark in active) stop = Math.Min(stop, mark.End);
                segments.Add(Segment(at, stop, active));
                at = stop;
            }
            yield return segments;
        }
    }

    private TextSegment Segment(int start, int end, List<Mark> active)
    {
        var trigger = active.FindLast(m => m.Event is not null);
        var styles = active.Where(m => m.Style.Length > 0 && (m.Event is null || m == trigger)).Select(m => m.Style).Distinct();
        return new(start, text[start..end], string.Join(' ', active.Select(m => m.Role).Distinct()), string.Join(' ', styles), trigger?.Event, trigger?.End == end);
    }

    private IEnumerable<(int Start, int End)> Extents()
    {
        int start = 0;
        while (start < text.Length)
        {
            while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
            if (start == text.Length) yield break;
            int end = ParagraphEnd(start);
            yield return (start, end);
            start = end;
        }
    }

    private int ParagraphEnd(int start)
    {
        for (int feed = text.IndexOf('\n', start); feed >= 0; feed = text.IndexOf('\n', feed + 1))
        {
            int following = text.IndexOf('\n', feed + 1);
            if (following >= 0 && text.AsSpan(feed, following - feed).IsWhiteSpace()) return feed;
        }
        return text.TrimEnd().Length is var trimmed && trimmed > start ? trimmed : text.Length;
    }
}
