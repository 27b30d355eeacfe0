namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// A row of imported-agents.csv: the columns of roles.csv. <c>Number</c> is "s" for a singular and "p" for an
/// irregular plural, which has a row of its own; regular plurals are read by themselves.
/// </summary>
public sealed record ImportedAgent(string Noun, IReadOnlyList<string> Sectors, string Number, string Note);
