using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Statuses;

namespace Hearsay.Web.Search;

/// <summary>What the select boxes offer: modes, contexts and statuses, read once from the ontology that comes with the program.</summary>
public sealed class FilterChoices(ReadingRoomOptions options)
{
    private readonly Ontology ontology = Ontology.Load(Path.Combine(options.DataDirectory, "ontology", "plover.json"));

    /// <summary>All modes.</summary>
    public IReadOnlyList<string> Modes => field ??= [.. ontology.Types.Values.SelectMany(t => t.Modes).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All contexts.</summary>
    public IReadOnlyList<string> Contexts => field ??= [.. ontology.Contexts.Order(StringComparer.Ordinal)];

    /// <summary>All statuses.</summary>
    public IReadOnlyList<string> Statuses { get; } = [.. Enum.GetValues<Status>().Select(s => s.Word())];

    /// <summary>The modes of a type; all for an unknown type.</summary>
    public IReadOnlyList<string> ModesOf(string type) => ontology.Types.TryGetValue(type.ToUpperInvariant(), out var known) ? known.Modes : Modes;
}
