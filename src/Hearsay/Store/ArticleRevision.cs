using System.Data.Common;
using Dapper;
using Hearsay.Articles;

namespace Hearsay.Store;

/// <summary>
/// Compares an article that is coded again with what the store holds of it. Records that are the same stay untouched;
/// changed ones are taken out to be written anew under their old key; those that the article no longer gives are marked
/// withdrawn. Nothing is ever deleted for good, so that a copy elsewhere can follow.
/// </summary>
internal sealed class ArticleRevision(DbConnection connection, DbTransaction transaction, IDatabase database, WriteTurn turn)
{
    private sealed record Known(long Key, string Id, string Hash, string CreatedAt, string? WithdrawnAt, string? State);

    /// <summary>What must be written, and what happened to the article's events.</summary>
    public PreparedArticle Apply(ArticlePreparation given, KnownArticle known, out WriteCounts counts)
    {
        bool newText = given.TextHash != known.TextHash;
        bool newArticle = given.Hash != known.Hash || known.WithdrawnAt is not null;
        var article = new PreparedArticle
        {
            Coded = given.Coded, Key = known.Key, TextHash = given.TextHash, Hash = given.Hash, CreatedAt = known.CreatedAt,
            WriteArticle = newArticle, WriteSentences = newText || Sentences(known.Key) != Math.Max(1, given.Coded.Sentences.Count),
        };
        if (article.WriteArticle) Execute($"DELETE FROM articles WHERE key = {known.Key}");
        else connection.Execute("UPDATE articles SET coded_run = @Run WHERE key = @Key", new { turn.Run, known.Key }, transaction);
        if (article.WriteSentences) ForgetSentences(known.Key);
        Execute($"DELETE FROM diagnostics WHERE article_key = {known.Key}");
        long next = Math.Max(Last("events", known.Key), Last("quotations", known.Key)) + 1;
        counts = ReviseEvents(article, given.Events, ref next);
        ReviseQuotations(article, given.Quotations, ref next);
        return article;
    }

    /// <summary>Marks an article and everything coded for it as withdrawn.</summary>
    public WriteCounts Withdraw(KnownArticle known)
    {
        var empty = new CodedArticle(new Article { Id = known.Id, Text = "" }, [], [], []);
        var article = new PreparedArticle { Coded = empty, Key = known.Key, TextHash = known.TextHash, Hash = known.Hash, CreatedAt = known.CreatedAt };
        long next = 0;
        var counts = ReviseEvents(article, [], ref next);
        ReviseQuotations(article, [], ref next);
        Mark("articles", [known.Key]);
        return counts;
    }

    private WriteCounts ReviseEvents(PreparedArticle article, IReadOnlyList<PreparedEvent> events, ref long next)
    {
        var known = Find("events", "review_state", article.Key);
        var rewritten = new List<long>();
        long added = 0, changed = 0, unchanged = 0;
        foreach (var e in events)
        {
            known.Remove(e.Record.Id, out var there);
            if (there is null)
            {
                article.Events.Add(e with { Key = RecordKey.Of(article.Key, next++) });
                added++;
            }
            else if (there.Hash == e.Hash && there.WithdrawnAt is null)
            {
                unchanged++;
            }
            else
            {
                string state = there.State == ReviewState.Unreviewed || there.Hash == e.Hash ? there.State! : ReviewState.Outdated;
                article.Events.Add(e with { Key = there.Key, CreatedAt = there.CreatedAt, ReviewState = state });
                rewritten.Add(there.Key);
                changed++;
            }
        }
        var gone = known.Values.Where(k => k.WithdrawnAt is null).Select(k => k.Key).ToList();
        foreach (string table in (string[])["events WHERE key", "parties WHERE event_key", "hops WHERE record_key"]) Delete(table, rewritten);
        Delete("dyads WHERE event_key", [.. rewritten, .. gone]);
        Mark("events", gone);
        return new WriteCounts(added, changed, gone.Count, unchanged);
    }

    private void ReviseQuotations(PreparedArticle article, IReadOnlyList<PreparedQuotation> quotations, ref long next)
    {
        var known = Find("quotations", "form", article.Key);
        var rewritten = new List<long>();
        foreach (var q in quotations)
        {
            known.Remove(q.Id, out var there);
            if (there is not null && there.Hash == q.Hash && there.WithdrawnAt is null) continue;
            article.Quotations.Add(q with { Key = there?.Key ?? RecordKey.Of(article.Key, next++), CreatedAt = there?.CreatedAt });
            if (there is not null) rewritten.Add(there.Key);
        }
        foreach (string table in (string[])["quotations WHERE key", "contents WHERE quotation_key", "hops WHERE record_key"]) Delete(table, rewritten);
        Mark("quotations", [.. known.Values.Where(k => k.WithdrawnAt is null).Select(k => k.Key)]);
    }

    private void ForgetSentences(long articleKey)
    {
        database.ForgetWords(connection, transaction, articleKey);
        Execute($"DELETE FROM sentences WHERE {RecordKey.Range("key", articleKey)}");
    }

    private Dictionary<string, Known> Find(string table, string state, long articleKey) => connection.Query<Known>(
        $"SELECT key AS Key, id AS Id, hash AS Hash, created_at AS CreatedAt, withdrawn_at AS WithdrawnAt, {state} AS State FROM {table} WHERE {RecordKey.Range("key", articleKey)}",
        transaction: transaction).ToDictionary(k => k.Id, StringComparer.Ordinal);

    private long Sentences(long articleKey) =>
        connection.ExecuteScalar<long>($"SELECT count(*) FROM sentences WHERE {RecordKey.Range("key", articleKey)}", transaction: transaction);

    private long Last(string table, long articleKey) =>
        connection.ExecuteScalar<long?>($"SELECT max(key) FROM {table} WHERE {RecordKey.Range("key", articleKey)}", transaction: transaction) is { } key ? RecordKey.Number(key) : -1;

    private void Delete(string where, List<long> keys)
    {
        foreach (long[] chunk in keys.Chunk(1000)) Execute($"DELETE FROM {where} IN ({KeyPart.List(chunk)})");
    }

    private void Mark(string table, List<long> keys)
    {
        foreach (long[] chunk in keys.Chunk(1000))
            connection.Execute($"UPDATE {table} SET withdrawn_at = @Now, updated_at = @Now, revision = @Revision, run = @Run WHERE key IN ({KeyPart.List(chunk)})", new { turn.Now, turn.Revision, turn.Run }, transaction);
    }

    private void Execute(string sql) => connection.Execute(sql, transaction: transaction);
}
