using System.Collections.Frozen;

namespace Hearsay.Coding.Quotations;

/// <summary>Common nouns that carry other people's words: broadcasts, papers, posts.</summary>
internal static class Media
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet([
        "newspaper", "television", "tv", "radio", "magazine", "broadcaster", "daily", "website", "site", "twitter", "facebook", "telegram", "instagram",
        "youtube", "weibo", "blog", "tweet", "agency", "broadcast", "video", "tape", "recording", "documentary",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NameWords = FrozenSet.ToFrozenSet([
        "News", "Times", "Post", "Weekly", "Journal", "Tribune", "Herald", "Gazette", "Radio", "TV", "Television", "Broadcasting", "Telegraph", "Chronicle",
        "Observer", "Guardian", "Newspaper", "Magazine", "Daily", "Courier", "Examiner", "Inquirer", "Newswire", "Mirror", "Dispatch", "Sports",
    ]);

    /// <summary>Whether a proper name is made as the names of newspapers and broadcasters are ("Harbour Weekly", "Radio North").</summary>
    public static bool IsMediumName(string name)
    {
        if (!name.Contains(' ', StringComparison.Ordinal)) return false;
        foreach (string word in name.Split(' ')) if (NameWords.Contains(word)) return true;
        return false;
    }

    /// <summary>Whether the noun names a medium.</summary>
    public static bool IsMedium(string lemma) => Words.Contains(lemma);
}
