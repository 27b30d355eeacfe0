using System.Collections.Concurrent;
using Hearsay.Articles.Fetching;
using Hearsay.Articles.Languages;

namespace Hearsay.Articles.Feeds;

/// <summary>
/// Polls feeds and gives their new entries as inputs. A feed is asked when its time has come, with the validators of the last
/// answer; one that fails is asked half as often each time, down to once a day, and never again once it is gone (410). An
/// entry that holds its whole article is taken from the feed, otherwise its page is fetched; what robots.txt
/// forbids is not. An entry counts as dealt with once <see cref="Done"/> is called after its article was written, so that a crash
/// loses none; the article's id is the entry's, which lets the caller see what an earlier run wrote.
/// </summary>
/// <param name="fetcher">Fetches feeds and pages.</param>
/// <param name="state">What was seen before; changed as feeds are polled.</param>
/// <param name="every">How often a feed is asked.</param>
/// <param name="time">The clock.</param>
public sealed class FeedFollower(PoliteFetcher fetcher, FollowState state, TimeSpan every, TimeProvider time)
{
    // An entry with so many letters is the article itself and not its teaser.
    private const int WholeArticle = 1500;
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly List<string> handedOut = [];
    private readonly ConcurrentBag<string> later = [];

    /// <summary>When the next feed is due, or null when all are gone.</summary>
    public DateTimeOffset? NextDue(IEnumerable<string> feeds)
    {
        var due = feeds.Select(f => state.Feeds.GetValueOrDefault(f, new())).Where(f => !f.Gone).Select(f => f.NextPoll).ToList();
        return due.Count == 0 ? null : due.Min();
    }

    /// <summary>The new entries of all feeds that are due.</summary>
    public IEnumerable<ArticleInput> Due(IEnumerable<(string Address, string? Name)> feeds, CancellationToken stop)
    {
        handedOut.Clear();
        var thisTime = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (address, name) in feeds)
        {
            var known = state.Feeds.GetValueOrDefault(address, new());
            if (known.Gone || known.NextPoll > time.GetUtcNow() || stop.IsCancellationRequested) continue;
            var (feed, faults) = Poll(address, known, stop);
            foreach (var fault in faults) yield return new(address, () => new(address, null, [fault]));
            foreach (var item in feed?.Items ?? [])
            {
                if ((item.Id ?? item.Title) is not { } id || state.Saw(id) || !thisTime.Add(id)) continue;
                handedOut.Add(id);
                string place = item.Link ?? address;
                var from = feed! with { Title = name ?? feed.Title };
                yield return new(place, () => LanguageGate.Pass(Read(from, item, place, stop), englishOnly: true));
            }
        }
    }

    /// <summary>All entries handed out so far are dealt with, but for those whose page did not answer: they are tried again.</summary>
    public void Done()
    {
        foreach (string id in handedOut.Except(later)) state.See(id);
        handedOut.Clear();
        later.Clear();
    }

    private (Feed? Feed, IReadOnlyList<Diagnostic> Faults) Poll(string address, FollowState.FeedState known, CancellationToken stop)
    {
        var page = fetcher.FetchAsync(address, known.ETag, known.LastModified, stop).GetAwaiter().GetResult();
        if (page.NotModified)
        {
            state.Feeds[address] = known with { NextPoll = time.GetUtcNow() + every, Failures = 0 };
            return (null, []);
        }
        var diagnostics = new List<Diagnostic>();
        Feed? feed = null;
        if (page.Fault is not null) diagnostics.Add(page.Fault);
        else if (Decoded(page, address, diagnostics) is { } text) feed = FeedReader.Read(text, page.Address, address, diagnostics);
        if (feed is null)
        {
            int failures = known.Failures + 1;
            var pause = every * Math.Pow(2, Math.Min(failures, 16));
            if (page.RetryAfter > pause) pause = page.RetryAfter.Value;
            state.Feeds[address] = known with { NextPoll = time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause), Failures = failures, Gone = page.Status == 410 };
        }
        else state.Feeds[address] = new(page.ETag, page.LastModified, time.GetUtcNow() + every);
        return (feed, diagnostics);
    }

    private static string? Decoded(FetchedPage page, string place, List<Diagnostic> diagnostics) =>
        TextDecoder.Decode(page.Content, place, page.Charset ?? Pages.HtmlPage.DeclaredCharset(page.Content), diagnostics);

    private ArticleReading Read(Feed feed, FeedItem item, string place, CancellationToken stop)
    {
        var inFeed = new List<Diagnostic>();
        var article = FeedArticles.Of(feed, item, place, inFeed);
        if (item.Link is null || article?.Text.Length >= WholeArticle) return new(place, article, inFeed);
        var page = fetcher.FetchAsync(item.Link, stop: stop).GetAwaiter().GetResult();
        if (page.Fault is { } fault)
        {
            if (page.Status is 0 or >= 500 or 429 && fault.Severity == Severity.Error) later.Add(item.Id ?? item.Title!);
            return new(place, null, [fault]);
        }
        var reading = new FormatReader(new(Url: page.Address)).Page(page.Content, page.Charset, page.Address, place);
        if (reading.Article is not { } full) return reading;
        return reading with
        {
            Article = full with { Id = item.Id ?? full.Id, Url = full.Url ?? item.Link, Outlet = full.Outlet ?? feed.Title, Title = full.Title ?? item.Title, PublishedOn = full.PublishedOn ?? item.PublishedOn },
        };
    }
}
