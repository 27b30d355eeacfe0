using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hearsay.Store;

/// <summary>
/// A query to SQLite and the values of its present row, read past ADO.NET, which makes an object of every value. All that
/// reads very many rows stands on it: exports (<see cref="SqliteReading"/>) and the columns in memory
/// (<see cref="Columns.SqliteScan"/>). Texts lie in UTF-8 where SQLite has them, until the next row.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint values;

    public SqliteStatement(sqlite3 database, string sql, string? parameter = null)
    {
        this.database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out statement), database);
        if (parameter is not null) SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_text(statement, 1, parameter), database);
        values = statement.DangerousGetHandle();
    }

    /// <summary>Gives the parameters @first and @last their values.</summary>
    public void Bind(KeyPart part)
    {
        Bind("@first", part.First);
        Bind("@last", part.Last);
    }

    /// <summary>Ends the run, so that another can begin.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    /// <summary>Goes to the next row; false behind the last.</summary>
    public bool Next()
    {
        int code = SqliteColumns.Step(values);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    /// <summary>A whole number, or null.</summary>
    public long? Number(int column)
    {
        nint value = SqliteColumns.Value(values, column);
        return SqliteColumns.Number(value) is var number && number != 0 || !IsNull(value) ? number : null;
    }

    /// <summary>A fraction, or null.</summary>
    public double? Real(int column)
    {
        nint value = SqliteColumns.Value(values, column);
        return SqliteColumns.Real(value) is var number && number != 0 || !IsNull(value) ? number : null;
    }

    /// <summary>The bytes of a text; false for null.</summary>
    public unsafe bool Text(int column, out ReadOnlySpan<byte> bytes)
    {
        nint value = SqliteColumns.Value(values, column), start = SqliteColumns.Blob(value);
        bytes = start == 0 ? default : new((byte*)start, SqliteColumns.Bytes(value));
        return start != 0 || !IsNull(value);
    }

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private void Bind(string name, long value) => SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_int64(statement, raw.sqlite3_bind_parameter_index(statement, name), value), database);

    private static bool IsNull(nint value) => SqliteColumns.Type(value) == raw.SQLITE_NULL;
}
