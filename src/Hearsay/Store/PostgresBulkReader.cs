using System.Data;
using Npgsql;

namespace Hearsay.Store;

/// <summary>Reads a store in PostgreSQL through one connection of the pool.</summary>
internal sealed class PostgresBulkReader(NpgsqlConnection connection) : IBulkReader
{
    /// <inheritdoc/>
    public T Read<T>(Func<RowQuery, T> part)
    {
        using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        var found = part(PostgresDatabase.RowsOf(connection));
        transaction.Commit();
        return found;
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();
}
