using Hearsay.Articles;

namespace Hearsay.Tests.Articles;

public sealed class OtherInputTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private List<ArticleReading> Read(string name, string content, string? columns = null) =>
        [.. new ArticleReader(new() { Columns = columns is null ? ColumnMap.Own : ColumnMap.Parse(columns).Map! }).Open([scratch.File(name, content)]).Select(i => i.Read())];

    [Theory]
    [InlineData("id,title,published,text\n1,\"One, two\",2024-03-12,\"First line.\nSecond \"\"line\"\".\"\n")]
    [InlineData("ID;Title;Date;Text\n1;One, two;12 March 2024;\"First line.\nSecond \"\"line\"\".\"\n")]
    [InlineData("\uFEFFtitle\tid\tdate\ttext\nOne, two\t1\t20240312\t\"First line.\nSecond \"\"line\"\".\"\n")]
    public void A_table_gives_an_article_a_row(string content)
    {
        var article = Reading.Clean(Assert.Single(Read("a.csv", content)));
        Assert.Equal(("1", "One, two", new DateOnly(2024, 3, 12), "First line.\nSecond \"line\"."), (article.Id, article.Title, article.PublishedOn, article.Text));
    }

    [Fact]
    public void A_map_says_which_column_and_which_property_holds_what()
    {
        Assert.Equal("Words.", Reading.Clean(Read("a.csv", "body,day\nWords.,2024-03-12\n", "text=body,publishedOn=day")[0]).Text);
        var article = Reading.Clean(Read("a.jsonl", "{\"body\":\"Words.\",\"day\":\"2024-03-12\",\"key\":9}\n", "text=body, publishedOn=day, id=key")[0]);
        Assert.Equal(("9", new DateOnly(2024, 3, 12)), (article.Id, article.PublishedOn));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("text=")]
    [InlineData("=body")]
    [InlineData("body=text")]
    [InlineData("")]
    public void A_map_that_cannot_be_read_says_why(string written) => Assert.NotNull(ColumnMap.Parse(written).Fault);

    [Fact]
    public void Tables_that_cannot_be_read_say_why()
    {
        Reading.Fails("HS1030", Assert.Single(Read("a.csv", "id,title\n1,x\n")));
        Reading.Fails("HS1003", Assert.Single(Read("a.csv", "id,text\n")));
        Reading.Fails("HS1003", Read("a.csv", "id,text\n1,\n2,Words.\n")[0]);
        Assert.Equal("2", Read("a.csv", "id,text\n1,\n2,Words.\n")[1].Article?.Id);
        Assert.Contains("HS1030", Read("a.csv", $"id,text\n1,\"{new string('a', 17 * 1024 * 1024)}\n")[0].Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Nitf()
    {
        var article = Reading.Clean(Assert.Single(Read("a.xml", """
            <?xml version="1.0"?><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>T</title><docdata><doc-id id-string="n-1"/><date.issue norm="20240312T101500Z"/></docdata><pubdata name="Fjord Times"/></head>
            <body><body.head><hedline><hl1>Ministers meet</hl1></hedline><byline>By Amina Noor</byline><dateline>OSLO</dateline></body.head><body.content><p>The ministers met.</p><p>They talked.</p></body.content></body></nitf>
            """)));
        Assert.Equal(("n-1", "Ministers meet", "Fjord Times", new DateOnly(2024, 3, 12), "Amina Noor"), (article.Id, article.Title, article.Outlet, article.PublishedOn, article.Byline));
        Assert.Equal("Ministers meet\n\nOSLO - The ministers met.\n\nThey talked.", article.Text);
    }

    [Fact]
    public void NewsML_G2_alone_and_in_a_message()
    {
        const string Item = """
            <newsItem guid="urn:newsml:f:1" xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><provider literal="Fjord Agency"/><versionCreated>2024-03-13T00:00:00Z</versionCreated><firstCreated>2024-03-12T08:00:00+01:00</firstCreated></itemMeta>
            <contentMeta><language tag="en"/><headline>Ministers meet</headline></contentMeta>
            <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The ministers met.</p></body></html></inlineXML></contentSet></newsItem>
            """;
        var article = Reading.Clean(Assert.Single(Read("a.xml", Item)));
        Assert.Equal(("urn:newsml:f:1", "Fjord Agency", new DateOnly(2024, 3, 12), "Ministers meet\n\nThe ministers met."), (article.Id, article.Outlet, article.PublishedOn, article.Text));
        string message = $"<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>{Item}<newsItem guid=\"2\"><contentSet><inlineData>Plain words.</inlineData></contentSet></newsItem></itemSet></newsMessage>";
        Assert.Equal(["urn:newsml:f:1", "2"], Read("b.xml", message).Select(r => r.Article?.Id));
    }

    [Theory]
    [InlineData("<nitf><body>")]
    [InlineData("<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><nitf><body.content><p>&x;</p></body.content></nitf>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    public void Xml_that_is_broken_declares_entities_or_is_something_else_is_refused(string content) => Reading.Fails("HS1029", Assert.Single(Read("a.xml", content)));

    [Fact]
    public void A_message_is_an_article()
    {
        var article = Reading.Clean(Assert.Single(Read("a.eml", "Message-ID: <m-1@f.example>\r\nFrom: =?utf-8?q?Fjord_Times_=C3=98st?= <news@f.example>\r\nDate: Tue, 12 Mar 2024 23:30:00 -0500\r\nSubject: Ministers meet\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe ministers met =\r\nin Oslo.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>The ministers met in Oslo.</p>\r\n--b--\r\n")));
        Assert.Equal(("m-1@f.example", "Fjord Times Øst", new DateOnly(2024, 3, 12), "Ministers meet\n\nThe ministers met in Oslo."), (article.Id, article.Outlet, article.PublishedOn, article.Text));
        Assert.Equal("Hello.", Reading.Clean(Assert.Single(Read("b.eml", "From: a@f.example\nContent-Type: text/html\n\n<p>Hello.</p>\n"))).Text);
        Reading.Fails("HS1003", Assert.Single(Read("c.eml", "From: a@f.example\n\n")));
    }
}
