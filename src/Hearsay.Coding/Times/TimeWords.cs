using System.Collections.Frozen;

namespace Hearsay.Coding.Times;

/// <summary>
/// The closed vocabulary of English time expressions: months, weekdays, units, parts of the day and the function
/// words that join them. It is part of the grammar, not knowledge that a user edits; holidays and number words are
/// tables.
/// </summary>
internal sealed class TimeWords
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private readonly Dictionary<string, TimeWord> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <param name="holidayStarts">First words of holiday names.</param>
    public TimeWords(IEnumerable<string> holidayStarts)
    {
        AddCalendar();
        AddUnits();
        AddRelative();
        AddFunctionWords();
        AddClauseWords();
        foreach (string start in holidayStarts) Add(TimeKinds.HolidayStart, 0, start);
        lookup = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The word's entry, whatever its case, or null.</summary>
    public TimeWord? Find(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var found) ? found : null;

    private void AddCalendar()
    {
        for (int m = 0; m < 12; m++)
        {
            Add(TimeKinds.Month, m + 1, Months[m]);
            if (m != 4) AddShort(TimeKinds.Month, m + 1, Months[m][..3]);
        }
        AddShort(TimeKinds.Month, 9, "sept");
        for (int d = 0; d < 7; d++)
        {
            Add(TimeKinds.Weekday, d + 1, Days[d]);
            Add(TimeKinds.Weekdays, d + 1, Days[d] + "s");
            AddShort(TimeKinds.Weekday, d + 1, Days[d][..3]);
        }
        AddShort(TimeKinds.Weekday, 2, "tues", "tue");
        AddShort(TimeKinds.Weekday, 3, "wedn", "weds");
        AddShort(TimeKinds.Weekday, 4, "thur", "thurs");
        Add(TimeKinds.Season, 0, "spring", "springtime");
        Add(TimeKinds.Season, 1, "summer", "summertime");
        Add(TimeKinds.Season, 2, "autumn", "fall");
        Add(TimeKinds.Season, 3, "winter", "wintertime");
        string[] decades = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        for (int i = 0; i < decades.Length; i++) Add(TimeKinds.DecadeName, 20 + 10 * i, decades[i]);
        Add(TimeKinds.DecadeName, 10, "tens");
        Add(TimeKinds.DecadeName, 0, "noughties", "aughts", "hundreds", "thousands");
    }

    private void AddUnits()
    {
        AddUnit(TimeUnit.Second, "second", "seconds", "sec", "secs");
        AddUnit(TimeUnit.Minute, "minute", "minutes", "min", "mins");
        AddUnit(TimeUnit.Hour, "hour", "hours", "hr", "hrs", "h");
        AddUnit(TimeUnit.Day, "day", "days");
        AddUnit(TimeUnit.Night, "night", "nights");
        AddUnit(TimeUnit.Weekend, "weekend", "weekends");
        AddUnit(TimeUnit.Week, "week", "weeks");
        AddUnit(TimeUnit.Fortnight, "fortnight", "fortnights");
        AddUnit(TimeUnit.Month, "month", "months");
        AddUnit(TimeUnit.Quarter, "quarter", "quarters");
        AddUnit(TimeUnit.Year, "year", "years", "yr", "yrs", "ys");
        AddUnit(TimeUnit.Decade, "decade", "decades");
        AddUnit(TimeUnit.Century, "century", "centuries");
        Add(TimeKinds.Daypart, 0, "morning", "mornings", "dawn", "daybreak", "sunrise");
        Add(TimeKinds.Daypart, 1, "afternoon", "afternoons", "midday", "noon", "lunchtime");
        Add(TimeKinds.Daypart, 2, "evening", "evenings", "dusk", "sunset");
        Add(TimeKinds.Daypart, 3, "night", "nights", "nighttime", "midnight");
        Add(TimeKinds.Zone, 0, "utc", "gmt", "est", "edt", "pst", "pdt", "cet", "bst", "ist", "cst", "cdt", "mst", "eet", "msk", "jst", "kst");
    }

    private void AddRelative()
    {
        Add(TimeKinds.Deictic, 0, "today", "tonight", "overnight", "now");
        Add(TimeKinds.Deictic, 1, "tomorrow", "tmrw", "tmr");
        Add(TimeKinds.Deictic, -1, "yesterday");
        Add(TimeKinds.Modifier, 0, "this", "current", "same", "that");
        Add(TimeKinds.Modifier, 1, "next", "coming", "upcoming", "following");
        Add(TimeKinds.Modifier, -1, "last", "past", "previous", "preceding");
        Add(TimeKinds.Edge, -1, "early", "beginning", "start", "earlier", "outset");
        Add(TimeKinds.Edge, 0, "mid", "middle", "rest", "remainder", "midst", "midway", "whole", "entire", "throughout", "halfway");
        Add(TimeKinds.Edge, 1, "late", "end", "later", "close", "latter");
        Add(TimeKinds.Shift, -1, "ago", "before", "prior", "back", "previously");
        Add(TimeKinds.Shift, 1, "after", "afterwards", "afterward", "hence", "from");
        Add(TimeKinds.Frequency, (int)TimeUnit.Day, "daily", "nightly");
        Add(TimeKinds.Frequency, (int)TimeUnit.Week, "weekly");
        Add(TimeKinds.Frequency, (int)TimeUnit.Fortnight, "biweekly", "fortnightly");
        Add(TimeKinds.Frequency, (int)TimeUnit.Month, "monthly");
        Add(TimeKinds.Frequency, (int)TimeUnit.Quarter, "quarterly");
        Add(TimeKinds.Frequency, (int)TimeUnit.Year, "annually", "annual", "yearly");
        Add(TimeKinds.Frequency, (int)TimeUnit.Hour, "hourly");
        Add(TimeKinds.Every, 0, "every", "each", "once", "twice");
        Add(TimeKinds.Vague, -1, "recently", "lately", "recent");
        Add(TimeKinds.Vague, 0, "currently", "nowadays", "presently");
        Add(TimeKinds.Vague, 1, "soon", "shortly", "future", "eventually", "imminently");
    }

    private void AddFunctionWords()
    {
        Add(TimeKinds.Article, 0, "the", "a", "an", "my", "its", "their", "his", "her", "our", "another");
        Add(
            TimeKinds.Function, 0, "of", "in", "on", "at", "by", "to", "till", "until", "through", "thru", "from", "between", "and", "since", "for", "within",
            "during", "over", "all", "full", "half", "more", "less", "than", "about", "around", "nearly", "almost", "least", "most", "business", "working",
            "consecutive", "straight", "trading", "successive", "long", "old", "am", "pm", "o", "clock", "oclock", "year", "fiscal", "financial", "date",
            "commencing", "starting", "beginning", "w", "c", "s", "st", "nd", "rd", "th", "few", "several", "some", "many", "couple", "other", "p", "m", "t",
            "times", "time", "day", "period", "q", "fy", "hours", "bc", "ad", "bce", "ce", "time", "term", "near", "later", "yet", "just", "only", "or", "so", "very",
            "as", "no", "years", "noon", "late", "1", "history", "being", "short", "holding", "up");
    }

    /// <summary>Words that open a clause or go on with it: no noun that a number before them could count.</summary>
    private void AddClauseWords() => Add(
        TimeKinds.Clause, 0, "with", "when", "while", "which", "who", "that", "but", "if", "because", "was", "were", "is", "are", "has", "have", "had", "will", "would",
        "it", "he", "she", "they", "we", "said", "says", "where", "without", "against", "into", "near", "amid", "despite", "whether", "did", "does");

    private void AddUnit(TimeUnit unit, params string[] forms) => Add(TimeKinds.Unit, (int)unit, forms);

    private void AddShort(TimeKinds kinds, int value, params string[] forms)
    {
        foreach (string form in forms) words.TryAdd(form, new TimeWord(form, kinds, value, Abbreviation: true));
    }

    private void Add(TimeKinds kinds, int value, params string[] forms)
    {
        foreach (string form in forms)
            words[form] = words.TryGetValue(form, out var known)
                ? known with { Kinds = known.Kinds | kinds, Value = (known.Kinds & ~(TimeKinds.Function | TimeKinds.HolidayStart | TimeKinds.Clause)) != 0 ? known.Value : value }
                : new TimeWord(form.ToLowerInvariant(), kinds, value);
    }
}
