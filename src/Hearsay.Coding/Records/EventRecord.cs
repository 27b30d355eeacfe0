namespace Hearsay.Coding.Records;

/// <summary>When an event happened, as far as an expression in the text says.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Start">First day, or null for a vague expression.</param>
/// <param name="End">Last day (inclusive).</param>
/// <param name="Granularity">day, week, month, quarter, year …</param>
public sealed record EventTime(string Text, DateOnly? Start, DateOnly? End, string Granularity);

/// <summary>Where an event happened; coordinates are WGS84 degrees, null where the gazetteer has no entry.</summary>
public sealed record EventPlace(string Text, string? Name, string? Country, string? Admin1, double? Lat, double? Lon, int? GeonameId);

/// <summary>What produced a record: the pattern's id and the table rows that were read ("offices:president").</summary>
public sealed record Trace(string Pattern, IReadOnlyList<string> Rows);

/// <summary>
/// One event of one article as one chain of parties reports it, with one status. Every party, hop and trigger
/// points at the text it was read from; what the text does not say is null or empty.
/// </summary>
public sealed record EventRecord
{
    /// <summary>Stable over runs: a hash of article id, trigger offsets, type, chain and status.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the sentence that the trigger stands in, from 0.</summary>
    public required int Sentence { get; init; }

    /// <summary>The shortest distinctive words.</summary>
    public required Excerpt Trigger { get; init; }

    /// <summary>PLOVER event type, upper case.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code of two to four digits, or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>Who did it; empty when the text does not say.</summary>
    public required IReadOnlyList<Party> Actors { get; init; }

    /// <summary>To whom; empty when the text does not say.</summary>
    public required IReadOnlyList<Party> Recipients { get; init; }

    /// <summary>The innermost source's stance: asserted, denied, negated, promised, threatened, demanded, planned,
    /// conditional, hypothetical, possible, questioned or attempted.</summary>
    public required string Status { get; init; }

    /// <summary>When, or null.</summary>
    public EventTime? Time { get; init; }

    /// <summary>Where, or null.</summary>
    public EventPlace? Place { get; init; }

    /// <summary>People killed as stated ("at least 12" is 12), or null.</summary>
    public long? Killed { get; init; }

    /// <summary>People injured as stated, or null.</summary>
    public long? Injured { get; init; }

    /// <summary>Number of participants (of a protest) as stated, or at the least ("thousands" is 1,000), or null.</summary>
    public long? Size { get; init; }

    /// <summary>The parties that vouch for the report, outermost first; empty when the outlet itself asserts it.</summary>
    public required IReadOnlyList<ChainHop> Chain { get; init; }

    /// <summary>Index into the article's quotations of the innermost quotation that holds the trigger, or null.</summary>
    public int? Quotation { get; init; }

    /// <summary>How sure the program is, in [0, 1].</summary>
    public required double Confidence { get; init; }

    /// <summary>What produced the record.</summary>
    public required Trace Trace { get; init; }
}
