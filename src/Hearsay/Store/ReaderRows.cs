using System.Data;

namespace Hearsay.Store;

/// <summary>
/// Rows of a query through ADO.NET: for PostgreSQL, and for queries with parameters. It closes the reader, and the
/// command where it is given one.
/// </summary>
internal sealed class ReaderRows(IDataReader reader, IDbCommand? command = null) : RowReading
{
    /// <inheritdoc/>
    public override bool Next()
    {
        Column = 0;
        return reader.Read();
    }

    /// <inheritdoc/>
    public override string? TextOrNull() => reader.IsDBNull(Column++) ? null : reader.GetString(Column - 1);

    /// <inheritdoc/>
    public override long? NumberOrNull() => reader.IsDBNull(Column++) ? null : reader.GetInt64(Column - 1);

    /// <inheritdoc/>
    public override double? RealOrNull() => reader.IsDBNull(Column++) ? null : reader.GetDouble(Column - 1);

    /// <inheritdoc/>
    public override void Dispose()
    {
        reader.Dispose();
        command?.Dispose();
    }
}
