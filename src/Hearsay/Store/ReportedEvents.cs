namespace Hearsay.Store;

/// <summary>
/// The events of one article that a query finds, with what an export says of the article beside its text.
/// <c>Pairs</c> is the column of that name: where the text has characters of two code units, almost always empty.
/// </summary>
public sealed record ReportedEvents(ArticleHeader Article, string Pairs, IReadOnlyList<ReportedEvent> Events);
