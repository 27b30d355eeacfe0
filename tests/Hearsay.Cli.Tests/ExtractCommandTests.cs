using System.Text.Json;

namespace Hearsay.Cli.Tests;

public sealed class ExtractCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public void One_line_for_each_page_in_their_order()
    {
        string good = shell.File("good.html", "<html><body><article>" + string.Concat(Enumerable.Repeat("<p>The minister met the president of the council on Monday and they spoke for two hours.</p>", 4)) + "</article></body></html>");
        string bad = shell.File("bad.html", "<html><body></body></html>");
        var (code, output, error) = shell.Run("extract", bad, good, "--url", "https://f.example/2024/03/12/x", "--format", "json");
        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Contains("HS1016", error, StringComparison.Ordinal);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("article")).ToList();
        Assert.Equal(JsonValueKind.Null, lines[0].ValueKind);
        Assert.Equal("2024-03-12", lines[1].GetProperty("publishedOn").GetString());
        Assert.Equal("https://f.example/2024/03/12/x", lines[1].GetProperty("url").GetString());
    }

    [Fact]
    public void What_a_page_says_of_itself_is_shown()
    {
        string page = shell.File("page.html", "<html><head><meta property=article:published_time content=2024-03-12T10:00:00+01:00><meta name=author content=\"By Amina Noor\"><meta property=article:section content=World><meta name=description content=Fish></head><body><article>"
            + string.Concat(Enumerable.Repeat("<p>The minister met the president of the council on Monday and they spoke for two hours.</p>", 4)) + "</article></body></html>");
        var article = JsonDocument.Parse(shell.Run("extract", page).Out).RootElement.GetProperty("article");
        Assert.Equal(("2024-03-12T10:00:00+01:00", "Amina Noor", "World", "Fish"),
            (article.GetProperty("publishedAt").GetString(), article.GetProperty("byline").GetString(), article.GetProperty("section").GetString(), article.GetProperty("dek").GetString()));
    }

    [Theory]
    [InlineData("--url", "ftp://x")]
    [InlineData("--format", "xml")]
    public void What_is_not_offered_is_a_usage_error(string option, string value) =>
        Assert.Equal(ExitCode.Usage, shell.Run("extract", "a.html", option, value).Code);
}
