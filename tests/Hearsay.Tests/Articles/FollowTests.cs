using Hearsay.Articles;
using Hearsay.Articles.Feeds;
using Hearsay.Articles.Fetching;

namespace Hearsay.Tests.Articles;

public sealed class FollowTests : IDisposable
{
    private const string Story = "<html lang=en><body><article><h1>Talks in Oslo</h1><p>OSLO - The ministers of the two countries met on Monday and spoke for three hours about fishing rights in the north.</p><p>They said that a treaty was still far off and that boats would go on being inspected by both sides.</p></article></body></html>";

    private readonly TestServer server = new();
    private readonly Clock clock = new();
    private readonly Scratch scratch = new();
    private readonly PageFetcher fetcher;
    private FollowState state = new();

    public FollowTests() => fetcher = new PageFetcher(new FetchRules { AlsoAllowed = [server.EndPoint] });

    public void Dispose()
    {
        fetcher.Dispose();
        server.Dispose();
        scratch.Dispose();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 3, 12, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private List<ArticleReading> Poll(bool done = true)
    {
        var follower = new FeedFollower(new PoliteFetcher(fetcher, clock) { Pause = TimeSpan.Zero }, state, TimeSpan.FromMinutes(30), clock);
        var readings = follower.Due([(server.Address("/feed"), "Fjord Times")], TestContext.Current.CancellationToken).Select(i => i.Read()).ToList();
        if (done) follower.Done();
        return readings;
    }

    private void Feed(params string[] links) =>
        server.Answer("/feed", $"<rss><channel><title>F</title>{string.Concat(links.Select(l => $"<item><title>Talks in Oslo</title><link>{l}</link><pubDate>12 Mar 2024</pubDate></item>"))}</channel></rss>", "ETag: \"1\"\r\n", type: "text/xml");

    private void Later() => clock.Now += TimeSpan.FromMinutes(31);

    [Fact]
    public void New_entries_are_fetched_once()
    {
        server.Answer("/1", Story);
        server.Answer("/2", Story);
        Feed("/1");
        var article = Reading.Clean(Assert.Single(Poll()));
        Assert.Equal((server.Address("/1"), "Fjord Times", new DateOnly(2024, 3, 12)), (article.Id, article.Outlet, article.PublishedOn));
        Assert.Contains("fishing rights", article.Text, StringComparison.Ordinal);
        Assert.Empty(Poll()); // not due
        Later();
        Feed("/2", "/1");
        Assert.Equal(server.Address("/2"), Assert.Single(Poll()).Article?.Id);
        Assert.Equal(["/robots.txt", "/feed", "/1", "/robots.txt", "/feed", "/2"], server.Paths);
        Assert.Contains("If-None-Match: \"1\"", server.Requests.ElementAt(4), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_was_seen_outlives_the_program_and_what_was_not_written_is_given_again()
    {
        server.Answer("/1", Story);
        Feed("/1");
        Assert.Single(Poll(done: false));
        state = new();
        Assert.Single(Poll());
        string file = Path.Combine(scratch.Folder, "state");
        state.Save(file);
        state = FollowState.Load(file);
        Assert.Empty(Poll());
        Later();
        Assert.Empty(Poll());
        Assert.Equal("\"1\"", state.Feeds[server.Address("/feed")].ETag);
        File.WriteAllText(file, "{}");
        Assert.Throws<InvalidDataException>(() => FollowState.Load(file));
        Assert.Empty(FollowState.Load(file + ".none").Feeds);
    }

    [Fact]
    public void A_feed_that_fails_is_asked_less_and_less_and_one_that_is_gone_never_again()
    {
        server.Answer("/feed", "", "Retry-After: 7200\r\n", "503 Busy");
        Reading.Fails("HS1032", Assert.Single(Poll()));
        Assert.Equal(clock.Now + TimeSpan.FromHours(2), state.Feeds[server.Address("/feed")].NextPoll);
        clock.Now += TimeSpan.FromHours(3);
        server.Answer("/feed", "", status: "500 Oops");
        Poll();
        Assert.Equal((2, clock.Now + TimeSpan.FromHours(2)), (state.Feeds[server.Address("/feed")].Failures, state.Feeds[server.Address("/feed")].NextPoll));
        clock.Now += TimeSpan.FromDays(2);
        server.Answer("/feed", "", status: "410 Gone");
        Poll();
        clock.Now += TimeSpan.FromDays(30);
        Assert.Empty(Poll());
    }

    [Fact]
    public void A_page_that_does_not_answer_is_tried_again_and_one_that_is_not_there_is_not()
    {
        server.Answer("/1", "", status: "503 Busy");
        Feed("/1", "/none");
        Assert.Equal(2, Poll().Count);
        Later();
        server.Answer("/1", Story);
        Assert.Equal(server.Address("/1"), Assert.Single(Poll()).Article?.Id);
    }

    [Fact]
    public void What_robots_txt_forbids_is_left_out_and_whole_entries_need_no_page()
    {
        server.Answer("/robots.txt", "User-agent: *\nDisallow: /1\n", type: "text/plain");
        string whole = string.Concat(Enumerable.Range(0, 40).Select(i => $"The ministers of the two countries met again on day {i} and spoke about it. "));
        server.Answer("/feed", $"<rss><channel><item><link>/1</link><title>A</title></item><item><link>/2</link><title>B</title><description>{whole}</description></item></channel></rss>", type: "text/xml");
        var readings = Poll();
        Assert.Equal("HS1033", Assert.Single(readings[0].Diagnostics).Code);
        Assert.True(readings[0].Skipped);
        Assert.StartsWith("B\n\nThe ministers", Reading.Clean(readings[1]).Text, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/feed"], server.Paths);
    }
}
