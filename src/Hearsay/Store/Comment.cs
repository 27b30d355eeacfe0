namespace Hearsay.Store;

/// <summary>
/// A remark on an article, an event, or a stretch of the text; remarks of one <c>Thread</c> answer each other, and a
/// thread is resolved as a whole.
/// </summary>
public sealed record Comment
{
    /// <summary>Given by the store.</summary>
    public long Id { get; init; }

    /// <summary>The id of the thread's first comment; 0 begins a thread.</summary>
    public long Thread { get; init; }

    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The event, or null.</summary>
    public string? EventId { get; init; }

    /// <summary>Start of the stretch in the article's text, UTF-16 code units; null for none.</summary>
    public int? Start { get; init; }

    /// <summary>End (exclusive); null for none.</summary>
    public int? End { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>What.</summary>
    public required string Text { get; init; }

    /// <summary>When; filled in by the store.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>When its thread was resolved; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>By whom.</summary>
    public string? ResolvedBy { get; init; }
}
