using System.Text;
using Hearsay.Articles;

namespace Hearsay.Tests.Articles;

/// <summary>Short ways to read inputs in tests.</summary>
internal static class Reading
{
    public static List<ArticleReading> All(params string[] inputs) => [.. new ArticleReader().Open(inputs).Select(i => i.Read())];

    public static ArticleReading One(string input) => Assert.Single(All(input));

    public static List<ArticleReading> StandardInput(string content) => StandardInput(Encoding.UTF8.GetBytes(content));

    public static List<ArticleReading> StandardInput(byte[] content) =>
        [.. new ArticleReader(standardInput: () => new MemoryStream(content)).Open(["-"]).Select(i => i.Read())];

    public static void Fails(string code, ArticleReading reading)
    {
        Assert.Null(reading.Article);
        Assert.False(reading.Skipped);
        var diagnostic = Assert.Single(reading.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(code, diagnostic.Code);
        Assert.NotEmpty(diagnostic.Place);
        Assert.NotEmpty(diagnostic.Remedy);
    }

    public static Article Warns(string code, ArticleReading reading)
    {
        Assert.Contains(reading.Diagnostics, d => d.Code == code && d.Severity == Severity.Warning);
        return Assert.IsType<Article>(reading.Article);
    }

    public static Article Clean(ArticleReading reading)
    {
        Assert.Empty(reading.Diagnostics);
        return Assert.IsType<Article>(reading.Article);
    }
}
