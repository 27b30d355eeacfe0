using System.Data.Common;
using Dapper;

namespace Hearsay.Store;

/// <summary>
/// Where coded articles are kept: a SQLite file or a PostgreSQL database, with one schema (docs/store.md). Open one and
/// share it; all members may be called from several threads, and reading never waits for a run that writes. A store that
/// is not there is made when <c>create</c> says so, an older one is brought to the newest schema, and a file that is no
/// store is refused with a <see cref="StoreException"/>.
/// <code>
/// using var store = HearsayStore.Open(StoreLocation.Parse("hearsay.db"));
/// foreach (var e in store.Find(QueryText.Parse("actor:IRN type:CONSULT since:2024-01-01")).Events) …
/// </code>
/// </summary>
public sealed class HearsayStore : IDisposable
{
    private readonly TimeProvider clock;
    private readonly CountMemory counts = new();

    private HearsayStore(IDatabase database, StoreLocation location, TimeProvider clock)
    {
        Database = database;
        Location = location;
        this.clock = clock;
    }

    /// <summary>Where it is.</summary>
    public StoreLocation Location { get; }

    internal IDatabase Database { get; }

    /// <summary>Counts for maps, timelines and tables.</summary>
    public StoreOverview Overview => new(Database);

    /// <summary>What reviewers said.</summary>
    public ReviewBook Reviews => new(Database, clock);

    /// <summary>What people remarked.</summary>
    public CommentBook Comments => new(Database, clock);

    /// <summary>What people did.</summary>
    public AuditLog Audit => new(Database, clock);

    /// <summary>Opens a store.</summary>
    /// <param name="location">Where.</param>
    /// <param name="create">Whether to make one that is not there; otherwise that is HS3021.</param>
    /// <param name="clock">What <c>created_at</c> and its like are read from; null is the system's.</param>
    /// <param name="manyReaders">Whether a server reads for many at once: each connection then takes little memory, and is somewhat slower.</param>
    /// <exception cref="StoreException">There is none, it cannot be opened, or a newer program made it.</exception>
    public static HearsayStore Open(StoreLocation location, bool create = false, TimeProvider? clock = null, bool manyReaders = false)
    {
        if (!location.IsPostgres && !create && !File.Exists(location.Path)) throw StoreFaults.NoStore(location.ToString());
        IDatabase database = location.IsPostgres ? new PostgresDatabase(location.Connection!) : new SqliteDatabase(location.Path!, create, manyReaders);
        try
        {
            if (!create && !HasStore(database)) throw StoreFaults.NoStore(location.ToString());
            SchemaMigrations.Apply(database, location.ToString(), Moment.Text(clock ?? TimeProvider.System));
            return new HearsayStore(database, location, clock ?? TimeProvider.System);
        }
        catch (Exception e)
        {
            database.Dispose();
            if (e is DbException or InvalidOperationException or System.Net.Sockets.SocketException or TimeoutException) throw StoreFaults.CannotOpen(location.ToString(), e);
            throw;
        }
    }

    /// <summary>Begins a run that writes; dispose it.</summary>
    public StoreWriter BeginRun(RunOrigin origin) => new(Database, clock, origin);

    /// <summary>One page of what a query finds.</summary>
    /// <exception cref="StoreException"><see cref="RecordQuery.After"/> is not where a page ended.</exception>
    public FoundPage Find(RecordQuery query) => new RecordFinder(Database).Find(query);

    /// <summary>How much a query finds.</summary>
    public RecordCounts Count(RecordQuery query) => counts.Of(query, Revision, () => new RecordFinder(Database).Count(query));

    /// <summary>The article with this id and everything coded for it, withdrawn records left out; null if there is none.</summary>
    public StoredArticle? Article(string id) => Articles(RecordQuery.All.With(QueryField.Article, id) with { Kind = RecordKind.Articles }).FirstOrDefault();

    /// <summary>The event with this id, withdrawn or not; null if there is none.</summary>
    public StoredEvent? Event(string id) => Find(RecordQuery.All.With(QueryField.Event, id) with { IncludeWithdrawn = true, PageSize = 1 }).Events.FirstOrDefault();

    /// <summary>
    /// Articles with their texts, one after the other in the order in which they came, whatever their number: for a
    /// query for articles those it finds with all their records, for one for events or quotations those that hold any,
    /// each with the events or quotations that the query finds and no others.
    /// </summary>
    public IEnumerable<StoredArticle> Articles(RecordQuery query) => new ArticleStream(Database).Read(query, withQuotations: false, part => part).SelectMany(part => part);

    /// <summary>Events one after the other in the order of their keys, whatever their number: for exports.</summary>
    public IEnumerable<StoredEvent> Events(RecordQuery query) => new ArticleStream(Database).Events(query);

    /// <summary>
    /// The events that a query finds, article by article in the order of their keys, whatever their number, without the
    /// texts: many times as fast as <see cref="Articles"/>.
    /// </summary>
    public IEnumerable<ReportedEvents> Reported(RecordQuery query) => new ArticleStream(Database).Reported(query, part => part).SelectMany(part => part);

    /// <summary>The runs that wrote to the store, first one first.</summary>
    public IReadOnlyList<RunEntry> Runs()
    {
        using var connection = Database.Connect();
        var reader = connection.ExecuteReader("SELECT id, program, models, knowledge, started_at, finished_at, coded, skipped, failed, added, changed, withdrawn FROM runs ORDER BY id");
        var runs = new List<RunEntry>();
        using var row = new ReaderRows(reader);
        while (row.Next())
            runs.Add(new(row.Number(), new(row.Text(), row.Text(), row.Text()), Moment.Read(row.Text()), row.TextOrNull() is { } end ? Moment.Read(end) : null,
                row.Number(), row.Number(), row.Number(), row.Number(), row.Number(), row.Number()));
        return runs;
    }

    /// <summary>Whether the article stands as the same program, models and knowledge coded it: what a resumed run skips.</summary>
    public bool Holds(string articleId, RunOrigin origin)
    {
        using var connection = Database.Connect();
        return connection.ExecuteScalar<long>(
            "SELECT count(*) FROM articles a JOIN runs r ON r.id = a.coded_run WHERE a.id = @articleId AND a.withdrawn_at IS NULL AND r.program = @Program AND r.models = @Models AND r.knowledge = @Knowledge",
            new { articleId, origin.Program, origin.Models, origin.Knowledge }) > 0;
    }

    /// <summary>The number of the last transaction: what a copy that has followed up to now gives as <c>revision:</c>.</summary>
    public long Revision()
    {
        using var connection = Database.Connect();
        return connection.ExecuteScalar<long>("SELECT revision FROM store");
    }

    /// <summary>An open connection, for SQL that this class has no member for; dispose it.</summary>
    internal DbConnection Connect() => Database.Connect();

    /// <inheritdoc/>
    public void Dispose() => Database.Dispose();

    private static bool HasStore(IDatabase database)
    {
        using var connection = database.Connect();
        return database.HasTable(connection, "store");
    }
}
