using System.Data.Common;
using Dapper;

namespace Hearsay.Store;

/// <summary>
/// What people did to a store, in order. Entries are only ever added: the database itself refuses to change or delete
/// one. Thread-safe.
/// </summary>
public sealed class AuditLog
{
    private readonly IDatabase database;
    private readonly TimeProvider clock;

    internal AuditLog(IDatabase database, TimeProvider clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Adds an entry.</summary>
    public void Add(string who, string action, string subject, string? detail = null)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        Add(connection, transaction, Moment.Text(clock), who, action, subject, detail);
        transaction.Commit();
    }

    /// <summary>Entries behind one, oldest first.</summary>
    public IReadOnlyList<AuditEntry> Read(long after = 0, int limit = 1000)
    {
        using var connection = database.Connect();
        var reader = connection.ExecuteReader("SELECT id, at, who, action, subject, detail FROM audit WHERE id > @after ORDER BY id LIMIT @limit", new { after, limit = (long)limit });
        var entries = new List<AuditEntry>();
        using var row = new ReaderRows(reader);
        while (row.Next()) entries.Add(new(row.Number(), Moment.Read(row.Text()), row.Text(), row.Text(), row.Text(), row.TextOrNull()));
        return entries;
    }

    /// <summary>The id of the last entry; 0 if there is none.</summary>
    public long Last()
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM audit");
    }

    internal static void Add(DbConnection connection, DbTransaction transaction, string now, string who, string action, string subject, string? detail) =>
        connection.Execute("INSERT INTO audit (at, who, action, subject, detail) VALUES (@now, @who, @action, @subject, @detail)", new { now, who, action, subject, detail }, transaction);
}
