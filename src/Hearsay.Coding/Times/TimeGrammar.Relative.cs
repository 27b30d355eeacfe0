namespace Hearsay.Coding.Times;

/// <summary>Units counted from the anchor: "last week", "the past three days", "two months ago", "the end of the year".</summary>
internal sealed partial class TimeGrammar
{
    private Reading? RelativeUnit(int i)
    {
        int start = i;
        bool article = Is(i, "the") || Is(i, "my", "its") || Is(i, "their", "his") || Is(i, "our", "her");
        if (article) i++;
        if (!Is(i, TimeKinds.Modifier)) return article ? BareUnit(start, i) : null;
        bool same = Is(i, "that", "same");
        int step = Lex(i).Time!.Value;
        int m = i++;
        if (Is(m, "this") && Is(i, "past", "coming")) (step, m, article) = (Lex(i).Time!.Value, i++, true);
        if (Is(i, "fiscal", "financial") || Is(i, "calendar")) i++;
        if (IsUnit(i) || (Is(i, "night") && !Is(m, "the")))
        {
            if (Plural(i) && Unit(i) != TimeUnit.Weekend) return step != 0 && Unit(i) >= TimeUnit.Day ? Reading.Unresolved(start, i + 1, step < 0 ? "PAST_REF" : "FUTURE_REF", "vague") : null;
            return OneUnit(start, i, m, step, same, article);
        }
        if (step == 0 || !Amount(i, out int next, out double amount)) return null;
        if (Is(next, "consecutive", "straight") || Is(next, "business", "working") || Is(next, "trading", "successive") || Is(next, "full")) next++;
        if (Mark(next, '-')) next++;
        return IsUnit(next) ? Window(start, next, step, amount) : null;
    }

    /// <summary>"the past three weeks": a length of time that ends, or begins, with the anchor.</summary>
    private Reading Window(int start, int unit, int step, double amount)
    {
        string value = amount < 0 ? LengthValue(Unit(unit), null) : LengthValue(Unit(unit), amount);
        DateOnly? from = null, to = null;
        if (anchor is { } today && amount > 0 && Reading.Shift(today, Unit(unit), step * (int)Math.Ceiling(amount)) is { } far)
            (from, to) = step < 0 ? (far, today) : (today, far);
        var type = Unit(unit) <= TimeUnit.Hour ? TimexType.Time : TimexType.Duration;
        return new Reading(start, unit + 1, type == TimexType.Time ? TimexType.Duration : type, value, from, to, Name(Unit(unit)));
    }

    private Reading? OneUnit(int start, int i, int m, int step, bool same, bool article)
    {
        var unit = Unit(i);
        int to = i + 1;
        if (Is(to, "to") && Is(to + 1, "date")) to += 2;
        if (unit <= TimeUnit.Hour)
            return step == 0 ? null : new Reading(start, to, TimexType.Duration, LengthValue(unit, 1), anchor, anchor, "day");
        if (unit == TimeUnit.Night)
            return anchor is { } day ? Part(start, to, step switch { < 0 => day.AddDays(-1), > 0 => day.AddDays(1), _ => same ? lastDay ?? day : day }, "TNI") : Reading.Unresolved(start, to, null, "day");
        bool dayAfterDay = unit == TimeUnit.Day;
        var origin = same || dayAfterDay || ((Is(m, "following", "previous") || Is(m, "preceding")) && unit < TimeUnit.Month) ? lastDay ?? anchor : anchor;
        if (origin is not { } from) return Reading.Unresolved(start, to, null, Name(unit));
        if (dayAfterDay)
        {
            if (Is(m, "current", "this")) return Reading.Day(start, to, anchor ?? from);
            if (same && ClauseFollows(to) && !article && Is(m, "that")) return Reading.Day(start, to, from);
            return Reading.Day(start, to, from.AddDays(step));
        }
        if (step < 0 && article && Is(m, "past") && Reading.Shift(from, unit, -1) is { } past)
            return new Reading(start, to, TimexType.Duration, LengthValue(unit, 1), past, from, Name(unit));
        if (step > 0 && Is(to - 1, "week") && Is(start, "the") && Is(m, "coming")) return Shifted(start, to, from, unit, 1);
        return Shifted(start, to, from, unit, step);
    }

    private static Reading? Shifted(int from, int to, DateOnly origin, TimeUnit unit, int step)
    {
        if (Reading.Shift(origin, unit, step) is not { } day) return null;
        return Reading.Period(from, to, unit, day);
    }

    /// <summary>"the day", "the weekend", "the week": the one that holds the day last spoken of.</summary>
    private Reading? BareUnit(int start, int i)
    {
        if (!IsUnit(i) || Plural(i)) return null;
        var unit = Unit(i);
        int to = i + 1;
        if (unit is not (TimeUnit.Day or TimeUnit.Weekend or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)) return null;
        if (Is(to, "to") && Is(to + 1, "date")) return null;
        bool open = ClauseFollows(to) || Is(to, TimeKinds.Shift) || Is(to, "of", "in") || Is(to, "that") || Mark(to, '-') || Mark(to, '\'');
        if (unit == TimeUnit.Weekend && anchor is { } today)
        {
            int back = ((int)today.DayOfWeek + 6) % 7;
            return Reading.Period(start, to, TimeUnit.Weekend, back >= 5 || Direction(start) == TimeDirection.Future ? today : today.AddDays(-7));
        }
        if (unit == TimeUnit.Year && Is(to, "previous") && anchor is { } now) return Reading.Period(start, to + 1, unit, now.AddYears(-1));
        if (open || unit != TimeUnit.Day || Is(start - 1, "of", "by")) return null;
        return (lastDay ?? anchor) is { } day ? Reading.Day(start, to, day) : Reading.Unresolved(start, to, null, "day");
    }

    private Reading? OrdinalUnit(int i)
    {
        int start = i;
        // "2016 the third quarter", "next year's third quarter"
        if (Lex(i).Kind == LexemeKind.Digits && YearNumber(i, out int afterYear, out int y) && Is(afterYear, "the") && NthUnit(afterYear + 1, out int end, out int index, out var u) && u == TimeUnit.Quarter)
            return Nth(start, end, index, u, Year(start, end, y)!);
        if (Is(i, TimeKinds.Modifier) && Is(i + 1, "year") && Mark(i + 2, '\'') && Is(i + 3, "s") && NthUnit(i + 4, out end, out index, out u) && anchor is { } a)
            return Nth(start, end, index, u, Year(start, end, a.Year + Lex(i).Time!.Value)!);
        if (Is(i, "week") && Has(i + 1) && Lex(i + 1).Kind == LexemeKind.Digits && Lex(i + 1).Number is >= 1 and <= 53 && Lex(i + 1).Length <= 2) return IsoWeek(start, i + 2, Lex(i + 1).Number);
        if (Is(i, "q") && Has(i + 1) && Lex(i + 1).Kind == LexemeKind.Digits && Lex(i + 1).Number is >= 1 and <= 4 && !Lex(i + 1).Spaced)
            return QuarterOf(start, i + 2, Lex(i + 1).Number, TimeUnit.Quarter);
        if (Is(i, "the")) i++;
        if (NthWeekday(start, i) is { } weekday) return weekday;
        if (!NthUnit(i, out int next, out int nth, out var unit)) return null;
        return QuarterOf(start, next, nth, unit);
    }

    private Reading? QuarterOf(int start, int next, int nth, TimeUnit unit)
    {
        int j = SkipWord(SkipWord(SkipMark(next, ','), "of"), "in");
        Reading? whole = null;
        if (YearNumber(j, out int to, out int year)) whole = Year(j, to, year);
        else if (j > next || RelativeYear(j, out _, out _)) whole = Point(j);
        if (whole?.Start != null && whole.Granularity != "day" && Nth(start, whole.To, nth, unit, whole) is { } part) return part;
        if (unit is not (TimeUnit.Quarter or TimeUnit.Half) || (j > next && Is(j - 1, "of") )) return null;
        if (anchor is not { } today) return Reading.Unresolved(start, next, unit == TimeUnit.Quarter ? $"XXXX-Q{nth}" : $"XXXX-H{nth}", unit == TimeUnit.Quarter ? "quarter" : "half");
        var here = Nth(start, next, nth, unit, Year(start, next, today.Year)!);
        bool future = here?.Start > today && Direction(start) != TimeDirection.Future;
        return future ? Nth(start, next, nth, unit, Year(start, next, today.Year - 1)!) : here;
    }

    /// <summary>"first week", "third-quarter", "last day" at <paramref name="i"/>; the last is −1.</summary>
    private bool NthUnit(int i, out int next, out int nth, out TimeUnit unit)
    {
        (next, nth, unit) = (i, 0, TimeUnit.Day);
        if (Is(i, "last") || (Has(i) && Word(i).Equals("final", StringComparison.OrdinalIgnoreCase))) (nth, next) = (-1, i + 1);
        else if (!DayNumber(i, out next, out nth, out bool ordinal) || !ordinal) return false;
        if (Mark(next, '-')) next++;
        if (Is(next, "half")) unit = TimeUnit.Half;
        else if (IsUnit(next)) unit = Unit(next);
        else return false;
        next++;
        return unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Half or TimeUnit.Year or TimeUnit.Decade;
    }

    private static Reading? Nth(int from, int to, int nth, TimeUnit unit, Reading whole)
    {
        if (whole.Start is not { } start || whole.End is not { } end) return null;
        if (unit is TimeUnit.Quarter or TimeUnit.Half)
        {
            int parts = unit == TimeUnit.Quarter ? 4 : 2;
            if (nth < 0) nth = parts;
            return whole.Granularity == "year" && nth <= parts ? Reading.Part(from, to, start.Year, nth - 1, 12 / parts, unit == TimeUnit.Quarter ? "Q" : "H", Name(unit)) : null;
        }
        DateOnly? day;
        if (unit is TimeUnit.Week or TimeUnit.Weekend)
        {
            // The first week of a month or year is the first with most of its days in it, as ISO 8601 counts.
            var first = Reading.Monday(start.AddDays(3));
            day = nth < 0 ? Reading.Monday(end.AddDays(-3)) : first.AddDays(7 * (nth - 1));
        }
        else day = nth < 0 ? end : Reading.Shift(start, unit, nth - 1);
        return day is { } d && d >= start.AddDays(-6) && d <= end ? Reading.Period(from, to, unit, d) : null;
    }

    private Reading? NthWeekday(int start, int i)
    {
        int nth, next;
        if (Is(i, "last")) (nth, next) = (-1, i + 1);
        else if (!DayNumber(i, out next, out nth, out bool ordinal) || !ordinal || nth > 5) return null;
        if (!Is(next, TimeKinds.Weekday) || Lex(next).Time!.Abbreviation) return null;
        int weekday = Lex(next).Time!.Value, to = next + 1;
        Reading? whole = null;
        if (Is(to, "of", "in")) whole = Point(to + 1);
        if (whole is { Start: { } from, End: { } end } && whole.Granularity is "month" or "year")
        {
            var day = nth > 0 ? from.AddDays((weekday - ((int)from.DayOfWeek + 6) % 7 + 6) % 7 + 7 * (nth - 1)) : end.AddDays(-((((int)end.DayOfWeek + 6) % 7 + 1 - weekday + 7) % 7));
            return day <= end ? Reading.Day(start, whole.To, day) : null;
        }
        if (nth < 0 || anchor is not { } today) return null;
        var month = new DateOnly(today.Year, today.Month, 1);
        return Reading.Day(start, to, month.AddDays((weekday - ((int)month.DayOfWeek + 6) % 7 + 6) % 7 + 7 * (nth - 1)));
    }

    private Reading? IsoWeek(int from, int to, int week)
    {
        int year = anchor?.Year ?? 0;
        if (YearAfter(to, out int after, out int named)) (to, year) = (after, named);
        if (year == 0) return Reading.Unresolved(from, to, $"XXXX-W{week:00}", "week");
        if (week > System.Globalization.ISOWeek.GetWeeksInYear(year)) return null;
        return Reading.Period(from, to, TimeUnit.Week, DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)));
    }

    private Reading? EdgeOf(int i)
    {
        int start = i;
        if (Is(i, "the") || Is(i, "very")) i++;
        if (!Is(i, TimeKinds.Edge)) return null;
        int e = i++;
        if (Mark(i, '-')) i++;
        i = SkipWord(i, "of");
        if (i == e + 1 && (Is(e, "early", "late") || Is(e, "earlier", "later")) && Is(i, "in", "on")) i++;
        if (i == e + 1 && !Is(e, "early", "late") && !Is(e, "earlier", "later") && !Is(e, "rest", "mid") && !Is(e, "remainder", "throughout") && !(Is(e, "end", "start") || Is(e, "beginning")) ) return null;
        if (i == e + 1 && (Is(e, "end", "start") || Is(e, "beginning")) && !Is(i, TimeKinds.Modifier | TimeKinds.Month)) return null;
        // "the rest of the week", "rest of my week", "rest current week"
        int unit = Is(i, "the", "my") ? i + 1 : i;
        Reading? inner = Is(unit, TimeKinds.Unit) && !Plural(unit) && Unit(unit) >= TimeUnit.Day && anchor is { } now && (unit > i || Is(e, "rest")) && Unit(unit) != TimeUnit.Weekend
            ? Reading.Period(i, unit + 1, Unit(unit), lastDay is { } l && Unit(unit) == TimeUnit.Day ? l : now)
            : Point(i);
        if (inner == null || inner.Type == TimexType.Set) return null;
        if (inner.Granularity == "day" && (Is(e, "mid", "middle") || Is(e, "start", "rest")) && !Is(e + 1, "of")) return null;
        if (anchor is not { } today || inner.Start is not { } from || inner.End is not { } to) return inner with { From = start };
        bool within = from <= today && today <= to && inner.Granularity != "day";
        if (within && Is(e, "earlier")) return inner with { From = start, End = today };
        if (within && (Is(e, "later") || Is(e, "rest", "remainder"))) return inner with { From = start, Start = today };
        return inner with { From = start };
    }

    private static string Name(TimeUnit unit) => unit switch
    {
        <= TimeUnit.Night => "day",
        TimeUnit.Fortnight => "week",
        _ => unit.ToString().ToLowerInvariant(),
    };
}
