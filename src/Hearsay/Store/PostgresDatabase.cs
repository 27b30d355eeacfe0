using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Hearsay.Store.Columns;
using Npgsql;

namespace Hearsay.Store;

/// <summary>
/// The store in a PostgreSQL database (version 13 or later), for several people and machines. Readers read while one
/// writer writes; writers take turns. Texts sort by code point, as in SQLite.
/// </summary>
internal sealed partial class PostgresDatabase(string connectionString) : IDatabase
{
    private readonly NpgsqlDataSource pool = new NpgsqlDataSourceBuilder(Patient(connectionString)).Build();

    /// <inheritdoc/>
    public string Variant => "postgres";

    /// <inheritdoc/>
    public DbConnection Connect() => pool.OpenConnection();

    /// <inheritdoc/>
    public DbConnection ConnectToWrite() => Connect();

    /// <inheritdoc/>
    public void Survey(DbConnection connection)
    {
        StoreTable[] tables = [StoreTable.Articles, StoreTable.Sentences, StoreTable.Events, StoreTable.Parties, StoreTable.Dyads, StoreTable.Hops, StoreTable.Quotations, StoreTable.Contents];
        connection.Execute($"ANALYZE {string.Join(", ", tables.Select(t => t.Name))}");
    }

    /// <inheritdoc/>
    public string Translate(string sql) => Types().Replace(sql, match => match.Value switch
    {
        " TEXT" => " TEXT COLLATE \"C\"",
        " INTEGER" => " BIGINT",
        " REAL" => " DOUBLE PRECISION",
        _ => "",
    });

    /// <inheritdoc/>
    public bool HasTable(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT to_regclass('{table}') IS NOT NULL";
        return (bool)command.ExecuteScalar()!;
    }

    /// <inheritdoc/>
    public IRowWriter Rows(DbConnection connection, StoreTable table) => new PostgresRows((NpgsqlConnection)connection, table);

    /// <inheritdoc/>
    public IColumnScan Scan(DbConnection connection, string sql, string? parameter = null) => new ReaderScan(connection.ExecuteReader(sql, new { p = parameter }));

    /// <inheritdoc/>
    public RowQuery Reader(DbConnection connection) => RowsOf((NpgsqlConnection)connection);

    /// <inheritdoc/>
    public IBulkReader BulkReader() => new PostgresBulkReader(pool.OpenConnection());

    /// <summary>What runs queries on a connection.</summary>
    internal static RowQuery RowsOf(NpgsqlConnection connection) => (sql, part) =>
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        if (part is { IsRange: true })
        {
            command.Parameters.AddWithValue("first", part.First);
            command.Parameters.AddWithValue("last", part.Last);
        }
        return new ReaderRows(command.ExecuteReader(), command);
    };

    /// <inheritdoc/>
    public void ForgetWords(DbConnection connection, DbTransaction transaction, long articleKey)
    {
        // The words are a column of the sentences here and go with them.
    }

    /// <inheritdoc/>
    public string Items(string parameter) => $"SELECT json_array_elements_text(CAST({parameter} AS json)) COLLATE \"C\"";

    /// <inheritdoc/>
    public string Lower(string column, bool wide) => wide ? $"lower({column} COLLATE \"default\")" : $"lower({column})";

    /// <inheritdoc/>
    public string HasWords(string key, string parameter) => $"{key} IN (SELECT key FROM sentences WHERE words @@ to_tsquery('english', {parameter}))";

    /// <inheritdoc/>
    public string ProbeWords(string key, string parameter) =>
        // OFFSET 0 keeps the planner from turning it into a join that finds all sentences first.
        $"(SELECT f.words @@ to_tsquery('english', {parameter}) FROM sentences f WHERE f.key = {key} OFFSET 0)";

    /// <inheritdoc/>
    public string CountWords(string parameter, int limit) =>
        $"SELECT count(*) FROM (SELECT 1 FROM sentences WHERE words @@ to_tsquery('english', {parameter}) LIMIT {limit}) found";

    /// <inheritdoc/>
    public string FindWords(string parameter) => $"SELECT key FROM sentences WHERE words @@ to_tsquery('english', {parameter}) ORDER BY key";

    /// <inheritdoc/>
    public string Words(WordQuery words) => words switch
    {
        WordQuery.Phrase p => '\'' + p.Words.Replace("\\", " ", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + '\'' + (p.Prefix ? ":*" : ""),
        WordQuery.All a => '(' + string.Join(" & ", a.Parts.Select(Words)) + ')',
        WordQuery.Any a => '(' + string.Join(" | ", a.Parts.Select(Words)) + ')',
        WordQuery.Without w => $"({Words(w.Wanted)} & !{Words(w.Unwanted)})",
        _ => throw new ArgumentOutOfRangeException(nameof(words)),
    };

    /// <inheritdoc/>
    public void Dispose() => pool.Dispose();

    // Half a minute, Npgsql's default, is less than a count of some million events takes a busy server.
    private static string Patient(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.CommandTimeout == 30) settings.CommandTimeout = 600;
        return settings.ConnectionString;
    }

    [GeneratedRegex(@" TEXT\b| INTEGER\b| REAL\b| WITHOUT ROWID\b", RegexOptions.NonBacktracking)]
    private static partial Regex Types();
}
