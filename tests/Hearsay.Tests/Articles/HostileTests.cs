using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Hearsay.Articles;

namespace Hearsay.Tests.Articles;

/// <summary>
/// Input made to break the program: the small pieces are files in tests/hostile, the large ones are made here. Each must
/// come out as an article or as a diagnostic, in time and without much memory. Runs alone, so that time and memory are its own.
/// </summary>
[CollectionDefinition(nameof(HostileTests), DisableParallelization = true)]
[Collection(nameof(HostileTests))]
public sealed class HostileTests : IDisposable
{
    // Five seconds of processor time for a page, and half a minute by the clock where the machine is busy.
    private static readonly TimeSpan Patience = ArticleLimits.HtmlPatience + TimeSpan.FromSeconds(15);

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private List<ArticleReading> Survive(string path)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var readings = Reading.All(path);
        Assert.True(clock.Elapsed < Patience, $"{Path.GetFileName(path)} took {clock.Elapsed}");
        Assert.NotEmpty(readings);
        Assert.All(readings, r => Assert.True(r.Article is not null || r.Diagnostics.Count > 0));
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 256L * 1024 * 1024, "memory is held");
        Assert.True(Process.GetCurrentProcess().WorkingSet64 < 3L * 1024 * 1024 * 1024, "more memory than all tests beside it and 512 MB"); // exports of a million rows may run in the same process
        return readings;
    }

    private List<ArticleReading> Survive(string name, string content) => Survive(scratch.File(name, content));

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.SmallestSize)) packer.Write(bytes);
        return packed.ToArray();
    }

    public static TheoryData<string> Corpus => [.. Directory.EnumerateFiles(Folder()).Select(f => Path.GetFileName(f)).Where(f => f != "README.md").Order(StringComparer.Ordinal)];

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "tests", "hostile"))) return Path.Combine(folder.FullName, "tests", "hostile");
        throw new DirectoryNotFoundException("tests/hostile");
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void A_file_of_the_corpus_is_survived(string name)
    {
        var readings = Survive(Path.Combine(Folder(), name));
        Assert.All(readings, r => Assert.DoesNotContain("root:", r.Article?.Text ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div>", 100_000, "HS1013")]
    [InlineData("<a><b>", 20_000, "HS1013")]
    [InlineData("<table><tr><td>", 2_000, "HS1013")]
    [InlineData("<svg><g>", 5_000, "HS1013")]
    [InlineData("<p>x", 100_000, "HS1014")]
    [InlineData("<br>", 200_000, "HS1014")]
    [InlineData("<!---->", 500_000, "HS1014")]
    [InlineData("</p>", 1_000_000, "HS1014")]
    public void Nested_and_numberless_tags_are_refused(string piece, int times, string code) =>
        Reading.Fails(code, Assert.Single(Survive("a.html", "<html><body>" + string.Concat(Enumerable.Repeat(piece, times)))));

    [Theory]
    [InlineData("<p>word word word word", 49_000)]
    [InlineData("<i>x</i>", 49_000)]
    [InlineData("<li>x", 49_000)]
    [InlineData("<b><p>x</b>", 20_000)]
    [InlineData("<table><p>x", 400)]
    [InlineData("&#65;&bogus;&amp", 200_000)]
    [InlineData("<x y=1 z='2' w=\"3\" a b c d e f g h>", 400)]
    [InlineData("<a href='", 100_000)]
    [InlineData("<", 4_000_000)]
    public void Pages_just_within_the_limits_take_no_longer_than_they_may(string piece, int times) =>
        Survive("a.html", "<html><body>" + string.Concat(Enumerable.Repeat(piece, times)));

    [Fact]
    public void Formatting_that_is_never_closed_is_not_copied_for_ever()
    {
        string open = string.Concat(Enumerable.Range(0, 400).Select(i => $"<font size={i}>"));
        Reading.Fails("HS1014", Assert.Single(Survive("a.html", $"<html><body><p>{open}</p>" + string.Concat(Enumerable.Repeat("<p>x</p>", 20_000)))));
    }

    [Fact]
    public void Attributes_beyond_number_and_a_script_that_never_ends()
    {
        Survive("a.html", $"<html><body><p {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=1"))}>x</p>");
        Survive("b.html", "<html><body><script>" + new string('x', 4_000_000));
        Survive("c.html", "<html><head><script type=\"application/ld+json\">" + new string('[', 1_000_000) + "</script></head><body><p>x</p>");
    }

    [Fact]
    public void Bombs()
    {
        byte[] zeros = Gzip(new byte[400 * 1024 * 1024]);
        Reading.Fails("HS1002", Assert.Single(Survive(scratch.File("a.html.gz", zeros))));
        Survive(scratch.File("a.jsonl.gz", zeros));
        Survive(scratch.File("a.warc.gz", zeros));
        Survive(scratch.File("b.warc.gz", Gzip(Gzip(new byte[100 * 1024 * 1024]))));
    }

    [Fact]
    public void Lines_of_a_hundred_megabytes()
    {
        string path = Path.Combine(scratch.Folder, "a.jsonl");
        using (var file = File.Create(path))
        {
            file.Write("{\"text\":\""u8);
            var piece = new byte[1024 * 1024];
            Array.Fill(piece, (byte)'a');
            for (int i = 0; i < 100; i++) file.Write(piece);
            file.Write("\"}\n{\"id\":\"2\",\"text\":\"b\"}\n"u8);
        }
        var readings = Survive(path);
        Reading.Fails("HS1009", readings[0]);
        Assert.Equal("2", readings[1].Article?.Id);
        File.Move(path, Path.ChangeExtension(path, ".csv"));
        Survive(Path.ChangeExtension(path, ".csv"));
        File.Move(Path.ChangeExtension(path, ".csv"), Path.ChangeExtension(path, ".xml"));
        Survive(Path.ChangeExtension(path, ".xml"));
        File.Move(Path.ChangeExtension(path, ".xml"), Path.ChangeExtension(path, ".eml"));
        Survive(Path.ChangeExtension(path, ".eml"));
    }

    [Theory]
    [InlineData(".txt")]
    [InlineData(".html")]
    [InlineData(".jsonl")]
    [InlineData(".xml")]
    [InlineData(".csv")]
    [InlineData(".eml")]
    [InlineData(".warc")]
    public void Zeros_noise_and_nesting_in_every_format(string extension)
    {
        var noise = new byte[2 * 1024 * 1024];
        Survive(scratch.File("zeros" + extension, noise));
        new Random(3).NextBytes(noise);
        Survive(scratch.File("noise" + extension, noise));
        foreach (string piece in (string[])["[", "{\"a\":", "<a>", "<![CDATA[", "\"", "a:\n", "--b\n", "\uFEFF"])
            Survive("nested" + extension, string.Concat(Enumerable.Repeat(piece, piece.EndsWith('\n') ? 5_000 : 200_000)));
    }

    [Fact]
    public void Charsets_that_are_tricks()
    {
        foreach (string charset in (string[])["utf-7", "utf-16", "utf-32", "utf-8", "none-such", "x-user-defined", "hz-gb-2312", "iso-2022-kr", new string('a', 10_000)])
        {
            byte[] page = [.. Encoding.ASCII.GetBytes($"<html><head><meta charset=\"{charset}\"></head><body><p>+ADw-script+AD4- and more words of a story </p>"), 0xFF, 0xFE, 0xC0, 0x80];
            Survive(scratch.File("a.html", page));
        }
        Survive(scratch.File("odd.txt", [0xFF, 0xFE, 0x00]));
        Survive(scratch.File("half.txt", [0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x41]));
        Survive(scratch.File("wide.txt", [0xFF, 0xFE, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 1]));
        Survive(scratch.File("half.json", [0xFF, 0xFE, 0x7B]));
    }

    [Fact]
    public void Archives_whose_headers_never_end_or_lie()
    {
        Survive("a.warc", "WARC/1.0\r\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"H{i}: v\r\n")) + "\r\n");
        Survive("b.warc", "WARC/1.0\r\n" + new string('a', 5_000_000));
        Survive("c.warc", string.Concat(Enumerable.Repeat("WARC/1.0\r\nContent-Length: 0\r\n\r\n", 20_000)));
        Survive("d.warc", string.Concat(Enumerable.Repeat("WARC/1.0\r\n\r\n", 20_000)));
        Survive(scratch.File("e.warc.gz", [.. Enumerable.Repeat((byte[])[0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], 100_000).SelectMany(b => b)]));
        Survive("f.warc", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://f.example/\r\nContent-Length: 16000000\r\n\r\nHTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("a: b\r\n", 500_000)));
    }
}
