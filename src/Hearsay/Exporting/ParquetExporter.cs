using ParquetSharp;

namespace Hearsay.Exporting;

/// <summary>
/// Parquet: every column optional, dates as DATE, texts as UTF-8 strings with a dictionary where values repeat, Snappy,
/// row groups of 65,536. While one group is compressed and written, the next is gathered, column after column of some rows at a time;
/// memory is that of two groups.
/// </summary>
internal sealed class ParquetExporter : IExporter, IDisposable
{
    // So many rows are at hand in the processor's cache while one column after the other is taken from them.
    private const int GroupSize = 1 << 16, BatchSize = 1 << 7;

    private readonly ExportRows rows;
    private readonly ParquetSink sink;
    private readonly ParquetFileWriter writer;
    private ParquetBuffer[] gathering, writing;
    private Task written = Task.CompletedTask;
    private readonly ExportRow[] batch = new ExportRow[BatchSize];
    private int count, waiting;

    public ParquetExporter(Stream output, ExportRows rows)
    {
        this.rows = rows;
        gathering = Buffers(rows.Table);
        writing = Buffers(rows.Table);
        sink = new ParquetSink(output);
        using var options = new WriterPropertiesBuilder().Compression(Compression.Snappy);
        // The least and the greatest text of a group helps no reader: articles do not come in the order of their words.
        foreach (var column in rows.Table.Columns.Where(c => c.ReadText is not null)) options.DisableStatistics(column.Name);
        writer = new ParquetFileWriter(sink, [.. gathering.Select(b => b.Field)], null, options.Build());
    }

    public void Write(ExportedArticle article)
    {
        foreach (var row in rows.Of(article))
        {
            batch[waiting++] = row;
            if (waiting == BatchSize) Gather();
        }
    }

    public void Complete()
    {
        Gather();
        if (count > 0) HandOver();
        Await();
        try
        {
            writer.Close();
        }
        catch (ParquetException)
        {
            sink.ThrowIfFaulted();
            throw;
        }
    }

    /// <summary>Frees what the writer holds; of a file that is not complete nothing more is written, no closing part either.</summary>
    public void Dispose()
    {
        sink.Shut();
        written.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        writer.Dispose();
    }

    // A full disk or a closed pipe is told as what it is.
    private void Await()
    {
        try
        {
            written.GetAwaiter().GetResult();
        }
        catch (ParquetException)
        {
            sink.ThrowIfFaulted();
            throw;
        }
    }

    private static ParquetBuffer[] Buffers(TableFormat table) => [.. table.Columns.Select(c => ParquetBuffer.Of(c, GroupSize))];

    private void Gather()
    {
        foreach (var buffer in gathering) buffer.Add(batch.AsSpan(0, waiting));
        count += waiting;
        waiting = 0;
        if (count == GroupSize) HandOver();
    }

    // Groups go out one after the other; a fault in writing one surfaces at the next.
    private void HandOver()
    {
        Await();
        (gathering, writing) = (writing, gathering);
        var full = writing;
        count = 0;
        written = Task.Run(() =>
        {
            using var group = writer.AppendRowGroup();
            foreach (var buffer in full) buffer.WriteTo(group);
        });
    }
}
