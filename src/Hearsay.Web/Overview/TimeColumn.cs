namespace Hearsay.Web.Overview;

/// <summary>One column of the timeline: a day, month or year with the mentions of each type in it.</summary>
/// <param name="Label">What the axis calls it.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Counts">Mentions by type; types without any are left out.</param>
public sealed record TimeColumn(string Label, DateOnly From, DateOnly To, IReadOnlyDictionary<string, long> Counts)
{
    /// <summary>All mentions in it.</summary>
    public long Total { get; } = Counts.Values.Sum();
}
