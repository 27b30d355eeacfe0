using System.IO.Hashing;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hearsay.Store;

/// <summary>
/// Rows of a query without parameters, read from SQLite directly: an export reads tens of millions of values, and
/// ADO.NET's cost several times as much. Short texts that were read not long ago come back as the very same object, for
/// the names and codes of news repeat.
/// </summary>
internal sealed class SqliteReading : RowReading
{
    private const int Longest = 40, Places = 1 << 12;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint values;
    private readonly (byte[] Bytes, string Text)[] seen;

    public SqliteReading(SqliteConnection connection, string sql, (byte[] Bytes, string Text)[] seen)
    {
        database = connection.Handle!;
        this.seen = seen;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out statement), database);
        values = statement.DangerousGetHandle();
    }

    /// <summary>Room for the texts that were read; readers that follow each other share it.</summary>
    public static (byte[] Bytes, string Text)[] Room()
    {
        var room = new (byte[], string)[Places];
        Array.Fill(room, ([], ""));
        return room;
    }

    /// <inheritdoc/>
    public override bool Next()
    {
        Column = 0;
        int code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    /// <inheritdoc/>
    public override unsafe string? TextOrNull()
    {
        int column = Column++;
        if (SqliteColumns.Text(values, column) is var start && start == 0) return null;
        int length = SqliteColumns.Bytes(values, column);
        if (length == 0) return "";
        var bytes = new ReadOnlySpan<byte>((byte*)start, length);
        if (length > Longest) return Encoding.UTF8.GetString(bytes);
        ref var place = ref seen[XxHash3.HashToUInt64(bytes) % Places];
        if (!bytes.SequenceEqual(place.Bytes)) place = (bytes.ToArray(), Encoding.UTF8.GetString(bytes));
        return place.Text;
    }

    /// <inheritdoc/>
    public override long? NumberOrNull()
    {
        int column = Column++;
        return SqliteColumns.Number(values, column) is var number && number != 0 || SqliteColumns.Type(values, column) != raw.SQLITE_NULL ? number : null;
    }

    /// <inheritdoc/>
    public override double? RealOrNull()
    {
        int column = Column++;
        return SqliteColumns.Real(values, column) is var number && number != 0 || SqliteColumns.Type(values, column) != raw.SQLITE_NULL ? number : null;
    }

    /// <inheritdoc/>
    public override void Dispose() => statement.Dispose();
}
