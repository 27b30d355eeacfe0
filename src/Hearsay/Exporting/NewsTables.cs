using System.Globalization;
using Hearsay.Coding.Records;
using static Hearsay.Exporting.ExportColumn;

namespace Hearsay.Exporting;

/// <summary>
/// The tables of the big public collections with a header: ICEWS's (20 columns) and POLECAT's (40). One line is one
/// pair of an actor and a recipient; neither has a column for the status or for who vouches. POLECAT names a place by
/// city, district, province and country; Hearsay fills those that the gazetteer gives.
/// </summary>
public static class NewsTables
{
    /// <summary>The 20 columns of public ICEWS.</summary>
    public static TableFormat Icews { get; } = new("icews",
    [
        Integer("Event ID", "number of the event", static r => r.NumericId),
        Day("Event Date", "the event's day", static r => r.Day),
        .. IcewsParty("Source", "actor", static r => r.Actor),
        Code("Event Text", "CAMEO's label", static r => r.Cameo is { } code ? r.Codes.CameoLabel(code) : null),
        Code("CAMEO Code", "CAMEO code", static r => r.Cameo),
        Real("Intensity", "PLOVER conflict score, -10 to 10", static r => r.Codes.Score(r.Event)),
        .. IcewsParty("Target", "recipient", static r => r.Recipient),
        Words("Story ID", "id of the article", static r => r.Article.Id),
        Integer("Sentence Number", "from 1", static r => r.Event.Sentence + 1),
        Words("Publisher", "outlet", static r => r.Article.Outlet),
        Words("City", "the place, when it is no country or division", static r => Places.City(r)),
        Empty("District"),
        Words("Province", "its first-order division", static r => r.Event.Place?.Admin1),
        Code("Country", "its country, by name", static r => r.Codes.CountryName(r.Event.Place?.Country)),
        Real("Latitude", "WGS84 degrees", static r => r.Event.Place?.Lat),
        Real("Longitude", "WGS84 degrees", static r => r.Event.Place?.Lon),
    ])
    {
        Header = true, Pairs = true,
        Refuses = static row => row.Actor is null || row.Recipient is null ? "without an actor and a recipient" : TableFormat.WithoutDay(row),
    };

    /// <summary>The 40 columns of POLECAT.</summary>
    public static TableFormat Polecat { get; } = new("polecat",
    [
        Code("Event ID", "id of the event and number of the pair", static r => $"{r.Event.Id}-{r.Pair.ToString(CultureInfo.InvariantCulture)}"),
        Day("Event Date", "the event's day", static r => r.Day),
        Code("Event Type", "PLOVER event type", static r => r.Event.Type),
        Code("Event Mode", "PLOVER mode", static r => r.Event.Mode),
        Real("Intensity", "PLOVER conflict score, -10 to 10", static r => r.Codes.Score(r.Event)),
        Code("Quad Code", "PLOVER quad class", static r => r.Codes.Quad(r.Event)?.Replace('_', ' ').ToUpperInvariant()),
        Code("Contexts", "PLOVER contexts, joined with ;", static r => EventTable.Joined(r.Event.Contexts)),
        .. PolecatParty("Actor", "actor", static r => r.Actor),
        .. PolecatParty("Recipient", "recipient", static r => r.Recipient),
        Words("Placename", "the place in the gazetteer", static r => r.Event.Place?.Name),
        Words("City", "the place, when it is no country or division", static r => Places.City(r)),
        Empty("District"),
        Words("Province", "its first-order division", static r => r.Event.Place?.Admin1),
        Code("Country", "its country, ISO 3166-1 alpha-3", static r => r.Event.Place?.Country),
        Real("Latitude", "WGS84 degrees", static r => r.Event.Place?.Lat),
        Real("Longitude", "WGS84 degrees", static r => r.Event.Place?.Lon),
        Integer("GeoNames ID", "id at geonames.org", static r => r.Event.Place?.GeonameId),
        Words("Raw Placename", "the words that say where", static r => r.Event.Place?.Text),
        Empty("Feature Type"),
        Words("Source", "outlet", static r => r.Article.Outlet),
        Day("Publication Date", "day of publication", static r => r.Article.PublishedOn),
        Empty("Story People"),
        Empty("Story Organizations"),
        Empty("Story Locations"),
        Code("Language", "BCP 47", static r => r.Article.Language),
        Code("Version", "version of Hearsay that coded the article", static r => r.CodedWith.Program),
    ]) { Header = true, Pairs = true, Refuses = TableFormat.WithoutDay };

    private static IEnumerable<ExportColumn> IcewsParty(string side, string who, Func<ExportRow, Party?> party) =>
    [
        Words($"{side} Name", $"the {who}'s name, else its words", r => party(r) is { } p ? p.Name ?? p.Text : null),
        Code($"{side} Sectors", "PLOVER sectors, joined with commas", r => party(r) is { Sectors.Count: > 0 } p ? string.Join(',', p.Sectors) : null),
        Code($"{side} Country", "country, by name", r => r.Codes.CountryName(party(r)?.Country)),
    ];

    private static IEnumerable<ExportColumn> PolecatParty(string side, string who, Func<ExportRow, Party?> party) =>
    [
        Words($"{side} Name", $"the fullest name the article gives for the {who}", r => party(r)?.Name),
        Code($"{side} Country", "country, ISO 3166-1 alpha-3, or IGO, NGO …", r => party(r)?.Country),
        Code($"{side} COW", "number in the Correlates of War's list of states", r => r.Codes.Cow(party(r)?.Country)),
        Code($"Primary {side} Sector", "main PLOVER sector", r => party(r) is { Sectors: [var first, ..] } ? first : null),
        Code($"{side} Sectors", "PLOVER sectors, joined with ;", r => party(r) is { } p ? EventTable.Joined(p.Sectors) : null),
        Empty($"{side} Title"),
        Words($"{side} Name Raw", "the words of the mention", r => party(r)?.Text),
        Empty($"Wikipedia {side} ID"),
    ];
}
