using Dapper;

namespace Hearsay.Store;

/// <summary>
/// Reads a store from one end to the other, some articles at a time, so that memory does not grow with their
/// number beyond eight bytes a record. A reader sees records that are written meanwhile or not; each it sees whole.
/// </summary>
internal sealed class ArticleStream(IDatabase database)
{
    // Small parts leave the collector little to carry along while they wait, and stay in the processor's cache.
    private const int Chunk = 32;

    /// <summary>
    /// See <see cref="HearsayStore.Articles"/>: what <paramref name="make"/> makes of some articles, on the thread that read them. With
    /// quotations, those of the articles come with the events that are asked for.
    /// </summary>
    public IEnumerable<T> Read<T>(RecordQuery query, bool withQuotations, Func<IReadOnlyList<StoredArticle>, T> make)
    {
        bool whole = query.Kind is RecordKind.Articles or RecordKind.Sentences;
        return ReadAhead.Of(database, ByArticle(Keys(query), query.Kind), (rows, chunk) =>
        {
            long[] articles = [.. chunk.Select(k => query.Kind == RecordKind.Articles ? k : RecordKey.Article(k)).Distinct()];
            var events = whole ? Standing(rows, "events", articles, query) : query.Kind == RecordKind.Events ? chunk : [];
            var quotations = whole || withQuotations ? Standing(rows, "quotations", articles, query) : query.Kind == RecordKind.Quotations ? chunk : [];
            return make(new RecordLoader(rows).Articles(articles, events, quotations));
        });
    }

    /// <summary>See <see cref="HearsayStore.Events"/>.</summary>
    public IEnumerable<StoredEvent> Events(RecordQuery query) =>
        ReadAhead.Of(database, ByArticle(Keys(query with { Kind = RecordKind.Events }), RecordKind.Events), (rows, chunk) => new EventLoader(rows).Events(chunk)).SelectMany(part => part);

    /// <summary>See <see cref="HearsayStore.Reported"/>: what <paramref name="make"/> makes of some articles, on the thread that read them. Where everything is wanted, no keys are looked up.</summary>
    public IEnumerable<T> Reported<T>(RecordQuery query, Func<IReadOnlyList<ReportedEvents>, T> make)
    {
        bool all = query is { Terms.Count: 0, Words: null, IncludeWithdrawn: false };
        var parts = all ? AllArticles() : ByArticle(Keys(query with { Kind = RecordKind.Events }), RecordKind.Events).Select(KeyPart.Of);
        return ReadAhead.Of(database, parts, (rows, part) => make(new EventLoader(rows).Reported(part, standing: all)));
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
    private static List<long> Standing(RowQuery read, string table, long[] articles, RecordQuery query)
    {
        string standing = query.IncludeWithdrawn ? "" : " AND withdrawn_at IS NULL";
        bool close = articles[^1] - articles[0] is >= 0 and var span && span <= 2 * articles.Length;
        var wanted = articles.ToHashSet();
        var keys = new List<long>();
        foreach (var part in close ? [KeyPart.OfArticles(articles[0], articles[^1])] : articles.Select(a => KeyPart.OfArticles(a, a)))
        {
            using var row = read($"SELECT key FROM {table} WHERE {part.Records("key")}{standing} ORDER BY key", part);
            while (row.Next())
                if (row.Number() is var key && wanted.Contains(RecordKey.Article(key))) keys.Add(key);
        }
        return keys;
    }
}
