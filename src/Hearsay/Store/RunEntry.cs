namespace Hearsay.Store;

/// <summary>
/// One run that wrote to a store: what it was made with, when, and what it did. <c>FinishedAt</c> is null for a run that
/// goes on or was killed; its articles stand all the same.
/// </summary>
public sealed record RunEntry(
    long Id, RunOrigin Origin, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, long Coded, long Skipped, long Failed, long Added, long Changed, long Withdrawn);
