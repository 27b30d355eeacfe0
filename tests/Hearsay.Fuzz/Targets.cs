using System.Text;
using Hearsay.Articles;
using Hearsay.Articles.Archives;
using Hearsay.Articles.Feeds;
using Hearsay.Articles.Pages;

namespace Hearsay.Fuzz;

/// <summary>
/// The readers that meet bytes of strangers, each as a function of bytes that must return whatever they are: any exception
/// is a fault of the program. The seeds are small inputs of the right kind, from which a fuzzer starts.
/// </summary>
internal static class Targets
{
    private static readonly string[] HtmlSeeds =
    [
        "<html lang=en><head><title>T</title><meta property=\"og:title\" content=\"A &amp; B\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-12T10:00:00Z\",\"author\":[{\"name\":\"A\"}]}</script></head><body><article><h1>H</h1><p>By A, 12 March 2024</p><p>Some words that are read by people.</p></article></body></html>",
        "<table><tr><td><p>a<b><i>c</b></i><svg><path/></svg><select><option>x<br/>&#x41;&nbsp;<!--c--><time datetime=2024-03-12>", "<?xml version=\"1.0\"?><!DOCTYPE html><p>x</p><template><form><input></form></template><iframe><style>a{}</style>",
    ];

    private static readonly string[] FeedSeeds =
    [
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>F</title><item><title>A &amp; B</title><link>/1</link><guid>g</guid><pubDate>12 Mar 2024</pubDate><description><![CDATA[<p>x</p>]]></description></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id><title type=\"html\">T</title><link rel=\"alternate\" href=\"https://f.example/1\"/><content type=\"xhtml\"><div><p>x</p></div></content><updated>2024-03-12</updated></entry></feed>",
        "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"F\",\"items\":[{\"id\":1,\"url\":\"https://f.example/1\",\"content_html\":\"<p>x</p>\",\"authors\":[{\"name\":\"A\"}]}]}",
    ];

    private static readonly string[] WarcSeeds =
    [
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://f.example/\r\nContent-Length: 92\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n\r\n\r\nWARC/1.1\r\nWARC-Type: request\r\nContent-Length: 3\r\n\r\nGET\r\n\r\n",
        "WARC/1.0\nWARC-Type: resource\n folded\nContent-Type: text/plain; charset=\"utf-8\"\nWARC-Target-URI: <http://f.example/>\nContent-Length: 4\n\ntext\n\n",
    ];

    private static readonly string[] DateSeeds =
        ["2024-03-12T10:00:00Z", "Tue, 12 Mar 2024 08:00:00 GMT", "12th of March, 2024", "Mar. 12, 2024", "01:38:07 PM IST Nov 20, 2019", "20240312", "13/3/24", "Tue Mar 12 08:00:00 UTC 2024"];

    /// <summary>By name: what is run, and what it starts from.</summary>
    public static readonly Dictionary<string, (Action<byte[]> Run, string[] Seeds)> All = new()
    {
        ["html"] = (Html, HtmlSeeds), ["feed"] = (Feed, FeedSeeds), ["warc"] = (Warc, WarcSeeds), ["date"] = (Date, DateSeeds),
    };

    private static void Html(byte[] bytes) => new FormatReader(new()).Page(bytes, null, "https://f.example/2024/03/12/x", "page");

    private static void Feed(byte[] bytes)
    {
        foreach (var reading in FeedArticles.Read(Encoding.UTF8.GetString(bytes), "https://f.example/", "feed")) _ = reading.Article;
    }

    // Packed and not: damaged gzip data have to be survived as well.
    private static void Warc(byte[] bytes)
    {
        bool packed = GzipMembers.IsGzip(bytes);
        using Stream stream = packed ? new GzipMembers(new MemoryStream(bytes)) : new MemoryStream(bytes);
        foreach (var input in ArchiveReader.Inputs(stream, "archive", (body, _, charset, url, id, place) => new(place, null, []))) _ = input.Read();
    }

    private static void Date(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        _ = PublicationDate.Parse(text);
        _ = DateScanner.Find(text);
        _ = PageDate.InAddress("https://f.example/" + text);
    }
}
