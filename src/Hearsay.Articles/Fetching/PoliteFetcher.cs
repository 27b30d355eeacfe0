using System.Collections.Concurrent;
using System.Text;

namespace Hearsay.Articles.Fetching;

/// <summary>
/// Fetches as a guest should: it asks robots.txt first (once a day for each site; a site that cannot answer is left alone), has
/// one connection to a host at a time and waits a second, or what robots.txt asks for up to half a minute, between two. Calls
/// for different hosts go on side by side. Thread-safe.
/// </summary>
public sealed class PoliteFetcher(PageFetcher fetcher, TimeProvider? time = null, string agent = "Hearsay")
{
    private static readonly TimeSpan RobotsLast = TimeSpan.FromDays(1);
    private static readonly TimeSpan RetryRobots = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, Host> hosts = [];

    private sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public RobotsRules Rules { get; set; } = RobotsRules.All;

        public DateTimeOffset RulesUntil { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset Free { get; set; } = DateTimeOffset.MinValue;
    }

    /// <summary>The shortest pause between two fetches from one host.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The page, or a fault; HS1033 where robots.txt says no.</summary>
    public async Task<FetchedPage> FetchAsync(string address, string? etag = null, string? lastModified = null, CancellationToken stop = default)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return await fetcher.FetchAsync(address, stop: stop).ConfigureAwait(false);
        var host = hosts.GetOrAdd(uri.GetLeftPart(UriPartial.Authority), _ => new());
        await host.Turn.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (time.GetUtcNow() >= host.RulesUntil)
            {
                var robots = await fetcher.FetchAsync(new Uri(uri, "/robots.txt").AbsoluteUri, stop: stop).ConfigureAwait(false);
                // The site cannot be reached at all, or must not be: that is what the user needs to hear.
                if (robots is { Status: 0, Fault: { } fault }) return new(address, 0) { Fault = fault with { Place = address } };
                host.Rules = Rules(robots);
                host.RulesUntil = time.GetUtcNow() + (robots.Status >= 500 ? RetryRobots : RobotsLast);
            }
            if (!host.Rules.Allows(uri.PathAndQuery)) return new(address, 0) { Fault = Faults.NotWelcome(address) };
            var wait = host.Free - time.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, stop).ConfigureAwait(false);
            var page = await fetcher.FetchAsync(address, etag, lastModified, stop).ConfigureAwait(false);
            var pause = host.Rules.Delay is { } asked && asked > Pause ? asked < LongestDelay ? asked : LongestDelay : Pause;
            host.Free = time.GetUtcNow() + pause;
            return page;
        }
        finally
        {
            host.Turn.Release();
        }
    }

    // No file: all is allowed. No answer: nothing is (RFC 9309, section 2.3.1).
    private RobotsRules Rules(FetchedPage page) =>
        page.Status is >= 400 and < 500 ? RobotsRules.All
        : page.Fault is not null ? RobotsRules.None
        : RobotsRules.Parse(Encoding.UTF8.GetString(page.Content), agent);
}
