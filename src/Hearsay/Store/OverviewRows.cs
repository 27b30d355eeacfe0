namespace Hearsay.Store;

/// <summary>Events of one type in one step of a timeline; <c>From</c> is the step's first day.</summary>
public sealed record TimelineStep(DateOnly From, string Type, long Events);

/// <summary>Events of one day by type, in the order of <see cref="Columns.StoreSummary.DayTypes"/>.</summary>
public sealed record DayCounts(DateOnly Day, IReadOnlyList<int> ByType)
{
    /// <summary>All of the day.</summary>
    public long Total { get; } = ByType.Sum(c => (long)c);
}

/// <summary>Events in one place; coordinates are WGS84 degrees, null where the gazetteer has none.</summary>
public sealed record PlaceCount(string Name, string? Country, string? Admin1, double? Lat, double? Lon, long? GeonameId, long Events);

/// <summary>Events by a party of one country or organisation towards another.</summary>
public sealed record DyadCount(string Actor, string Recipient, long Events);

/// <summary>How many there are of one value: of a type, a status, a country, an outlet.</summary>
public sealed record ValueCount(string Value, long Count);

/// <summary>Quotations of one speaker.</summary>
public sealed record SpeakerCount(string Name, string? Country, long Quotations);
