using Hearsay.Coding.Quantities;

namespace Hearsay.Coding.Times;

/// <summary>
/// Reads the longest time expression that begins at a lexeme and says what it means, given an anchor day, the day
/// last spoken of and the direction the governing verb points to. One object serves one document; it keeps no
/// state between readings beyond what <see cref="Begin"/> sets. The productions stand in the other parts of this class, by kind.
/// </summary>
internal sealed partial class TimeGrammar(HolidayCalendar holidays)
{
    private string text = "";
    private List<Lexeme> lexemes = [];
    private DateOnly? anchor, lastDay;
    private Func<int, TimeDirection> direction = _ => TimeDirection.Unknown;

    /// <summary>Sets the sentence to read and what its relative expressions hang on.</summary>
    public void Begin(string documentText, List<Lexeme> sentence, Func<int, TimeDirection> directionAt)
    {
        text = documentText;
        lexemes = sentence;
        direction = directionAt;
    }

    /// <summary>Sets the day that relative expressions count from and the last day spoken of.</summary>
    public void Anchor(DateOnly? day, DateOnly? last) => (anchor, lastDay) = (day, last);

    /// <summary>The longest reading from lexeme <paramref name="i"/>, or null.</summary>
    public Reading? Longest(int i)
    {
        if (!CanBegin(i)) return null;
        Reading? best = null;
        Take(Range(i), ref best);
        Take(ClockRange(i), ref best);
        Take(Moment(i), ref best);
        Take(Recurrence(i), ref best);
        Take(Length(i), ref best);
        Take(Vague(i), ref best);
        return best;
    }

    private static void Take(Reading? candidate, ref Reading? best)
    {
        if (candidate != null && (best == null || candidate.To > best.To)) best = candidate;
    }

    private bool CanBegin(int i) => Lex(i).Kind switch
    {
        LexemeKind.Digits => true,
        LexemeKind.Mark => Lex(i).Mark == '\'',
        _ => Lex(i).Time != null || Lex(i).NumberWord != null,
    };

    /// <summary>The lexeme, or an empty word past the ends, so that look-ahead needs no bounds.</summary>
    private Lexeme Lex(int i) => Has(i) ? lexemes[i] : default;

    private bool Has(int i) => i >= 0 && i < lexemes.Count;

    private bool Is(int i, string word) => Has(i) && Lex(i).Is(word);

    private bool Is(int i, string word, string or) => Is(i, word) || Is(i, or);

    private bool Is(int i, TimeKinds kinds) => Has(i) && Lex(i).Is(kinds);

    private bool Mark(int i, char mark) => Has(i) && Lex(i).Kind == LexemeKind.Mark && Lex(i).Mark == mark;

    /// <summary>The mark stands between its neighbours without white space.</summary>
    private bool Joint(int i, char mark) => Mark(i, mark) && !Lex(i).Spaced && Has(i + 1) && !Lex(i + 1).Spaced;

    private int SkipMark(int i, char mark) => Mark(i, mark) ? i + 1 : i;

    private int SkipWord(int i, string word) => Is(i, word) ? i + 1 : i;

    /// <summary>Past the period of an abbreviation ("Jan. 5").</summary>
    private int SkipPeriod(int i) =>
        Mark(i, '.') && !Lex(i).Spaced && Has(i + 1) && (Lex(i - 1).Time is { Abbreviation: true } || (Lex(i + 1).Kind == LexemeKind.Digits && !Capital(i - 1))) ? i + 1 : i;

    private ReadOnlySpan<char> Word(int i) => text.AsSpan(Lex(i).Start, Lex(i).Length);

    private bool Capital(int i) => Has(i) && char.IsUpper(text[Lex(i).Start]);

    private bool First(int i) => i == 0 || (i == 1 && Lex(0).Kind == LexemeKind.Mark);

    private TimeUnit Unit(int i) => (TimeUnit)Lex(i).Time!.Value;

    private bool IsUnit(int i) => Is(i, TimeKinds.Unit) && !(Is(i, "second") && Has(i - 1) && Is(i - 1, TimeKinds.Article)) && !Is(i, TimeKinds.Month);

    private bool Plural(int i) => Has(i) && text[Lex(i).End - 1] is 's' or 'S' && Lex(i).Length > 3;

    private static bool ValidDate(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>Direction at a lexeme; "by Friday" looks ahead and "since Friday" back whatever the verb.</summary>
    private TimeDirection Direction(int i)
    {
        if (Is(i - 1, "by", "until") || Is(i - 1, "till")) return direction(i) == TimeDirection.Past ? TimeDirection.Past : TimeDirection.Future;
        return Is(i - 1, "since") ? TimeDirection.Past : direction(i);
    }

    /// <summary>A day number 1–31 at <paramref name="i"/>: digits with or without an ending, or words.</summary>
    private bool DayNumber(int i, out int next, out int day, out bool ordinal)
    {
        next = i;
        day = 0;
        ordinal = false;
        if (!Has(i)) return false;
        if (Lex(i).Kind == LexemeKind.Digits)
        {
            day = Lex(i).Number;
            next = i + 1;
            if (Lex(i).Length > 2 || day is < 1 or > 31 || Fraction(i)) return false;
            ordinal = OrdinalEnding(next);
            if (ordinal) next++;
            return true;
        }
        if (!SpelledNumber(i, out next, out double value, out ordinal) || value is < 1 or > 31) return false;
        day = (int)value;
        return true;
    }

    private bool OrdinalEnding(int i) =>
        Has(i) && !Lex(i).Spaced && (Is(i, "st", "nd") || Is(i, "rd", "th"));

    /// <summary>Digits that belong to a longer number ("107.31", "1,200", "$5") or a percentage.</summary>
    private bool Fraction(int i)
    {
        if (Has(i - 2) && Lex(i - 2).Kind == LexemeKind.Digits && (Joint(i - 1, '.') || Joint(i - 1, ',')) ) return true;
        if (Mark(i - 1, '$') || Mark(i - 1, '€') || Mark(i - 1, '£') || Mark(i - 1, '#')) return true;
        if (Mark(i + 1, '%')) return true;
        return Joint(i + 1, ',') && Has(i + 2) && Lex(i + 2).Kind == LexemeKind.Digits && Lex(i + 2).Length == 3;
    }

    /// <summary>A number in words ("twenty-one", "two thousand and eighteen").</summary>
    private bool SpelledNumber(int i, out int next, out double value, out bool ordinal)
    {
        var number = new NumberAccumulator();
        next = i;
        for (int j = i; Has(j);)
        {
            if (Lex(j).NumberWord is { } word && number.TryAdd(word))
            {
                next = ++j;
                if (number.Ordinal) break;
                if (Mark(j, '-') && Has(j + 1) && Lex(j + 1).NumberWord != null) j++;
                else if (Is(j, "and") && number.Value >= 100 && Has(j + 1) && Lex(j + 1).NumberWord is { Kind: NumberKind.Cardinal or NumberKind.Ordinal }) j++;
                continue;
            }
            break;
        }
        value = number.Value;
        ordinal = number.Ordinal;
        return number.Count > 0 && next > i;
    }

    /// <summary>An amount before a unit: digits with decimals, words, "a", "half a", "two and a half", "several" (−1).</summary>
    private bool Amount(int i, out int next, out double value)
    {
        next = i;
        value = 0;
        if (!Has(i)) return false;
        if (Lex(i).Kind == LexemeKind.Digits)
        {
            if (Lex(i).Number < 0 || (Fraction(i) && !(Joint(i + 1, '.') && !Fraction(i + 2) ))) return false;
            value = Lex(i).Number;
            next = i + 1;
            if (Joint(next, '.') && Has(next + 1) && Lex(next + 1).Kind == LexemeKind.Digits)
            {
                value += Lex(next + 1).Number / Math.Pow(10, Lex(next + 1).Length);
                next += 2;
            }
        }
        else if (Is(i, "half"))
        {
            value = 0.5;
            next = SkipWord(SkipWord(i + 1, "a"), "an");
            return true;
        }
        else if (Lex(i).NumberWord is { Kind: NumberKind.Vague } vague)
        {
            value = vague.Value > 0 ? vague.Value : -1;
            next = SkipWord(i + 1, "of");
            return true;
        }
        else if (Is(i, "a", "an") || Is(i, "another"))
        {
            value = 1;
            next = i + 1;
            if (Is(next, "half")) return Step(ref next, ref value, 0.5);
            if (Has(next) && Lex(next).NumberWord is { Kind: NumberKind.Vague or NumberKind.Scale } word)
            {
                value = word.Value > 0 ? word.Value : -1;
                next = SkipWord(next + 1, "of");
            }
            else if (Is(i, "another") && SpelledNumber(next, out int after, out double count, out bool ordinal) && !ordinal) (next, value) = (after, count);
        }
        else if (!SpelledNumber(i, out next, out value, out bool ordinal) || ordinal) return false;
        AndMore(ref next, ref value);
        return true;
    }

    /// <summary>"and a half", "and four" after an amount.</summary>
    private void AndMore(ref int next, ref double value)
    {
        if (!Is(next, "and")) return;
        bool half = Is(next + 1, "half") || (Is(next + 1, "a") && Is(next + 2, "half"));
        if (half) Step(ref next, ref value, value + 0.5, Is(next + 1, "half") ? 2 : 3);
        else if (SpelledNumber(next + 1, out int after, out double rest, out bool ordinal) && !ordinal && value % 10 == 0 && rest < 10) (next, value) = (after, value + rest);
    }

    private static bool Step(ref int next, ref double value, double set, int by = 1)
    {
        next += by;
        value = set;
        return true;
    }

    /// <summary>A year at <paramref name="i"/>: four digits, "'99", or words ("nineteen eighty-four").</summary>
    private bool YearNumber(int i, out int next, out int year)
    {
        next = i + 1;
        year = 0;
        if (!Has(i)) return false;
        if (Lex(i).Kind == LexemeKind.Digits && Lex(i).Length == 4 && !Fraction(i))
        {
            year = Lex(i).Number;
            return year is >= 1000 and <= 2199 && !(Has(next) && !Lex(next).Spaced && Lex(next).Kind == LexemeKind.Word);
        }
        if (Mark(i, '\'') && Lex(i).Spaced && Has(i + 1) && Lex(i + 1).Kind == LexemeKind.Digits && Lex(i + 1).Length == 2 && !Lex(i + 1).Spaced && !Is(i + 2, "s"))
        {
            next = i + 2;
            year = TwoDigitYear(Lex(i + 1).Number);
            return true;
        }
        return YearWords(i, out next, out year);
    }

    private int TwoDigitYear(int number) => number + (number <= (anchor?.Year ?? 2030) % 100 + 10 ? 2000 : 1900);

    private bool YearWords(int i, out int next, out int year)
    {
        year = 0;
        if (!SpelledNumber(i, out next, out double first, out bool ordinal) || ordinal) return false;
        if (first is >= 1900 and <= 2199) return Whole((int)first, out year);
        if (first is < 10 or > 20 || next != i + 1) return false;
        int j = SkipMark(next, '-');
        if (!SpelledNumber(j, out int after, out double second, out ordinal) || ordinal) return false;
        if (second == 0 && SpelledNumber(after, out int end, out double unit, out ordinal) && unit < 10) (after, second) = (end, unit);
        else if (second is < 10 or > 99) return false;
        next = after;
        return Whole((int)(first * 100 + second), out year);
    }

    private static bool Whole(int value, out int year)
    {
        year = value;
        return true;
    }
}
