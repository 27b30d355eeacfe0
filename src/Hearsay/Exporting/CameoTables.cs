using System.Globalization;
using Hearsay.Articles;
using Hearsay.Coding.Records;
using static Hearsay.Exporting.ExportColumn;

namespace Hearsay.Exporting;

/// <summary>
/// The tables of the CAMEO family that have no header and no status: PETRARCH2's event file and the Phoenix pipeline's.
/// One line is one pair of coded parties on one day; sentences are numbered from 1 behind the article's id, as the
/// Phoenix pipeline names them. <c>source</c> and <c>target</c> are the formats' own words for actor and recipient.
/// </summary>
public static class CameoTables
{
    /// <summary>The optional parts of a PETRARCH2 line, as its configuration names them.</summary>
    public static IReadOnlyList<string> PetrarchParts { get; } = ["url", "actor-text", "event-text", "actor-root"];

    /// <summary>PETRARCH2's evts file, with the optional parts that are asked for.</summary>
    public static TableFormat Petrarch2(IReadOnlyCollection<string> parts)
    {
        var columns = new List<ExportColumn>
        {
            Code("Date", "the event's day, YYYYMMDD", static r => Compact(r.Day)),
            Code("Source", "code of the actor", static r => r.Actor?.Code),
            Code("Target", "code of the recipient", static r => r.Recipient?.Code),
            Code("CAMEO", "CAMEO code", static r => r.Cameo),
            Code("Issues", "CODE,n;CODE,n: contexts stand here, each once", static r => Issues(r.Event)),
            Words("SentenceIDs", "article and sentence, from 1", static r => SentenceId(r)),
        };
        if (parts.Contains("url")) columns.Add(Words("URL", "address of the article", static r => r.Article.Url));
        columns.Add(Words("Publisher", "outlet", static r => r.Article.Outlet));
        if (parts.Contains("actor-text"))
        {
            columns.Add(Words("SourceText", "words of the actor", static r => r.Actor?.Text));
            columns.Add(Words("TargetText", "words of the recipient", static r => r.Recipient?.Text));
        }
        if (parts.Contains("event-text")) columns.Add(Words("EventText", "words of the trigger", static r => r.Event.Trigger.Text));
        if (parts.Contains("actor-root"))
        {
            columns.Add(Code("SourceRoot", "country part of the actor's code", static r => r.Actor?.Country));
            columns.Add(Code("TargetRoot", "country part of the recipient's code", static r => r.Recipient?.Country));
        }
        return new TableFormat("petrarch2", columns) { Pairs = true, Refuses = TableFormat.WithoutDyad };
    }

    /// <summary>The 26 columns of the Phoenix pipeline.</summary>
    public static TableFormat Phoenix { get; } = new("phoenix",
    [
        Code("EventID", "number of the event and version of the program", static r => $"{r.NumericId.ToString(CultureInfo.InvariantCulture)}_{r.CodedWith.Program ?? ""}"),
        Code("Date", "the event's day, YYYYMMDD", static r => Compact(r.Day)),
        Integer("Year", "its year", static r => r.Day?.Year),
        Integer("Month", "its month", static r => r.Day?.Month),
        Integer("Day", "its day of the month", static r => r.Day?.Day),
        .. PhoenixParty("Source", "actor", static r => r.Actor),
        .. PhoenixParty("Target", "recipient", static r => r.Recipient),
        Code("EventCode", "CAMEO code", static r => r.Cameo),
        Code("EventRootCode", "its first two digits", static r => r.CameoRoot),
        Integer("QuadClass", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", static r => r.Cameo is { } code ? Codebook.CameoQuad(code) : null),
        Real("GoldsteinScore", "PLOVER conflict score, -10 to 10", static r => r.Codes.Score(r.Event)),
        Code("Issues", "contexts, each as CODE,1", static r => Issues(r.Event)),
        Real("Lat", "latitude", static r => r.Event.Place?.Lat),
        Real("Lon", "longitude", static r => r.Event.Place?.Lon),
        Words("LocationName", "the place", static r => r.Event.Place?.Name),
        Words("StateName", "its first-order division", static r => r.Event.Place?.Admin1),
        Code("CountryName", "its country, ISO 3166-1 alpha-3", static r => r.Event.Place?.Country),
        Words("SentenceID", "article and sentence, from 1", static r => SentenceId(r)),
        Words("URLs", "address of the article", static r => r.Article.Url),
        Words("NewsSources", "outlet", static r => r.Article.Outlet),
    ]) { Pairs = true, Refuses = TableFormat.WithoutDyad };

    private static IEnumerable<ExportColumn> PhoenixParty(string side, string who, Func<ExportRow, Party?> party) =>
    [
        Code($"{side}ActorFull", $"code of the {who}", r => party(r)?.Code),
        Code($"{side}ActorEntity", "its first three letters: country or kind", r => Letters(party(r)?.Code, 0, 3)),
        Code($"{side}ActorRole", "the next three: main sector", r => Letters(party(r)?.Code, 3, 3)),
        Code($"{side}ActorAttribute", "the rest: further sectors", r => Letters(party(r)?.Code, 6, int.MaxValue)),
    ];

    internal static string? Compact(DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string SentenceId(ExportRow row) => $"{row.Article.Id}_{(row.Event.Sentence + 1).ToString(CultureInfo.InvariantCulture)}";

    private static string? Issues(EventRecord record) =>
        record.Contexts.Count == 0 ? null : string.Join(';', record.Contexts.Select(c => c.ToUpperInvariant() + ",1"));

    private static string? Letters(string? code, int from, int count) =>
        code is null || code.Length <= from ? null : code.Substring(from, Math.Min(count, code.Length - from));
}
