namespace Hearsay.Store;

/// <summary>
/// One reviewer's verdict on one event. A later one by the same reviewer replaces it, but both stay in the store. Two
/// reviewers who differ make an event disputed until somebody adjudicates.
/// </summary>
public sealed record Review
{
    /// <summary>Given by the store.</summary>
    public long Id { get; init; }

    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The event; null for one that the program missed.</summary>
    public string? EventId { get; init; }

    /// <summary>What is said of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Who says it.</summary>
    public required string Reviewer { get; init; }

    /// <summary>Whether it decides between others.</summary>
    public bool Adjudication { get; init; }

    /// <summary>The right values: a JSON object with those fields of the event, named as <c>hearsay code</c> names them, that differ.</summary>
    public string? Corrected { get; init; }

    /// <summary>Why, in words.</summary>
    public string? Note { get; init; }

    /// <summary>The event as it was then: <see cref="StoredEvent.Hash"/>; filled in by the store when null.</summary>
    public string? EventHash { get; init; }

    /// <summary>When; filled in by the store.</summary>
    public DateTimeOffset ReviewedAt { get; init; }
}
