using System.Data.Common;
using Dapper;
using Hearsay.Articles;

namespace Hearsay.Store;

/// <summary>
/// One run's way into the store. <see cref="Write"/> puts coded articles in, a batch in one transaction: when it
/// returns they are on the disk with everything coded for them, and if the process dies before, none of the batch is.
/// Articles written again keep the ids and keys of their records; what changed is marked by <c>updated_at</c>, what is
/// gone by <c>withdrawn_at</c>. Not thread-safe; writers of other processes take turns.
/// <code>
/// using var writer = store.BeginRun(RunOrigin.Of(data, models));
/// writer.Write([coder.Code(article)]);
/// writer.Finish(summary);
/// </code>
/// </summary>
public sealed class StoreWriter : IDisposable
{
    private const int Chunk = 500, Many = 5_000;

    private readonly IDatabase database;
    private readonly TimeProvider clock;
    private readonly DbConnection connection;
    private int failures;

    internal StoreWriter(IDatabase database, TimeProvider clock, RunOrigin origin)
    {
        this.database = database;
        this.clock = clock;
        connection = database.ConnectToWrite();
        Run = connection.ExecuteScalar<long>("UPDATE store SET next_run = next_run + 1 RETURNING next_run") - 1;
        connection.Execute(
            "INSERT INTO runs (id, program, models, knowledge, started_at, coded, skipped, failed, added, changed, withdrawn) " +
            "VALUES (@Run, @Program, @Models, @Knowledge, @now, 0, 0, 0, 0, 0, 0)",
            new { Run, origin.Program, origin.Models, origin.Knowledge, now = Moment.Text(clock) });
    }

    /// <summary>The run's number in the store.</summary>
    public long Run { get; }

    /// <summary>What was written so far.</summary>
    public WriteCounts Total { get; private set; } = WriteCounts.None;

    /// <summary>
    /// Writes a batch. Of two articles with one id the later counts. Batches of some thousand articles are fastest.
    /// </summary>
    /// <exception cref="DbException">The disk is full, the server has gone …: nothing of the batch was written.</exception>
    public WriteCounts Write(IReadOnlyCollection<CodedArticle> batch)
    {
        if (batch.Count == 0) return WriteCounts.None;
        var latest = Latest(batch);
        var chunks = latest.Values.Chunk(Chunk).ToList();
        var next = Prepare(chunks[0]);
        using var transaction = connection.BeginTransaction();
        var turn = Turn(transaction);
        var known = KnownArticle.Find(database, connection, transaction, latest.Keys);
        long key = NextKeys(latest.Count - known.Count, transaction);
        var counts = WriteCounts.None;
        for (int i = 0; i < chunks.Count; i++)
        {
            var prepared = next.GetAwaiter().GetResult();
            if (i + 1 < chunks.Count) next = Prepare(chunks[i + 1]);
            var articles = Compare(prepared, known, ref key, transaction, turn, ref counts);
            WriteRows(articles, turn);
        }
        transaction.Commit();
        Total += counts;
        return counts;
    }

    /// <summary>
    /// Marks articles and everything coded for them as withdrawn; ids that the store does not know are passed over.
    /// Writing an article again brings it back.
    /// </summary>
    public WriteCounts Withdraw(IReadOnlyCollection<string> articleIds)
    {
        using var transaction = connection.BeginTransaction();
        var turn = Turn(transaction);
        var counts = WriteCounts.None;
        foreach (var known in KnownArticle.Find(database, connection, transaction, articleIds).Values)
            counts += new ArticleRevision(connection, transaction, database, turn).Withdraw(known);
        transaction.Commit();
        Total += counts;
        return counts;
    }

    /// <summary>Keeps what was wrong with inputs that gave no article.</summary>
    public void Note(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0) return;
        using var transaction = connection.BeginTransaction();
        using (var rows = database.Rows(connection, StoreTable.Diagnostics))
        {
            foreach (var diagnostic in diagnostics) RowValues.Diagnostic(rows, Run, 0, failures++, diagnostic);
            rows.Complete();
        }
        transaction.Commit();
    }

    /// <summary>Closes the run with its summary.</summary>
    public void Finish(RunSummary summary)
    {
        connection.Execute(
            "UPDATE runs SET finished_at = @now, coded = @Coded, skipped = @Skipped, failed = @Failed, added = @Added, changed = @Changed, withdrawn = @Withdrawn WHERE id = @Run",
            new { now = Moment.Text(clock), summary.Coded, summary.Skipped, summary.Failed, Total.Added, Total.Changed, Total.Withdrawn, Run });
        if (Total.Added >= Many) database.Survey(connection);
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    // The row is also the lock that makes writers take turns, so that revisions are committed in their order.
    private WriteTurn Turn(DbTransaction transaction) =>
        new(Run, connection.ExecuteScalar<long>("UPDATE store SET revision = revision + 1 RETURNING revision", transaction: transaction), Moment.Text(clock));

    // While one part of a batch is written, another thread makes the hashes of the next.
    private static Task<List<ArticlePreparation>> Prepare(CodedArticle[] articles) => Task.Run(() => articles.Select(ArticlePreparation.Of).ToList());

    private static Dictionary<string, CodedArticle> Latest(IReadOnlyCollection<CodedArticle> batch)
    {
        var latest = new Dictionary<string, CodedArticle>(batch.Count, StringComparer.Ordinal);
        foreach (var coded in batch) latest[coded.Article.Id] = coded;
        return latest;
    }

    private long NextKeys(int count, DbTransaction transaction) => connection.ExecuteScalar<long>(
        "UPDATE store SET next_article = next_article + @count RETURNING next_article", new { count }, transaction) - count;

    // What is new, and what differs from what the store holds.
    private List<PreparedArticle> Compare(
        List<ArticlePreparation> prepared, Dictionary<string, KnownArticle> known, ref long key, DbTransaction transaction, WriteTurn turn, ref WriteCounts counts)
    {
        var articles = new List<PreparedArticle>(prepared.Count);
        foreach (var given in prepared)
        {
            if (known.TryGetValue(given.Coded.Article.Id, out var there))
            {
                articles.Add(new ArticleRevision(connection, transaction, database, turn).Apply(given, there, out var change));
                counts += change;
            }
            else
            {
                articles.Add(given.New(key++));
                counts += new WriteCounts(given.Events.Count, 0, 0, 0);
            }
        }
        return articles;
    }

    private void WriteRows(List<PreparedArticle> articles, WriteTurn turn)
    {
        Into(StoreTable.Articles, articles.Where(a => a.WriteArticle), (rows, a) => RowValues.Article(rows, a, turn));
        Into(StoreTable.Sentences, articles.Where(a => a.WriteSentences), WriteSentences);
        if (database.Variant == "sqlite") Into(StoreTable.SentenceWords, articles.Where(a => a.WriteSentences), WriteWords);
        var events = articles.SelectMany(a => a.Events.Select(e => (Article: a, Event: e))).ToList();
        Into(StoreTable.Events, events, (rows, e) => RowValues.Event(rows, e.Article, e.Event, turn));
        Into(StoreTable.Parties, events, (rows, e) => WriteParties(rows, e.Event));
        Into(StoreTable.Dyads, events, (rows, e) => WriteDyads(rows, e.Event));
        var quotations = articles.SelectMany(a => a.Quotations.Select(q => (Article: a, Quotation: q))).ToList();
        Into(StoreTable.Quotations, quotations, (rows, q) => RowValues.Quotation(rows, q.Article, q.Quotation, turn));
        Into(StoreTable.Contents, quotations, (rows, q) => WriteContents(rows, q.Quotation));
        Into(StoreTable.Hops, events.Select(e => (e.Event.Key, e.Event.Record.Chain)).Concat(quotations.Select(q => (q.Quotation.Key, q.Quotation.Record.Chain))), WriteHops);
        Into(StoreTable.Diagnostics, articles.Where(a => a.Coded.Diagnostics.Count > 0), (rows, a) =>
        {
            for (int i = 0; i < a.Coded.Diagnostics.Count; i++) RowValues.Diagnostic(rows, turn.Run, a.Key, i, a.Coded.Diagnostics[i]);
        });
    }

    private void Into<T>(StoreTable table, IEnumerable<T> items, Action<IRowWriter, T> write)
    {
        using var rows = database.Rows(connection, table);
        foreach (var item in items) write(rows, item);
        rows.Complete();
    }

    private static void WriteSentences(IRowWriter rows, PreparedArticle article)
    {
        string text = article.Coded.Article.Text;
        var sentences = article.Coded.Sentences;
        if (sentences.Count == 0) RowValues.Sentence(rows, article.Key, 0, 0, text.Length, text);
        for (int i = 0; i < sentences.Count; i++) RowValues.Sentence(rows, article.Key, i, sentences[i].Start, sentences[i].End, sentences[i].In(text));
    }

    private static void WriteWords(IRowWriter rows, PreparedArticle article)
    {
        string text = article.Coded.Article.Text;
        var sentences = article.Coded.Sentences;
        for (int i = 0; i < Math.Max(1, sentences.Count); i++)
        {
            rows.Number(article.SentenceKey(i));
            rows.Text(sentences.Count == 0 ? text : sentences[i].In(text));
            rows.EndRow();
        }
    }

    private static void WriteParties(IRowWriter rows, PreparedEvent e)
    {
        for (int i = 0; i < e.Record.Actors.Count; i++) RowValues.Party(rows, e.Key, "actor", i, e.Record.Actors[i]);
        for (int i = 0; i < e.Record.Recipients.Count; i++) RowValues.Party(rows, e.Key, "recipient", i, e.Record.Recipients[i]);
    }

    private static void WriteDyads(IRowWriter rows, PreparedEvent e)
    {
        foreach (string actor in e.Record.Actors.Select(p => p.Country).OfType<string>().Distinct())
            foreach (string recipient in e.Record.Recipients.Select(p => p.Country).OfType<string>().Distinct())
            {
                rows.Number(e.Key);
                rows.Text(actor);
                rows.Text(recipient);
                rows.EndRow();
            }
    }

    private static void WriteContents(IRowWriter rows, PreparedQuotation quotation)
    {
        for (int i = 0; i < quotation.Record.Content.Count; i++)
        {
            var piece = quotation.Record.Content[i];
            rows.Number(quotation.Key);
            rows.Number(i);
            rows.Number(piece.Start);
            rows.Number(piece.End);
            rows.Text(piece.Text);
            rows.EndRow();
        }
    }

    private static void WriteHops(IRowWriter rows, (long Key, IReadOnlyList<Coding.Records.ChainHop> Chain) record)
    {
        for (int i = 0; i < record.Chain.Count; i++) RowValues.Hop(rows, record.Key, i, record.Chain[i]);
    }
}
