using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;

namespace Hearsay.Store;

/// <summary>
/// Answers queries a page at a time. A page begins behind the last record of the page before (keyset pagination), so
/// that the hundredth page costs as much as the first.
/// </summary>
internal sealed class RecordFinder(IDatabase database)
{
    private const int Frequent = 20_000, Nearest = 5_000;

    // About as many as a report has: what walking costs is only estimated.
    private const int SentencesOfArticle = 12;

    /// <summary>One page.</summary>
    public FoundPage Find(RecordQuery query)
    {
        int size = Math.Clamp(query.PageSize, 1, 1000);
        using var connection = database.Connect();
        var rows = Walks(query) ? Rows(connection, query, size, probe: true, Nearest) : [];
        if (rows.Count <= size) rows = Rows(connection, query, size, probe: IsFrequent(connection, query));
        string? next = rows.Count > size ? Cursor(rows[size - 1]) : null;
        return Load(connection, query.Kind, [.. rows.Take(size).Select(r => r.Key)]) with { Next = next };
    }

    // One record more than the page has, where there is one. With a number, only so many events are looked at.
    private List<(long Key, object? Value)> Rows(DbConnection connection, RecordQuery query, int size, bool probe, int? nearest = null)
    {
        var sql = QuerySql.Of(query, database, probe);
        var (value, descending) = Order(query.Kind, query.Order);
        char alias = QuerySql.Alias(query.Kind);
        string direction = descending ? "DESC" : "ASC";
        string order = value is null ? $"{alias}.key {direction}" : $"{value} {direction}, {alias}.key {direction}";
        string? behind = query.After is { } after ? Behind(sql, after, value, alias, descending) : null;
        string from = $"{Table(query.Kind)} {alias}";
        if (nearest is { } most) from = $"(SELECT * FROM events e WHERE e.withdrawn_at IS NULL{(behind is null ? "" : " AND " + behind)} ORDER BY {order} LIMIT {most}) e";
        else if (behind is not null) sql.Add(behind);
        return connection.Query<(long Key, object? Value)>($"SELECT {alias}.key, {value ?? "NULL"} FROM {from} WHERE {sql.Where} ORDER BY {order} LIMIT {size + 1}", sql.Parameters).AsList();
    }

    // Parties, chains and outlets are found by reading all of them. Most that people look for have so many events that the
    // nearest some thousand fill the page; where they do not, little time was lost.
    private static bool Walks(RecordQuery query) =>
        query is { Kind: RecordKind.Events, Words: null, IncludeWithdrawn: false, Order: RecordOrder.Newest or RecordOrder.Oldest }
        && query.Terms.Any(t => t.Field is QueryField.Actor or QueryField.Recipient or QueryField.Party or QueryField.Sector or QueryField.Speaker or QueryField.Outlet);

    /// <summary>How much there is.</summary>
    public RecordCounts Count(RecordQuery query)
    {
        using var connection = database.Connect();
        if (query == RecordQuery.All) return CountAll(connection);
        var sql = QuerySql.Of(query, database);
        char alias = QuerySql.Alias(query.Kind);
        string what = query.Kind switch
        {
            RecordKind.Events => "count(*), count(DISTINCT e.happening), count(DISTINCT e.key >> 20)",
            RecordKind.Articles => "count(*), NULL, count(*)",
            _ => $"count(*), NULL, count(DISTINCT {alias}.key >> 20)",
        };
        var (mentions, events, articles) = connection.QuerySingle<(long, long?, long)>($"SELECT {what} FROM {Table(query.Kind)} {alias} WHERE {sql.Where}", sql.Parameters);
        return new(mentions, events, articles);
    }

    /// <summary>The keys of all records that a query finds, in the order of the keys.</summary>
    public List<long> Keys(DbConnection connection, RecordQuery query)
    {
        var sql = QuerySql.Of(query, database);
        char alias = QuerySql.Alias(query.Kind);
        return connection.Query<long>($"SELECT {alias}.key FROM {Table(query.Kind)} {alias} WHERE {sql.Where} ORDER BY {alias}.key", sql.Parameters).AsList();
    }

    // Words that very many sentences have are found soonest by walking the events in their order until a page is full;
    // others by finding their sentences first. Other conditions make pages fill slowly, so they take the second way, except
    // outlets that publish so much that a page is full after some thousand events.
    private bool IsFrequent(DbConnection connection, RecordQuery query)
    {
        if (query is not { Kind: RecordKind.Events, Words: { } words, IncludeWithdrawn: false, Order: RecordOrder.Newest or RecordOrder.Oldest }) return false;
        if (query.Terms.Any(t => t.Not || t.Field != QueryField.Outlet)) return false;
        int limit = query.Terms.Count == 0 ? Frequent : 10 * Frequent;
        long sentences = connection.ExecuteScalar<long>(database.CountWords("@words", limit), new { words = database.Words(words) });
        if (sentences < limit || query.Terms.Count == 0) return sentences >= limit;
        var sql = QuerySql.Of(query with { Kind = RecordKind.Articles, Words = null, IncludeWithdrawn = true }, database);
        double articles = connection.ExecuteScalar<long>($"SELECT count(*) FROM articles a WHERE {sql.Where}", sql.Parameters);
        double all = connection.ExecuteScalar<long>("SELECT max(key) FROM articles");
        return articles / all * (sentences / (SentencesOfArticle * all)) > 1.0 / 200;
    }

    private FoundPage Load(DbConnection connection, RecordKind kind, List<long> keys)
    {
        var read = database.Reader(connection);
        var loader = new RecordLoader(read);
        return kind switch
        {
            RecordKind.Events => new() { Events = new EventLoader(read).Events(keys) },
            RecordKind.Quotations => new() { Quotations = loader.Quotations(keys) },
            RecordKind.Sentences => new() { Sentences = loader.Sentences(keys) },
            _ => new() { Articles = loader.ArticlesFound(keys) },
        };
    }

    // Only copies of one text share happenings, so only their events must be looked at: the rest is counted in indexes.
    private static RecordCounts CountAll(DbConnection connection)
    {
        const string Copies = "(SELECT a.key FROM articles a WHERE a.text_hash IN (SELECT text_hash FROM articles GROUP BY text_hash HAVING count(*) > 1))";
        var (mentions, articles) = connection.QuerySingle<(long, long)>("SELECT count(*), count(DISTINCT e.key >> 20) FROM events e WHERE e.withdrawn_at IS NULL");
        var (copied, distinct) = connection.QuerySingle<(long, long)>(
            $"SELECT count(*), count(DISTINCT e.happening) FROM {Copies} c JOIN events e ON e.key >= (c.key << 20) AND e.key < ((c.key + 1) << 20) WHERE e.withdrawn_at IS NULL");
        return new(mentions, mentions - copied + distinct, articles);
    }

    private static string Table(RecordKind kind) => kind.ToString().ToLowerInvariant();

    private static (string? Value, bool Descending) Order(RecordKind kind, RecordOrder order)
    {
        string? day = kind switch { RecordKind.Events => "e.day", RecordKind.Quotations => "q.day", RecordKind.Articles => "coalesce(a.published_on, '')", _ => null };
        return order switch
        {
            RecordOrder.Oldest => (day, false),
            RecordOrder.Confident when kind == RecordKind.Events => ("e.confidence", true),
            RecordOrder.Doubtful when kind == RecordKind.Events => ("e.confidence", false),
            RecordOrder.Changed when kind != RecordKind.Sentences => ($"{QuerySql.Alias(kind)}.revision", false),
            _ => (day, true),
        };
    }

    internal static string Cursor((long Key, object? Value) row) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{row.Key} {row.Value}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Behind(QuerySql sql, string cursor, string? value, char alias, bool descending)
    {
        var (key, last) = Read(cursor);
        char compare = descending ? '<' : '>';
        string behindKey = $"{alias}.key {compare} {sql.Parameter(key)}";
        if (value is null) return behindKey;
        string parameter = sql.Parameter(value.EndsWith("confidence", StringComparison.Ordinal) ? Fraction(last, cursor)
            : value.EndsWith("revision", StringComparison.Ordinal) ? (long)Fraction(last, cursor) : last);
        return $"({value} {compare}= {parameter} AND ({value} {compare} {parameter} OR {behindKey}))";
    }

    internal static (long Key, string Value) Read(string cursor)
    {
        try
        {
            string padded = cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '=');
            string[] parts = Encoding.UTF8.GetString(Convert.FromBase64String(padded)).Split(' ', 2);
            return (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
        }
        catch (Exception e) when (e is FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw StoreFaults.BadValue("after", cursor, "it is not where a page ended");
        }
    }

    internal static double Fraction(string text, string cursor) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out double value) ? value : throw StoreFaults.BadValue("after", cursor, "it is not where a page of this order ended");
}
