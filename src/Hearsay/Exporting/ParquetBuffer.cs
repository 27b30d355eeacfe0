using System.Runtime.CompilerServices;
using ParquetSharp;

namespace Hearsay.Exporting;

/// <summary>
/// The values of one column of a row group as Parquet has them: a level for each row that says whether there is a value,
/// and the values that there are. Which of the four types it holds follows from the column. It is filled again for every
/// group and holds no objects, so that the collector has nothing to carry along.
/// </summary>
internal abstract class ParquetBuffer(int size)
{
    private readonly short[] levels = Fixed<short>(size);

    /// <summary>The rows that it was given.</summary>
    private int rows;

    /// <summary>The column in the file's schema.</summary>
    public abstract Column Field { get; }

    /// <summary>A buffer for the column.</summary>
    public static ParquetBuffer Of(ExportColumn column, int size) =>
        column.ReadText is { } text ? new ParquetTexts(column, text, size)
        : column.ReadInteger is { } integer ? new Values<long>(new(typeof(long?), column.Name), integer, size)
        : column.ReadReal is { } real ? new Values<double>(new(typeof(double?), column.Name), real, size)
        : new Values<int>(new(typeof(DateOnly?), column.Name), row => column.ReadDay!(row) is { } day ? day.DayNumber - Epoch : null, size);

    /// <summary>Takes the values of some rows.</summary>
    public void Add(ReadOnlySpan<ExportRow> batch)
    {
        Take(batch, levels.AsSpan(rows, batch.Length));
        rows += batch.Length;
    }

    /// <summary>Writes what it holds as the group's next column and is empty again.</summary>
    public void WriteTo(RowGroupWriter group)
    {
        using var writer = group.NextColumn();
        Write(writer, levels.AsSpan(0, rows));
        rows = 0;
    }

    /// <summary>Memory that stays in its place: the native writer is given addresses, and the collector need not move it.</summary>
    protected static T[] Fixed<T>(int size) => GC.AllocateUninitializedArray<T>(size, pinned: true);

    /// <summary>Keeps the values of the rows that have one, and says of each whether it has: 1 or 0.</summary>
    protected abstract void Take(ReadOnlySpan<ExportRow> batch, Span<short> present);

    /// <summary>Writes the values and forgets them.</summary>
    protected abstract void Write(ColumnWriter writer, ReadOnlySpan<short> present);

    // Parquet counts days from 1970.
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private sealed class Values<T>(Column field, Func<ExportRow, T?> read, int size) : ParquetBuffer(size) where T : unmanaged
    {
        private readonly T[] values = Fixed<T>(size);
        private int count;

        public override Column Field { get; } = field;

        // An export is over before the runtime has found out what is called most: what all goes through is compiled well at once.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        protected override void Take(ReadOnlySpan<ExportRow> batch, Span<short> present)
        {
            for (int i = 0; i < batch.Length; i++)
            {
                var value = read(batch[i]);
                present[i] = value is null ? (short)0 : (short)1;
                if (value is { } known) values[count++] = known;
            }
        }

        protected override void Write(ColumnWriter writer, ReadOnlySpan<short> present)
        {
            ((ColumnWriter<T>)writer).WriteBatch(present.Length, present, default, values.AsSpan(0, count));
            count = 0;
        }
    }
}
