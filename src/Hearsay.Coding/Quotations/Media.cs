using System.Collections.Frozen;

namespace Hearsay.Coding.Quotations;

/// <summary>Common nouns that carry other people's words: broadcasts, papers, posts.</summary>
internal static class Media
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet([
        "newspaper", "television", "tv", "radio", "magazine", "broadcaster", "daily", "website", "site", "twitter", "facebook", "telegram", "instagram",
        "youtube", "weibo", "blog", "tweet", "agency", "broadcast", "video", "tape", "recording", "documentary",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the noun names a medium.</summary>
    public static bool IsMedium(string lemma) => Words.Contains(lemma);
}
