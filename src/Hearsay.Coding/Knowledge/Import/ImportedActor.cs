namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// A row of imported-actors.csv: the columns of organizations.csv. <c>Kind</c> is "country" for a phrase that only
/// stands for a country, "person" for somebody with dated offices, "igo", "ngo" or "company" where the code tells,
/// else empty. Days are "yyyy-MM-dd", "yyyy-MM" or "yyyy", both inclusive; "" leaves the range open.
/// </summary>
public sealed record ImportedActor(string Name, IReadOnlyList<string> Aliases, string Country, IReadOnlyList<string> Sectors, string Kind, string From, string To);
