using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>
/// An event as an export needs it: what is written of it and no more of what the store keeps. It comes from
/// <see cref="HearsayStore.Reported"/>, within its article.
/// </summary>
/// <param name="Record">The event.</param>
/// <param name="ReviewState">One of <see cref="Store.ReviewState"/>.</param>
/// <param name="Run">The run that last changed it.</param>
/// <param name="UpdatedAt">When that was.</param>
/// <param name="Withdrawn">Whether its article no longer gives it.</param>
public sealed record ReportedEvent(EventRecord Record, string ReviewState, long Run, DateTimeOffset UpdatedAt, bool Withdrawn);
