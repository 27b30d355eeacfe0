using Parquet;
using Parquet.Schema;

namespace Hearsay.Exporting;

/// <summary>
/// Parquet: every column optional, dates as DATE, texts as UTF-8 strings with a dictionary where values repeat, Snappy,
/// row groups of 65,536. While one group is compressed and written, the next is gathered; memory is that of two groups.
/// </summary>
internal sealed class ParquetExporter : IExporter
{
    private const int GroupSize = 1 << 16;

    private readonly ExportRows rows;
    private readonly ParquetWriter writer;
    private ParquetBuffer[] gathering, writing;
    private Task written = Task.CompletedTask;
    private int count;

    public ParquetExporter(Stream output, ExportRows rows)
    {
        this.rows = rows;
        gathering = [.. rows.Table.Columns.Select(c => ParquetBuffer.Of(c, GroupSize))];
        writing = [.. gathering.Select(b => b.Another(GroupSize))];
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy, DictionaryEncodingSampleSize = 4096, DictionaryEncodingThreshold = 0.5 };
        foreach (var column in rows.Table.Columns.Where(c => c.ReadText is not null)) options.ColumnEncodingHints[column.Name] = EncodingHint.Dictionary;
        writer = ParquetWriter.CreateAsync(new ParquetSchema(gathering.Select(b => b.Field)), output, options).GetAwaiter().GetResult();
    }

    public void Write(ExportedArticle article)
    {
        foreach (var row in rows.Of(article))
        {
            foreach (var buffer in gathering) buffer.Add(row, count);
            if (++count == GroupSize) HandOver();
        }
    }

    public void Complete()
    {
        if (count > 0) HandOver();
        written.GetAwaiter().GetResult();
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    // Groups go out one after the other; a fault in writing one surfaces at the next.
    private void HandOver()
    {
        written.GetAwaiter().GetResult();
        (gathering, writing) = (writing, gathering);
        var (full, size) = (writing, count);
        count = 0;
        written = Task.Run(async () =>
        {
            using var group = writer.CreateRowGroup();
            foreach (var buffer in full) await buffer.WriteAsync(group, size).ConfigureAwait(false);
        });
    }
}
