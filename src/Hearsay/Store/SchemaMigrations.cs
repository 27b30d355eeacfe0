using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace Hearsay.Store;

/// <summary>
/// Brings a store to the newest schema: the numbered files of <c>Schema/</c>, each once, in order, in one transaction
/// together with its row in <c>migrations</c>. A file "0002-people.sql" is shared by both databases; "0002-people.sqlite.sql"
/// and "0002-people.postgres.sql" run after it where there are any. A store of a newer program is refused (HS3023).
/// </summary>
internal static class SchemaMigrations
{
    private static readonly SortedDictionary<int, string> Known = Find();

    /// <summary>The newest version that this program knows.</summary>
    public static int Newest => Known.Keys.Last();

    /// <summary>Applies what is missing up to version <paramref name="last"/>, by default the newest; returns how many were applied.</summary>
    public static int Apply(IDatabase database, string place, string now, int last = int.MaxValue)
    {
        using var connection = database.Connect();
        if (database.HasTable(connection, "migrations") && Version(connection, null) is var there && there >= Newest)
            return there > Newest ? throw StoreFaults.TooNew(place, there, Newest) : 0;
        using var transaction = connection.BeginTransaction();
        string create = "CREATE TABLE IF NOT EXISTS migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)";
        // Two programs may open a new store at once: creating the table is what the second waits for.
        connection.Execute(database.Variant == "postgres" ? "SELECT pg_advisory_xact_lock(4829173)" : "SELECT 1", transaction: transaction);
        connection.Execute(database.Translate(create), transaction: transaction);
        int applied = 0;
        foreach (var (number, name) in Known.Where(k => k.Key <= last))
        {
            if (number <= Version(connection, transaction)) continue;
            foreach (string file in (string[])[$"{name}.sql", $"{name}.{database.Variant}.sql"])
                if (Read(file) is { } sql) connection.Execute(database.Translate(sql), transaction: transaction);
            connection.Execute("INSERT INTO migrations (number, name, applied_at) VALUES (@number, @name, @now)", new { number, name, now }, transaction);
            applied++;
        }
        connection.Execute("INSERT INTO store (id, revision, next_article, next_run, created_at) SELECT 1, 0, 1, 1, @now WHERE NOT EXISTS (SELECT 1 FROM store)", new { now }, transaction);
        transaction.Commit();
        return applied;
    }

    private static long Version(DbConnection connection, DbTransaction? transaction) =>
        connection.ExecuteScalar<long>("SELECT coalesce(max(number), 0) FROM migrations", transaction: transaction);

    private static SortedDictionary<int, string> Find()
    {
        var known = new SortedDictionary<int, string>();
        foreach (string file in Assembly.GetExecutingAssembly().GetManifestResourceNames())
        {
            if (!file.EndsWith(".sql", StringComparison.Ordinal)) continue;
            string name = file.Split('.')[0];
            known[int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture)] = name;
        }
        return known;
    }

    private static string? Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file);
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
