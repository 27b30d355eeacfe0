using DuckDB.NET.Data;
using Hearsay.Exporting;
using Hearsay.Tests.Articles;

namespace Hearsay.Tests.Exporting;

/// <summary>What a Parquet file must hold beside the values of <see cref="DuckDbTests"/>, and what becomes of one that fails.</summary>
public sealed class ParquetTests : IDisposable
{
    private static readonly ExportFormat Parquet = ExportFormat.Find("parquet")!;

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Long_empty_and_missing_texts_come_back_in_every_group()
    {
        const int Count = 70_000;
        string Title(int i) => i % 9000 == 7 ? new string((char)('a' + i % 26), 100_000) : i % 3 == 0 ? "" : $"Überschrift {i} 😀";
        var articles = Enumerable.Range(0, Count).Select(i =>
        {
            var small = Exports.Small($"{i}", "NOR", "RUS", new(2024, 3, 1));
            return small with { Article = small.Article with { Title = i % 5 == 1 ? null : Title(i) } };
        });
        string file = Path.Combine(scratch.Folder, "titles.parquet");
        using (var stream = File.Create(file)) Export.Run(articles, Parquet, new(), Exports.Codes, stream, TestContext.Current.CancellationToken);

        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT CAST(event_id AS INTEGER), title FROM read_parquet('{file}') ORDER BY 1";
        using var rows = command.ExecuteReader();
        for (int i = 0; i < Count; i++)
        {
            Assert.True(rows.Read());
            Assert.Equal((i, i % 5 == 1 ? null : Title(i)), (rows.GetInt32(0), rows.IsDBNull(1) ? null : rows.GetString(1)));
        }
        Assert.False(rows.Read());
    }

    [Fact]
    public void An_export_that_is_stopped_leaves_no_file_that_a_reader_takes_for_whole()
    {
        using var stream = new MemoryStream();
        using var stop = new CancellationTokenSource();
        var articles = Enumerable.Range(0, 70_000).Select(i =>
        {
            if (i == 69_000) stop.Cancel();
            return Exports.Small($"{i}", "NOR", "RUS", new(2024, 3, 1));
        });

        Assert.Throws<OperationCanceledException>(() => Export.Run(articles, Parquet, new(), Exports.Codes, stream, stop.Token));

        Assert.True(stream.CanWrite);
        string file = scratch.File("stopped.parquet", stream.ToArray());
        using var rows = new DuckDBConnection("DataSource=:memory:");
        rows.Open();
        using var command = rows.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM read_parquet('{file}')";
        Assert.ThrowsAny<DuckDBException>(() => command.ExecuteScalar());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(70_000)]
    public void A_full_disk_is_told_as_what_it_is(int count)
    {
        var articles = Enumerable.Range(0, count).Select(i => Exports.Small($"{i}", "NOR", "RUS", new(2024, 3, 1)));

        var fault = Assert.Throws<IOException>(() => Export.Run(articles, Parquet, new(), Exports.Codes, new FullDisk(), TestContext.Current.CancellationToken));

        Assert.Equal("No space left on device", fault.Message);
    }

    // Takes the first bytes of a file and no more.
    private sealed class FullDisk : Stream
    {
        private long taken;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => taken;

        public override long Position { get => taken; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (taken + count > 1000) throw new IOException("No space left on device");
            taken += count;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
