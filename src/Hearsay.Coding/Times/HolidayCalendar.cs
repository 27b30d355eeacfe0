using System.Collections.Frozen;
using System.Globalization;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Places;
using NodaTime;
using NodaTime.Calendars;

namespace Hearsay.Coding.Times;

/// <summary>
/// Named days from <c>data/lexicons/holidays.csv</c> and the day each falls on in a given year. Rules: "fixed
/// MM-DD", "weekday MM ddd N" (the Nth, −1 the last, "4+1" the day after the fourth), "easter ±N" and "orthodox ±N"
/// (days from Easter Sunday), and "islamic", "hebrew", "persian" or "chinese M-D" in those calendars (numbered as the
/// calendar numbers them, Nisan being 1). A name without a rule is recognised but has no date.
/// </summary>
public sealed class HolidayCalendar
{

    private readonly record struct Holiday(string[] Words, int Days);

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private readonly FrozenDictionary<string, Holiday> holidays;

    private HolidayCalendar(Dictionary<string, Holiday> holidays) => this.holidays = holidays.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads holidays.csv from the lexicon folder.</summary>
    /// <exception cref="KnowledgeException">A rule is none of the known forms.</exception>
    public static HolidayCalendar Load(string lexiconDirectory)
    {
        string file = Path.Combine(lexiconDirectory, "holidays.csv");
        var holidays = new Dictionary<string, Holiday>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(file, "name", "aliases", "rule", "days").Rows)
        {
            var words = row["rule"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var holiday = new Holiday(words, int.TryParse(row["days"], NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? days : 1);
            if (words.Length > 0 && !Works(holiday))
                throw new KnowledgeException("HS2041", file, row.Line, 1, $"The rule '{row["rule"]}' cannot be read.", "Write one of: fixed MM-DD; weekday MM ddd N; easter N; orthodox N; islamic, hebrew, persian or chinese M-D; or leave it empty.");
            foreach (string name in row.Names("name", "aliases")) holidays.TryAdd(PlaceFold.Fold(name), holiday);
        }
        return new HolidayCalendar(holidays);
    }

    /// <summary>First words of all names, folded, for the lexer.</summary>
    internal IEnumerable<string> FirstWords => holidays.Keys.Select(k => k.Split(' ')[0]).SelectMany(w => w.EndsWith('s') && w.Length > 4 ? new[] { w, w[..^1] } : [w]).Distinct();

    /// <summary>Whether a folded name is a holiday.</summary>
    internal bool Contains(ReadOnlySpan<char> folded) => holidays.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(folded);

    /// <summary>First and last day of the holiday in a year of the Gregorian calendar; null when its rule does not say.</summary>
    public (DateOnly First, DateOnly Last)? Find(string name, int year)
    {
        if (!holidays.TryGetValue(PlaceFold.Fold(name), out var holiday) || holiday.Words.Length == 0 || year is < 1583 or > 2400) return null;
        return Day(holiday, year) is { } day ? (day, day.AddDays(Math.Max(1, holiday.Days) - 1)) : null;
    }

    private static bool Works(Holiday holiday)
    {
        try
        {
            return Day(holiday, 2015) != null || Day(holiday, 2016) != null;
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or ArgumentException)
        {
            return false;
        }
    }

    private static DateOnly? Day(Holiday holiday, int year)
    {
        var words = holiday.Words;
        switch (words[0])
        {
            case "fixed":
                return DateOnly.ParseExact($"{year:0000}-{words[1]}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
            case "weekday":
                var nth = words[3].Split('+');
                int days = nth.Length > 1 ? Number(nth[1]) : 0;
                return Nth(year, Number(words[1]), Array.IndexOf(Weekdays, words[2]), Number(nth[0])).AddDays(days);
            case "easter":
                return Easter(year).AddDays(Number(words[1]));
            case "orthodox":
                return OrthodoxEaster(year).AddDays(Number(words[1]));
            case "islamic":
                // Umm al-Qura is the civil calendar of Saudi Arabia and tabulated for these years only.
                return In(year is >= 1901 and <= 2076 ? CalendarSystem.UmAlQura : CalendarSystem.IslamicBcl, year, words[1]);
            case "hebrew":
                return In(CalendarSystem.GetHebrewCalendar(HebrewMonthNumbering.Scriptural), year, words[1]);
            case "persian":
                return In(CalendarSystem.PersianSimple, year, words[1]);
            case "chinese":
                return Chinese(year, words[1]);
            default:
                return null;
        }
    }

    private static DateOnly? In(CalendarSystem calendar, int year, string monthDay)
    {
        var parts = monthDay.Split('-');
        int first = new LocalDate(year, 1, 1).WithCalendar(calendar).Year;
        for (int y = first; y <= first + 1; y++)
        {
            var iso = new LocalDate(y, Number(parts[0]), Number(parts[1]), calendar).WithCalendar(CalendarSystem.Iso);
            if (iso.Year == year) return new DateOnly(iso.Year, iso.Month, iso.Day);
        }
        return null;
    }

    private static DateOnly? Chinese(int year, string monthDay)
    {
        var parts = monthDay.Split('-');
        if (year is < 1902 or > 2100) return null;
        var calendar = new ChineseLunisolarCalendar();
        int month = Number(parts[0]), leap = calendar.GetLeapMonth(year);
        if (leap > 0 && month >= leap) month++;
        return DateOnly.FromDateTime(calendar.ToDateTime(year, month, Number(parts[1]), 0, 0, 0, 0));
    }

    private static DateOnly Nth(int year, int month, int weekday, int n)
    {
        var first = new DateOnly(year, month, 1);
        if (n < 0)
        {
            var last = first.AddMonths(1).AddDays(-1);
            return last.AddDays(-(((int)last.DayOfWeek + 6) % 7 - weekday + 7) % 7);
        }
        return first.AddDays((weekday - ((int)first.DayOfWeek + 6) % 7 + 7) % 7 + 7 * (n - 1));
    }

    // Anonymous Gregorian computus (Meeus 1991, chapter 8).
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }

    // Julian computus (Meeus 1991), moved to the Gregorian calendar.
    private static DateOnly OrthodoxEaster(int year)
    {
        int d = (19 * (year % 19) + 15) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        int n = d + e + 114;
        var julian = new LocalDate(year, n / 31, n % 31 + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
        return new DateOnly(julian.Year, julian.Month, julian.Day);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
