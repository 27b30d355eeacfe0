namespace Hearsay.Coding.Times;

/// <summary>Which way from the anchor an expression such as "on Tuesday" or "in March" points.</summary>
public enum TimeDirection
{
    /// <summary>Nothing decides: the nearest for months and dates, the latest for weekdays.</summary>
    Unknown,

    /// <summary>Governed by a past verb: the latest up to and including the anchor.</summary>
    Past,

    /// <summary>Governed by a verb about the future: the first from the anchor on.</summary>
    Future,
}
