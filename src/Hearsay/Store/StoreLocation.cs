using Npgsql;

namespace Hearsay.Store;

/// <summary>
/// Where a store is: the path of a file ("hearsay.db") means SQLite, <c>postgres://user:password@host:port/database</c>
/// PostgreSQL. A path to a socket folder goes into the query: <c>postgres:///news?host=/var/run/postgresql</c>. Refused
/// are an empty name and an address that cannot be read; <see cref="ToString"/> never shows a password.
/// </summary>
public sealed record StoreLocation
{
    private StoreLocation(string? path, string? connection, string shown) => (Path, Connection, Shown) = (path, connection, shown);

    /// <summary>The SQLite file; null for PostgreSQL.</summary>
    public string? Path { get; }

    /// <summary>Npgsql's connection string; null for SQLite.</summary>
    internal string? Connection { get; }

    private string Shown { get; }

    /// <summary>Whether the store is a PostgreSQL database.</summary>
    public bool IsPostgres => Connection is not null;

    /// <summary>Reads what stands behind <c>--db</c>.</summary>
    /// <exception cref="StoreException">It is neither a path nor an address (HS3020).</exception>
    public static StoreLocation Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw StoreFaults.BadLocation(text, "it is empty");
        if (!text.StartsWith("postgres://", StringComparison.Ordinal) && !text.StartsWith("postgresql://", StringComparison.Ordinal))
            return text.Contains("://", StringComparison.Ordinal) ? throw StoreFaults.BadLocation(text, "it is no path and no postgres:// address") : new(text, null, text);
        try
        {
            return OfAddress(text);
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException or FormatException)
        {
            throw StoreFaults.BadLocation("postgres://…", e.Message);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Shown;

    private static StoreLocation OfAddress(string text)
    {
        // Uri wants a host, while a socket folder leaves it out.
        int from = text.IndexOf("://", StringComparison.Ordinal) + 3, slash = text.IndexOf('/', from);
        bool bare = slash >= 0 && (slash == from || text[slash - 1] == '@');
        var address = new Uri(bare ? text.Insert(slash, "localhost") : text);
        var settings = new NpgsqlConnectionStringBuilder { Host = address.Host, Database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/')) };
        if (address.Port > 0) settings.Port = address.Port;
        string[] user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (string pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            settings[Setting(parts[0])] = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
        }
        string shown = $"postgres://{(user[0].Length > 0 ? user[0] + "@" : "")}{(bare ? "" : address.Authority[(address.Authority.LastIndexOf('@') + 1)..])}/{settings.Database}";
        return new(null, settings.ConnectionString, shown);
    }

    // libpq's names, as they stand in addresses, where Npgsql has others.
    private static string Setting(string name) => name switch
    {
        "sslmode" => "SSL Mode", "user" => "Username", "dbname" => "Database", "application_name" => "Application Name", "search_path" => "Search Path", _ => name,
    };
}
