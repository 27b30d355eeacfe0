using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using Hearsay.Store;

namespace Hearsay.Cli.Analysis;

/// <summary>
/// A copy of a store's tables as Parquet files in a folder, for questions that read everything: DuckDB answers them from
/// there many times as fast as the store would, and R, Python and others read the files as they are. Days become dates and
/// moments timestamps. The folder is written anew when the store has changed, in a folder beside it that takes its
/// place when it is whole.
/// </summary>
internal sealed class StoreSnapshot(HearsayStore store, string folder)
{
    private const string Stamp = "revision.txt";

    /// <summary>The tables that are copied.</summary>
    public static readonly IReadOnlyList<string> Tables =
        ["articles", "sentences", "events", "parties", "dyads", "hops", "quotations", "contents", "diagnostics", "reviews", "comments", "runs"];

    /// <summary>Brings the folder up to date; returns whether it had to be written.</summary>
    public bool Refresh()
    {
        string now = State(), stamp = Path.Combine(folder, Stamp);
        if (File.Exists(stamp) && File.ReadAllText(stamp) == now) return false;
        string fresh = folder + ".new", scratch = folder + ".duckdb";
        Remove(fresh, scratch);
        Directory.CreateDirectory(fresh);
        using (var duck = new DuckDBConnection($"Data Source={scratch}"))
        {
            duck.Open();
            using var connection = store.Connect();
            foreach (string table in Tables) Copy(connection, duck, table, fresh);
        }
        File.WriteAllText(Path.Combine(fresh, Stamp), now);
        Remove(folder, scratch);
        Directory.Move(fresh, folder);
        return true;
    }

    /// <summary>An open DuckDB with one view for each table.</summary>
    public DuckDBConnection Open()
    {
        var duck = new DuckDBConnection("Data Source=:memory:");
        duck.Open();
        foreach (string table in Tables)
            Run(duck, $"CREATE VIEW {table} AS SELECT * FROM read_parquet('{Path.Combine(folder, table + ".parquet").Replace("'", "''", StringComparison.Ordinal)}')");
        return duck;
    }

    // Reviews and comments leave the revision as it is, but not the audit log.
    private string State() => string.Create(CultureInfo.InvariantCulture, $"{store.Revision()} {store.Audit.Last()}");

    private static void Copy(DbConnection connection, DuckDBConnection duck, string table, string target)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        using var reader = command.ExecuteReader();
        var columns = Columns(reader);
        Run(duck, $"CREATE TABLE {table} ({string.Join(',', columns.Select(c => $"\"{c.Name}\" {c.Type}"))})");
        using (var appender = duck.CreateAppender(table))
            while (reader.Read()) Append(appender, reader, columns);
        string path = Path.Combine(target, table + ".parquet").Replace("'", "''", StringComparison.Ordinal);
        Run(duck, $"COPY (SELECT {string.Join(',', columns.Select(c => Cast(c.Name)))} FROM {table}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)");
        Run(duck, $"DROP TABLE {table}");
    }

    // PostgreSQL's own column of words is left out; it is the index's, not a value.
    private static List<(int Index, string Name, string Type)> Columns(DbDataReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(i => (i, reader.GetName(i), reader.GetDataTypeName(i).ToUpperInvariant())).Where(c => c.Item2 != "words")
            .Select(c => (c.i, c.Item2, c.Item3 switch { "INTEGER" or "BIGINT" => "BIGINT", "REAL" or "DOUBLE PRECISION" => "DOUBLE", _ => "VARCHAR" }))];

    private static void Append(DuckDBAppender appender, DbDataReader reader, List<(int Index, string Name, string Type)> columns)
    {
        var row = appender.CreateRow();
        foreach (var (index, _, type) in columns)
        {
            if (reader.IsDBNull(index)) row.AppendNullValue();
            else if (type == "BIGINT") row.AppendValue(reader.GetInt64(index));
            else if (type == "DOUBLE") row.AppendValue(reader.GetDouble(index));
            else row.AppendValue(reader.GetString(index));
        }
        row.EndRow();
    }

    private static string Cast(string column) => column switch
    {
        "published_on" or "time_start" or "time_end" or "day" => $"try_cast(\"{column}\" AS DATE) AS \"{column}\"",
        _ when column.EndsWith("_at", StringComparison.Ordinal) => $"try_cast(\"{column}\" AS TIMESTAMP) AS \"{column}\"",
        _ => $"\"{column}\"",
    };

    private static void Run(DuckDBConnection duck, string sql)
    {
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Remove(params string[] paths)
    {
        foreach (string path in paths)
        {
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            foreach (string file in (string[])[path, path + ".wal"]) File.Delete(file);
        }
    }
}
