using System.Globalization;
using Hearsay.Coding.Places;

namespace Hearsay.Coding.Times;

/// <summary>Months, years, decades, centuries, seasons and holidays.</summary>
internal sealed partial class TimeGrammar
{
    private static readonly string[] SeasonCodes = ["SP", "SU", "FA", "WI"];

    private Reading? MonthPoint(int i)
    {
        int start = i;
        if (YearNumber(i, out int afterYear, out int first) && Is(SkipMark(afterYear, ','), TimeKinds.Month))
        {
            int m = SkipMark(afterYear, ',');
            if (Lex(i).Kind == LexemeKind.Digits && !DayNumber(m + 1, out _, out _, out _)) return Month(start, m + 1, first, Lex(m).Time!.Value);
        }
        bool named = false;
        if (Is(i, "the") && Is(i + 1, "month")) i++;
        if (Is(i, "month") && Is(i + 1, "of")) (i, named) = (i + 2, true);
        int? step = null;
        if (Is(i, TimeKinds.Modifier) && !Is(i, "same", "that")) step = Lex(i++).Time!.Value;
        if (!Is(i, TimeKinds.Month)) return null;
        int month = Lex(i).Time!.Value;
        int next = i + 1;
        if (named && (Mark(next, '.') || DayNumber(next, out _, out _, out _)) && MonthDay(i) is { Start: { } inMonth } day) return Reading.Period(start, day.To, TimeUnit.Month, inMonth);
        int year;
        int j = SkipPeriod(next);
        if (YearAfter(j, out int to, out year) || (Mark(j, '-') && YearNumber(j + 1, out to, out year))) return Month(start, to, year, month);
        if (RelativeYear(j, out to, out int years)) return anchor is { } a ? Month(start, to, a.Year + years, month) : Reading.Unresolved(start, to, null, "month");
        if (ShortYear(j, out year)) return Month(start, j + 1, year, month);
        if (!named && step == null && !LooksLikeMonth(i)) return null;
        if (anchor is not { } today) return Reading.Unresolved(start, next, $"XXXX-{month:00}", "month");
        return Month(start, next, MonthYear(month, step, today, Direction(start)), month);
    }

    /// <summary>"August 99": two digits that can be no day.</summary>
    private bool ShortYear(int i, out int year)
    {
        year = 0;
        if (!Has(i) || Lex(i).Kind != LexemeKind.Digits || Lex(i).Length != 2 || Lex(i).Number < 32 || Fraction(i) || Has(i + 1)) return false;
        year = TwoDigitYear(Lex(i).Number);
        return true;
    }

    private static int MonthYear(int month, int? step, DateOnly today, TimeDirection way)
    {
        int difference = month - today.Month;
        return step switch
        {
            0 => today.Year,
            > 0 => difference > 0 ? today.Year : today.Year + 1,
            < 0 => difference < 0 ? today.Year : today.Year - 1,
            _ => way switch
            {
                TimeDirection.Past => difference <= 0 ? today.Year : today.Year - 1,
                TimeDirection.Future => difference >= 0 ? today.Year : today.Year + 1,
                // A month ahead this year is more often to come, one long behind is past.
                _ => difference > 5 ? today.Year - 1 : difference < -9 ? today.Year + 1 : today.Year,
            },
        };
    }

    private static Reading? Month(int from, int to, int year, int month) =>
        year is >= 1 and <= 9998 ? Reading.Period(from, to, TimeUnit.Month, new DateOnly(year, month, 1)) : null;

    /// <summary>"may" and "march" are verbs, "April" and "Jan" people: lower case needs a preposition, as do short forms.</summary>
    private bool LooksLikeMonth(int i)
    {
        bool lead = Has(i - 1) && (Is(i - 1, "in", "of") || Is(i - 1, "since", "until") || Is(i - 1, "by", "during") || Is(i - 1, "from", "to") || Is(i - 1, "through", "till")
            || Is(i - 1, TimeKinds.Edge) || Is(i - 1, "between", "and") || Mark(i - 1, '-'));
        var word = Lex(i).Time!;
        bool verb = word.Text is "may" or "march" or "mar";
        if (!Capital(i)) return lead && (!verb || !ClauseFollows(i + 1)) || (!verb && !word.Abbreviation);
        if (verb && First(i)) return false;
        if (word.Abbreviation) return lead || Mark(i + 1, '.');
        if (lead || !verb) return true;
        return Lex(i).Length > 3 && !PrecedesCapital(i);
    }

    private bool PrecedesCapital(int i) => Has(i + 1) && Lex(i + 1).Kind == LexemeKind.Word && Capital(i + 1);

    private Reading? YearPoint(int i)
    {
        int start = i;
        if (Is(i, "the")) i++;
        if (Is(i, "fiscal", "financial")) i++;
        bool named = Is(i, "year") || Is(i, "fy");
        if (named)
        {
            if (!Has(i + 1)) return null;
            if (YearNumber(i + 1, out int to, out int y) || (Is(i, "year") && SmallYear(i + 1, out to, out y))) return Year(start, to, y);
            return null;
        }
        if (start != i && !Is(i - 1, "fiscal", "financial")) return null;
        if (!YearNumber(i, out int next, out int year)) return null;
        if (Lex(i).Kind == LexemeKind.Digits && !YearPlace(i, next)) return null;
        if (Lex(i).Kind == LexemeKind.Word && !Is(i - 1, "in", "of") && !Is(i - 1, "since", "until")) return null;
        return Year(start, next, year);
    }

    private bool SmallYear(int i, out int next, out int year)
    {
        next = i + 1;
        year = Lex(i).Kind == LexemeKind.Digits ? Lex(i).Number : 0;
        if (year > 0) return year <= 2199 && Lex(i).Length <= 4;
        if (!SpelledNumber(i, out next, out double value, out bool ordinal) || ordinal || value < 100) return false;
        year = (int)value;
        return year <= 2199;
    }

    private static Reading? Year(int from, int to, int year) =>
        year is >= 1 and <= 9998 ? Reading.Period(from, to, TimeUnit.Year, new DateOnly(year, 1, 1)) : null;

    /// <summary>Whether four digits stand where a year would: 1900–2099, no unit, currency or counted noun after them.</summary>
    private bool YearPlace(int i, int next)
    {
        int year = Lex(i).Number;
        if (Mark(next, '%') || Is(next, TimeKinds.Zone | TimeKinds.Unit) || Is(next, "hours") || AmPm(next, out _, out _) || InsideNumber(i)) return false;
        if (Has(next) && Lex(next).Kind == LexemeKind.Digits) return false;
        bool lead = Is(i - 1, "in", "since") || Is(i - 1, "of", "until") || Is(i - 1, "by", "from") || Is(i - 1, "to", "during") || Is(i - 1, "and", "through") || Is(i - 1, "between", "till")
            || Is(i - 1, "before", "after") || Is(i - 1, TimeKinds.Edge | TimeKinds.Season) || Is(i - 1, "around", "the") || (Mark(i - 1, '-') && Is(i - 2, TimeKinds.Edge));
        if (lead) return year is >= 1000 and <= 2199 && (year >= 1500 || Is(i - 1, "in", "since")) && !(CountedNoun(next) && !Is(i - 1, "the", "of"));
        if (Mark(i - 1, '-') && !Lex(i).Spaced && Has(i - 2) && Lex(i - 2).Kind == LexemeKind.Word) return false;
        return year is >= 1900 and <= 2099 && !CountedNoun(next);
    }

    private bool CountedNoun(int i) =>
        Has(i) && Lex(i).Kind == LexemeKind.Word && Lex(i).Spaced && Lex(i).Time == null && !Capital(i) && Plural(i);

    private Reading? Decade(int i)
    {
        int start = i;
        bool article = Is(i, "the");
        if (article) i++;
        if (Is(i, TimeKinds.DecadeName)) return article && !Is(start - 1, "of") ? NamedDecade(start, i + 1, 19, Lex(i).Time!.Value) : null;
        if (CenturyPoint(start, i) is { } century) return century;
        bool quote = Mark(i, '\'');
        int d = quote ? i + 1 : i;
        if (Has(d) && Lex(d).Kind == LexemeKind.Digits && Lex(d).Number % 10 == 0 && !Fraction(d))
        {
            int s = Mark(d + 1, '\'') && !Lex(d + 1).Spaced ? d + 2 : d + 1;
            if (!Is(s, "s") || Lex(s).Spaced) return null;
            int n = Lex(d).Number;
            if (Lex(d).Length == 4 && n is >= 1000 and <= 2190) return DecadeOf(start, s + 1, n);
            if (Lex(d).Length == 2 && (article || quote || Is(i - 1, TimeKinds.Edge) || (Is(i - 1, "and") && Is(i - 2, "s")))) return DecadeOf(start, s + 1, n <= 20 ? 2000 + n : 1900 + n);
            return null;
        }
        return article ? SpelledDecade(start, i) : null;
    }

    private Reading? SpelledDecade(int start, int i)
    {
        if (!SpelledNumber(i, out int next, out double value, out bool ordinal) || ordinal) return null;
        if (value == 2 && Is(next, "thousands")) return DecadeOf(start, next + 1, 2000);
        int j = SkipWord(Mark(next, '-') ? next + 1 : next, "and");
        if (!Is(j, TimeKinds.DecadeName)) return null;
        int tens = Lex(j).Time!.Value;
        if (value == 2000) return DecadeOf(start, j + 1, 2000 + tens);
        return value is >= 10 and <= 20 ? NamedDecade(start, j + 1, (int)value, tens) : null;
    }

    private Reading NamedDecade(int from, int to, int century, int tens) => DecadeOf(from, to, (tens == 0 && century == 19 ? 2000 : century * 100) + tens);

    private static Reading DecadeOf(int from, int to, int year) => Reading.Period(from, to, TimeUnit.Decade, new DateOnly(year, 1, 1));

    private Reading? CenturyPoint(int start, int i)
    {
        if (!DayNumber(i, out int next, out int n, out bool ordinal) || !ordinal || !Is(Mark(next, '-') ? next + 1 : next, "century")) return null;
        int to = (Mark(next, '-') ? next + 1 : next) + 1;
        if (Is(to, "bc", "bce")) return Reading.Unresolved(start, to + 1, $"BC{n:00}", "century");
        return n <= 25 ? Reading.Period(start, to, TimeUnit.Century, new DateOnly((n - 1) * 100 + 1, 1, 1)) : null;
    }

    private Reading? SeasonPoint(int i)
    {
        int start = i;
        bool article = Is(i, "the");
        if (article) i++;
        int? step = null;
        if (Is(i, TimeKinds.Modifier) && !Is(i, "current")) step = Lex(i++).Time!.Value;
        if (!Is(i, TimeKinds.Season)) return null;
        int season = Lex(i).Time!.Value, next = i + 1;
        if (YearAfter(next, out int to, out int year)) return year is > 0 and < 9998 ? Reading.Season(start, to, year, season) : null;
        if (RelativeYear(next, out to, out int years)) return anchor is { } a ? Reading.Season(start, to, a.Year + years, season) : null;
        bool lead = Is(i - 1, "in", "by") || Is(i - 1, "of", "since") || Is(i - 1, TimeKinds.Edge) || Is(i - 1, "until", "during") || !Has(next) || Lex(next).Kind == LexemeKind.Mark;
        if (step == null && !(article && (!ClauseFollows(next) || season != 2)) && !(lead && !Word(i).Equals("fall", StringComparison.OrdinalIgnoreCase) && (!ClauseFollows(next) || !Lex(i).Is("spring")))) return null;
        if (step == null && Capital(i) && !First(i) && Has(i - 1) && Lex(i - 1).Kind == LexemeKind.Word && Lex(i - 1).Time == null) return null;
        if (anchor is not { } today) return Reading.Unresolved(start, next, "XXXX-" + SeasonCodes[season], "season");
        return SeasonNear(start, next, season, step, today);
    }

    private Reading SeasonNear(int start, int next, int season, int? step, DateOnly today)
    {
        var way = step switch { < 0 => TimeDirection.Past, > 0 => TimeDirection.Future, 0 => TimeDirection.Unknown, _ => Direction(start) };
        Reading? best = null;
        for (int y = today.Year - 2; y <= today.Year + 2; y++)
        {
            var candidate = Reading.Season(start, next, y, season);
            bool fits = way switch
            {
                TimeDirection.Past => step == null ? candidate.Start <= today : candidate.End < today,
                TimeDirection.Future => step == null ? candidate.End >= today : candidate.Start > today,
                _ => true,
            };
            if (fits && (best == null || Far(candidate, today) < Far(best, today))) best = candidate;
        }
        return best!;
    }

    private static int Far(Reading r, DateOnly day) =>
        day < r.Start ? r.Start!.Value.DayNumber - day.DayNumber : day > r.End ? day.DayNumber - r.End!.Value.DayNumber : 0;

    private Reading? HolidayPoint(int i)
    {
        if (!Is(i, TimeKinds.HolidayStart)) return null;
        int to = -1;
        string name = "";
        Span<char> folded = stackalloc char[96];
        for (int j = i + 1; j <= lexemes.Count && j <= i + 8; j++)
        {
            var slice = text.AsSpan(Lex(i).Start, Lex(j - 1).End - Lex(i).Start);
            if (slice.Length > 90) break;
            int length = PlaceFold.Fold(slice, folded);
            if (!holidays.Contains(folded[..length])) continue;
            if (j - 1 > i && Lex(j - 1).Kind == LexemeKind.Mark) continue;
            (to, name) = (j, folded[..length].ToString());
        }
        if (to < 0 || Is(to, "island") || (PrecedesCapital(to - 1) && !Is(to, TimeKinds.Weekday | TimeKinds.Month))) return null;
        if (name is "tet" or "easter" or "holi" or "may day" && !Capital(i) && name != "easter") return null;
        int year = 0;
        if (YearAfter(SkipWord(to, "in"), out int after, out year)) return Holiday(name, i, after, year);
        if (RelativeYear(to, out after, out int step)) return anchor is { } a ? Holiday(name, i, after, a.Year + step) : null;
        if (anchor is not { } today) return Reading.Unresolved(i, to, null, "day");
        var way = Direction(i);
        Reading? best = null;
        for (int y = today.Year - 1; y <= today.Year + 1; y++)
            if (Holiday(name, i, to, y) is { Start: not null } candidate && (best == null || Better(candidate.Start.Value, best.Start!.Value, today, way))) best = candidate;
        return best ?? Reading.Unresolved(i, to, null, "day");
    }

    private Reading Holiday(string name, int from, int to, int year)
    {
        if (holidays.Find(name, year) is not { } days) return Reading.Unresolved(from, to, year.ToString("0000", CultureInfo.InvariantCulture), "day");
        if (days.First == days.Last) return Reading.Day(from, to, days.First);
        return new Reading(from, to, TimexType.Date, $"{Reading.Iso(days.First)}/{Reading.Iso(days.Last)}", days.First, days.Last, "day");
    }
}
