namespace Hearsay.Store;

/// <summary>
/// How much a query finds, counted three ways, because reports of events are not events: <c>Mentions</c> are the rows
/// (one for each report in an article), <c>Events</c> the happenings they describe (copies of one text count once), and
/// <c>Articles</c> the articles they stand in. For queries of another kind, <c>Mentions</c> counts its records and
/// <c>Events</c> is null.
/// </summary>
public sealed record RecordCounts(long Mentions, long? Events, long Articles);
