namespace Hearsay.Coding.Times;

/// <summary>Days and periods reached by counting: "two months ago", "three days later", "in two weeks", "the week of 4 March".</summary>
internal sealed partial class TimeGrammar
{
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
        int weekday = Lex(next).Time!.Value, to = next + 1;
        int step = Is(to, "ago") ? -1 : Is(to, "later") ? 1 : Is(to, "from") && Is(to + 1, "now") ? 2 : 0;
        if (step == 0 || Lex(next).Time!.Abbreviation) return null;
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
}
