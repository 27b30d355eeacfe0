using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Exporting;

/// <summary>
/// What an export reads: one article with those of its events that are wanted, and its quotations. It comes from a
/// file of records or from a store; a store also knows when an event last changed, which have been withdrawn, and with
/// what the article was coded. Offsets count UTF-16 code units, as in every record; exporters convert them.
/// </summary>
public sealed record ExportedArticle(Article Article, IReadOnlyList<ExportedEvent> Events, IReadOnlyList<QuotationRecord> Quotations)
{
    /// <summary>What turns offsets into code points where the text itself was not read; null where it was.</summary>
    public CodePoints? CodePoints { get; init; }

    /// <summary>What coded the article, as far as that is known.</summary>
    public CodedWith CodedWith { get; init; } = CodedWith.Unknown;

    /// <summary>An article of a JSONL file: nothing withdrawn, no times of change, nothing known of what coded it.</summary>
    public static ExportedArticle Of(CodedArticle coded) =>
        new(coded.Article, [.. coded.Events.Select(e => new ExportedEvent(e, null, false))], coded.Quotations);
}

/// <summary>One event to export.</summary>
/// <param name="Record">The record.</param>
/// <param name="UpdatedAt">When the store last changed it; null where no store is read.</param>
/// <param name="Withdrawn">The last coding of its article no longer gives it; a copy made earlier should drop it.</param>
public sealed record ExportedEvent(EventRecord Record, DateTimeOffset? UpdatedAt, bool Withdrawn)
{
    /// <summary>What the store holds of reviews (<see cref="Store.ReviewState"/>); null where no store is read.</summary>
    public string? ReviewState { get; init; }

    /// <summary>What coded it, when that is not what coded the article last.</summary>
    public CodedWith? CodedWith { get; init; }
}

/// <summary>What made a record, for citation; null where the input does not say.</summary>
public sealed record CodedWith(string? Program, string? Model, string? Knowledge)
{
    /// <summary>Nothing is known.</summary>
    public static CodedWith Unknown { get; } = new(null, null, null);
}
