namespace Hearsay.Articles.Feeds;

/// <summary>
/// One entry of a feed as the feed gives it; what it does not give is null. Content is HTML or text, whichever the feed
/// holds, and may be the whole article or its first sentence.
/// </summary>
/// <param name="Id">guid, id or the link; null when the feed gives none of them.</param>
/// <param name="Link">Absolute address of the page, or null.</param>
/// <param name="Title">Headline, or null.</param>
/// <param name="Content">The longest of what the entry holds as content, summary or description, or null.</param>
/// <param name="PublishedOn">Day of publication, or null.</param>
/// <param name="Author">Who wrote it, or null.</param>
public sealed record FeedItem(string? Id, string? Link, string? Title, string? Content, DateOnly? PublishedOn, string? Author);
