namespace Hearsay.Store.Columns;

/// <summary>
/// All records that stand at a revision of the store, in the order of their keys. <c>Copied</c> are the articles whose text another
/// article has, too: only their events can be reports of one happening. Never changed once made.
/// </summary>
internal sealed record ColumnSnapshot(long Revision, EventBlock[] Events, QuotationRow[] Quotations, ArticleRow[] Articles, HashSet<long> Copied)
{
    /// <summary>Nothing yet.</summary>
    public static readonly ColumnSnapshot Empty = new(-1, [], [], [], []);

    /// <summary>Rows with changes; both in the order of their keys, and a withdrawn row is a change without a row. About so many changes are <paramref name="expected"/>.</summary>
    public static T[] Merge<T>(T[] rows, IEnumerable<(long Key, T? Row)> changes, Func<T, long> key, long expected)
        where T : struct
    {
        if (expected == 0) return rows;
        // Made in its full size at once: lists that double would leave several times as much behind.
        var merged = new T[rows.Length + expected];
        int at = 0, count = 0;
        void add(T row)
        {
            if (count == merged.Length) Array.Resize(ref merged, count + (count / 8) + 16);
            merged[count++] = row;
        }

        foreach (var (changed, row) in changes)
        {
            while (at < rows.Length && key(rows[at]) < changed) add(rows[at++]);
            if (at < rows.Length && key(rows[at]) == changed) at++;
            if (row is { } fresh) add(fresh);
        }
        while (at < rows.Length) add(rows[at++]);
        Array.Resize(ref merged, count);
        return merged;
    }
}
