using System.Net;

namespace Hearsay.Articles.Fetching;

/// <summary>How far fetching may go: sizes, times, redirects. The defaults suit pages and feeds.</summary>
public sealed record FetchRules
{
    /// <summary>Bytes of one answer, unpacked.</summary>
    public int MaxBytes { get; init; } = ArticleLimits.FileBytes;

    /// <summary>Redirects that are followed, each checked like the first address.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>How long one address may take with all its redirects.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How the program introduces itself.</summary>
    public string UserAgent { get; init; } = "Hearsay/0.1 (news reader)";

    /// <summary>Addresses that may be connected to although they are not public: a server of a test, nothing else.</summary>
    public IReadOnlyCollection<IPEndPoint> AlsoAllowed { get; init; } = [];
}
