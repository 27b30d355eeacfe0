using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hearsay.Store;

/// <summary>
/// Rows into a SQLite table through one prepared statement. It binds to SQLite directly: ADO.NET's parameters cost
/// more than the insert itself.
/// </summary>
internal sealed class SqliteRows : IRowWriter
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] buffer = new byte[4096];
    private int column;

    public SqliteRows(SqliteConnection connection, StoreTable table)
    {
        database = connection.Handle!;
        string sql = $"INSERT INTO {table.Name} ({string.Join(',', table.Columns)}) VALUES ({string.Join(',', table.Columns.Select(_ => '?'))})";
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <inheritdoc/>
    public void Text(string? value)
    {
        column++;
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(statement, column));
            return;
        }
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (buffer.Length < most) buffer = new byte[most];
        int length = Encoding.UTF8.GetBytes(value, buffer);
        Check(raw.sqlite3_bind_text(statement, column, buffer.AsSpan(0, length)));
    }

    /// <inheritdoc/>
    public void Number(long? value)
    {
        column++;
        Check(value is { } number ? raw.sqlite3_bind_int64(statement, column, number) : raw.sqlite3_bind_null(statement, column));
    }

    /// <inheritdoc/>
    public void Real(double? value)
    {
        column++;
        Check(value is { } number && double.IsFinite(number) ? raw.sqlite3_bind_double(statement, column, number) : raw.sqlite3_bind_null(statement, column));
    }

    /// <inheritdoc/>
    public void EndRow()
    {
        int code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
        Check(raw.sqlite3_reset(statement));
        column = 0;
    }

    /// <inheritdoc/>
    public void Complete()
    {
    }

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}
