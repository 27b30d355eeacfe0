namespace Hearsay.Coding.Times;

/// <summary>Times of day and parts of the day, alone and joined to a day; ranges of days and of hours.</summary>
internal sealed partial class TimeGrammar
{
    private static readonly string[] PartCodes = ["MO", "AF", "EV", "NI"];

    private string PartCode(int i) => PartCodes[Is(i, "night", "nights") ? 3 : Lex(i).Time!.Value];

    private bool IsPart(int i) => Is(i, TimeKinds.Daypart) && !Is(i, "nights");

    private static Reading Part(int from, int to, DateOnly day, string code) =>
        new(from, to, TimexType.Time, Reading.Iso(day) + code, day, day, "day");

    /// <summary>A day or longer unit with what follows it ("Friday morning", "March 5 at 8 pm"), or a time of day with the day after it.</summary>
    private Reading? Moment(int i)
    {
        var best = Point(i);
        if (best is { Type: TimexType.Date }) best = WithTime(best);
        Take(Tonight(i), ref best);
        if (Clock(i) is { } clock)
        {
            int j = Mark(clock.To, ',') ? clock.To + 1 : clock.To;
            j = Is(j, "on", "of") || Is(j, "late", "early") ? j + 1 : j;
            Take(clock, ref best);
            if (Point(j) is { } day && day.Granularity == "day") Take(Joined(i, WithPart(day), clock.Value), ref best);
        }
        Take(PartOfDay(i), ref best);
        return best;
    }

    private Reading WithPart(Reading day)
    {
        int j = Is(day.To, "in") && Is(day.To + 1, "the") ? day.To + 2 : day.To;
        return IsPart(j) ? day with { To = j + 1 } : day;
    }

    /// <summary>The day of <paramref name="day"/> with the time of day of a clock reading ("…T08:30Z").</summary>
    private static Reading Joined(int from, Reading day, string? clock)
    {
        int t = clock?.IndexOf('T') ?? -1;
        string? value = day.Start is { } d && day.IsDay && t >= 0 ? Reading.Iso(d) + clock![t..] : day.Value;
        return day with { From = from, Type = TimexType.Time, Value = value };
    }

    private Reading WithTime(Reading day)
    {
        if (day.Granularity != "day") return day;
        int j = day.To;
        int k = SkipMark(j, ',');
        if (Is(k, "in") && Is(k + 1, "the")) k += 2;
        if (Joint(k, '-')) k++;
        int part = Is(k, "early", "late") ? (Mark(k + 1, '-') ? k + 2 : k + 1) : k;
        Reading result = day;
        if (IsPart(part) && !(k > j && Mark(j, ',') && part == k && !Is(k - 1, "the"))) result = PartReading(day, part);
        else if (Is(j, "overnight") && day.Start is { } night) result = day with { To = j + 1, Type = TimexType.Time, Value = Reading.Iso(night) + "TNI", End = night.AddDays(1) };
        int c = SkipWord(SkipMark(result.To, ','), "at");
        if (ClockRange(result.To) is { } hours) return Joined(day.From, result with { To = hours.To }, hours.Value);
        if (Is(c, "after", "before") || Is(c, "by")) c++;
        if (Clock(c) is { } clock) return Joined(day.From, result with { To = clock.To }, clock.Value);
        if (AmPm(result.To, out int after, out bool pm) && result.Type == TimexType.Date) return result with { To = after, Type = TimexType.Time, Value = day.Value + (pm ? "TAF" : "TMO") };
        return result;
    }

    private Reading PartReading(Reading day, int part) =>
        day with { To = part + 1, Type = TimexType.Time, Value = day.Start is { } d ? Reading.Iso(d) + "T" + PartCode(part) : null };

    private Reading? Tonight(int i)
    {
        if (Is(i, "tonight")) return anchor is { } today ? Part(i, i + 1, today, "TNI") : new(i, i + 1, TimexType.Time, null, null, null, "day");
        if (!Is(i, "overnight")) return null;
        int j = Is(i + 1, "on") || (Has(i + 1) && Word(i + 1).Equals("into", StringComparison.OrdinalIgnoreCase)) ? i + 2 : i + 1;
        if (Point(j) is { IsDay: true, Start: { } day } point)
        {
            bool into = j > i + 1 && !Is(i + 1, "on");
            var first = into ? day.AddDays(-1) : day;
            return new Reading(i, point.To, TimexType.Time, Reading.Iso(first) + "TNI", first, first.AddDays(1), "day");
        }
        if (anchor is not { } now) return new(i, i + 1, TimexType.Time, null, null, null, "day");
        // Reported the morning after unless the verb looks ahead: two days either way.
        var start = Direction(i) == TimeDirection.Future ? now : now.AddDays(-1);
        return new Reading(i, i + 1, TimexType.Time, Reading.Iso(start) + "TNI", start, start.AddDays(1), "day");
    }

    /// <summary>"this morning", "the early hours of Sunday", "in the late-night Tuesday", "the night of 5 March".</summary>
    private Reading? PartOfDay(int i)
    {
        int start = i;
        if (Is(i, "in") && (Is(i + 1, "the"))) i++;
        bool article = Is(i, "the");
        if (article) i++;
        if (Is(i, "this", "that") && IsPart(i + 1))
            return (Is(i, "that") ? lastDay : anchor) is { } today ? Part(start, i + 2, today, "T" + PartCode(i + 1)) : new(start, i + 2, TimexType.Time, null, null, null, "day");
        if (Is(i, "early", "late") && !Is(i + 1, TimeKinds.Modifier)) i++;
        if (Mark(i, '-') && i > start) i++;
        bool hours = Is(i, "hours") && Is(i - 1, "early");
        if (!IsPart(i) && !hours) return null;
        string code = hours ? "MO" : PartCode(i);
        int next = i + 1;
        int j = Is(next, "of", "on") || Mark(next, ',') ? next + 1 : next;
        if (hours && Is(j, "the")) { if (Is(j + 1, "day", "morning")) return null; }
        if (Point(j) is { Granularity: "day" } day && (j > next || start < i || Is(j, TimeKinds.Weekday)))
            return ClockTail(day with { From = start, Type = TimexType.Time, Value = day.Start is { } d ? Reading.Iso(d) + "T" + code : null });
        if (hours || Is(i, "night") && !article || start == i && !Is(start - 1, "at", "by") || Mark(next, '-') || ClauseFollows(next)) return null;
        return new Reading(start == i ? i : (article || Is(start, "in") ? i : start), next, TimexType.Time, lastDay is { } l ? Reading.Iso(l) + "T" + code : null, null, null, "day");
    }

    private Reading ClockTail(Reading reading) => ClockRange(reading.To) is { } hours ? reading with { To = hours.To } : reading;

    private bool AmPm(int i, out int next, out bool pm)
    {
        next = i + 1;
        pm = false;
        if (!Has(i)) return false;
        if (Is(i, "am", "pm")) { pm = Is(i, "pm"); return true; }
        if (!Is(i, "a", "p") || !Mark(i + 1, '.') || !Is(i + 2, "m")) return false;
        pm = Is(i, "p");
        next = Mark(i + 3, '.') && !Lex(i + 3).Spaced ? i + 4 : i + 3;
        return true;
    }

    private Reading? Clock(int i)
    {
        if (!Has(i)) return null;
        if (Is(i, "noon", "midnight") || Is(i, "midday")) return Is(i - 1, "at", "by") || Is(i - 1, "until", "before") || Is(i - 1, "after", "around") ? ClockReading(i, i + 1, Is(i, "midnight") ? 0 : 12, 0, false) : null;
        if (Lex(i).Kind != LexemeKind.Digits || Fraction(i) || InsideNumber(i)) return null;
        int hour = Lex(i).Number, minute = 0, next = i + 1;
        bool sure = false;
        if (Lex(i).Length <= 2 && (Joint(next, ':') || (Joint(next, '.') && AmPm(next + 2, out _, out _))) && Has(next + 1) && Lex(next + 1).Kind == LexemeKind.Digits && Lex(next + 1).Length == 2)
        {
            (minute, sure) = (Lex(next + 1).Number, Lex(next).Mark == ':');
            next += 2;
            if (Joint(next, ':') && Has(next + 1) && Lex(next + 1).Kind == LexemeKind.Digits) next += 2;
        }
        else if (Lex(i).Length == 4 && (Is(next, TimeKinds.Zone) || (Is(next, "hours") && !Is(next + 1, "of"))))
        {
            (hour, minute, sure) = (hour / 100, hour % 100, true);
            next = SkipWord(next, "hours");
        }
        else if (Lex(i).Length > 2) return null;
        if (AmPm(next, out int after, out bool pm))
        {
            if (hour is < 1 or > 12) return null;
            hour = hour % 12 + (pm ? 12 : 0);
            (next, sure) = (after, true);
        }
        else if (Is(next, "o") && Mark(next + 1, '\'')) (next, sure) = (next + 3, true);
        bool zoned = Is(next, TimeKinds.Zone);
        if (zoned) (next, sure) = (next + 1, true);
        else if (Mark(next, '(') && Is(next + 1, TimeKinds.Zone))
        {
            int close = next + 2;
            while (Has(close) && !Mark(close, ')') && close < next + 7) close++;
            if (Mark(close, ')')) next = close + 1;
        }
        if (!sure || hour > 24 || minute > 59) return null;
        return ClockReading(i, next, hour, minute, zoned && Is(next - 1, "utc", "gmt"));
    }

    /// <summary>A bare time of day names no day of its own: the value supposes the day in question, the interval stays open.</summary>
    private Reading ClockReading(int from, int to, int hour, int minute, bool utc)
    {
        string time = $"T{hour:00}:{minute:00}{(utc ? "Z" : "")}";
        return new Reading(from, to, TimexType.Time, (lastDay ?? anchor) is { } day ? Reading.Iso(day) + time : time, null, null, "day");
    }

    private Reading? ClockRange(int i)
    {
        int start = i;
        bool from = Is(i, "from"), between = Is(i, "between");
        if (from || between) i++;
        var first = Clock(i);
        int j = first?.To ?? (Has(i) && (Lex(i).Kind == LexemeKind.Digits ? Lex(i).Number is > 0 and <= 24 && !Fraction(i) : Lex(i).NumberWord is { Kind: Quantities.NumberKind.Cardinal }) ? i + 1 : -1);
        if (j < 0) return null;
        bool joined = between ? Is(j, "and") : Is(j, "to", "until") || Mark(j, '-') || Is(j, "till");
        if (!joined) return null;
        var second = Clock(j + 1);
        if (second == null && first == null) return HourRange(start, i, j);
        if (second == null) return from || between ? null : null;
        int k = Is(second.To, "on", "of") || Mark(second.To, ',') ? second.To + 1 : second.To;
        var hours = new Reading(start, second.To, TimexType.Time, first?.Value ?? second.Value, null, null, "day");
        return Point(k) is { IsDay: true } day ? Joined(start, day, hours.Value) : hours;
    }

    /// <summary>"from 5 to 6 next Sunday", "five to seven today": bare hours need a day right after them.</summary>
    private Reading? HourRange(int start, int i, int j)
    {
        if (!Has(j + 1) || !(Lex(j + 1).Kind == LexemeKind.Digits ? Lex(j + 1).Number is > 0 and <= 24 : Lex(j + 1).NumberWord is { Kind: Quantities.NumberKind.Cardinal })) return null;
        int k = Is(j + 2, "on", "of") ? j + 3 : j + 2;
        if (!(Is(k, TimeKinds.Deictic) || Is(k, TimeKinds.Weekday) || (Is(k, TimeKinds.Modifier) && Is(k + 1, TimeKinds.Weekday)) || NumericDate(k) != null)) return null;
        return Point(k) is { IsDay: true } day ? Joined(start, day, null) : null;
    }
}
