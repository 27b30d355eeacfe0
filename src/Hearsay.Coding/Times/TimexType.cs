namespace Hearsay.Coding.Times;

/// <summary>The four types of TIMEX3 (ISO 24617-1, TimeML 1.2.1).</summary>
public enum TimexType
{
    /// <summary>A day or a longer stretch of the calendar.</summary>
    Date,

    /// <summary>A time or part of a day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Recurring times.</summary>
    Set,
}
