namespace Hearsay.Store.Columns;

/// <summary>What is done with an event that fits.</summary>
internal delegate void EventSeen(EventBlock block, in EventRow row);

/// <summary>
/// One walk over all events in the order of their keys. It looks whether it should end once a block, some ten thousand events; a walk over a million
/// takes tens of milliseconds.
/// </summary>
internal static class EventWalk
{
    /// <summary>Shows every event that fits.</summary>
    public static void Each(ColumnSnapshot snapshot, EventFits[] fits, EventSeen seen, CancellationToken stop)
    {
        foreach (var block in snapshot.Events)
        {
            stop.ThrowIfCancellationRequested();
            foreach (ref readonly var row in block.Rows.AsSpan())
                if (Fits(fits, block, row)) seen(block, row);
        }
    }

    /// <summary>Whether an event fits all.</summary>
    public static bool Fits(EventFits[] fits, EventBlock block, in EventRow row)
    {
        foreach (var fit in fits)
            if (!fit(block, row)) return false;
        return true;
    }
}

/// <summary>Counts events the three ways; they come in the order of their keys.</summary>
internal sealed class EventTally(ColumnSnapshot snapshot)
{
    private readonly HashSet<ulong> copies = [];
    private long article = -1, mentions, happenings, articles;
    private bool copied;

    public RecordCounts Counts => new(mentions, happenings + copies.Count, articles);

    public void Add(in EventRow row)
    {
        if (RecordKey.Article(row.Key) != article)
        {
            article = RecordKey.Article(row.Key);
            copied = snapshot.Copied.Contains(article);
            articles++;
        }
        mentions++;
        if (copied) copies.Add(row.Happening);
        else happenings++;
    }
}
