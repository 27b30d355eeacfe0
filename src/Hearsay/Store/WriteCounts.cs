namespace Hearsay.Store;

/// <summary>
/// What writing did to the events of a store: those that are new, those whose content changed, those that the article
/// no longer gives and that were marked withdrawn, and those that were there already.
/// </summary>
public sealed record WriteCounts(long Added, long Changed, long Withdrawn, long Unchanged)
{
    /// <summary>Nothing written.</summary>
    public static readonly WriteCounts None = new(0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public static WriteCounts operator +(WriteCounts a, WriteCounts b) =>
        new(a.Added + b.Added, a.Changed + b.Changed, a.Withdrawn + b.Withdrawn, a.Unchanged + b.Unchanged);
}
