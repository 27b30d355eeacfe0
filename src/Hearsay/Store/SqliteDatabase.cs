using System.Collections.Concurrent;
using System.Data.Common;
using Hearsay.Store.Columns;
using Microsoft.Data.Sqlite;

namespace Hearsay.Store;

/// <summary>
/// The store in one file. The write-ahead log lets readers read while one process writes; a second writer waits up to
/// half a minute for its turn. A commit is on the disk when it returns.
/// </summary>
internal sealed class SqliteDatabase(string path, bool create, bool manyReaders = false) : IDatabase
{
    // Shared by all connections of the process; pragmas are per connection and cost microseconds.
    private const string Pragmas = "PRAGMA busy_timeout=30000; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000;";

    // Twenty connections with a cache and a view of the file each would take gigabytes; the system's own cache serves all of them, and large sorts go to a file.
    private readonly string pragmas = Pragmas + (manyReaders ? "PRAGMA cache_size=-1024; PRAGMA mmap_size=0;" : "PRAGMA cache_size=-65536; PRAGMA mmap_size=1073741824; PRAGMA temp_store=MEMORY;");

    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
        DefaultTimeout = 30,
    }.ConnectionString;

    private readonly ConcurrentBag<SqliteBulkReader> idle = [];

    /// <inheritdoc/>
    public string Variant => "sqlite";

    /// <inheritdoc/>
    public DbConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            // SQLite's own LIKE disregards the case of ASCII letters only, but is ten times as fast.
            connection.CreateFunction("lower_wide", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public DbConnection ConnectToWrite()
    {
        // With less, pages of the indexes go to the disk and come back within one transaction.
        var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA cache_size=-524288; PRAGMA wal_autocheckpoint=32768;";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <inheritdoc/>
    public void Survey(DbConnection connection)
    {
        // The queries are written for the plans that SQLite makes without statistics.
    }

    /// <inheritdoc/>
    public string Translate(string sql) => sql;

    /// <inheritdoc/>
    public bool HasTable(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        // Setting the journal needs no lock when it is a write-ahead log already.
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
        command.CommandText = $"SELECT count(*) FROM sqlite_master WHERE name = '{table}'";
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    /// <inheritdoc/>
    public IRowWriter Rows(DbConnection connection, StoreTable table) => new SqliteRows((SqliteConnection)connection, table);

    /// <inheritdoc/>
    public IColumnScan Scan(DbConnection connection, string sql, string? parameter = null) => new SqliteScan(new(((SqliteConnection)connection).Handle!, sql, parameter));

    /// <inheritdoc/>
    public RowQuery Reader(DbConnection connection)
    {
        // For some pages of records; for very many there is the other reader.
        var seen = new SeenTexts(bits: 8);
        return (sql, part) =>
        {
            var statement = new SqliteStatement(((SqliteConnection)connection).Handle!, sql);
            if (part is { IsRange: true }) statement.Bind(part);
            return new SqliteReading(statement, seen);
        };
    }

    /// <inheritdoc/>
    public IBulkReader BulkReader() => idle.TryTake(out var reader) ? reader : new SqliteBulkReader(path, idle.Add);

    /// <inheritdoc/>
    public void ForgetWords(DbConnection connection, DbTransaction transaction, long articleKey)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO sentence_words (sentence_words, rowid, text) SELECT 'delete', key, text FROM sentences WHERE {RecordKey.Range("key", articleKey)}";
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public string Items(string parameter) => $"SELECT value FROM json_each({parameter})";

    /// <inheritdoc/>
    public string Lower(string column, bool wide) => wide ? $"lower_wide({column})" : column;

    /// <inheritdoc/>
    public string HasWords(string key, string parameter) => $"{key} IN (SELECT rowid FROM sentence_words WHERE sentence_words MATCH {parameter})";

    /// <inheritdoc/>
    public string ProbeWords(string key, string parameter) =>
        $"EXISTS (SELECT 1 FROM sentence_words f WHERE f.rowid = {key} AND f.sentence_words MATCH {parameter})";

    /// <inheritdoc/>
    public string CountWords(string parameter, int limit) =>
        $"SELECT count(*) FROM (SELECT 1 FROM sentence_words WHERE sentence_words MATCH {parameter} LIMIT {limit})";

    /// <inheritdoc/>
    public string FindWords(string parameter) => $"SELECT rowid FROM sentence_words WHERE sentence_words MATCH {parameter} ORDER BY rowid";

    /// <inheritdoc/>
    public string Words(WordQuery words) => words switch
    {
        WordQuery.Phrase p => '"' + p.Words.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' + (p.Prefix ? " *" : ""),
        WordQuery.All a => '(' + string.Join(" AND ", a.Parts.Select(Words)) + ')',
        WordQuery.Any a => '(' + string.Join(" OR ", a.Parts.Select(Words)) + ')',
        WordQuery.Without w => $"({Words(w.Wanted)} NOT {Words(w.Unwanted)})",
        _ => throw new ArgumentOutOfRangeException(nameof(words)),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        while (idle.TryTake(out var reader)) reader.Close();
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
    }
}
