namespace Hearsay.Coding.Times;

/// <summary>Days: "today", weekdays, dates with and without a year, "the 27th", "the next day".</summary>
internal sealed partial class TimeGrammar
{
    /// <summary>The reading that reaches furthest among all that name a day or a longer unit of the calendar.</summary>
    private Reading? Point(int i)
    {
        if (!Has(i)) return null;
        Reading? best = null;
        Take(Deictic(i), ref best);
        Take(Weekday(i), ref best);
        Take(MonthDay(i), ref best);
        Take(NumericDate(i), ref best);
        Take(MonthPoint(i), ref best);
        Take(YearPoint(i), ref best);
        Take(Decade(i), ref best);
        Take(RelativeUnit(i), ref best);
        Take(OrdinalUnit(i), ref best);
        Take(SeasonPoint(i), ref best);
        Take(HolidayPoint(i), ref best);
        Take(DayOfMonth(i), ref best);
        Take(EdgeOf(i), ref best);
        Take(Shifted(i), ref best);
        Take(WeekOf(i), ref best);
        return best;
    }

    private Reading? Deictic(int i)
    {
        int start = i;
        if (Is(i, "the")) i++;
        if (Is(i, "day") && (Is(i + 1, "before") || Is(i + 1, "after")) && Has(i + 2))
        {
            int step = Is(i + 1, "before") ? -1 : 1;
            if (Point(i + 2) is { } inner)
                return inner.Start is { } day ? Reading.Day(start, inner.To, (step < 0 ? day : inner.End!.Value).AddDays(step)) : Reading.Unresolved(start, inner.To, null, "day");
            // "the day before" alone hangs on the day last spoken of; before a clause it is no date we know.
            if (lastDay is { } last && start < i && !ClauseFollows(i + 2)) return Reading.Day(start, i + 2, last.AddDays(step));
            return null;
        }
        if (start < i || !Is(i, TimeKinds.Deictic) || Is(i, "now")) return null;
        if (Is(i, "tonight") || Is(i, "overnight")) return null;
        return anchor is { } today ? Reading.Day(i, i + 1, today.AddDays(Lex(i).Time!.Value)) : Reading.Unresolved(i, i + 1, null, "day");
    }

    private bool ClauseFollows(int i) => Has(i) && Lex(i).Kind == LexemeKind.Word && (Lex(i).Time == null || Lex(i).Time!.Kinds == TimeKinds.Clause);

    private bool NounFollows(int i) => Has(i) && Lex(i).Kind == LexemeKind.Word && Lex(i).Time == null;

    private Reading? Weekday(int i)
    {
        int start = i;
        int step = 0;
        bool modified = false;
        if (Is(i, "the") && Is(i + 1, TimeKinds.Modifier)) i++;
        if (Is(i, TimeKinds.Modifier) && !Is(i, "current", "same"))
        {
            (modified, step) = (true, Lex(i).Time!.Value);
            i++;
            if (Is(i, "past", "coming") && Is(i - 1, "this")) step = Lex(i++).Time!.Value;
            if (Is(i, "week") && Is(SkipWord(i + 1, "on"), TimeKinds.Weekday) && anchor != null)
            {
                int w = SkipWord(i + 1, "on");
                return Reading.Day(start, w + 1, InWeek(step, Lex(w).Time!.Value));
            }
        }
        if (!Is(i, TimeKinds.Weekday)) return null;
        int weekday = Lex(i).Time!.Value;
        int next = SkipPeriodBeforeDate(i + 1);
        if (DateAfterWeekday(next) is { } date) return date with { From = start };
        if (Ambiguous(i) && !modified) return null;
        if (WeekAfter(i + 1, out int afterWeek, out int weeks))
            return anchor != null ? Reading.Day(start, afterWeek, InWeek(weeks, weekday)) : Reading.Unresolved(start, afterWeek, null, "day");
        if (anchor is not { } today) return Reading.Unresolved(start, i + 1, $"XXXX-WXX-{weekday}", "day");
        return Reading.Day(start, i + 1, modified ? Modified(today, weekday, step, Is(i - 1, "next")) : Plain(today, weekday, Direction(i)));
    }

    /// <summary>"Wed", "Sat", "Sun" and "Mon" are also words and names: a preposition or a modifier must stand before them.</summary>
    private bool Ambiguous(int i) =>
        Lex(i).Time!.Abbreviation && Lex(i).Length == 3 && !(Capital(i) && (Is(i - 1, "on", "by") || Is(i - 1, "until", "since") || Mark(i + 1, '.')));

    private int SkipPeriodBeforeDate(int i) => SkipMark(SkipPeriod(i), ',');

    private Reading? DateAfterWeekday(int i)
    {
        bool paren = Mark(i, '(');
        if (paren || Joint(i, '-')) i++;
        Reading? date = MonthDay(i);
        Take(NumericDate(i), ref date);
        if (date == null && NumericPair(i, anyMark: true) is { } pair) date = pair;
        if (date == null && DayOfMonth(Is(i, "the") ? i : -1) is { } nth) date = nth;
        if (date == null || !paren) return date is { IsDay: true } || date?.Start == null ? date : null;
        return Mark(date.To, ')') ? date with { To = date.To + 1 } : null;
    }

    private bool WeekAfter(int i, out int next, out int weeks)
    {
        if (Is(i, "of", "on") || Mark(i, ',')) i++;
        next = i + 2;
        weeks = Is(i, TimeKinds.Modifier) ? Lex(i).Time!.Value : 0;
        return Is(i, TimeKinds.Modifier) && Is(i + 1, "week");
    }

    private DateOnly InWeek(int weeks, int weekday) => Reading.Monday(anchor!.Value).AddDays(7 * weeks + weekday - 1);

    private static DateOnly Plain(DateOnly today, int weekday, TimeDirection direction)
    {
        int back = (((int)today.DayOfWeek + 6) % 7 + 1 - weekday + 7) % 7;
        return direction == TimeDirection.Future ? today.AddDays((7 - back) % 7) : today.AddDays(-back);
    }

    private static DateOnly Modified(DateOnly today, int weekday, int step, bool next)
    {
        int back = (((int)today.DayOfWeek + 6) % 7 + 1 - weekday + 7) % 7;
        return step switch
        {
            < 0 => today.AddDays(back == 0 ? -7 : -back),
            0 => Reading.Monday(today).AddDays(weekday - 1),
            _ => next ? Reading.Monday(today).AddDays(7 + weekday - 1) : today.AddDays(back == 0 ? 7 : 7 - back),
        };
    }

    private Reading? MonthDay(int i)
    {
        int start = i;
        if (Is(i, TimeKinds.Month))
        {
            int month = Lex(i).Time!.Value;
            int j = SkipPeriod(i + 1);
            if (Mark(j, '-') || Mark(j, '/') || (Mark(j, ',') && OrdinalEnding(j + 2))) j++;
            j = SkipWord(j, "the");
            if (!DayNumber(j, out int next, out int day, out _) || YearNumber(j, out _, out _) || IsClockAt(j)) return null;
            if (Lex(j).Kind == LexemeKind.Digits && Lex(j).Length == 2 && !Capital(i) && Lex(i).Is("may") && !Lex(j).Spaced) return null;
            return DayMonth(start, next, month, day);
        }
        if (YearNumber(i, out int m, out int year) && (Joint(m, '-') || Joint(m, '/')) && Is(m + 1, TimeKinds.Month) && (Joint(m + 2, '-') || Joint(m + 2, '/'))
            && DayNumber(m + 3, out int to, out int d, out _))
            return Dated(start, to, year, Lex(m + 1).Time!.Value, d);
        if (Is(i, "the")) i++;
        if (!DayNumber(i, out int after, out int number, out bool ordinal)) return null;
        if (!ordinal && Lex(i).Kind != LexemeKind.Digits) return null;
        if (Mark(after, '.') || Joint(after, '-') || Joint(after, '/')) after++;
        after = SkipWord(after, "of");
        if (!Is(after, TimeKinds.Month)) return null;
        return DayMonth(start, SkipPeriodBeforeYear(after + 1), Lex(after).Time!.Value, number);
    }

    private int SkipPeriodBeforeYear(int i) => SkipPeriod(i) is var j && j > i && YearNumber(j, out _, out _) ? j : i;

    private bool IsClockAt(int i) => Joint(i + 1, ':') || AmPm(i + 1, out _, out _);

    private Reading? DayMonth(int start, int next, int month, int day)
    {
        if (YearAfter(next, out int to, out int year)) return Dated(start, to, year, month, day);
        if (RelativeYear(next, out to, out int step)) return anchor is { } a ? Dated(start, to, a.Year + step, month, day) : null;
        if (day > DateTime.DaysInMonth(2016, month)) return null;
        if (anchor is not { } today) return Reading.Unresolved(start, next, $"XXXX-{month:00}-{day:00}", "day");
        DateOnly? best = null;
        // "adjourned until 5 April", "put off to 9 June": the verb is past, the day need not be.
        var way = Is(start - 1, "until", "till") || Is(start - 1, "to") ? TimeDirection.Unknown : Direction(start);
        for (int y = today.Year - 4; y <= today.Year + 4; y++)
        {
            if (!ValidDate(y, month, day)) continue;
            var date = new DateOnly(y, month, day);
            if (best == null || Better(date, best.Value, today, way)) best = date;
        }
        return best is { } found ? Reading.Day(start, next, found) : null;
    }

    /// <summary>Whether <paramref name="date"/> fits the direction better: the right side of the anchor first, then the nearer.
    /// A day's grace, since an outlet's clock may run ahead.</summary>
    private static bool Better(DateOnly date, DateOnly than, DateOnly today, TimeDirection way)
    {
        bool Fits(DateOnly d) => way switch
        {
            TimeDirection.Past => d.DayNumber <= today.DayNumber + 1,
            TimeDirection.Future => d.DayNumber >= today.DayNumber - 1,
            _ => true,
        };
        if (Fits(date) != Fits(than)) return Fits(date);
        return Math.Abs(date.DayNumber - today.DayNumber) < Math.Abs(than.DayNumber - today.DayNumber);
    }

    private static Reading? Dated(int from, int to, int year, int month, int day) =>
        ValidDate(year, month, day) ? Reading.Day(from, to, new DateOnly(year, month, day)) : null;

    private bool YearAfter(int i, out int next, out int year)
    {
        int j = SkipWord(SkipMark(i, ','), "of");
        if (Joint(j, '-') || Joint(j, '/')) j++;
        if (YearNumber(j, out next, out year)) return true;
        // "January12,2016"
        bool joint = Joint(i, ',') && Lex(i + 1).Kind == LexemeKind.Digits && Lex(i + 1).Length == 4 && Lex(i + 1).Number is >= 1000 and <= 2199;
        (next, year) = joint ? (i + 2, Lex(i + 1).Number) : (next, 0);
        return joint;
    }

    private bool RelativeYear(int i, out int next, out int step)
    {
        i = SkipWord(SkipMark(i, ','), "of");
        next = i + 2;
        step = Is(i, TimeKinds.Modifier) ? Lex(i).Time!.Value : 0;
        return Is(i, TimeKinds.Modifier) && Is(i + 1, "year") && !Is(i, "that", "same");
    }

    private Reading? DayOfMonth(int i)
    {
        if (!Has(i)) return null;
        int start = i;
        bool article = Is(i, "the");
        if (article) i++;
        if (!DayNumber(i, out int next, out int day, out bool ordinal)) return null;
        if (ordinal)
        {
            int j = SkipWord(next, "of");
            if (Is(j, "the")) j++;
            if (Is(j, TimeKinds.Modifier) && Is(j + 1, "month") && anchor is { } now)
            {
                var month = now.AddMonths(Lex(j).Time!.Value);
                return Dated(start, j + 2, month.Year, month.Month, day);
            }
        }
        bool on = Is(start - 1, "on") || Is(start - 1, TimeKinds.Weekday);
        if (!on || (!ordinal && !article) || NounFollows(next) || Is(next, TimeKinds.Unit | TimeKinds.Weekday | TimeKinds.Weekdays)) return null;
        if (anchor is not { } today) return Reading.Unresolved(start, next, $"XXXX-XX-{day:00}", "day");
        int by = Direction(start) == TimeDirection.Future ? 1 : -1;
        var at = today;
        for (int tries = 0; tries < 5; tries++, at = at.AddMonths(by))
        {
            if (day > DateTime.DaysInMonth(at.Year, at.Month)) continue;
            var date = new DateOnly(at.Year, at.Month, day);
            if (by > 0 ? date >= today : date <= today) return Reading.Day(start, next, date);
        }
        return null;
    }
}
