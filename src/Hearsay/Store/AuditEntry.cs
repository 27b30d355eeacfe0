namespace Hearsay.Store;

/// <summary>One thing that somebody did: who, when, what ("review.accept"), to what, and what else there is to say.</summary>
public sealed record AuditEntry(long Id, DateTimeOffset At, string Who, string Action, string Subject, string? Detail);
