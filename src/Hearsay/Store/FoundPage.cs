namespace Hearsay.Store;

/// <summary>
/// One page of what a query found; the list of the query's kind is filled. <see cref="Next"/> goes into
/// <see cref="RecordQuery.After"/> for the page behind it: it names the last record, not a number, so that records
/// written meanwhile neither shift nor repeat any.
/// </summary>
public sealed record FoundPage
{
    /// <summary>Found events.</summary>
    public IReadOnlyList<StoredEvent> Events { get; init; } = [];

    /// <summary>Found quotations.</summary>
    public IReadOnlyList<StoredQuotation> Quotations { get; init; } = [];

    /// <summary>Found sentences.</summary>
    public IReadOnlyList<FoundSentence> Sentences { get; init; } = [];

    /// <summary>Found articles, with neither text nor records.</summary>
    public IReadOnlyList<FoundArticle> Articles { get; init; } = [];

    /// <summary>Where to go on; null on the last page.</summary>
    public string? Next { get; init; }
}
