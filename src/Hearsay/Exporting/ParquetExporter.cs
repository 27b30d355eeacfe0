using System.Runtime.InteropServices;
using ParquetSharp;

namespace Hearsay.Exporting;

/// <summary>
/// Parquet: every column optional, dates as DATE, texts as UTF-8 strings with a dictionary where values repeat, Snappy,
/// row groups of 32,768, which stay in the processor's cache. While one group is compressed and written, the next is gathered, column after column of some rows at a time;
/// memory is that of two groups.
/// </summary>
internal sealed class ParquetExporter : IExporter, IDisposable
{
    // So many rows are at hand in the processor's cache while one column after the other is taken from them.
    private const int GroupSize = 1 << 15, BatchSize = 1 << 7;

    private readonly ExportRows rows;
    private readonly ParquetSink sink;
    private readonly ParquetFileWriter writer;
    private ParquetBuffer[] gathering, writing;
    private Task written = Task.CompletedTask;
    private int count;

    public ParquetExporter(Stream output, ExportRows rows)
    {
        this.rows = rows;
        gathering = Buffers(rows.Table);
        writing = Buffers(rows.Table);
        sink = new ParquetSink(output);
        using var options = new WriterPropertiesBuilder().Compression(Compression.Snappy);
        // The least and the greatest text of a group helps no reader: articles do not come in the order of their words.
        foreach (var column in rows.Table.Columns.Where(c => c.ReadText is not null)) options.DisableStatistics(column.Name);
        foreach (var column in rows.Table.Columns.Where(c => c.IsOwn)) options.DisableDictionary(column.Name);
        writer = new ParquetFileWriter(sink, [.. gathering.Select(b => b.Field)], null, options.Build());
    }

    public Action Ready(IReadOnlyList<ExportedArticle> part)
    {
        var found = rows.Of(part);
        return () => Gather(CollectionsMarshal.AsSpan(found));
    }

    public void Complete()
    {
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

    private void Gather(ReadOnlySpan<ExportRow> found)
    {
        while (!found.IsEmpty)
        {
            var batch = found[..Math.Min(found.Length, Math.Min(BatchSize, GroupSize - count))];
            foreach (var buffer in gathering) buffer.Add(batch);
            count += batch.Length;
            if (count == GroupSize) HandOver();
            found = found[batch.Length..];
        }
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
