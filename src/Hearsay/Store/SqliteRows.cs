using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hearsay.Store;

/// <summary>
/// Rows into a SQLite table through one prepared statement. It binds to SQLite directly: ADO.NET's parameters cost
/// more than the insert itself. A statement keeps its values from row to row: what is the same as in the row before (nulls,
/// numbers, texts that are the very same object, such as the moment of the transaction) is not bound again.
/// </summary>
internal sealed class SqliteRows : IRowWriter
{
    private static readonly object Nothing = new(), Whole = new(), Fraction = new();

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    // What each column is bound to: a text, a number (its value is in numbers), a fraction, or nothing, as all are at first.
    private readonly object[] bound;
    private readonly long[] numbers;
    private byte[] buffer = new byte[4096];
    private int column;

    public SqliteRows(SqliteConnection connection, StoreTable table)
    {
        database = connection.Handle!;
        bound = new object[table.Columns.Length];
        numbers = new long[table.Columns.Length];
        Array.Fill(bound, Nothing);
        string sql = $"INSERT INTO {table.Name} ({string.Join(',', table.Columns)}) VALUES ({string.Join(',', table.Columns.Select(_ => '?'))})";
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <inheritdoc/>
    public void Text(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }
        ref object last = ref bound[column++];
        if (ReferenceEquals(last, value)) return;
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (buffer.Length < most) buffer = new byte[most];
        int length = Encoding.UTF8.GetBytes(value, buffer);
        Check(raw.sqlite3_bind_text(statement, column, buffer.AsSpan(0, length)));
        last = value;
    }

    /// <inheritdoc/>
    public void Number(long? value)
    {
        if (value is not { } number)
        {
            Null();
            return;
        }
        int place = column++;
        if (ReferenceEquals(bound[place], Whole) && numbers[place] == number) return;
        Check(raw.sqlite3_bind_int64(statement, column, number));
        (bound[place], numbers[place]) = (Whole, number);
    }

    /// <inheritdoc/>
    public void Real(double? value)
    {
        if (value is not { } number || !double.IsFinite(number))
        {
            Null();
            return;
        }
        bound[column++] = Fraction;
        Check(raw.sqlite3_bind_double(statement, column, number));
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

    private void Null()
    {
        ref object last = ref bound[column++];
        if (ReferenceEquals(last, Nothing)) return;
        Check(raw.sqlite3_bind_null(statement, column));
        last = Nothing;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, database);
    }
}
