using System.Globalization;
using Dapper;

namespace Hearsay.Store.Columns;

/// <summary>
/// The countable part of a store in memory, some 200 bytes an event, so that a page of counts over a million events takes tens of
/// milliseconds whatever it is filtered by. <see cref="Refresh"/> reads everything the first time (seconds for a million events) and then only what
/// later transactions changed. For what memory does not hold (withdrawn records, one article, changes since a
/// revision) and for stores of more than <paramref name="most"/> events the database answers. Thread-safe: readers use the last snapshot while another is made.
/// <code>
/// var columns = new StoreColumns(store);
/// columns.Refresh();
/// var summary = columns.Summary(QueryText.Parse("actor:IRN"), new SummarySize());
/// </code>
/// </summary>
public sealed class StoreColumns(HearsayStore store, long most = 3_000_000)
{
    private readonly ColumnTables tables = new();
    private readonly Lock refreshing = new();
    private readonly CountMemory counts = new();
    private ColumnSnapshot snapshot = ColumnSnapshot.Empty;
    private volatile bool tooLarge;
    private long read = -1, total;

    /// <summary>Whether everything has been read once.</summary>
    public bool Ready => Volatile.Read(ref snapshot).Revision >= 0;

    /// <summary>How much of the first reading is done, from 0 to 1; null before it begins and when it has ended.</summary>
    public double? Reading => Ready || Volatile.Read(ref read) is var done && done < 0 ? null : Math.Min(1, (double)done / Math.Max(1, Volatile.Read(ref total)));

    /// <summary>Reads what changed. Who comes while another reads waits for it.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was signalled.</exception>
    public void Refresh(CancellationToken stop = default)
    {
        lock (refreshing)
        {
            if (Ready)
            {
                Volatile.Write(ref snapshot, new ColumnLoader(store.Database, tables, stop).After(snapshot));
                return;
            }
            try
            {
                // Before anything is asked: counting the events of a large store takes a moment by itself.
                Volatile.Write(ref read, 0);
                Volatile.Write(ref total, Events());
                if (tooLarge = total > most) return;
                Volatile.Write(ref snapshot, new ColumnLoader(store.Database, tables, stop, done => Volatile.Write(ref read, done)).After(snapshot));
            }
            finally
            {
                Volatile.Write(ref read, -1);
            }
        }
    }

    /// <summary>What an overview shows of a query for events, up to the store's last transaction.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was signalled.</exception>
    public StoreSummary Summary(RecordQuery query, SummarySize size, CancellationToken stop = default)
    {
        if (!Holds(query, stop)) return StoreSummary.Of(store, query, size, stop);
        var now = Now(stop);
        using var words = Words(query);
        using var pass = new ColumnPass(tables, now, query, Terms(now), words, stop);
        return pass.Count(size, Load);
    }

    /// <summary>How much a query finds.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was signalled.</exception>
    public RecordCounts Count(RecordQuery query, CancellationToken stop = default)
    {
        if (!Holds(query, stop)) return store.Count(query);
        return counts.Of(query, store.Revision, () =>
        {
            var now = Now(stop);
            var tally = new EventTally(now);
            using var words = Words(query);
            EventWalk.Each(now, Fits(now, query, words), (_, in row) => tally.Add(row), stop);
            return tally.Counts;
        });
    }

    /// <summary>One page of what a query finds. Without conditions the database's indexes are faster, and are asked.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was signalled.</exception>
    /// <exception cref="StoreException"><see cref="RecordQuery.After"/> is not where a page ended.</exception>
    public FoundPage Find(RecordQuery query, CancellationToken stop = default)
    {
        if (query.Order == RecordOrder.Changed || (query.Terms.Count == 0 && query.Order is RecordOrder.Newest or RecordOrder.Oldest) || !Holds(query, stop)) return store.Find(query);
        var now = Now(stop);
        int size = Math.Clamp(query.PageSize, 1, 1000);
        var first = new NewestKeys(size + 1, query.Order, After(query));
        using var words = Words(query);
        EventWalk.Each(now, Fits(now, query, words), (_, in row) => first.Add(row), stop);
        var keys = first.Ordered();
        return new() { Events = Load([.. keys.Take(size).Select(k => k.Key)]), Next = keys.Count > size ? RecordFinder.Cursor((keys[size - 1].Key, Text(query.Order, keys[size - 1].Value))) : null };
    }

    private bool Holds(RecordQuery query, CancellationToken stop)
    {
        if (query.Kind != RecordKind.Events || !ColumnTerms.Covers(query)) return false;
        // Who comes first waits until all is read: asking the database meanwhile would take as long.
        if (!Ready && !tooLarge) Refresh(stop);
        return Ready;
    }

    private ColumnTerms Terms(ColumnSnapshot now) => new(tables, now, Reviewed);

    private EventFits[] Fits(ColumnSnapshot now, RecordQuery query, SentenceKeys? words)
    {
        var terms = query.Terms.Select(Terms(now).OfEvent);
        return words is null ? [.. terms] : [.. terms, (_, in row) => words.Has(row.SentenceKey)];
    }

    private ColumnSnapshot Now(CancellationToken stop)
    {
        if (Volatile.Read(ref snapshot).Revision != store.Revision()) Refresh(stop);
        stop.ThrowIfCancellationRequested();
        return Volatile.Read(ref snapshot);
    }

    private long Events()
    {
        using var connection = store.Connect();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM events WHERE withdrawn_at IS NULL");
    }

    private SentenceKeys? Words(RecordQuery query)
    {
        if (query.Words is not { } words) return null;
        using var connection = store.Connect();
        using var rows = store.Database.Scan(connection, store.Database.FindWords("@p"), store.Database.Words(words));
        var keys = new SentenceKeys();
        while (rows.Next()) keys.Add(rows.Number());
        return keys;
    }

    // Reviews leave the revision as it is, so their states are always asked for; few events have one.
    private IReadOnlyDictionary<long, string> Reviewed()
    {
        using var connection = store.Connect();
        return connection.Query<(long Key, string State)>("SELECT key, review_state FROM events WHERE review_state <> 'unreviewed'").ToDictionary(r => r.Key, r => r.State);
    }

    private IReadOnlyList<StoredEvent> Load(IReadOnlyList<long> keys)
    {
        using var connection = store.Connect();
        return new EventLoader(store.Database.Reader(connection)).Events(keys);
    }

    // Pages of the database and of memory end at the same place, so that one goes on where the other stopped.
    private static (double, long)? After(RecordQuery query)
    {
        if (query.After is not { } cursor) return null;
        var (key, value) = RecordFinder.Read(cursor);
        if (query.Order is RecordOrder.Confident or RecordOrder.Doubtful) return (RecordFinder.Fraction(value, cursor), key);
        return (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber : -1, key);
    }

    private static object Text(RecordOrder order, double value) => order is RecordOrder.Confident or RecordOrder.Doubtful ? value
        : value < 0 ? "" : DateOnly.FromDayNumber((int)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
