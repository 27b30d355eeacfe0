namespace Hearsay.Store.Columns;

/// <summary>
/// All records that stand at a revision of the store, in the order of their keys. <c>Copied</c> are the articles whose text another
/// article has, too: only their events can be reports of one happening. Never changed once made.
/// </summary>
internal sealed record ColumnSnapshot(long Revision, EventBlock[] Events, QuotationRow[] Quotations, ArticleRow[] Articles, HashSet<long> Copied)
{
    /// <summary>Nothing yet.</summary>
    public static readonly ColumnSnapshot Empty = new(-1, [], [], [], []);

    /// <summary>Rows with changes; both in the order of their keys, and a withdrawn row is a change without a row.</summary>
    public static T[] Merge<T>(T[] rows, List<(long Key, T? Row)> changes, Func<T, long> key)
        where T : struct
    {
        if (changes.Count == 0) return rows;
        var merged = new List<T>(rows.Length + changes.Count);
        int at = 0;
        foreach (var (changed, row) in changes)
        {
            while (at < rows.Length && key(rows[at]) < changed) merged.Add(rows[at++]);
            if (at < rows.Length && key(rows[at]) == changed) at++;
            if (row is { } fresh) merged.Add(fresh);
        }
        merged.AddRange(rows.AsSpan(at));
        return [.. merged];
    }
}
