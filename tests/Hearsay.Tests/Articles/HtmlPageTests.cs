using System.Text;
using Hearsay.Articles;

namespace Hearsay.Tests.Articles;

public sealed class HtmlPageTests : IDisposable
{
    private const string Body = """
        <p>OSLO - The ministers of the two countries met on Monday and spoke for three hours about fishing rights in the north.</p>
        <p>"We have come a long way," said the Norwegian minister, Kari Solberg, after the meeting in the old town hall.</p>
        <p>Her counterpart agreed, but said that a treaty was still far off and that boats would go on being inspected.</p>
        """;

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private ArticleReading Read(string head, string body = Body, string attributes = "lang=en") =>
        Reading.One(scratch.File("page.html", $"<!doctype html><html {attributes}><head>{head}</head><body><nav><a href=/>Home</a> <a href=/w>World</a></nav><article><h1>Ministers meet</h1>{body}</article><footer>Subscribe to our newsletter</footer></body></html>"));

    [Fact]
    public void The_body_is_found_and_the_furniture_left_out()
    {
        var article = Reading.Clean(Read("<title>Ministers meet | Fjord Times</title>"));
        Assert.Contains("Kari Solberg, after the meeting", article.Text, StringComparison.Ordinal);
        Assert.Contains("fishing rights in the north.\n\n\"We have come", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("newsletter", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("World", article.Text, StringComparison.Ordinal);
        Assert.Equal("Ministers meet", article.Title);
    }

    [Fact]
    public void Json_ld_is_asked_first()
    {
        var article = Reading.Clean(Read("""
            <meta property="og:title" content="Not this"><meta property="og:site_name" content="nor this">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},
            {"@type":["NewsArticle"],"headline":"Ministers  meet in Oslo","datePublished":"2024-03-12T10:00:00+01:00","publisher":{"@type":"Organization","name":"Fjord Times"}}]}</script>
            """));
        Assert.Equal(("Ministers meet in Oslo", "Fjord Times", new DateOnly(2024, 3, 12)), (article.Title, article.Outlet, article.PublishedOn));
    }

    [Theory]
    [InlineData("<meta property=\"article:published_time\" content=\"2024-03-12T10:00:00Z\">")]
    [InlineData("<meta name=\"date\" content=\"12 March 2024\">")]
    [InlineData("<link rel=canonical href=\"https://f.example/2024/03/12/ministers-meet\">")]
    [InlineData("<script type=\"application/ld+json\">{broken</script><meta itemprop=datePublished content=2024-03-12>")]
    public void The_day_is_found_in_many_places(string head) =>
        Assert.Equal(new DateOnly(2024, 3, 12), Reading.Clean(Read(head)).PublishedOn);

    [Fact]
    public void A_time_element_is_the_last_resort() =>
        Assert.Equal(new DateOnly(2024, 3, 12), Reading.Clean(Read("", "<time datetime=\"2024-03-12\">Tuesday</time>" + Body)).PublishedOn);

    [Fact]
    public void A_page_that_says_nothing_about_itself_has_nulls()
    {
        var article = Reading.Clean(Read(""));
        Assert.Null(article.Outlet);
        Assert.Null(article.PublishedOn);
        Assert.Null(article.Url);
    }

    [Fact]
    public void A_page_that_says_it_is_in_another_language_but_is_not_is_a_warning() =>
        Assert.Equal("en", Reading.Warns("HS1019", Read("", attributes: "lang=de-DE")).Language);

    [Fact]
    public void What_else_a_page_says_of_itself_is_kept()
    {
        var article = Reading.Clean(Read("""
            <meta property="article:section" content="World"><meta name="description" content="Fish and quotas.">
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-12T23:30:00-05:00","author":[{"@type":"Person","name":"Amina Noor"},{"name":"Jo Hale"}]}</script>
            """));
        Assert.Equal(("World", "Fish and quotas.", "Amina Noor, Jo Hale"), (article.Section, article.Dek, article.Byline));
        Assert.Equal(TimeSpan.FromHours(-5), article.PublishedAt?.Offset);
        Assert.Equal(new DateOnly(2024, 3, 12), article.PublishedOn);
    }

    [Theory]
    [InlineData("<p class=byline>By Amina Noor, Published: March 11, 2024 at 9:10 pm EST</p>")]
    [InlineData("<div><span>Updated March 12, 2024 | Posted 11 Mar 2024</span></div>")]
    [InlineData("<div><b>Mon.</b> <b>11th March 2024</b></div>")]
    public void The_day_that_readers_see_is_found(string line) =>
        Assert.Equal(new DateOnly(2024, 3, 11), Reading.Clean(Read("", line + Body)).PublishedOn);

    [Fact]
    public void Where_a_machine_gives_tomorrow_in_Greenwich_the_day_that_readers_see_counts() =>
        Assert.Equal(new DateOnly(2024, 3, 11), Reading.Clean(Read("<meta property=article:published_time content=2024-03-12T02:10:00Z>", "<p class=date>March 11, 2024 9:10 pm</p>" + Body)).PublishedOn);

    [Theory]
    [InlineData("https://f.example/2024/mar/12/ministers")]
    [InlineData("https://f.example/news/ministers-meet-20240312")]
    [InlineData("https://f.example/2024-03-12/ministers")]
    public void The_day_may_stand_in_the_address(string address) =>
        Assert.Equal(new DateOnly(2024, 3, 12), Reading.Clean(Read($"<link rel=canonical href={address}>")).PublishedOn);

    [Fact]
    public void The_declared_charset_is_used_where_utf_8_fails()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string page = $"<html lang=en><head><meta charset=\"windows-1250\"></head><body><article>{Body.Replace("Solberg", "Šolbergová", StringComparison.Ordinal)}</article></body></html>";
        var article = Reading.Warns("HS1011", Reading.One(scratch.File("page.html", Encoding.GetEncoding(1250).GetBytes(page))));
        Assert.Contains("Kari Šolbergová", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("not an address")]
    [InlineData("http://")]
    [InlineData("/relative")]
    public void An_odd_canonical_address_is_no_address(string address) =>
        Assert.Null(Reading.Clean(Read($"<link rel=canonical href=\"{address}\">")).Url);
}
