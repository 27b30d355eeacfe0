namespace Hearsay.Coding.Times;

/// <summary>Dates in digits: "2024-03-12", "12/03/2024", "4/22", "11/2016".</summary>
internal sealed partial class TimeGrammar
{
    private Reading? NumericDate(int i)
    {
        if (!Has(i) || Lex(i).Kind != LexemeKind.Digits || (Fraction(i) && !Joint(i + 1, '.')) || InsideNumber(i)) return null;
        char mark = Has(i + 1) && Lex(i + 1).Kind == LexemeKind.Mark ? Lex(i + 1).Mark : ' ';
        if (mark is not ('/' or '-' or '.') || !Has(i + 2) || Lex(i + 2).Kind != LexemeKind.Digits) return null;
        bool joint = Joint(i + 1, mark);
        if (joint && Joint(i + 3, mark) && Has(i + 4) && Lex(i + 4).Kind == LexemeKind.Digits) return Triple(i, mark);
        if (YearMonth(i, mark, joint) is { } month) return month;
        if (!joint) return null;
        return NumericPair(i, anyMark: Is(i - 1, "on"));
    }

    private bool InsideNumber(int i) => Has(i - 2) && Lex(i - 2).Kind == LexemeKind.Digits && !Lex(i).Spaced && Lex(i - 1).Mark is '.' or ',' or '/' or '-' && !Lex(i).Spaced && Lex(i - 1).Kind == LexemeKind.Mark && !Lex(i - 1).Spaced;

    private Reading? Triple(int i, char mark)
    {
        var (a, b, c) = (Lex(i), Lex(i + 2), Lex(i + 4));
        int to = i + 5;
        if (Has(to) && !Lex(to).Spaced && Lex(to).Kind != LexemeKind.Mark && !Is(to, "t")) return null;
        if (a.Length == 4) return Dated(i, to, a.Number, b.Number, c.Number);
        if (c.Length is not (2 or 4) || a.Length > 2 || b.Length > 2) return null;
        int year = c.Length == 4 ? c.Number : TwoDigitYear(c.Number);
        return mark == '.' ? Dated(i, to, year, b.Number, a.Number) ?? Dated(i, to, year, a.Number, b.Number) : MonthFirst(i, to, year, a.Number, b.Number);
    }

    /// <summary>Month first as in US news; day first where only that is a date.</summary>
    private static Reading? MonthFirst(int from, int to, int year, int a, int b) => Dated(from, to, year, a, b) ?? Dated(from, to, year, b, a);

    private Reading? YearMonth(int i, char mark, bool joint)
    {
        var (a, b) = (Lex(i), Lex(i + 2));
        if (mark == '.' && !joint) return null;
        bool yearFirst = a.Length == 4 && a.Number is >= 1900 and <= 2099 && b.Length <= 2 && b.Number is >= 1 and <= 12;
        bool yearLast = b.Length == 4 && b.Number is >= 1900 and <= 2099 && a.Length <= 2 && a.Number is >= 1 and <= 12 && mark != '.';
        if (yearFirst && b.Length == 2 && b.Number == (a.Number + 1) % 100 && joint && mark != '.') return null;
        if (!yearFirst && !yearLast) return null;
        return Reading.Period(i, i + 3, TimeUnit.Month, yearFirst ? new DateOnly(a.Number, b.Number, 1) : new DateOnly(b.Number, a.Number, 1));
    }

    /// <summary>Month and day without a year. Only a slash is trusted alone; "4-22" and "4.22" are scores and decimals elsewhere.</summary>
    private Reading? NumericPair(int i, bool anyMark)
    {
        if (!Has(i + 2) || Lex(i).Kind != LexemeKind.Digits || Lex(i + 2).Kind != LexemeKind.Digits) return null;
        char mark = Lex(i + 1).Mark;
        if (!Joint(i + 1, mark) || (mark != '/' && !(anyMark && mark is '-' or '.' && anyMark))) return null;
        var (a, b) = (Lex(i), Lex(i + 2));
        if (a.Length > 2 || b.Length > 2 || Mark(i + 3, '%') || (Has(i - 1) && Lex(i - 1).Kind == LexemeKind.Digits)) return null;
        int to = i + 3;
        // "11/12,2016" and "11/12,16"
        if (Joint(to, ',') && Lex(to + 1).Kind == LexemeKind.Digits && Lex(to + 1).Length is 2 or 4)
        {
            int n = Lex(to + 1).Number;
            return MonthFirst(i, to + 2, n < 100 ? TwoDigitYear(n) : n, a.Number, b.Number);
        }
        if (Has(to) && !Lex(to).Spaced && Lex(to).Kind == LexemeKind.Word) return null;
        if (a.Number == 9 && b.Number == 11 && mark == '/') return Dated(i, to, 2001, 9, 11);
        if (!anyMark && !DatePlace(i, to)) return null;
        var (month, day) = a.Number <= 12 ? (a.Number, b.Number) : (b.Number, a.Number);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? DayMonth(i, to, month, day) : null;
    }

    /// <summary>A bare "4/22" reads as a date unless a noun or "of" follows it, as after a fraction.</summary>
    private bool DatePlace(int i, int to) => !Is(to, "of") && !NounFollows(to) && !(Has(i - 1) && Lex(i - 1).NumberWord != null);
}
