using System.IO.Hashing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hearsay.Store.Columns;

/// <summary>Rows of SQLite, read past ADO.NET, which would make an object of every value.</summary>
internal sealed class SqliteScan : IColumnScan
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int column;

    public SqliteScan(SqliteConnection connection, string sql, string? parameter)
    {
        database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out statement), database);
        if (parameter is not null) SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_text(statement, 1, parameter), database);
    }

    /// <inheritdoc/>
    public bool Next()
    {
        column = 0;
        int code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_ROW && code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
        return code == raw.SQLITE_ROW;
    }

    /// <inheritdoc/>
    public long Number() => raw.sqlite3_column_int64(statement, column++);

    /// <inheritdoc/>
    public long NumberOrNone() => Any() ? raw.sqlite3_column_int64(statement, column - 1) : -1;

    /// <inheritdoc/>
    public double? Real() => Any() ? raw.sqlite3_column_double(statement, column - 1) : null;

    /// <inheritdoc/>
    public int Text(TextTable table) => table.Of(raw.sqlite3_column_blob(statement, column++));

    /// <inheritdoc/>
    public int Day()
    {
        var b = raw.sqlite3_column_blob(statement, column++);
        return b.Length == 10 ? new DateOnly(Digits(b[..4]), Digits(b[5..7]), Digits(b[8..])).DayNumber : -1;
    }

    /// <inheritdoc/>
    public ulong Hash() => XxHash3.HashToUInt64(raw.sqlite3_column_blob(statement, column++));

    /// <inheritdoc/>
    public bool Any() => raw.sqlite3_column_type(statement, column++) != raw.SQLITE_NULL;

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private static int Digits(ReadOnlySpan<byte> digits)
    {
        int number = 0;
        foreach (byte digit in digits) number = number * 10 + digit - '0';
        return number;
    }
}
