namespace Hearsay.Store.Columns;

/// <summary>
/// Everything that an overview counts of one query, counted at one moment. Mentions are counted by day, type, status, place and
/// dyad, articles by outlet, quotations by speaker; the most frequent come first.
/// </summary>
public sealed record StoreSummary
{
    /// <summary>How much the query finds.</summary>
    public required RecordCounts Counts { get; init; }

    /// <summary>Mentions by type and day, in order; those of no known day are left out.</summary>
    public required IReadOnlyList<TimelineStep> Days { get; init; }

    /// <summary>Mentions by type.</summary>
    public required IReadOnlyList<ValueCount> Types { get; init; }

    /// <summary>Mentions by status.</summary>
    public required IReadOnlyList<ValueCount> Statuses { get; init; }

    /// <summary>Mentions by place.</summary>
    public required IReadOnlyList<PlaceCount> Places { get; init; }

    /// <summary>Mentions by who acts on whom.</summary>
    public required IReadOnlyList<DyadCount> Dyads { get; init; }

    /// <summary>Articles by outlet.</summary>
    public required IReadOnlyList<ValueCount> Outlets { get; init; }

    /// <summary>Quotations by speaker.</summary>
    public required IReadOnlyList<SpeakerCount> Speakers { get; init; }

    /// <summary>The latest events.</summary>
    public required IReadOnlyList<StoredEvent> Latest { get; init; }
}
