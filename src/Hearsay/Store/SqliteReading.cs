using System.Text;

namespace Hearsay.Store;

/// <summary>
/// Rows of a query, read from SQLite directly: an export reads tens of millions of values. It disposes the statement, or resets
/// one that will run again.
/// </summary>
internal sealed class SqliteReading(SqliteStatement statement, SeenTexts seen, bool reset = false) : RowReading
{
    /// <inheritdoc/>
    public override bool Next()
    {
        Column = 0;
        return statement.Next();
    }

    /// <inheritdoc/>
    public override string? TextOrNull() => statement.Text(Column++, out var bytes) ? seen.Of(bytes) : null;

    /// <inheritdoc/>
    public override string? OwnText() => statement.Text(Column++, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    /// <inheritdoc/>
    public override long? NumberOrNull() => statement.Number(Column++);

    /// <inheritdoc/>
    public override double? RealOrNull() => statement.Real(Column++);

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (reset) statement.Reset();
        else statement.Dispose();
    }
}
