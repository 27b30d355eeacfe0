using System.Text;
using Hearsay.Articles;

namespace Hearsay.Tests.Articles;

/// <summary>Every way in which an input can be unusable has a code, a place and a remedy, and no exception.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_missing_file() => Reading.Fails("HS1001", Reading.One(Path.Combine(scratch.Folder, "none.txt")));

    [Fact]
    public void A_file_that_may_not_be_read()
    {
        string path = scratch.File("secret.txt", "text");
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) path = "/proc/self/mem"; // root reads everything else
        else System.IO.File.SetUnixFileMode(path, UnixFileMode.None);
        if (!System.IO.File.Exists(path)) return;
        Reading.Fails("HS1002", Reading.One(path));
    }

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.txt", " \n\t\n")]
    [InlineData("a.txt", "Title: Only a header\n\n")]
    [InlineData("a.jsonl", "")]
    [InlineData("a.jsonl", "\n\n")]
    [InlineData("a.json", "[]")]
    [InlineData("a.jsonl", "{\"text\":\"  \"}")]
    [InlineData("a.html", "")]
    public void An_empty_file(string name, string content) => Reading.Fails("HS1003", Reading.One(scratch.File(name, content)));

    [Fact]
    public void Empty_standard_input() => Reading.Fails("HS1003", Assert.Single(Reading.StandardInput("")));

    [Fact]
    public void Binary_data()
    {
        var bytes = new byte[4096];
        new Random(7).NextBytes(bytes);
        Reading.Fails("HS1004", Reading.One(scratch.File("a.txt", bytes)));
    }

    [Fact]
    public void A_pdf_is_called_a_pdf()
    {
        var reading = Reading.One(scratch.File("a.txt", "%PDF-1.7\nbinary follows"));
        Reading.Fails("HS1004", reading);
        Assert.Contains("PDF", reading.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_five_megabytes() =>
        Reading.Fails("HS1005", Reading.One(scratch.File("a.txt", new string('a', 6 * 1024 * 1024))));

    [Fact]
    public void A_text_over_a_million_characters() =>
        Reading.Fails("HS1006", Reading.One(scratch.File("a.txt", new string('a', 1_000_001))));

    [Fact]
    public void Ten_megabytes_on_one_line_of_json_lines_do_not_stop_the_next()
    {
        var readings = Reading.All(scratch.File("a.jsonl", $"{{\"text\":\"{new string('a', 10 * 1024 * 1024)}\"}}\n{{\"id\":\"2\",\"text\":\"b\"}}\n"));
        Assert.Equal(2, readings.Count);
        Reading.Fails("HS1006", readings[0]);
        Assert.Equal("2", readings[1].Article?.Id);
    }

    [Fact]
    public void A_line_over_the_limit_is_passed_over_without_being_held()
    {
        var readings = Reading.All(scratch.File("a.jsonl", $"{{\"text\":\"{new string('a', 17 * 1024 * 1024)}\"}}\n{{\"id\":\"2\",\"text\":\"b\"}}\n"));
        Reading.Fails("HS1009", readings[0]);
        Assert.EndsWith(":1", readings[0].Place, StringComparison.Ordinal);
        Assert.Equal("2", readings[1].Article?.Id);
    }

    [Theory]
    [InlineData("{\"text\": ", "HS1007")]
    [InlineData("nonsense", "HS1007")]
    [InlineData("{\"text\":\"half a pair: \\ud800\"}", "HS1007")]
    [InlineData("{\"id\":\"x\"}", "HS1008")]
    [InlineData("{\"text\":5}", "HS1008")]
    [InlineData("{\"text\":null}", "HS1008")]
    [InlineData("\"text\"", "HS1008")]
    [InlineData("{\"text\":\"\"}", "HS1003")]
    public void A_bad_line_is_named_and_the_rest_is_read(string line, string code)
    {
        var readings = Reading.All(scratch.File("a.jsonl", $"{{\"id\":\"1\",\"text\":\"a\"}}\n{line}\n{{\"id\":\"3\",\"text\":\"c\"}}\n"));
        Assert.Equal(3, readings.Count);
        Assert.Equal("1", readings[0].Article?.Id);
        Reading.Fails(code, readings[1]);
        Assert.EndsWith("a.jsonl:2", readings[1].Place, StringComparison.Ordinal);
        Assert.Equal("3", readings[2].Article?.Id);
    }

    [Fact]
    public void A_mixed_directory_is_read_in_order_and_the_rest_is_noted()
    {
        scratch.File("b.txt", "Text b.");
        scratch.File("a/z.jsonl", "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"text\":\"y\"}\n");
        scratch.File("picture.png", [0x89, 0x50, 0x4E, 0x47]);
        scratch.File("c.txt", "");
        var readings = Reading.All(scratch.Folder);
        Assert.Equal(["z.jsonl:1", "z.jsonl:2", "b.txt", "c.txt", "picture.png"], readings.Select(r => Path.GetFileName(r.Place)));
        Assert.True(readings[4].Skipped);
        Assert.Equal("HS1017", readings[4].Diagnostics[0].Code);
        Reading.Fails("HS1003", readings[3]);
        Assert.All(readings.Take(3), r => Assert.NotNull(r.Article));
    }

    [Fact]
    public void A_directory_without_articles()
    {
        scratch.File("picture.png", [1]);
        Reading.Fails("HS1018", Reading.All(scratch.Folder)[^1]);
    }

    [Fact]
    public void An_article_in_another_language_is_a_warning() =>
        Reading.Warns("HS1019", Reading.One(scratch.File("a.jsonl", "{\"text\":\"Der Minister sprach.\",\"language\":\"de\"}")));

    [Theory]
    [InlineData("<div>", 600, "HS1013")]
    [InlineData("<a><b>", 5_000, "HS1013")]
    [InlineData("<p>x", 60_000, "HS1014")]
    public void A_page_made_to_exhaust_the_parser_is_refused_at_once(string piece, int times, string code)
    {
        var html = new StringBuilder("<!doctype html><html><body>");
        for (int i = 0; i < times; i++) html.Append(piece);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Reading.Fails(code, Reading.One(scratch.File("a.html", html.ToString())));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("<!doctype html><html><head><title>Shop</title></head><body><div id=app></div><script>start()</script></body></html>")]
    [InlineData("<html")]
    [InlineData("<html><body><<<>>><!-- never closed")]
    public void A_page_without_an_article(string html) => Reading.Fails("HS1016", Reading.One(scratch.File("a.html", html)));

    [Fact]
    public void Nothing_a_fuzzer_writes_throws()
    {
        byte[][] seeds = ["{\"id\":\"1\",\"text\":\"a b c\"}\n"u8.ToArray(), "<html><body><article><p>Text</p></article></body></html>"u8.ToArray(), "Title: x\n\nText.\n"u8.ToArray()];
        var random = new Random(11);
        for (int round = 0; round < 600; round++)
        {
            byte[] bytes = [.. seeds[round % 3]];
            for (int i = random.Next(1, 6); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (round % 5 == 0) bytes = bytes[..random.Next(bytes.Length)];
            foreach (var reading in Reading.StandardInput(bytes)) Assert.True(reading.Article is not null || reading.Diagnostics.Count > 0);
        }
    }
}
