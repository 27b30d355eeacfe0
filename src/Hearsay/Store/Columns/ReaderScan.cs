using System.Data;
using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Hearsay.Store.Columns;

/// <summary>Rows of any database, by way of ADO.NET.</summary>
internal sealed class ReaderScan(IDataReader reader) : IColumnScan
{
    private int column;

    /// <inheritdoc/>
    public bool Next()
    {
        column = 0;
        return reader.Read();
    }

    /// <inheritdoc/>
    public long Number() => Any() ? reader.GetInt64(column - 1) : 0;

    /// <inheritdoc/>
    public long NumberOrNone() => Any() ? reader.GetInt64(column - 1) : -1;

    /// <inheritdoc/>
    public double? Real() => Any() ? reader.GetDouble(column - 1) : null;

    /// <inheritdoc/>
    public int Text(TextTable table) => Any() ? table.Of(Encoding.UTF8.GetBytes(reader.GetString(column - 1))) : -1;

    /// <inheritdoc/>
    public int Day() => Any() && reader.GetString(column - 1) is { Length: > 0 } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber : -1;

    /// <inheritdoc/>
    public ulong Hash() => Any() ? XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(reader.GetString(column - 1))) : 0;

    /// <inheritdoc/>
    public bool Any() => !reader.IsDBNull(column++);

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
