namespace Hearsay.Coding.Times;

/// <summary>What a word can do in a time expression; a word may do several things.</summary>
[Flags]
internal enum TimeKinds
{
    None = 0,
    Month = 1,
    Weekday = 2,
    Unit = 4,
    Season = 8,
    Daypart = 16,
    Deictic = 32,
    Modifier = 64,
    Edge = 128,
    Shift = 256,
    Frequency = 512,
    Every = 1024,
    Vague = 2048,
    Article = 4096,
    Zone = 8192,
    DecadeName = 16384,
    Function = 32768,
    HolidayStart = 65536,
    Weekdays = 131072,
    Clause = 262144,
}

/// <summary>The calendar's units, in ascending length; <see cref="Weekend"/> and <see cref="Night"/> are counted but not added.</summary>
internal enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    BusinessDay,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// <summary>
/// A word of the time lexicon. <c>Value</c> is the month (1–12), ISO weekday (1–7), unit, season (0 spring … 3
/// winter) or the modifier's step (−1 last, 0 this, 1 next), by kind.
/// </summary>
internal sealed record TimeWord(string Text, TimeKinds Kinds, int Value = 0, bool Abbreviation = false);
