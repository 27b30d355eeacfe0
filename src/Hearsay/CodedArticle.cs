using Hearsay.Articles;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay;

/// <summary>
/// An article with all that was coded from it: one line of the JSONL output. Equal articles give equal records,
/// whatever else is coded beside them.
/// </summary>
public sealed record CodedArticle(
    Article Article,
    IReadOnlyList<EventRecord> Events,
    IReadOnlyList<QuotationRecord> Quotations,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The sentences in text order; empty for a record that was read from JSONL, which does not hold them.</summary>
    public IReadOnlyList<TextSpan> Sentences { get; init; } = [];
}
