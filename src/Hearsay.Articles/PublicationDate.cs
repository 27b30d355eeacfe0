using System.Globalization;

namespace Hearsay.Articles;

/// <summary>
/// Reads the day out of the ways in which files and pages write a date: ISO 8601 with or without a time, RFC 1123,
/// "12 March 2024", "March 12, 2024", 2024/03/12, 20240312. The day is the one that is written, in the writer's own
/// time zone. Refuses what could be two dates (03/04/2024) and years outside 1800–2100.
/// </summary>
public static class PublicationDate
{
    private static readonly string[] Formats =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy",
        "MMMM d yyyy", "MMM d yyyy", "dddd, d MMMM yyyy", "ddd, d MMM yyyy", "ddd, dd MMM yyyy", "dddd d MMMM yyyy",
        "dddd, MMMM d, yyyy", "ddd, MMM d, yyyy",
    ];

    /// <summary>The day, or null.</summary>
    public static DateOnly? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100) return null;
        string trimmed = text.Trim();
        for (int length = trimmed.Length; length >= 6; length = PreviousBreak(trimmed, length))
        {
            string candidate = trimmed[..length].TrimEnd(',', ' ', 'T');
            if (DateOnly.TryParseExact(candidate, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
                && day.Year is >= 1800 and <= 2100)
                return day;
        }
        return null;
    }

    // A time of day may follow the date; it is cut off word by word from the right.
    private static int PreviousBreak(string text, int before) => text.LastIndexOfAny([' ', 'T', ','], before - 1);
}
