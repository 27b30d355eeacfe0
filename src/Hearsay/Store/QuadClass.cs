namespace Hearsay.Store;

/// <summary>
/// PLOVER's four quad classes and the event types in each (manual of 2024, table 1). The sixteen types are fixed by the
/// ontology; a test compares this with <c>data/ontology/plover.json</c>.
/// </summary>
public static class QuadClass
{
    /// <summary>The types of each class.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Types = new Dictionary<string, IReadOnlyList<string>>
    {
        ["verbal_cooperation"] = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
        ["material_cooperation"] = ["COOPERATE", "AID", "RETREAT"],
        ["verbal_conflict"] = ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
        ["material_conflict"] = ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
    };

    /// <summary>All types.</summary>
    public static readonly IReadOnlyList<string> AllTypes = [.. Types.Values.SelectMany(t => t)];

    /// <summary>The class of a type; null for an unknown type.</summary>
    public static string? Of(string type) => Types.FirstOrDefault(pair => pair.Value.Contains(type)).Key;
}
