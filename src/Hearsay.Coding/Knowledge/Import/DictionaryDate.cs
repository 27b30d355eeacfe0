using System.Globalization;

namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// A day as dictionaries write it: YYMMDD or YYYYMMDD, the two mixed in one file. Two-digit years 00 to 30 are in
/// this century, others in the last, as KEDS and its successors read them. Month or day "00" means that it is not
/// known, and gives "yyyy-MM" or "yyyy". What is no day of the calendar is refused (null).
/// </summary>
internal static class DictionaryDate
{
    /// <summary>The day as the tables write it, or null.</summary>
    public static string? Read(string digits)
    {
        if (digits.Length is not (6 or 8) || !digits.All(char.IsAsciiDigit)) return null;
        int Number(int start, int length) => int.Parse(digits.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);
        int rest = digits.Length - 4;
        int year = rest == 2 ? Number(0, 2) + (Number(0, 2) <= 30 ? 2000 : 1900) : Number(0, 4);
        int month = Number(rest, 2), day = Number(rest + 2, 2);
        if (year is < 1500 or > 2200 || month > 12) return null;
        if (month == 0) return day == 0 ? Written(year, "0000") : null;
        if (day == 0) return Written(year, "0000") + "-" + Written(month, "00");
        return day > DateTime.DaysInMonth(year, month) ? null : Written(year, "0000") + "-" + Written(month, "00") + "-" + Written(day, "00");
    }

    private static string Written(int number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
