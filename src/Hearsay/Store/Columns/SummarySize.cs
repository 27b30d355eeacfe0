namespace Hearsay.Store.Columns;

/// <summary>How many of each a <see cref="StoreSummary"/> names at most; with 0 outlets or speakers these are not counted at all.</summary>
public sealed record SummarySize(int Places = 400, int Dyads = 60, int Outlets = 8, int Speakers = 8, int Latest = 5);
