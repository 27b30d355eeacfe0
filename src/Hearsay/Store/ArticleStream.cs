using Dapper;

namespace Hearsay.Store;

/// <summary>
/// Reads a store from one end to the other, some hundred articles at a time, so that memory does not grow with their
/// number beyond eight bytes a record. A reader sees records that are written meanwhile or not; each it sees whole.
/// </summary>
internal sealed class ArticleStream(IDatabase database)
{
    // Small parts leave the collector little to carry along while they wait; for smaller ones SQLite prepares more statements.
    private const int Chunk = 128;

    /// <summary>See <see cref="HearsayStore.Articles"/>; with quotations, those of the articles come with the events that are asked for.</summary>
    public IEnumerable<StoredArticle> Read(RecordQuery query, bool withQuotations = false)
    {
        bool whole = query.Kind is RecordKind.Articles or RecordKind.Sentences;
        return ReadAhead.Of(database, ByArticle(Keys(query), query.Kind), (rows, chunk) =>
        {
            long[] articles = [.. chunk.Select(k => query.Kind == RecordKind.Articles ? k : RecordKey.Article(k)).Distinct()];
            var events = whole ? Standing(rows, "events", articles, query) : query.Kind == RecordKind.Events ? chunk : [];
            var quotations = whole || withQuotations ? Standing(rows, "quotations", articles, query) : query.Kind == RecordKind.Quotations ? chunk : [];
            return new RecordLoader(rows).Articles(articles, events, quotations);
        });
    }

    /// <summary>See <see cref="HearsayStore.Events"/>.</summary>
    public IEnumerable<StoredEvent> Events(RecordQuery query) =>
        ReadAhead.Of(database, ByArticle(Keys(query with { Kind = RecordKind.Events }), RecordKind.Events), (rows, chunk) => new EventLoader(rows).Events(chunk));

    /// <summary>See <see cref="HearsayStore.Reported"/>. Where everything is wanted, no keys are looked up.</summary>
    public IEnumerable<ReportedEvents> Reported(RecordQuery query)
    {
        bool all = query is { Terms.Count: 0, Words: null, IncludeWithdrawn: false };
        var parts = all ? AllArticles() : ByArticle(Keys(query with { Kind = RecordKind.Events }), RecordKind.Events).Select(KeyPart.Of);
        return ReadAhead.Of(database, parts, (rows, part) => new EventLoader(rows).Reported(part, standing: all));
    }

    private List<long> Keys(RecordQuery query)
    {
        using var connection = database.Connect();
        return new RecordFinder(database).Keys(connection, query);
    }

    private IEnumerable<KeyPart> AllArticles()
    {
        using var connection = database.Connect();
        var (first, last) = connection.QuerySingle<(long First, long Last)>("SELECT coalesce(min(key), 1), coalesce(max(key), 0) FROM articles");
        for (long key = first; key <= last; key += Chunk) yield return KeyPart.OfArticles(key, Math.Min(last, key + Chunk - 1));
    }

    // Chunks that never part the records of one article.
    private static IEnumerable<List<long>> ByArticle(List<long> keys, RecordKind kind)
    {
        var chunk = new List<long>();
        long last = -1;
        int articles = 0;
        foreach (long key in keys)
        {
            long article = kind == RecordKind.Articles ? key : RecordKey.Article(key);
            if (article != last && ++articles > Chunk)
            {
                yield return chunk;
                (chunk, articles) = ([], 1);
            }
            last = article;
            chunk.Add(key);
        }
        if (chunk.Count > 0) yield return chunk;
    }

    // Of articles that lie close together, those between are passed over; of others, each is asked for.
    private static List<long> Standing(Func<string, RowReading> read, string table, long[] articles, RecordQuery query)
    {
        string standing = query.IncludeWithdrawn ? "" : " AND withdrawn_at IS NULL";
        bool close = articles[^1] - articles[0] is >= 0 and var span && span <= 2 * articles.Length;
        var wanted = articles.ToHashSet();
        var keys = new List<long>();
        foreach (string range in close ? [KeyPart.OfArticles(articles[0], articles[^1]).Records("key")] : articles.Select(a => RecordKey.Range("key", a)))
        {
            using var row = read($"SELECT key FROM {table} WHERE {range}{standing} ORDER BY key");
            while (row.Next())
                if (row.Number() is var key && wanted.Contains(RecordKey.Article(key))) keys.Add(key);
        }
        return keys;
    }
}
