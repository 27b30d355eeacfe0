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
        int step = lexemes[i].Time!.Value;
        int m = i++;
        if (Is(m, "this") && Is(i, "past", "coming")) (step, m, article) = (lexemes[i].Time!.Value, i++, true);
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
        if (lexemes[i].Kind == LexemeKind.Digits && YearNumber(i, out int afterYear, out int y) && Is(afterYear, "the") && NthUnit(afterYear + 1, out int end, out int index, out var u) && u == TimeUnit.Quarter)
            return Nth(start, end, index, u, Year(start, end, y)!);
        if (Is(i, TimeKinds.Modifier) && Is(i + 1, "year") && Mark(i + 2, '\'') && Is(i + 3, "s") && NthUnit(i + 4, out end, out index, out u) && anchor is { } a)
            return Nth(start, end, index, u, Year(start, end, a.Year + lexemes[i].Time!.Value)!);
        if (Is(i, "week") && Has(i + 1) && lexemes[i + 1].Kind == LexemeKind.Digits && lexemes[i + 1].Number is >= 1 and <= 53 && lexemes[i + 1].Length <= 2) return IsoWeek(start, i + 2, lexemes[i + 1].Number);
        if (Is(i, "q") && Has(i + 1) && lexemes[i + 1].Kind == LexemeKind.Digits && lexemes[i + 1].Number is >= 1 and <= 4 && !lexemes[i + 1].Spaced)
            return QuarterOf(start, i + 2, lexemes[i + 1].Number, TimeUnit.Quarter);
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
        if (!Is(next, TimeKinds.Weekday) || lexemes[next].Time!.Abbreviation) return null;
        int weekday = lexemes[next].Time!.Value, to = next + 1;
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

    private Reading? Shifted(int i)
    {
        int start = i;
        if (Is(i, "in") && Direction(i) != TimeDirection.Past) return Ahead(i);
        if (Is(i, "more", "less") && Is(i + 1, "than")) i += 2;
        else if (Is(i, "within")) i++;
        bool bare = IsUnit(i) && Plural(i);
        if (bare)
        {
            if (!Is(i + 1, "ago") && !Is(i + 1, "earlier", "later")) return null;
            return Reading.Unresolved(start, i + 2, Is(i + 1, "later") ? "FUTURE_REF" : "PAST_REF", "vague");
        }
        if (WeekdaysAhead(start, i) is { } weekdays) return weekdays;
        if (!Amounts(i, out int next, out var terms, out bool vague)) return null;
        if (!Origin(next, out int to, out int step, out var origin, out bool known)) return null;
        if (start < i && Is(start, "within") && step < 0) return null;
        if (vague) return Reading.Unresolved(start, to, step < 0 ? "PAST_REF" : "FUTURE_REF", "vague");
        if (!known || origin is not { } day) return Reading.Unresolved(start, to, null, Name(terms[0].Unit));
        return Moved(start, to, day, step, terms);
    }

    private static Reading? Moved(int start, int to, DateOnly day, int step, List<(double Amount, TimeUnit Unit)> terms)
    {
        var finest = TimeUnit.Century;
        foreach (var (amount, unit) in terms)
        {
            var whole = Math.Floor(amount);
            if (Reading.Shift(day, unit, step * (int)whole) is not { } moved) return null;
            day = moved;
            if (amount > whole && unit >= TimeUnit.Month && Reading.Shift(day, TimeUnit.Month, step * (int)Math.Round((amount - whole) * (unit == TimeUnit.Month ? 1 : 12))) is { } rest) (day, finest) = (rest, TimeUnit.Month);
            if (unit < finest) finest = unit;
        }
        if (finest is TimeUnit.Week or TimeUnit.Fortnight) return Reading.Period(start, to, TimeUnit.Week, day) with { Value = Reading.Iso(day) };
        return Reading.Period(start, to, finest <= TimeUnit.BusinessDay || finest == TimeUnit.Weekend ? TimeUnit.Day : finest, day);
    }

    /// <summary>One or more amounts with units: "2 years 1 month 21 days".</summary>
    private bool Amounts(int i, out int next, out List<(double Amount, TimeUnit Unit)> terms, out bool vague)
    {
        terms = [];
        vague = false;
        next = i;
        while (Amount(i, out int unit, out double amount))
        {
            if (Is(unit, "business", "working") || Is(unit, "full") || Is(unit, "trading")) unit++;
            if (Mark(unit, '-')) unit++;
            if (!IsUnit(unit)) break;
            vague |= amount < 0;
            terms.Add((amount, Is(unit - 1, "business", "working") ? TimeUnit.BusinessDay : Unit(unit)));
            next = unit + 1;
            if (Is(next, "and") && Is(next + 1, "a") && Is(next + 2, "half")) (terms[^1], next) = ((amount + 0.5, terms[^1].Unit), next + 3);
            i = Is(next, "and") || Mark(next, ',') ? next + 1 : next;
        }
        return terms.Count > 0;
    }

    /// <summary>What an amount counts from: "ago", "earlier", "from now", "before yesterday", "in the future".</summary>
    private bool Origin(int i, out int next, out int step, out DateOnly? origin, out bool known)
    {
        (next, step, origin, known) = (i + 1, -1, anchor, true);
        if (Is(i, "ago") || Is(i, "back")) return Is(i, "ago") || !ClauseFollows(i + 1);
        if (Is(i, "hence")) return (step = 1) > 0;
        if (Is(i, "in") && Is(i + 1, "the") && Is(i + 2, "future")) return (next = i + 3) > 0 && (step = 1) > 0;
        if (Is(i, "from") && Is(i + 1, "now")) return (next = i + 2) > 0 && (step = 1) > 0;
        if (Is(i, "earlier") || Is(i, "later") || Is(i, "afterward") || Is(i, "afterwards") || Is(i, "previously"))
        {
            if (!Is(i, "earlier", "previously")) step = 1;
            // "later" needs a day to count from; an article's "earlier" is often earlier than its own.
            origin = step > 0 ? lastDay : lastDay ?? anchor;
            return true;
        }
        if (!Is(i, "before", "after") && !Is(i, "from", "prior") && !Is(i, "starting")) return false;
        int j = Is(i, "prior") && Is(i + 1, "to") ? i + 2 : i + 1;
        if (Is(i, "from", "after") || Is(i, "starting")) step = 1;
        if (Is(i, "starting")) return false;
        if (Has(j) && Point(j) is { } point)
        {
            (next, origin) = (point.To, step < 0 ? point.Start : point.End);
            return true;
        }
        return false;
    }

    /// <summary>"in three weeks", where the verb does not speak of the past.</summary>
    private Reading? Ahead(int i)
    {
        int j = Is(i + 1, "less", "about") ? i + 2 : i + 1;
        if (!Amounts(SkipWord(j, "than"), out int next, out var terms, out bool vague) || vague || terms[0].Unit <= TimeUnit.Hour) return null;
        if (Is(next, "time")) next++;
        if (Mark(next, '\'') || ClauseFollows(next)) return null;
        return anchor is { } today ? Moved(i, next, today, 1, terms) : Reading.Unresolved(i, next, null, Name(terms[0].Unit));
    }

    private Reading? WeekdaysAhead(int start, int i)
    {
        if (!Amount(i, out int next, out double count) || count < 1 || !Is(next, TimeKinds.Weekdays | TimeKinds.Weekday) || anchor is not { } today) return null;
        int weekday = lexemes[next].Time!.Value, to = next + 1;
        int step = Is(to, "ago") ? -1 : Is(to, "later") ? 1 : Is(to, "from") && Is(to + 1, "now") ? 2 : 0;
        if (step == 0 || lexemes[next].Time!.Abbreviation) return null;
        var day = Modified(today, weekday, Math.Sign(step), next: false).AddDays(7 * Math.Sign(step) * ((int)count - 1));
        return Reading.Day(start, to + (step == 2 ? 2 : 1), day);
    }

    /// <summary>"the week of March 4", "the week commencing Monday", "the week after next".</summary>
    private Reading? WeekOf(int i)
    {
        int start = i;
        if (Is(i, "the")) i++;
        if (Is(i, "w") && Mark(i + 1, '/') && Is(i + 2, "c")) i += 3;
        else if (Is(i, "week"))
        {
            if (Is(i + 1, "after") && Is(i + 2, "next")) return anchor is { } now ? Reading.Period(start, i + 3, TimeUnit.Week, now.AddDays(14)) : null;
            if (Is(i + 1, "before") && Is(i + 2, "last")) return anchor is { } now ? Reading.Period(start, i + 3, TimeUnit.Week, now.AddDays(-14)) : null;
            if (!Is(i + 1, "of") && !Is(i + 1, "commencing", "starting") && !Is(i + 1, "beginning")) return null;
            i = SkipWord(i + 2, "on");
        }
        else return null;
        var point = Point(i) ?? (Is(i, "the") && DayNumber(i + 1, out int to, out int day, out _) && anchor is { } a ? Dated(i, to, a.Year, a.Month, day) : null);
        if (point is not { IsDay: true }) return point is { Granularity: "day" } ? Reading.Unresolved(start, point.To, null, "week") : null;
        return Reading.Period(start, point.To, TimeUnit.Week, point.Start!.Value);
    }

    private static string Name(TimeUnit unit) => unit switch
    {
        <= TimeUnit.Night => "day",
        TimeUnit.Fortnight => "week",
        _ => unit.ToString().ToLowerInvariant(),
    };
}
