namespace Hearsay.Articles;

/// <summary>
/// Reads a calendar date at one place of a text: "2024-03-12", "20240312", "12 March 2024", "March 12th, 2024", "Tue Mar 12
/// 08:00:00 UTC 2024", "12.3.2024", "3/12/24" … A date in figures that could be two days (03/04/2024) is refused, and so
/// are years outside 1800 to 2100. Dots put the day first, as the countries that write them do, unless that is impossible.
/// </summary>
internal static class DateScanner
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The first date in <paramref name="text"/> with where it begins and ends, or null.</summary>
    public static (DateOnly Day, int Start, int End)? Find(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]) || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))) continue;
            if (Read(text, at) is { } found) return (found.Day, at, found.End);
        }
        return null;
    }

    /// <summary>The date that begins at <paramref name="at"/> (a weekday may come first), or null.</summary>
    public static (DateOnly Day, int End)? Read(ReadOnlySpan<char> text, int at)
    {
        int start = at;
        if (Name(text, ref at, Weekdays) > 0)
        {
            while (at < text.Length && text[at] is ' ' or '.' or ',' or '\u00A0') at++;
        }
        else at = start;
        if (at >= text.Length) return null;
        var found = char.IsAsciiDigit(text[at]) ? Figures(text, at) : MonthFirst(text, at);
        return found is { } f && (f.End >= text.Length || !char.IsAsciiDigit(text[f.End])) ? found : null;
    }

    private static (DateOnly Day, int End)? Figures(ReadOnlySpan<char> text, int at)
    {
        int first = Number(text, ref at, out int digits);
        if (digits == 8) return Day(first / 10000, first / 100 % 100, first % 100, at);
        if (at >= text.Length) return null;
        char mark = text[at];
        bool marked = mark is '-' or '/' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
        if (digits == 4 && marked)
        {
            at++;
            int month = Number(text, ref at, out _);
            if (at >= text.Length || text[at] != mark) return null;
            at++;
            int day = Number(text, ref at, out int dayDigits);
            return dayDigits is 1 or 2 ? Day(first, month, day, at) : null;
        }
        if (digits > 2) return null;
        if (marked) return InFigures(text, at + 1, first, mark);
        // 12th of March 2024, 12. March 2024, 12-Mar-2024
        Ordinal(text, ref at);
        Between(text, ref at);
        if (Word(text, ref at, "of")) Between(text, ref at);
        int named = Name(text, ref at, Months);
        if (named == 0) return null;
        Between(text, ref at);
        int year = Number(text, ref at, out int yearDigits);
        return yearDigits is 4 or 2 ? Day(Century(year, yearDigits), named, first, at) : null;
    }

    private static (DateOnly Day, int End)? InFigures(ReadOnlySpan<char> text, int at, int first, char mark)
    {
        int second = Number(text, ref at, out int digits);
        if (digits > 2 || at >= text.Length || text[at] != mark) return null;
        at++;
        int year = Number(text, ref at, out int yearDigits);
        if (yearDigits is not (4 or 2)) return null;
        year = Century(year, yearDigits);
        if (first > 12 || first == second || (mark == '.' && second <= 12)) return Day(year, second, first, at);
        return second > 12 ? Day(year, first, second, at) : null;
    }

    private static (DateOnly Day, int End)? MonthFirst(ReadOnlySpan<char> text, int at)
    {
        int month = Name(text, ref at, Months);
        if (month == 0) return null;
        Between(text, ref at);
        int day = Number(text, ref at, out int digits);
        if (digits is 0 or > 2) return null;
        Ordinal(text, ref at);
        Between(text, ref at);
        int next = at;
        int year = Number(text, ref next, out int yearDigits);
        if (yearDigits == 4) return Day(year, month, day, next);
        // Tue Mar 12 08:00:00 UTC 2024
        if (yearDigits != 2 || next >= text.Length || text[next] != ':') return null;
        int end = Math.Min(text.Length, next + 24);
        for (; next < end; next++)
        {
            if (text[next] != ' ') continue;
            int after = next + 1;
            year = Number(text, ref after, out yearDigits);
            if (yearDigits == 4) return Day(year, month, day, after);
        }
        return null;
    }

    private static (DateOnly Day, int End)? Day(int year, int month, int day, int end) =>
        year is >= 1800 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (new(year, month, day), end) : null;

    private static int Century(int year, int digits) => digits == 4 ? year : year < 70 ? 2000 + year : 1900 + year;

    private static int Number(ReadOnlySpan<char> text, ref int at, out int digits)
    {
        int value = 0;
        for (digits = 0; at < text.Length && char.IsAsciiDigit(text[at]) && digits < 9; at++, digits++) value = value * 10 + (text[at] - '0');
        return value;
    }

    // 1 for the first name, 0 for none; names may be cut to three letters or more ("Sept.").
    private static int Name(ReadOnlySpan<char> text, ref int at, string[] names)
    {
        int end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        var word = text[at..end];
        if (word.Length < 3) return 0;
        for (int i = 0; i < names.Length; i++)
        {
            if (!names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            at = end;
            return i + 1;
        }
        return 0;
    }

    private static void Ordinal(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 < text.Length && text.Slice(at, 2).ToString().ToLowerInvariant() is "st" or "nd" or "rd" or "th" && (at + 2 == text.Length || !char.IsAsciiLetter(text[at + 2]))) at += 2;
    }

    private static void Between(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or '.' or ',' or '-' or '\u00A0') at++;
    }

    private static bool Word(ReadOnlySpan<char> text, ref int at, string word)
    {
        if (!text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        at += word.Length;
        return true;
    }
}
