using Dapper;

namespace Hearsay.Store.Columns;

/// <summary>
/// The countable part of a store in memory, some 200 bytes an event, so that a page of counts over a million events takes tens of
/// milliseconds whatever it is filtered by. <see cref="Refresh"/> reads everything the first time (seconds for a million events) and then only what
/// later transactions changed. Thread-safe: readers use the last snapshot while another is made. Stores of more than
/// <paramref name="most"/> events are left to the database.
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
    private ColumnSnapshot snapshot = ColumnSnapshot.Empty;

    /// <summary>Whether everything has been read once.</summary>
    public bool Ready => Volatile.Read(ref snapshot).Revision >= 0;

    /// <summary>Reads what changed. Who comes while another reads waits for it.</summary>
    public void Refresh()
    {
        lock (refreshing)
        {
            if (!Ready && Events() > most) return;
            Volatile.Write(ref snapshot, new ColumnLoader(store.Database, tables).After(snapshot));
        }
    }

    /// <summary>
    /// What the overview shows of a query for events, up to the store's last transaction; null when nothing was read yet, or when the query
    /// asks for what only the database knows (withdrawn records, one article or event, what changed after a revision).
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was signalled.</exception>
    public StoreSummary? Summary(RecordQuery query, SummarySize size, CancellationToken stop = default)
    {
        if (!Ready || query.Kind != RecordKind.Events || !ColumnTerms.Covers(query)) return null;
        if (Volatile.Read(ref snapshot).Revision != store.Revision()) Refresh();
        stop.ThrowIfCancellationRequested();
        var now = Volatile.Read(ref snapshot);
        var words = query.Words is null ? null : new SentenceKeys(Sentences(query.Words));
        var pass = new ColumnPass(tables, now, query, new(tables, now, Reviewed), words, stop);
        return pass.Count(size, Load);
    }

    private long Events()
    {
        using var connection = store.Connect();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM events WHERE withdrawn_at IS NULL");
    }

    private long[] Sentences(WordQuery words)
    {
        using var connection = store.Connect();
        return [.. connection.Query<long>(store.Database.FindWords("@words"), new { words = store.Database.Words(words) }, buffered: false)];
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
        return new RecordLoader(connection).Events(keys);
    }
}
