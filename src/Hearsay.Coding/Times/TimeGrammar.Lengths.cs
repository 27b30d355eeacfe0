using System.Globalization;

namespace Hearsay.Coding.Times;

/// <summary>Lengths of time, recurring times and vague expressions.</summary>
internal sealed partial class TimeGrammar
{
    private Reading? Length(int i)
    {
        if (Is(i, "all", "full") || Is(i, "whole")) return WholeUnit(i);
        if (Amounts(i, out int next, out var terms, out bool vague)) return Counted(i, next, terms, vague);
        if (Amount(i, out int mid, out double amount) && (Is(mid, "consecutive", "straight") || Is(mid, "successive", "more")) && IsUnit(mid + 1))
            return Plain(i, mid + 2, LengthValue(Unit(mid + 1), amount < 0 ? null : amount));
        if (Is(i, "half") && Amount(i, out next, out _) && Is(next, "business") && IsUnit(next + 1)) return Plain(i, next + 2, "P0.5D");
        if (!IsUnit(i) || !Plural(i) || Unit(i) < TimeUnit.Minute || Unit(i) == TimeUnit.Quarter || Unit(i) == TimeUnit.Night) return null;
        bool lead = Is(i - 1, "for", "over") || Is(i - 1, "after", "in") || Is(i - 1, "than", "of") || Is(i - 1, "within", "through");
        if (Mark(i + 1, '-') && Is(i + 2, "long")) return Plain(i, i + 3, LengthValue(Unit(i), null));
        return lead || Is(i + 1, "of") ? Plain(i, i + 1, LengthValue(Unit(i), null)) : null;
    }

    private Reading? Counted(int i, int next, List<(double Amount, TimeUnit Unit)> terms, bool vague)
    {
        int j = Mark(next, '-') ? next + 1 : next;
        if (Is(j, "old") || Is(next, TimeKinds.Month)) return null;
        if (Is(i, "a", "an") && terms is [(1, TimeUnit.Quarter or TimeUnit.Second or TimeUnit.Night or TimeUnit.Weekend)]) return null;
        if (terms is [(_, TimeUnit.Quarter)] && Is(next, "of")) return null;
        // "a week starting tomorrow", "3 days from today": a window with a beginning.
        if (!vague && (Is(next, "starting", "beginning") || (Is(next, "from") && !Is(next + 1, "now")) || (Mark(next, ',') && Is(next + 1, "from"))))
        {
            int p = SkipWord(SkipMark(next, ',') + 1, "from");
            if (Point(SkipWord(p, "on")) is { Start: { } start } point && Moved(i, point.To, start, 1, terms) is { } end)
                return new Reading(i, point.To, TimexType.Date, $"{Reading.Iso(start)}/{Reading.Iso(end.Start!.Value)}", start, end.Start, Name(terms[0].Unit));
        }
        string value;
        if (vague || terms.Count == 1) value = LengthValue(terms[0].Unit, vague ? null : terms[0].Amount);
        else value = "P" + string.Concat(terms.OrderByDescending(t => t.Unit).Select(t => Digits(t.Amount) + Letter(t.Unit).TrimStart('T')));
        return Plain(i, next, value);
    }

    private static Reading Plain(int from, int to, string value) => new(from, to, TimexType.Duration, value, null, null, "duration");

    private Reading? WholeUnit(int i)
    {
        int j = Mark(i + 1, '-') ? i + 2 : SkipWord(i + 1, "of");
        return IsUnit(j) && !Plural(j) && Unit(j) >= TimeUnit.Day ? Plain(i, j + 1, LengthValue(Unit(j), 1)) : null;
    }

    private static string LengthValue(TimeUnit unit, double? amount)
    {
        double scale = unit switch { TimeUnit.Fortnight => 2, TimeUnit.Decade => 10, _ => 1 };
        string letter = Letter(unit == TimeUnit.Decade ? TimeUnit.Year : unit);
        bool time = letter[0] == 'T';
        return "P" + (time ? "T" : "") + (amount is { } a ? Digits(a * scale) : "X") + (time ? letter[1..] : letter);
    }

    private static string Letter(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => "TS",
        TimeUnit.Minute => "TM",
        TimeUnit.Hour => "TH",
        TimeUnit.Day or TimeUnit.BusinessDay => "D",
        TimeUnit.Night => "NI",
        TimeUnit.Weekend => "WE",
        TimeUnit.Week or TimeUnit.Fortnight => "W",
        TimeUnit.Month => "M",
        TimeUnit.Quarter => "Q",
        TimeUnit.Half => "H",
        TimeUnit.Year => "Y",
        _ => "CE",
    };

    private static string Digits(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private Reading? Recurrence(int i)
    {
        if (Is(i, TimeKinds.Frequency))
        {
            if (Is(i, "nightly") || (Capital(i) && !First(i)) || Is(i, "daily") && Capital(i)) return null;
            return Recurring(i, i + 1, LengthValue(Unit(i), 1));
        }
        int start = i;
        if (Clock(i) is { } clock && (Is(clock.To, "every", "each") || (Is(clock.To, "on") && Is(clock.To + 1, TimeKinds.Weekdays)) || Is(clock.To, TimeKinds.Weekdays)) && Recurrence(clock.To) is { } inner)
            return inner with { From = start };
        if (Is(i, "on") && Recurrence(i + 1) is { } bare && (Is(i + 1, TimeKinds.Weekdays) || Is(i + 1, "mornings"))) return bare with { From = start };
        if (Is(i, TimeKinds.Weekdays) && (Capital(i) || Is(i - 1, "on") || Clock(start) != null || Has(i - 1)) && !Is(i - 1, TimeKinds.Modifier) && !(Has(i - 1) && Lex(i - 1).NumberWord != null) && !Mark(i - 1, '\''))
            return Recurring(start, AtClock(i + 1), $"XXXX-WXX-{Lex(i).Time!.Value}");
        if (Is(i, "mornings", "evenings") || Is(i, "afternoons")) return Recurring(start, AtClock(i + 1), "XXXX-XX-XXT" + PartCode(i));
        if (Is(i, "nights") && Is(i + 1, "a") == false && Has(i - 1) && Lex(i - 1).Kind == LexemeKind.Digits) return null;
        if (Is(i, "once", "twice") && Is(i + 1, "a", "every") && IsUnit(i + 2) && !Plural(i + 2)) return Recurring(start, i + 3, LengthValue(Unit(i + 2), 1));
        if (!Is(i, "every", "each")) return null;
        return Every(start, SkipWord(i + 1, "single"));
    }

    private Reading? Every(int start, int i)
    {
        bool other = Is(i, "other");
        if (other) i++;
        if (Is(i, TimeKinds.Weekday)) return Recurring(start, AtClock(i + 1), $"XXXX-WXX-{Lex(i).Time!.Value}");
        if (Is(i, TimeKinds.Daypart) && !Is(i, "night")) return Recurring(start, AtClock(i + 1), "XXXX-XX-XXT" + PartCode(i));
        if (Is(i, "night")) return Recurring(start, AtClock(i + 1), "XXXX-XX-XXTNI");
        if (Is(i, TimeKinds.Month)) return Recurring(start, i + 1, $"XXXX-{Lex(i).Time!.Value:00}");
        if (Is(i, TimeKinds.Season)) return Recurring(start, i + 1, "XXXX-" + SeasonCodes[Lex(i).Time!.Value]);
        if (IsUnit(i)) return Recurring(start, AtClock(i + 1), LengthValue(Unit(i), other ? 2 : 1));
        if (NumericPair(i, anyMark: true) is { } pair) return Recurring(start, pair.To, pair.Value);
        return Amount(i, out int next, out double amount) && IsUnit(next) ? Recurring(start, next + 1, LengthValue(Unit(next), amount < 0 ? null : amount)) : null;
    }

    private int AtClock(int i)
    {
        int j = SkipWord(i, "at");
        if (Clock(j) is { } clock) return clock.To;
        return j > i && Has(j) && Lex(j).Kind == LexemeKind.Digits && Lex(j).Number is > 0 and <= 24 && !Has(j + 1) ? j + 1 : i;
    }

    private static Reading Recurring(int from, int to, string? value) => new(from, to, TimexType.Set, value, null, null, "set");

    private Reading? Vague(int i)
    {
        int start = i;
        if (Is(i, "now")) return Is(i + 1, "that") || Mark(i + 1, '-') ? null : Loose(start, i + 1, "PRESENT_REF");
        if (Is(i, TimeKinds.Vague) && !Is(i, "future"))
        {
            int step = Lex(i).Time!.Value;
            int next = i + 1;
            if (Is(i, "recent") && IsUnit(next) && Plural(next)) next++;
            if (Is(i, "shortly") && (Is(next, "after", "before"))) return null;
            if (Is(i, "soon") && (Is(next, "after", "as") || Is(i - 1, "as"))) return null;
            return Loose(start, next, step < 0 ? "PAST_REF" : step > 0 ? "FUTURE_REF" : "PRESENT_REF");
        }
        if (Is(i, "current") && !First(i)) return Loose(start, i + 1, "PRESENT_REF");
        if (!Is(i, "the")) return null;
        i++;
        if (Is(i, "past") && !ClauseFollows(i + 1) && !Is(i + 1, TimeKinds.Unit) && (Is(start - 1, "in"))) return Loose(start, i + 1, "PAST_REF");
        if (Is(i, "near")) i++;
        if (Is(i, "future") && !ClauseFollows(i + 1) && !Is(i + 1, "of")) return Loose(start, i + 1, "FUTURE_REF");
        if (Is(i, "time") && Is(i + 1, "being")) return Loose(start, i + 2, "PRESENT_REF");
        return null;
    }

    private static Reading Loose(int from, int to, string value) => new(from, to, TimexType.Date, value, null, null, "vague");
}
