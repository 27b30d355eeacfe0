using System.IO.Compression;
using System.Text;
using Hearsay.Articles;
using Hearsay.Articles.Archives;
using Hearsay.Bench;

namespace Hearsay.Tests.Articles;

public sealed class WarcTests : IDisposable
{
    private const string Page = "<!doctype html><html lang=en><head><title>Talks in Oslo</title></head><body><article><p>OSLO - The ministers of the two countries met on Monday and spoke for three hours about fishing rights in the north.</p><p>They said that a treaty was still far off and that boats would go on being inspected by both sides.</p></article></body></html>";

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var member = new GZipStream(packed, CompressionLevel.Optimal)) member.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Record(string type, byte[] block, string id = "urn:uuid:1", string? length = null, string more = "", string version = "1.0") =>
        [.. Bytes($"WARC/{version}\r\nWARC-Type: {type}\r\nWARC-Target-URI: https://f.example/2024/03/12/talks\r\nWARC-Record-ID: <{id}>\r\n{more}Content-Length: {length ?? $"{block.Length}"}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];

    private static byte[] Http(byte[] body, string headers = "Content-Type: text/html; charset=utf-8\r\n", int status = 200) =>
        [.. Bytes($"HTTP/1.1 {status} OK\r\n{headers}\r\n"), .. body];

    private static byte[] Response(string id = "urn:uuid:1") => Record("response", Http(Bytes(Page)), id);

    private List<ArticleReading> Read(params byte[][] records) => Reading.All(scratch.File("a.warc", [.. records.SelectMany(r => r)]));

    private List<ArticleReading> ReadPacked(params byte[][] records) => Reading.All(scratch.File("a.warc.gz", [.. records.SelectMany(r => r)]));

    private static void IsTheArticle(ArticleReading reading)
    {
        var article = Reading.Clean(reading);
        Assert.Equal(("Talks in Oslo", "https://f.example/2024/03/12/talks", new DateOnly(2024, 3, 12)), (article.Title, article.Url, article.PublishedOn));
        Assert.StartsWith("OSLO - The ministers", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_is_an_article_with_the_records_id_and_address()
    {
        foreach (var readings in (List<ArticleReading>[])[Read(Response()), ReadPacked(Gzip(Response())), ReadPacked(Gzip([.. Response()]))])
        {
            IsTheArticle(Assert.Single(readings));
            Assert.Equal("urn:uuid:1", readings[0].Article!.Id);
            Assert.EndsWith(":1", readings[0].Place, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Version_1_1_and_folded_header_lines_are_understood() =>
        IsTheArticle(Assert.Single(Read(Record("response", Http(Bytes(Page)), more: "WARC-Payload-Digest: sha1:AAAA\r\n  BBBB\r\n", version: "1.1"))));

    [Fact]
    public void What_holds_no_article_is_counted_by_kind()
    {
        var readings = Read(Record("warcinfo", Bytes("software: x")), Record("request", Bytes("GET / HTTP/1.1\r\n\r\n")), Response(),
            Record("metadata", []), Record("revisit", Http([])), Record("response", Http([], status: 301)), Record("response", Http(Bytes("gone"), status: 404)),
            Record("response", Http([1, 2, 3], "Content-Type: image/png\r\n")));
        Assert.Equal(2, readings.Count);
        Assert.True(readings[1].Skipped);
        Assert.Equal(7, readings[1].LeftOut);
        Assert.Contains("7 records that hold no article were left out: 1 errors of the server, 1 metadata, 1 neither pages nor text, 1 redirects, 1 request, 1 revisit, 1 warcinfo.", readings[1].Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")]
    [InlineData("Content-Encoding: br\r\n")]
    [InlineData("Content-Encoding: deflate\r\nContent-Length: 3\r\n")]
    public void Headers_that_claim_what_the_body_is_not_are_not_believed(string claim) =>
        IsTheArticle(Assert.Single(Read(Record("response", Http(Bytes(Page), "Content-Type: text/html\r\n" + claim)))));

    [Fact]
    public void Bodies_that_are_chunked_or_packed_are_unpacked_whatever_the_headers_say()
    {
        byte[] chunked = [.. Bytes($"{50:x}\r\n"), .. Bytes(Page[..50]), .. Bytes($"\r\n{Page.Length - 50:X};name=value\r\n"), .. Bytes(Page[50..]), .. "\r\n0\r\n\r\n"u8];
        using var brotli = new MemoryStream();
        using (var packer = new BrotliStream(brotli, CompressionLevel.Fastest)) packer.Write(Bytes(Page));
        using var zlib = new MemoryStream();
        using (var packer = new ZLibStream(zlib, CompressionLevel.Fastest)) packer.Write(Bytes(Page));
        IsTheArticle(Read(Record("response", Http(chunked)))[0]);
        IsTheArticle(Read(Record("response", Http(Gzip(Bytes(Page)))))[0]);
        IsTheArticle(Read(Record("response", Http(zlib.ToArray(), "Content-Encoding: deflate\r\n")))[0]);
        IsTheArticle(Read(Record("response", Http(brotli.ToArray(), "Content-Encoding: br\r\n")))[0]);
    }

    [Fact]
    public void A_packed_body_that_was_cut_off_is_read_as_far_as_it_goes()
    {
        byte[] packed = Gzip(Bytes(Page.Replace("</article>", string.Concat(Enumerable.Range(0, 400).Select(i => $"<p>Paragraph {i * 7919 % 1000} of the long report.</p>")) + "</article>", StringComparison.Ordinal)));
        var article = Reading.Warns("HS1026", Assert.Single(Read(Record("response", Http(packed[..(packed.Length / 2)]), more: "WARC-Truncated: length\r\n"))));
        Assert.Contains("fishing rights", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_ends_at_a_mebibyte_is_taken_as_cut_off()
    {
        byte[] body = new byte[1024 * 1024];
        Array.Fill(body, (byte)' ');
        Bytes(Page[..^14]).CopyTo(body, 0);
        Reading.Warns("HS1026", Assert.Single(Read(Record("response", Http(body)))));
    }

    [Fact]
    public void Rubbish_between_records_costs_nothing_but_itself()
    {
        var readings = Read(Response("urn:a"), Bytes("<html>no header here\nnor here\n"), Response("urn:b"));
        Assert.Equal(3, readings.Count);
        Reading.Fails("HS1024", readings[1]);
        Assert.Equal(["urn:a", "urn:b"], readings.Where(r => r.Article is not null).Select(r => r.Article!.Id));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("many")]
    [InlineData("99999999999999999999")]
    public void A_length_that_is_none_costs_the_record(string length)
    {
        var readings = Read(Record("response", Http(Bytes(Page)), length: length), Response("urn:b"));
        Reading.Fails("HS1024", readings[0]);
        IsTheArticle(readings[^1]);
    }

    [Fact]
    public void A_length_that_is_too_short_costs_the_record_and_one_that_is_too_long_the_next()
    {
        IsTheArticle(Read(Record("response", Http(Bytes(Page)), length: "20"), Response("urn:b"))[^1]);
        var last = ReadPacked(Gzip(Record("response", Http(Bytes(Page)), length: "2000000000")), Gzip(Response("urn:b")));
        Assert.All(last, r => Assert.NotEmpty(r.Diagnostics));
    }

    [Fact]
    public void A_damaged_or_cut_member_costs_its_record_and_the_rest_is_read()
    {
        byte[] damaged = Gzip(Response("urn:a"));
        for (int i = damaged.Length / 2; i < damaged.Length / 2 + 20; i++) damaged[i] ^= 0x5A;
        var readings = ReadPacked(Gzip(Response("urn:0")), damaged, Gzip(Response("urn:b")));
        IsTheArticle(readings[0]);
        Assert.Contains(readings, r => r.Diagnostics.Any(d => d.Code == "HS1024"));
        Assert.Equal("urn:b", readings[^1].Article?.Id);
        byte[] cut = Gzip(Response("urn:a"));
        var afterCut = ReadPacked(cut[..(cut.Length - 30)], Gzip(Response("urn:b")));
        Assert.Equal("urn:b", afterCut[^1].Article?.Id);
        Assert.Contains(ReadPacked(cut[..(cut.Length / 2)]), r => r.Diagnostics.Any(d => d.Code == "HS1024"));
    }

    [Fact]
    public void A_record_over_the_limit_is_passed_over_without_being_held()
    {
        byte[] large = new byte[17 * 1024 * 1024];
        var readings = ReadPacked(Gzip(Record("response", Http(large))), Gzip(Response("urn:b")));
        Assert.Contains(readings, r => r.Diagnostics.Any(d => d.Code == "HS1024"));
        Assert.Equal("urn:b", readings[^1].Article?.Id);
    }

    [Fact]
    public void A_bomb_in_a_body_or_in_the_archive_is_refused()
    {
        byte[] zeros = new byte[15 * 1024 * 1024];
        Reading.Fails("HS1024", Assert.Single(Read(Record("response", Http(Gzip(zeros))))));
        Assert.Equal("urn:b", ReadPacked(Gzip(Record("response", Http(zeros))), Gzip(Response("urn:b")))[^1].Article?.Id);
    }

    [Fact]
    public void Every_record_of_a_generated_archive_is_read_packed_or_not()
    {
        foreach (bool packed in (bool[])[true, false])
        {
            using var archive = new MemoryStream();
            WarcGenerator.Write(archive, 401, packed: packed);
            archive.Position = 0;
            var records = new WarcReader(packed ? new GzipMembers(archive) : archive).Records().ToList();
            Assert.Equal(401, records.Count);
            Assert.All(records, r => Assert.Null(r.Fault));
            Assert.Equal(200, records.Count(r => r.Type == "response"));
            Assert.All(records.Where(r => r.Type == "response"), r => Assert.NotEqual(0, new HttpMessage(r.Block!).Status));
        }
    }

    [Fact]
    public void Standard_input_may_be_an_archive_packed_or_not()
    {
        IsTheArticle(Assert.Single(Reading.StandardInput(Response())));
        IsTheArticle(Assert.Single(Reading.StandardInput(Gzip(Response()))));
    }

    [Fact]
    public void Any_other_input_may_be_packed_too()
    {
        Assert.Equal("1", Reading.One(scratch.File("a.jsonl.gz", Gzip(Bytes("{\"id\":\"1\",\"text\":\"x\"}\n")))).Article?.Id);
        Assert.Equal("Talks in Oslo", Reading.One(scratch.File("p.html.gz", Gzip(Bytes(Page)))).Article?.Title);
        Reading.Fails("HS1002", Reading.One(scratch.File("b.jsonl.gz", Gzip(Bytes("{\"id\":\"1\",\"text\":\"x\"}\n"))[..20])));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_records()
    {
        using var archive = new MemoryStream();
        WarcGenerator.Write(archive, 3000);
        archive.Position = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        long number = 0;
        foreach (var _ in new WarcReader(new GzipMembers(archive)).Records())
            if (++number % 500 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        Assert.Equal(3000, number);
        Assert.InRange(most, 0, 16 * 1024 * 1024);
    }
}
