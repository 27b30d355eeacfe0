using System.IO.Hashing;

namespace Hearsay.Store.Columns;

/// <summary>Rows of SQLite as numbers: texts are looked up by their bytes, so that none is made of a text that is known.</summary>
internal sealed class SqliteScan(SqliteStatement statement) : IColumnScan
{
    private int column;

    /// <inheritdoc/>
    public bool Next()
    {
        column = 0;
        return statement.Next();
    }

    /// <inheritdoc/>
    public long Number() => statement.Number(column++) ?? 0;

    /// <inheritdoc/>
    public long NumberOrNone() => statement.Number(column++) ?? -1;

    /// <inheritdoc/>
    public double? Real() => statement.Real(column++);

    /// <inheritdoc/>
    public int Text(TextTable table) => table.Of(Bytes());

    /// <inheritdoc/>
    public int Day()
    {
        var b = Bytes();
        return b.Length == 10 ? new DateOnly(Digits(b[..4]), Digits(b[5..7]), Digits(b[8..])).DayNumber : -1;
    }

    /// <inheritdoc/>
    public ulong Hash() => XxHash3.HashToUInt64(Bytes());

    /// <inheritdoc/>
    public bool Any() => statement.Text(column++, out _);

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private ReadOnlySpan<byte> Bytes()
    {
        statement.Text(column++, out var bytes);
        return bytes;
    }

    private static int Digits(ReadOnlySpan<byte> digits)
    {
        int number = 0;
        foreach (byte digit in digits) number = number * 10 + digit - '0';
        return number;
    }
}
