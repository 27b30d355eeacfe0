using Hearsay.Articles;
using Hearsay.Articles.Feeds;

namespace Hearsay.Tests.Articles;

public sealed class FeedTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private static Feed Clean(string text)
    {
        var diagnostics = new List<Diagnostic>();
        var feed = FeedReader.Read(text, "https://f.example/feed", "feed", diagnostics);
        Assert.Empty(diagnostics);
        return Assert.IsType<Feed>(feed);
    }

    [Fact]
    public void Rss_2_with_its_extensions()
    {
        var feed = Clean("""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Fjord Times</title><language>en-gb</language>
            <image><title>Logo</title></image>
            <item><title>Ministers meet &amp; talk</title><link>/story/1</link><guid isPermaLink="false">s-1</guid><pubDate>Mon, 12 Mar 2024 08:00:00 EST</pubDate>
            <description>Short.</description><content:encoded><![CDATA[<p>The ministers met.</p><p>They talked.</p>]]></content:encoded><dc:creator>Amina Noor</dc:creator></item>
            <item><link>https://f.example/story/2</link><description>Only a summary</description></item></channel></rss>
            """);
        Assert.Equal(("Fjord Times", "en-gb"), (feed.Title, feed.Language));
        Assert.Equal(new FeedItem("s-1", "https://f.example/story/1", "Ministers meet & talk", "<p>The ministers met.</p><p>They talked.</p>", new(2024, 3, 12), "Amina Noor"), feed.Items[0]);
        Assert.Equal("https://f.example/story/2", feed.Items[1].Id);
    }

    [Fact]
    public void Rss_1_and_atom_and_json_feed()
    {
        var rdf = Clean("""<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel><title>Fjord</title></channel><item rdf:about="x"><title>One</title><link>https://f.example/1</link><dc:date>2024-03-12T08:00:00Z</dc:date></item></rdf:RDF>""");
        Assert.Equal(("Fjord", "One", new DateOnly(2024, 3, 12)), (rdf.Title, rdf.Items[0].Title, rdf.Items[0].PublishedOn));
        var atom = Clean("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">Fjord</title><entry><id>urn:1</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; step</title>
            <link rel="self" href="/self"/><link href="/1"/><updated>2024-03-13T00:00:00Z</updated><published>2024-03-12T00:00:00Z</published>
            <author><name>Jo Hale</name></author><content type="xhtml"><div><p>One.</p><p>Two.</p></div></content></entry></feed>
            """);
        Assert.Equal(("urn:1", "https://f.example/1", "A bold step", new DateOnly(2024, 3, 12), "Jo Hale"), (atom.Items[0].Id, atom.Items[0].Link, atom.Items[0].Title, atom.Items[0].PublishedOn, atom.Items[0].Author));
        Assert.Contains("<p>One.</p>", atom.Items[0].Content, StringComparison.Ordinal);
        var json = Clean("""{"version":"https://jsonfeed.org/version/1.1","title":"Fjord","items":[{"id":7,"url":"https://f.example/1","title":"One","content_text":"a < b","date_published":"2024-03-12T10:00:00Z","authors":[{"name":"Jo"}]}]}""");
        Assert.Equal(("7", "a &lt; b", "Jo"), (json.Items[0].Id, json.Items[0].Content, json.Items[0].Author));
    }

    [Theory]
    [InlineData("\n\n  junk <?xml version=\"1.0\"?><rss><channel><item><title>Fish &amp; chips</title><link>https://f.example/1</link></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss PUBLIC \"-//x\" \"http://nowhere.example/rss.dtd\"><rss><channel><item><title>Fish &amp; chips</title><link>https://f.example/1</link></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>Fish & chips</title><link>https://f.example/1</link></item></channel></rss>")]
    [InlineData("<rss><channel><media:x/><item><media:title>Fish&nbsp;&amp;&nbsp;chips</media:title><link> https://f.example/1 </link></item></channel></rss>")]
    [InlineData("<rss><channel><item><title><![CDATA[Fish & chips]]></title><link>https://f.example/1</link><x>\u0001</x></item></channel></rss>")]
    public void The_usual_defects_are_forgiven(string text)
    {
        var item = Assert.Single(Clean(text).Items);
        Assert.Equal(("Fish & chips", "https://f.example/1"), (item.Title, item.Link));
    }

    [Fact]
    public void A_feed_that_breaks_off_gives_the_entries_before()
    {
        var diagnostics = new List<Diagnostic>();
        var feed = FeedReader.Read("<rss><channel><item><title>One</title></item><item><title>Two</titel></item></channel></rss>", null, "feed", diagnostics);
        Assert.Equal("One", Assert.Single(feed!.Items).Title);
        Assert.Equal("HS1028", Assert.Single(diagnostics).Code);
    }

    [Theory]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("no markup")]
    [InlineData("{\"items\":7}")]
    [InlineData("{\"items\":")]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>")]
    public void What_is_no_feed_is_refused(string text)
    {
        var diagnostics = new List<Diagnostic>();
        Assert.Null(FeedReader.Read(text, null, "feed", diagnostics));
        Assert.Equal("HS1027", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void The_entries_of_a_feed_file_are_articles()
    {
        var readings = Reading.All(scratch.File("feed.xml", """
            <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Fjord Times</title>
            <item><guid>s-1</guid><title>Ministers meet</title><description>&lt;p&gt;The ministers met on Monday.&lt;/p&gt;&lt;p&gt;They talked.&lt;/p&gt;</description><pubDate>12 Mar 2024</pubDate></item>
            <item><guid>s-2</guid></item></channel></rss>
            """));
        var article = Reading.Clean(readings[0]);
        Assert.Equal(("s-1", "Fjord Times", new DateOnly(2024, 3, 12)), (article.Id, article.Outlet, article.PublishedOn));
        Assert.Equal("Ministers meet\n\nThe ministers met on Monday.\n\nThey talked.", article.Text);
        Reading.Fails("HS1003", readings[1]);
        Assert.Equal("One", Assert.Single(Reading.All(scratch.File("feed.json", """{"version":"https://jsonfeed.org/version/1","title":"F","items":[{"id":"1","title":"One","content_html":"<p>Two</p>"}]}"""))).Article?.Title);
    }

    [Fact]
    public void Lists_of_feeds_are_opml_or_lines()
    {
        Assert.Equal([("https://a.example/feed", "A"), ("https://b.example/feed", null)], FeedList.Read("""
            <?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline type="rss" text="A" xmlUrl="https://a.example/feed"/></outline><outline xmlUrl="https://b.example/feed"/><outline xmlUrl="file:///etc/passwd"/></body></opml>
            """));
        Assert.Equal([("https://a.example/feed", null)], FeedList.Read("# mine\nhttps://a.example/feed\nhttps://a.example/feed\nnot an address\n"));
        Assert.Throws<InvalidDataException>(() => FeedList.Read("# none\n"));
        Assert.Throws<InvalidDataException>(() => FeedList.Read("<opml><body>"));
    }
}
