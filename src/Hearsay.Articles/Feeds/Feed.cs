namespace Hearsay.Articles.Feeds;

/// <summary>A feed: who publishes it, in which language it says it is, and its entries in their order.</summary>
/// <param name="Title">The outlet's name, or null.</param>
/// <param name="Language">BCP 47 tag, or null.</param>
/// <param name="Items">The entries.</param>
/// <param name="BrokenOff">Why reading stopped before the end, or null.</param>
public sealed record Feed(string? Title, string? Language, IReadOnlyList<FeedItem> Items, string? BrokenOff);
