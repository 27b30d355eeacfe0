using System.Globalization;

namespace Hearsay.Coding.Times;

/// <summary>
/// What the grammar read at a place: lexemes <c>[From, To)</c> and their meaning. The factories build the calendar
/// units with their TIMEX3 values (ISO 8601; weeks are ISO weeks).
/// </summary>
internal sealed record Reading(int From, int To, TimexType Type, string? Value, DateOnly? Start, DateOnly? End, string Granularity)
{
    /// <summary>Whether it is a single day.</summary>
    public bool IsDay => Granularity == "day" && Start != null && Start == End;

    public static Reading Day(int from, int to, DateOnly day) =>
        new(from, to, TimexType.Date, Iso(day), day, day, "day");

    public static Reading Unresolved(int from, int to, string? value, string granularity) =>
        new(from, to, TimexType.Date, value, null, null, granularity);

    /// <summary>The unit of the calendar that holds <paramref name="day"/>.</summary>
    public static Reading Period(int from, int to, TimeUnit unit, DateOnly day)
    {
        int y = day.Year;
        switch (unit)
        {
            case TimeUnit.Week or TimeUnit.Fortnight:
                var monday = Monday(day);
                return new(from, to, TimexType.Date, Week(monday), monday, monday.AddDays(6), "week");
            case TimeUnit.Weekend:
                var first = Monday(day);
                return new(from, to, TimexType.Date, Week(first) + "-WE", first.AddDays(5), first.AddDays(6), "weekend");
            case TimeUnit.Month:
                var month = new DateOnly(y, day.Month, 1);
                return new(from, to, TimexType.Date, month.ToString("yyyy-MM", CultureInfo.InvariantCulture), month, month.AddMonths(1).AddDays(-1), "month");
            case TimeUnit.Quarter:
                return Part(from, to, y, (day.Month - 1) / 3, 3, "Q", "quarter");
            case TimeUnit.Half:
                return Part(from, to, y, (day.Month - 1) / 6, 6, "H", "half");
            case TimeUnit.Year:
                return Years(from, to, y.ToString("0000", CultureInfo.InvariantCulture), y, 1, "year");
            case TimeUnit.Decade:
                return Years(from, to, (y / 10).ToString("000", CultureInfo.InvariantCulture), y / 10 * 10, 10, "decade");
            case TimeUnit.Century:
                return Years(from, to, ((y - 1) / 100).ToString("00", CultureInfo.InvariantCulture), (y - 1) / 100 * 100 + 1, 100, "century");
            default:
                return Day(from, to, day);
        }
    }

    /// <summary>Part <paramref name="index"/> (from 0) of a year cut into parts of <paramref name="months"/> months.</summary>
    public static Reading Part(int from, int to, int year, int index, int months, string letter, string granularity)
    {
        var start = new DateOnly(year, 1 + index * months, 1);
        return new(from, to, TimexType.Date, $"{year:0000}-{letter}{index + 1}", start, start.AddMonths(months).AddDays(-1), granularity);
    }

    /// <summary>Meteorological season: 0 spring (from 1 March) … 3 winter, which belongs to the year of its December.</summary>
    public static Reading Season(int from, int to, int year, int season)
    {
        var start = new DateOnly(year, 3 + 3 * season, 1);
        string[] codes = ["SP", "SU", "FA", "WI"];
        return new(from, to, TimexType.Date, $"{year:0000}-{codes[season]}", start, start.AddMonths(3).AddDays(-1), "season");
    }

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Adds <paramref name="amount"/> units, whole ones.</summary>
    public static DateOnly? Shift(DateOnly day, TimeUnit unit, int amount)
    {
        long days = unit switch
        {
            TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour => 0,
            TimeUnit.Day or TimeUnit.Night => amount,
            TimeUnit.Week or TimeUnit.Weekend => 7L * amount,
            TimeUnit.Fortnight => 14L * amount,
            _ => long.MaxValue,
        };
        if (unit == TimeUnit.BusinessDay) return Business(day, amount);
        if (days != long.MaxValue)
            return day.DayNumber + days is var n and >= 0 and < 3_652_059 ? DateOnly.FromDayNumber((int)n) : null;
        long months = amount * (unit switch { TimeUnit.Month => 1L, TimeUnit.Quarter => 3, TimeUnit.Half => 6, TimeUnit.Decade => 120, TimeUnit.Century => 1200, _ => 12 });
        long year = (day.Year * 12L + day.Month - 1 + months) / 12;
        return year is >= 1 and <= 9998 ? day.AddMonths((int)months) : null;
    }

    private static DateOnly? Business(DateOnly day, int amount)
    {
        if (Math.Abs(amount) > 1000) return null;
        for (int left = Math.Abs(amount); left > 0;)
        {
            day = day.AddDays(Math.Sign(amount));
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }
        return day;
    }

    private static Reading Years(int from, int to, string value, int year, int count, string granularity)
    {
        if (year < 1 || year + count > 9999) return Unresolved(from, to, value, granularity);
        return new(from, to, TimexType.Date, value, new DateOnly(year, 1, 1), new DateOnly(year + count - 1, 12, 31), granularity);
    }

    private static string Week(DateOnly monday) =>
        $"{ISOWeek.GetYear(monday.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(monday.ToDateTime(default)):00}";
}
