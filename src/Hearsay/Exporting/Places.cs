namespace Hearsay.Exporting;

/// <summary>
/// What kind of place an event happened in, as formats with a column for each level of administration ask. The record
/// has the gazetteer's name, division and country; the codebook tells countries and divisions from
/// the rest.
/// </summary>
internal static class Places
{
    /// <summary>The place when it is neither a country nor a first-order division.</summary>
    public static string? City(ExportRow row) => Kind(row) == PlaceKind.City ? row.Event.Place?.Name : null;

    /// <summary>The kind, or null without a place in the gazetteer.</summary>
    public static PlaceKind? Kind(ExportRow row) => row.Event.Place is not { Name: not null } place ? null
        : row.Codes.IsCountry(place) ? PlaceKind.Country
        : row.Codes.IsDivision(place) ? PlaceKind.Division
        : PlaceKind.City;
}

/// <summary>Levels of administration.</summary>
internal enum PlaceKind
{
    /// <summary>A whole country.</summary>
    Country,

    /// <summary>A first-order division.</summary>
    Division,

    /// <summary>Anything smaller.</summary>
    City,
}
