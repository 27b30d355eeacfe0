using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>A quotation as the store holds it: the record, its id, the article it is from, and what became of it since.</summary>
public sealed record StoredQuotation
{
    /// <summary>The key in the table <c>quotations</c>.</summary>
    public required long Key { get; init; }

    /// <summary>Stable over runs while the same words are credited by the same cue.</summary>
    public required string Id { get; init; }

    /// <summary>The article.</summary>
    public required ArticleHeader Article { get; init; }

    /// <summary>The quotation.</summary>
    public required QuotationRecord Record { get; init; }

    /// <summary>Its place among the article's quotations, from 0: what <see cref="EventRecord.Quotation"/> counts.</summary>
    public required int Ordinal { get; init; }

    /// <summary>When it came and changed.</summary>
    public required RecordHistory History { get; init; }
}
