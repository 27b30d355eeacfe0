using Dapper;

namespace Hearsay.Store;

/// <summary>
/// Reads a store from one end to the other, some hundred records at a time, so that memory does not grow with their
/// number beyond eight bytes a record. A reader sees records that are written meanwhile or not; each it sees whole.
/// </summary>
internal sealed class ArticleStream(IDatabase database)
{
    private const int Chunk = 256, Few = 128;

    /// <summary>See <see cref="HearsayStore.Articles"/>.</summary>
    public IEnumerable<StoredArticle> Read(RecordQuery query)
    {
        using var connection = database.Connect();
        var keys = new RecordFinder(database).Keys(connection, query);
        bool whole = query.Kind is RecordKind.Articles or RecordKind.Sentences;
        foreach (var chunk in ByArticle(keys, query.Kind))
        {
            var loader = new RecordLoader(database, connection);
            long[] articles = [.. chunk.Select(k => query.Kind == RecordKind.Articles ? k : RecordKey.Article(k)).Distinct()];
            var events = whole ? Standing(connection, "events", articles, query) : query.Kind == RecordKind.Events ? chunk : [];
            var quotations = whole ? Standing(connection, "quotations", articles, query) : query.Kind == RecordKind.Quotations ? chunk : [];
            foreach (var article in loader.Articles(articles, events, quotations)) yield return article;
        }
    }

    /// <summary>See <see cref="HearsayStore.Events"/>.</summary>
    public IEnumerable<StoredEvent> Events(RecordQuery query)
    {
        using var connection = database.Connect();
        var loader = new RecordLoader(database, connection);
        foreach (long[] chunk in new RecordFinder(database).Keys(connection, query with { Kind = RecordKind.Events }).Chunk(4 * Chunk))
            foreach (var e in loader.Events(chunk)) yield return e;
    }

    /// <summary>
    /// See <see cref="HearsayStore.Reported"/>. While one part is used, another thread reads the next; parts are small, so
    /// that the collector has little to carry along.
    /// </summary>
    public IEnumerable<ReportedEvents> Reported(RecordQuery query)
    {
        using var connection = database.Connect();
        var loader = new RecordLoader(database, connection);
        using var chunks = ByArticle(new RecordFinder(database).Keys(connection, query with { Kind = RecordKind.Events }), RecordKind.Events, Few).GetEnumerator();
        var next = Next();
        try
        {
            while (next.GetAwaiter().GetResult() is { } part)
            {
                next = Next();
                foreach (var article in part) yield return article;
            }
        }
        finally
        {
            // Whoever stops early must not close the connection under the reading thread.
            next.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }

        Task<List<ReportedEvents>?> Next() => Task.Run(() => chunks.MoveNext() ? loader.Reported(chunks.Current) : null);
    }

    // Chunks that never part the records of one article.
    private static IEnumerable<List<long>> ByArticle(List<long> keys, RecordKind kind, int most = Chunk)
    {
        var chunk = new List<long>();
        long last = -1;
        int articles = 0;
        foreach (long key in keys)
        {
            long article = kind == RecordKind.Articles ? key : RecordKey.Article(key);
            if (article != last && ++articles > most)
            {
                yield return chunk;
                (chunk, articles) = ([], 1);
            }
            last = article;
            chunk.Add(key);
        }
        if (chunk.Count > 0) yield return chunk;
    }

    private static List<long> Standing(System.Data.Common.DbConnection connection, string table, long[] articles, RecordQuery query)
    {
        string standing = query.IncludeWithdrawn ? "" : " AND withdrawn_at IS NULL";
        var keys = new List<long>();
        foreach (long article in articles) keys.AddRange(connection.Query<long>($"SELECT key FROM {table} WHERE {RecordKey.Range("key", article)}{standing} ORDER BY key"));
        return keys;
    }
}
