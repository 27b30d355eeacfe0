using System.Text;
using Hearsay.Articles;

namespace Hearsay.Tests.Articles;

public sealed class JsonLinesTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Every_field_is_taken_over()
    {
        var article = Reading.Clean(Reading.One(scratch.File("a.jsonl",
            "{\"id\":\"k-7\",\"outlet\":\"The Fjord Times\",\"title\":\"T\",\"publishedOn\":\"2024-03-12\",\"url\":\"https://f.example/\",\"text\":\"Line one.\\r\\nLine two.\"}")));
        Assert.Equal(new Article
        {
            Id = "k-7", Outlet = "The Fjord Times", Title = "T", PublishedOn = new(2024, 3, 12), Url = "https://f.example/", Text = "Line one.\r\nLine two.",
        }, article);
    }

    [Theory]
    [InlineData("published")]
    [InlineData("date")]
    [InlineData("publishedOn")]
    public void The_day_goes_by_three_names(string field) =>
        Assert.Equal(new DateOnly(2024, 3, 12), Reading.Clean(Reading.One(scratch.File("a.jsonl", $"{{\"{field}\":\"2024-03-12T08:00:00Z\",\"text\":\"x\"}}"))).PublishedOn);

    [Fact]
    public void A_number_may_be_an_id_and_a_wrong_field_is_a_warning()
    {
        var article = Reading.Warns("HS1010", Reading.One(scratch.File("a.jsonl", "{\"id\":17,\"outlet\":[1],\"text\":\"x\"}")));
        Assert.Equal("17", article.Id);
        Assert.Null(article.Outlet);
    }

    [Fact]
    public void Without_an_id_it_is_a_hash_of_the_text()
    {
        var readings = Reading.All(scratch.File("a.jsonl", "{\"text\":\"x\"}\n{\"text\":\"x\"}\n{\"text\":\"y\"}\n"));
        Assert.Equal(readings[0].Article!.Id, readings[1].Article!.Id);
        Assert.NotEqual(readings[0].Article!.Id, readings[2].Article!.Id);
    }

    [Theory]
    [InlineData("{\n  \"id\": \"1\",\n  \"text\": \"pretty printed\"\n}\n", 1)]
    [InlineData("{\"id\": \"1\",\n\"text\": \"over two lines\"}", 1)]
    [InlineData("[{\"id\":\"1\",\"text\":\"a\"},{\"id\":\"2\",\"text\":\"b\"}]", 2)]
    [InlineData("[\n{\"id\":\"1\",\"text\":\"a\"},\n{\"id\":\"2\",\"text\":\"b\"}\n]\n", 2)]
    public void A_json_document_is_read_as_well(string json, int articles) =>
        Assert.Equal(articles, Reading.All(scratch.File("a.json", json)).Count(r => r.Article is not null));

    [Fact]
    public void A_mark_at_the_beginning_of_the_file_and_utf_16_are_understood()
    {
        const string Line = "{\"id\":\"1\",\"text\":\"Erdoğan\"}\n";
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Line)];
            Assert.Equal("Erdoğan", Reading.Clean(Reading.One(scratch.File("a.jsonl", bytes))).Text);
        }
    }

    [Fact]
    public void Standard_input_is_told_by_how_it_begins()
    {
        Assert.Equal(2, Reading.StandardInput("{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"text\":\"b\"}\n").Count);
        Assert.Equal("Just a text.", Assert.Single(Reading.StandardInput("Just a text.")).Article!.Text);
        Assert.Equal("[Update] A text.", Assert.Single(Reading.StandardInput("[Update] A text.")).Article!.Text);
        string page = "<!DOCTYPE html><html><body><article>" + string.Concat(Enumerable.Repeat("<p>The minister met the president of the council on Monday and they spoke for two hours.</p>", 4)) + "</article></body></html>";
        Assert.DoesNotContain("<", Assert.Single(Reading.StandardInput(page)).Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_user_says_fills_in_only_what_the_input_lacks()
    {
        string path = scratch.File("a.jsonl", "{\"text\":\"x\",\"outlet\":\"Own\"}\n{\"text\":\"y\"}\n");
        var articles = new ArticleReader(new("Given", new DateOnly(2020, 1, 2))).Open([path]).Select(i => i.Read().Article!).ToList();
        Assert.Equal(["Own", "Given"], articles.Select(a => a.Outlet));
        Assert.All(articles, a => Assert.Equal(new DateOnly(2020, 1, 2), a.PublishedOn));
    }
}
