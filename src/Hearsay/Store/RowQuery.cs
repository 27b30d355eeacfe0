namespace Hearsay.Store;

/// <summary>
/// Runs a query and gives its rows. The conditions that a <see cref="KeyPart"/> makes may name its bounds, so who uses one in the
/// SQL gives it along. Queries run one after the other: the rows of one are disposed before the next.
/// </summary>
internal delegate RowReading RowQuery(string sql, KeyPart? part = null);
