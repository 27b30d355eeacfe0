using System.Collections.Frozen;

namespace Hearsay.Coding.Predicates;

/// <summary>Nouns that name a time, so that "by Friday" is no agent and "Tuesday's attack" has no possessor.</summary>
internal static class Calendar
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet([
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "today", "tomorrow", "yesterday", "tonight", "day", "night", "morning", "evening", "afternoon", "noon", "midnight", "dawn", "dusk",
        "week", "month", "year", "decade", "century", "hour", "minute", "moment", "weekend", "summer", "winter", "spring", "autumn", "fall",
        "time", "date", "deadline", "end", "now", "then", "mid-day", "midday", "daybreak", "nightfall", "eve", "anniversary", "history", "memory",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the lemma names a time or a day.</summary>
    public static bool IsTime(string lemma) => Words.Contains(lemma) || lemma.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) && Words.Contains(lemma[4..]) || lemma.Length == 4 && int.TryParse(lemma, out _);
}
