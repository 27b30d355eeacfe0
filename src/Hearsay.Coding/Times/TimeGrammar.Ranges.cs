namespace Hearsay.Coding.Times;

/// <summary>Ranges: "from Monday to Friday", "between 4 and 22 January", "November 19-20", "2009-2011".</summary>
internal sealed partial class TimeGrammar
{
    private Reading? Range(int i)
    {
        int start = i;
        bool from = Is(i, "from"), between = Is(i, "between");
        if (from || between) i++;
        var best = DayNumbersThenMonth(start, i, from, between);
        Take(MonthThenDayNumbers(start, i, between), ref best);
        Take(WeekThenDays(start), ref best);
        Take(Points(start, i, from, between), ref best);
        return best;
    }

    private bool Joins(int i, bool from, bool between, out int next)
    {
        next = i + 1;
        if (!Has(i)) return false;
        if (between && Is(i, "and")) return true;
        if (Is(i, "to", "until") || Is(i, "till", "through") || Is(i, "thru")) return true;
        if (Is(i, "up") && Is(i + 1, "to")) { next = i + 2; return true; }
        return Mark(i, '-');
    }

    /// <summary>"from 4 to 22 January 2017", "4 till 23 of this month".</summary>
    private Reading? DayNumbersThenMonth(int start, int i, bool from, bool between)
    {
        if (!DayNumber(i, out int j, out int first, out _) || !Joins(j, from, between, out int k) || !DayNumber(k, out int end, out int last, out _)) return null;
        int m = SkipWord(SkipWord(end, "in"), "of");
        if (Is(m, TimeKinds.Modifier) && Is(m + 1, "month") && anchor is { } now)
        {
            var month = now.AddMonths(Lex(m).Time!.Value);
            return Span(start, m + 2, Dated(start, m, month.Year, month.Month, first), Dated(start, m, month.Year, month.Month, last));
        }
        if (!Is(m, TimeKinds.Month) || MonthDay(k) is not { Start: { } to } day) return null;
        return ValidDate(to.Year, to.Month, first) ? Span(start, day.To, Reading.Day(start, j, new DateOnly(to.Year, to.Month, first)), day) : null;
    }

    /// <summary>"November 19 to 20", "Feb between 2-7 2018", "between November 15th through the 19th".</summary>
    private Reading? MonthThenDayNumbers(int start, int i, bool between)
    {
        if (!Is(i, TimeKinds.Month)) return null;
        int d = SkipPeriod(i + 1);
        if (Is(d, "between")) (d, between) = (d + 1, true);
        d = SkipWord(d, "the");
        if (!DayNumber(d, out int j, out int first, out _) || !Joins(j, false, between, out int k)) return null;
        k = SkipWord(k, "the");
        if (!DayNumber(k, out int end, out int last, out _) || Is(SkipWord(end, "of"), TimeKinds.Month) || (Has(end) && Lex(end).Kind == LexemeKind.Mark && Joint(end, '/'))) return null;
        return DayMonth(i, end, Lex(i).Time!.Value, last) is { Start: { } to } day && ValidDate(to.Year, to.Month, first)
            ? Span(start, day.To, Reading.Day(start, j, new DateOnly(to.Year, to.Month, first)), day)
            : null;
    }

    /// <summary>"next week between Wednesday and Friday".</summary>
    private Reading? WeekThenDays(int i)
    {
        if (!Is(i, TimeKinds.Modifier) || !Is(i + 1, "week") || !(Is(i + 2, "between", "from")) || !Is(i + 3, TimeKinds.Weekday)) return null;
        if (!Joins(i + 4, true, Is(i + 2, "between"), out int k) || !Is(k, TimeKinds.Weekday) || anchor == null) return null;
        int weeks = Lex(i).Time!.Value;
        return Span(i, k + 1, Reading.Day(i, k, InWeek(weeks, Lex(i + 3).Time!.Value)), Reading.Day(i, k, InWeek(weeks, Lex(k).Time!.Value)));
    }

    private Reading? Points(int start, int i, bool from, bool between)
    {
        var first = Moment(i) is { } m && !(m.Type == TimexType.Time && m.Start == null) ? m : Is(i, "now") && anchor is { } a ? Reading.Day(i, i + 1, a) : null;
        if (first == null || !Joins(first.To, from, between, out int k)) return null;
        bool dash = Mark(first.To, '-');
        if (dash && first.Granularity == "day" && Lex(k).Spaced != Lex(first.To).Spaced) return null;
        k = SkipWord(k, "at") == k ? k : k;
        var second = Is(k, "now") && anchor is { } b ? Reading.Day(k, k + 1, b) : Moment(k);
        if (second == null && dash && first.Granularity == "year" && ShortEnd(first, k) is { } year) second = year;
        if (second == null || second.Type == TimexType.Set || second.Granularity is "vague" or "duration") return null;
        // "Sunday to 2,000": both sides must be of one kind unless a preposition opened the range.
        if (!from && !between && !dash && Rank(first) != Rank(second)) return null;
        return Span(start, second.To, Pulled(first, second), second);
    }

    private Reading? ShortEnd(Reading first, int k)
    {
        if (!Has(k) || Lex(k).Kind != LexemeKind.Digits || Lex(k).Length != 2 || Lex(k).Spaced) return null;
        int year = first.Start!.Value.Year / 100 * 100 + Lex(k).Number;
        return year == first.Start.Value.Year + 1 ? Year(k, k + 1, year) : null;
    }

    private static int Rank(Reading reading) => reading.Granularity switch { "day" => 0, "week" or "weekend" => 1, "month" or "season" => 2, _ => 3 };

    /// <summary>The first side takes its year from the second ("from Feb 1 to March 2019"), going back where it would end before it began.</summary>
    private static Reading Pulled(Reading first, Reading second)
    {
        if (first.Start is not { } a || second.End is not { } b || first.Granularity is not ("day" or "month")) return first;
        if (a <= b && b.DayNumber - a.DayNumber < 400) return first;
        bool weekday = first.Granularity == "day" && a.DayNumber - b.DayNumber is > 0 and < 14;
        if (weekday) return Reading.Day(first.From, first.To, a.AddDays(-7 * ((a.DayNumber - b.DayNumber + 6) / 7)));
        if (a <= b) return first;
        var moved = new DateOnly(b.Year, a.Month, Math.Min(a.Day, DateTime.DaysInMonth(b.Year, a.Month)));
        if (moved > b) moved = moved.AddYears(-1);
        return first.Granularity == "day" ? Reading.Day(first.From, first.To, moved) : Reading.Period(first.From, first.To, TimeUnit.Month, moved);
    }

    private static Reading? Span(int from, int to, Reading? first, Reading? last)
    {
        if (first == null || last == null) return null;
        if (first.Start is not { } start || last.End is not { } end) return Reading.Unresolved(from, to, null, last.Granularity);
        if (start > end) return null;
        string granularity = first.Granularity == last.Granularity ? first.Granularity : "day";
        return new Reading(from, to, TimexType.Date, $"{first.Value}/{last.Value}", start, end, granularity);
    }
}
