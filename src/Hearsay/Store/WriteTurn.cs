namespace Hearsay.Store;

/// <summary>What every row written in one transaction shares.</summary>
/// <param name="Run">The run that writes.</param>
/// <param name="Revision">The transaction's number: higher than that of every earlier one.</param>
/// <param name="Now">The moment, "2024-03-12T09:30:00.000Z".</param>
internal sealed record WriteTurn(long Run, long Revision, string Now);
