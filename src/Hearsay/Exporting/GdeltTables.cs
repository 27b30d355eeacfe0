using System.Globalization;
using Hearsay.Coding.Records;
using static Hearsay.Exporting.ExportColumn;

namespace Hearsay.Exporting;

/// <summary>
/// GDELT 2.0's two tables: events (61 columns) and mentions (16). GDELT counts over all articles of the world and
/// measures tone; Hearsay writes what it knows of one article and leaves the rest empty: tone, ethnic and religious
/// codes, the places of actors, first-order divisions in FIPS. Countries of places are FIPS 10-4, as GDELT has them.
/// </summary>
public static class GdeltTables
{
    /// <summary>The 61 columns of the event table.</summary>
    public static TableFormat Events { get; } = new("gdelt",
    [
        Integer("GlobalEventID", "number of the event", static r => r.NumericId),
        Code("Day", "the event's day, YYYYMMDD", static r => CameoTables.Compact(r.Day)),
        Code("MonthYear", "YYYYMM", static r => r.Day?.ToString("yyyyMM", CultureInfo.InvariantCulture)),
        Integer("Year", "YYYY", static r => r.Day?.Year),
        Code("FractionDate", "year and the share of it that has passed, months counted as 30 days", static r => Fraction(r.Day)),
        .. Actor("Actor1", "actor", static r => r.Actor),
        .. Actor("Actor2", "recipient", static r => r.Recipient),
        Integer("IsRootEvent", "1 when the trigger stands in the first paragraph behind the title", static r => InLead(r) ? 1 : 0),
        Code("EventCode", "CAMEO code", static r => r.Cameo),
        Code("EventBaseCode", "its first three digits", static r => r.Cameo is { Length: > 3 } code ? code[..3] : r.Cameo),
        Code("EventRootCode", "its first two digits", static r => r.CameoRoot),
        Integer("QuadClass", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", static r => r.Cameo is { } code ? Codebook.CameoQuad(code) : null),
        Real("GoldsteinScale", "PLOVER conflict score, -10 to 10", static r => r.Codes.Score(r.Event)),
        Integer("NumMentions", "always 1: a line is one article's report", static _ => 1),
        Integer("NumSources", "always 1", static _ => 1),
        Integer("NumArticles", "always 1", static _ => 1),
        Empty("AvgTone"),
        .. NoPlace("Actor1Geo"),
        .. NoPlace("Actor2Geo"),
        Integer("ActionGeo_Type", "0 none, 1 country, 2 US state, 3 US city, 4 city elsewhere, 5 division elsewhere", static r => GeoType(r)),
        Words("ActionGeo_Fullname", "place, division, country", static r => FullName(r)),
        Code("ActionGeo_CountryCode", "FIPS 10-4", static r => r.Codes.Fips(r.Event.Place?.Country)),
        Empty("ActionGeo_ADM1Code"),
        Empty("ActionGeo_ADM2Code"),
        Real("ActionGeo_Lat", "latitude", static r => r.Event.Place?.Lat),
        Real("ActionGeo_Long", "longitude", static r => r.Event.Place?.Lon),
        Code("ActionGeo_FeatureID", "FIPS 10-4 for a country, else empty: GDELT's ids are not GeoNames'", static r => GeoType(r) == 1 ? r.Codes.Fips(r.Event.Place?.Country) : null),
        Code("DATEADDED", "when the store last changed the event, YYYYMMDDHHMMSS; empty where no store is read", static r => Added(r)),
        Words("SOURCEURL", "address of the article", static r => r.Article.Url),
    ]) { Pairs = true, Refuses = WithoutParty };

    /// <summary>The 16 columns of the mentions table: one mention for each line of the event table.</summary>
    public static TableFormat Mentions { get; } = new("gdelt-mentions",
    [
        Integer("GlobalEventID", "number of the event", static r => r.NumericId),
        Code("EventTimeDate", "when the store last changed the event, YYYYMMDDHHMMSS; empty where no store is read", static r => Added(r)),
        Code("MentionTimeDate", "the same: an event is one article's", static r => Added(r)),
        Integer("MentionType", "1: the open web", static _ => 1),
        Words("MentionSourceName", "outlet", static r => r.Article.Outlet),
        Words("MentionIdentifier", "address of the article, else its id", static r => r.Article.Url ?? r.Article.Id),
        Integer("SentenceID", "from 1", static r => r.Event.Sentence + 1),
        Integer("Actor1CharOffset", "where the actor starts, -1 without one", static r => r.Actor?.Start ?? -1),
        Integer("Actor2CharOffset", "where the recipient starts, -1 without one", static r => r.Recipient?.Start ?? -1),
        Integer("ActionCharOffset", "where the trigger starts", static r => r.Event.Trigger.Start),
        Integer("InRawText", "always 1: nothing is rewritten before it is coded", static _ => 1),
        Integer("Confidence", "per cent", static r => (long)Math.Round(100 * r.Event.Confidence)),
        Integer("MentionDocLen", "characters of the article", static r => r.Article.Text.Length),
        Empty("MentionDocTone"),
        Empty("MentionDocTranslationInfo"),
        Empty("Extras"),
    ]) { Pairs = true, Refuses = WithoutParty };

    private static string? WithoutParty(ExportRow row) =>
        row.Actor?.Code is null && row.Recipient?.Code is null ? "without a coded party" : TableFormat.WithoutDay(row);

    private static IEnumerable<ExportColumn> Actor(string side, string who, Func<ExportRow, Party?> party) =>
    [
        Code(side + "Code", $"code of the {who}", r => party(r)?.Code),
        Words(side + "Name", "its name, upper case", r => (party(r)?.Name ?? party(r)?.Text)?.ToUpperInvariant()),
        Code(side + "CountryCode", "its country, three letters", r => r.Codes.IsCountry(party(r)?.Country) ? party(r)?.Country : null),
        Code(side + "KnownGroupCode", "IGO, UNO, EUR, NGO, MNC …", r => r.Codes.IsCountry(party(r)?.Country) ? null : party(r)?.Country),
        Empty(side + "EthnicCode"),
        Empty(side + "Religion1Code"),
        Empty(side + "Religion2Code"),
        Code(side + "Type1Code", "main sector", r => Sector(party(r), 0)),
        Code(side + "Type2Code", "second sector", r => Sector(party(r), 1)),
        Code(side + "Type3Code", "third sector", r => Sector(party(r), 2)),
    ];

    private static string? Sector(Party? party, int index) => party is { } p && p.Sectors.Count > index ? p.Sectors[index] : null;

    private static IEnumerable<ExportColumn> NoPlace(string name) =>
    [
        Integer(name + "_Type", "always 0: actors have no place of their own", static _ => 0),
        .. new[] { "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID" }.Select(part => Empty($"{name}_{part}")),
    ];

    private static string? Added(ExportRow row) => row.UpdatedAt?.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static string? Fraction(DateOnly? day) =>
        day is { } d ? (d.Year + ((d.Month - 1) * 30 + d.Day) / 365.0).ToString("F4", CultureInfo.InvariantCulture) : null;

    private static long GeoType(ExportRow row) => (Places.Kind(row), row.Event.Place?.Country == "USA") switch
    {
        (null, _) => 0,
        (PlaceKind.Country, _) => 1,
        (PlaceKind.Division, true) => 2,
        (PlaceKind.City, true) => 3,
        (PlaceKind.City, false) => 4,
        _ => 5,
    };

    private static string? FullName(ExportRow row)
    {
        if (row.Event.Place is not { Name: { } name } place) return null;
        string? country = row.Codes.CountryName(place.Country);
        string?[] parts = Places.Kind(row) == PlaceKind.City ? [name, place.Admin1, country] : Places.Kind(row) == PlaceKind.Division ? [name, country] : [name];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)).Distinct());
    }

    // The title is the first paragraph of the text where the input had one.
    private static bool InLead(ExportRow row)
    {
        string text = row.Article.Text;
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end > 0 && row.Article.Title is { } title && text.StartsWith(title, StringComparison.Ordinal))
            end = text.IndexOf("\n\n", end + 2, StringComparison.Ordinal);
        return end < 0 || row.Event.Trigger.Start < end;
    }
}
