using System.Diagnostics;
using Hearsay.Store;
using Npgsql;

namespace Hearsay.Tests.Store;

/// <summary>
/// A PostgreSQL server of the tests' own: a fresh cluster in a temporary folder that is reached through a socket there
/// and stopped at the end. The server refuses to run as root, so root starts it as the user "postgres".
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hearsay-pg-").FullName;
    private readonly string programs;
    private int databases;

    public PostgresServer()
    {
        programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault() ?? ""
            : "";
        Assert.True(programs.Length > 0, "PostgreSQL is not installed: there is no /usr/lib/postgresql/*/bin/initdb.");
        if (Environment.UserName == "root") Run("chown", "postgres", folder);
        Postgres("initdb", "-D", Path.Combine(folder, "data"), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-N");
        Postgres("pg_ctl", "-D", Path.Combine(folder, "data"), "-w", "-l", Path.Combine(folder, "log"),
            "-o", $"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=200", "start");
    }

    /// <summary>A place for a new store.</summary>
    public StoreLocation NewLocation() => StoreLocation.Parse(NewAddress());

    /// <summary>The address of a place for a new store, as --db takes it.</summary>
    public string NewAddress()
    {
        string schema = $"store{Interlocked.Increment(ref databases)}";
        using var connection = Connect();
        using var command = new NpgsqlCommand($"CREATE SCHEMA {schema}", connection);
        command.ExecuteNonQuery();
        return $"postgres://postgres@/postgres?host={folder}&search_path={schema}";
    }

    /// <summary>An open connection to the server, past the store.</summary>
    public NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection($"Host={folder};Username=postgres;Database=postgres");
        connection.Open();
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Postgres("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private void Postgres(string program, params string[] arguments)
    {
        string path = Path.Combine(programs, program);
        if (Environment.UserName == "root") Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else Run(path, arguments);
    }

    private void Run(string program, params string[] arguments)
    {
        // Output goes nowhere: the server inherits it, and a pipe would stay open as long as the server runs.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>\"$HEARSAY_PG_ERRORS\"", program, .. arguments]) { WorkingDirectory = "/" };
        string errors = Path.Combine(Path.GetTempPath(), Path.GetFileName(folder) + ".errors");
        start.Environment["HEARSAY_PG_ERRORS"] = errors;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        string said = File.Exists(errors) ? File.ReadAllText(errors) : "";
        File.Delete(errors);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {said}");
    }
}
