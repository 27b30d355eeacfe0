namespace Hearsay.Articles;

/// <summary>
/// Tells a headline from a first paragraph: one short line without a full stop at its end that a blank line
/// follows. Used where a text gives no title of its own.
/// </summary>
internal static class Headline
{
    private const int Longest = 160;

    /// <summary>The first line of <paramref name="text"/> if it looks like a headline, else null.</summary>
    public static string? Of(string text)
    {
        int start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        int end = text.IndexOf('\n', start);
        if (end < 0) return null;
        string line = text[start..end].Trim();
        int next = text.IndexOf('\n', end + 1);
        bool blankFollows = next >= 0 && text.AsSpan(end, next - end).IsWhiteSpace();
        if (!blankFollows || text.AsSpan(next).IsWhiteSpace()) return null;
        if (line.Length is 0 or > Longest || line[^1] is '.' or ';' or ',' or ':' or '"' or '”') return null;
        return line;
    }
}
