using System.IO.Compression;
using System.Net;
using System.Text;
using Hearsay.Articles;
using Hearsay.Articles.Fetching;

namespace Hearsay.Tests.Articles;

public sealed class FetchingTests : IDisposable
{
    private readonly TestServer server = new();
    private readonly PageFetcher fetcher;

    public FetchingTests() => fetcher = new PageFetcher(new FetchRules { AlsoAllowed = [server.EndPoint], Timeout = TimeSpan.FromSeconds(3) });

    public void Dispose()
    {
        fetcher.Dispose();
        server.Dispose();
    }

    private Task<FetchedPage> Fetch(string address) => fetcher.FetchAsync(address, stop: TestContext.Current.CancellationToken);

    private static void Refused(FetchedPage page, string reason)
    {
        Assert.Empty(page.Content);
        Assert.Equal("HS1032", page.Fault?.Code);
        Assert.Contains(reason, page.Fault!.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.0.1")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2001:0:4136:e378::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void Addresses_that_are_not_of_the_open_internet(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("2a00:1450:4001::1")]
    [InlineData("2606:2800:220:1::1")]
    public void Addresses_of_the_open_internet(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("file:///etc/passwd", "only http and https")]
    [InlineData("ftp://f.example/", "only http and https")]
    [InlineData("gopher://127.0.0.1/", "only http and https")]
    [InlineData("/relative", "only http and https")]
    [InlineData("relative", "no absolute address")]
    [InlineData("http://user:secret@8.8.8.8/", "user name")]
    [InlineData("http://127.0.0.1/", "not a public address")]
    [InlineData("http://localhost/", "not a public address")]
    [InlineData("http://2130706433/", "not a public address")]
    [InlineData("http://0x7f.1/", "not a public address")]
    [InlineData("http://[::1]/", "not a public address")]
    [InlineData("http://[::ffff:127.0.0.1]/", "not a public address")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "not a public address")]
    public async Task Addresses_that_are_not_fetched(string address, string reason) => Refused(await Fetch(address), reason);

    [Fact]
    public async Task A_page_comes_with_its_type_and_validators()
    {
        server.Answer("/a", "<p>Hello</p>", "ETag: \"7\"\r\nLast-Modified: Tue, 12 Mar 2024 08:00:00 GMT\r\n", type: "text/html; charset=windows-1252");
        var page = await Fetch(server.Address("/a"));
        Assert.Null(page.Fault);
        Assert.Equal(("<p>Hello</p>", 200, "text/html", "windows-1252", "\"7\""), (Encoding.UTF8.GetString(page.Content), page.Status, page.MediaType, page.Charset, page.ETag));
        server.Answer("/a", "", status: "304 Not Modified");
        Assert.True((await fetcher.FetchAsync(server.Address("/a"), page.ETag, page.LastModified, TestContext.Current.CancellationToken)).NotModified);
        Assert.Contains("If-None-Match: \"7\"", server.Requests.Last(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("If-Modified-Since: Tue, 12 Mar 2024 08:00:00 GMT", server.Requests.Last(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_each_is_checked()
    {
        for (int i = 0; i < 6; i++) server.Answer($"/{i}", "", $"Location: /{i + 1}\r\n", "302 Found");
        server.Answer("/6", "there");
        Assert.Equal(server.Address("/6"), (await Fetch(server.Address("/1"))).Address);
        Refused(await Fetch(server.Address("/0")), "more than 5 times");
        server.Answer("/in", "", "Location: http://10.0.0.1/\r\n", "302 Found");
        Refused(await Fetch(server.Address("/in")), "not a public address");
        server.Answer("/file", "", "Location: file:///etc/passwd\r\n", "301 Moved");
        Refused(await Fetch(server.Address("/file")), "only http and https");
        server.Answer("/port", "", $"Location: http://127.0.0.1:{server.EndPoint.Port + 1}/\r\n", "307 Temporary");
        Refused(await Fetch(server.Address("/port")), "not a public address");
    }

    [Fact]
    public async Task An_answer_that_grows_too_large_is_given_up_packed_or_not()
    {
        server.Answer("/large", new string('a', 6 * 1024 * 1024));
        Refused(await Fetch(server.Address("/large")), "larger than 5 MB");
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Optimal)) packer.Write(new byte[50 * 1024 * 1024]);
        server.Answers["/bomb"] = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.ToArray().Length}\r\nConnection: close\r\n\r\n"), .. packed.ToArray()];
        Refused(await Fetch(server.Address("/bomb")), "larger than 5 MB");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "")]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "500")]
    [InlineData("nonsense\r\n\r\n", "")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\nnot packed", "")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffff\r\n", "")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhang", "")]
    public async Task Servers_that_lie_or_hang_give_a_fault(string answer, string reason)
    {
        server.Answers["/"] = Encoding.ASCII.GetBytes(answer);
        Refused(await Fetch(server.Address("/")), reason);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /private\n", "/private/x", false)]
    [InlineData("User-agent: *\nDisallow: /private\n", "/public", true)]
    [InlineData("User-agent: *\nDisallow:\n", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: hearsay\nAllow: /\n", "/x", true)]
    [InlineData("User-agent: other\nUser-agent: Hearsay\nDisallow: /x # not this\n", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: *x*x*x*x*y\n", "/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", true)]
    [InlineData("garbage", "/x", true)]
    public void Robots_txt_is_understood(string text, string path, bool allowed) => Assert.Equal(allowed, RobotsRules.Parse(text, "Hearsay").Allows(path));

    [Fact]
    public async Task Robots_txt_is_asked_once_and_obeyed()
    {
        server.Answer("/robots.txt", "User-agent: *\nDisallow: /no\nCrawl-delay: 0.2\n", type: "text/plain");
        server.Answer("/yes", "fine");
        var polite = new PoliteFetcher(fetcher) { Pause = TimeSpan.Zero };
        Assert.Null((await polite.FetchAsync(server.Address("/yes"), stop: TestContext.Current.CancellationToken)).Fault);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Null((await polite.FetchAsync(server.Address("/yes"), stop: TestContext.Current.CancellationToken)).Fault);
        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(0.15), $"{clock.Elapsed}");
        Assert.Equal("HS1033", (await polite.FetchAsync(server.Address("/no"), stop: TestContext.Current.CancellationToken)).Fault?.Code);
        Assert.Equal(["/robots.txt", "/yes", "/yes"], server.Paths);
    }

    [Fact]
    public async Task A_site_that_cannot_say_is_left_alone_and_one_without_robots_txt_is_not()
    {
        server.Answer("/robots.txt", "", status: "503 Busy");
        Assert.Equal("HS1033", (await new PoliteFetcher(fetcher).FetchAsync(server.Address("/a"), stop: TestContext.Current.CancellationToken)).Fault?.Code);
        server.Answers.Clear();
        server.Answer("/a", "fine");
        Assert.Null((await new PoliteFetcher(fetcher).FetchAsync(server.Address("/a"), stop: TestContext.Current.CancellationToken)).Fault);
    }
}
