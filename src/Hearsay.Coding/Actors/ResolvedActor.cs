using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// What the resolver makes of one mention: its span, the fullest name, the country and sectors with the table rows
/// they came from, and whether it can act at all. Empty <c>Country</c> and <c>Sectors</c> mean unknown.
/// </summary>
public sealed record ResolvedActor
{
    /// <summary>Sentence index.</summary>
    public required int Sentence { get; init; }

    /// <summary>Head token.</summary>
    public required int Head { get; init; }

    /// <summary>The mention's extent in the text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Fullest proper name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The words that a pronoun stands for where they are no name ("the five candidates"), or null.</summary>
    public string? Referent { get; init; }

    /// <summary>ISO 3166-1 alpha-3 or a country-like code; "" when unknown.</summary>
    public string Country { get; init; } = "";

    /// <summary>PLOVER sectors, main one first.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>What the mention is known as.</summary>
    public ActorKind? Kind { get; init; }

    /// <summary>The organisation table's kind ("party", "wire") or the title's rank, "" when unknown.</summary>
    public string Subkind { get; init; } = "";

    /// <summary>Whether a party can be meant: a name, a person or group noun, a country, a personal pronoun; not "the report".</summary>
    public bool CanAct { get; init; }

    /// <summary>Whether the mention is (or refers to) a single person.</summary>
    public bool IsPerson { get; init; }

    /// <summary>Where somebody named of whom nothing else is known is at home by the text around, or ""; no part of <see cref="Code"/>, for it says nothing of what he may do.</summary>
    public string Home { get; init; } = "";

    /// <summary>The table rows that were read.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Country and sectors together ("KENGOV"), or null when both are unknown.</summary>
    public string? Code => Country.Length + Sectors.Count == 0 ? null : Country + string.Concat(Sectors);

    /// <summary>The name that the tables have for the person, or null.</summary>
    internal string? Known { get; init; }

    /// <summary>Whether the country was taken from the context, not from the mention.</summary>
    internal bool IsContextual => Rows.Count > 0 && Rows[^1].StartsWith("context:", StringComparison.Ordinal);

    /// <summary>The actor without the country that the context gave.</summary>
    internal ResolvedActor WithoutContext() => this with { Country = "", Rows = [.. Rows.Take(Rows.Count - 1)] };

    /// <summary>How much is known: two points for a country, one for sectors.</summary>
    internal int Knowledge => (Country.Length > 0 ? 2 : 0) + (Sectors.Count > 0 ? 1 : 0);
}
