namespace Hearsay.Store;

/// <summary>
/// When a row of the store came and changed, and which run did it. A withdrawn record stays as a tombstone: a later run
/// no longer found it. <c>Revision</c> grows with every transaction: a copy elsewhere that has seen all rows up to one
/// asks for those above it.
/// </summary>
/// <param name="CreatedAt">When it was first written.</param>
/// <param name="UpdatedAt">When its content last changed or it was withdrawn.</param>
/// <param name="WithdrawnAt">When it was withdrawn; null while it stands.</param>
/// <param name="Revision">The transaction that last changed it.</param>
/// <param name="Run">The run that last changed it.</param>
public sealed record RecordHistory(DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? WithdrawnAt, long Revision, long Run);
