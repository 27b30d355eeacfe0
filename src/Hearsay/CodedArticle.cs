using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay;

/// <summary>
/// An article with all that was coded from it: one line of the JSONL output. Equal articles give equal records,
/// whatever else is coded beside them.
/// </summary>
public sealed record CodedArticle(
    Article Article,
    IReadOnlyList<EventRecord> Events,
    IReadOnlyList<QuotationRecord> Quotations,
    IReadOnlyList<Diagnostic> Diagnostics);
