using Parquet;
using Parquet.Schema;

namespace Hearsay.Exporting;

/// <summary>
/// The values of one column of a row group, in an array that is filled again for every group. Which of the four types
/// it holds follows from the column; null is written as null.
/// </summary>
internal abstract class ParquetBuffer(DataField column)
{
    /// <summary>The column in the file's schema.</summary>
    public DataField Field => column;

    /// <summary>A buffer for the column.</summary>
    public static ParquetBuffer Of(ExportColumn column, int size) =>
        column.ReadText is { } text ? new Values<ReadOnlyMemory<char>>(new DataField(column.Name, typeof(string), true), row => text(row) is { } words ? words.AsMemory() : (ReadOnlyMemory<char>?)null, size)
        : column.ReadInteger is { } integer ? new Values<long>(new DataField<long>(column.Name, true), integer, size)
        : column.ReadReal is { } real ? new Values<double>(new DataField<double>(column.Name, true), real, size)
        : new Values<DateOnly>(new DataField<DateOnly>(column.Name, true), column.ReadDay!, size);

    /// <summary>An empty buffer for the same column.</summary>
    public abstract ParquetBuffer Another(int size);

    /// <summary>Reads the row's value into place <paramref name="index"/>.</summary>
    public abstract void Add(ExportRow row, int index);

    /// <summary>Writes the first <paramref name="count"/> values as the group's next column.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, int count);

    private sealed class Values<T>(DataField column, Func<ExportRow, T?> read, int size) : ParquetBuffer(column) where T : struct
    {
        private readonly T?[] values = new T?[size];

        public override ParquetBuffer Another(int size) => new Values<T>(Field, read, size);

        public override void Add(ExportRow row, int index) => values[index] = read(row);

        public override async Task WriteAsync(ParquetRowGroupWriter group, int count) => await group.WriteAsync<T>(Field, values.AsMemory(0, count)).ConfigureAwait(false);
    }
}
