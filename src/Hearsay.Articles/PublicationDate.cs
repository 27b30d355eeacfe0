namespace Hearsay.Articles;

/// <summary>
/// Reads the day out of the ways in which files and pages write a date: ISO 8601 with or without a time, RFC 1123,
/// "12 March 2024", "March 12, 2024", 2024/03/12, 20240312. The day is the one that is written, in the writer's own
/// time zone. Refuses what could be two dates (03/04/2024), text in which the date does not come first (a time may)
/// and years outside 1800–2100.
/// </summary>
public static class PublicationDate
{
    /// <summary>The day, or null.</summary>
    public static DateOnly? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100) return null;
        var trimmed = text.AsSpan().Trim();
        return (DateScanner.Read(trimmed, 0) ?? DateScanner.Read(trimmed, AfterTime(trimmed)))?.Day;
    }

    /// <summary>Whether the text gives a time of day, so that its day depends on a time zone.</summary>
    internal static bool HasTime(string text) => text.Contains(':');

    // "01:38:07 PM IST Nov 20, 2019"
    private static int AfterTime(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == ':')) at++;
        if (at == 0 || text[..at].IndexOf(':') < 0) return 0;
        for (int words = 0; words < 3; words++)
        {
            while (at < text.Length && text[at] is ' ' or ',') at++;
            int end = at;
            while (end < text.Length && char.IsAsciiLetterUpper(text[end])) end++;
            if (end - at is < 2 or > 5 || (end < text.Length && char.IsAsciiLetter(text[end]))) break;
            at = end;
        }
        return Math.Min(at, Math.Max(0, text.Length - 1));
    }
}
