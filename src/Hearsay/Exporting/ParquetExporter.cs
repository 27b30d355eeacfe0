using Parquet;
using Parquet.Schema;

namespace Hearsay.Exporting;

/// <summary>
/// Parquet: every column optional, dates as DATE, texts as UTF-8 strings, Snappy, row groups of 65,536. A row group is
/// gathered in memory and written at once, so memory is that of one group.
/// </summary>
internal sealed class ParquetExporter : IExporter
{
    private const int GroupSize = 1 << 16;

    private readonly ExportRows rows;
    private readonly ParquetBuffer[] buffers;
    private readonly ParquetWriter writer;
    private int count;

    public ParquetExporter(Stream output, ExportRows rows)
    {
        this.rows = rows;
        buffers = [.. rows.Table.Columns.Select(c => ParquetBuffer.Of(c, GroupSize))];
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy, DictionaryEncodingSampleSize = 4096, DictionaryEncodingThreshold = 0.5 };
        writer = ParquetWriter.CreateAsync(new ParquetSchema(buffers.Select(b => b.Field)), output, options).GetAwaiter().GetResult();
    }

    public void Write(ExportedArticle article)
    {
        foreach (var row in rows.Of(article))
        {
            foreach (var buffer in buffers) buffer.Add(row, count);
            if (++count == GroupSize) Flush();
        }
    }

    public void Complete()
    {
        if (count > 0) Flush();
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Flush()
    {
        using var group = writer.CreateRowGroup();
        foreach (var buffer in buffers) buffer.WriteAsync(group, count).GetAwaiter().GetResult();
        count = 0;
    }
}
