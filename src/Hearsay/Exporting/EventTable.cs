using System.Globalization;
using Hearsay.Coding.Records;
using static Hearsay.Exporting.ExportColumn;

namespace Hearsay.Exporting;

/// <summary>
/// Hearsay's own table, for csv, parquet and the properties of geojson: one row an event with everything that fits
/// into cells. The first actor and recipient have columns of their own; where there are more, the others stand
/// together in one cell. Lists are joined with ";", a chain with " > ", outermost party first.
/// </summary>
public static class EventTable
{
    /// <summary>The columns in order.</summary>
    public static IReadOnlyList<ExportColumn> Columns { get; } =
    [
        Id("event_id", "id of the event, the same over re-runs", static r => r.Event.Id),
        Words("article_id", "id of the article, the input's own where it gives one", static r => r.Article.Id),
        Words("outlet", "who published the article", static r => r.Article.Outlet),
        Day("published_on", "day of publication", static r => r.Article.PublishedOn),
        Words("url", "address of the article", static r => r.Article.Url),
        Words("title", "headline", static r => r.Article.Title),
        Code("language", "language of the article, BCP 47", static r => r.Article.Language),
        Integer("sentence", "index of the trigger's sentence, from 0", static r => r.Event.Sentence),
        Words("trigger", "the shortest distinctive words", static r => r.Event.Trigger.Text),
        Integer("trigger_start", "where the trigger starts in the article's text", static r => r.Event.Trigger.Start),
        Integer("trigger_end", "where it ends (exclusive)", static r => r.Event.Trigger.End),
        Day("event_day", "the event's day where the text names one, else the day of publication", static r => r.Day),
        Code("type", "PLOVER event type", static r => r.Event.Type),
        Code("mode", "PLOVER mode", static r => r.Event.Mode),
        Code("contexts", "PLOVER contexts, joined with ;", static r => Joined(r.Event.Contexts)),
        Code("status", "asserted, denied, negated, promised, threatened, demanded, planned, conditional, hypothetical, possible, questioned or attempted", static r => r.Event.Status),
        Code("cameo", "CAMEO code; the type's most general one where the record has none", static r => r.Cameo),
        Code("cameo_root", "its first two digits", static r => r.CameoRoot),
        Code("quad", "PLOVER quad class", static r => r.Codes.Quad(r.Event)),
        Real("score", "PLOVER conflict score of type and mode, -10 to 10", static r => r.Codes.Score(r.Event)),
        .. Side("actor", "who did it", static r => r.Actor, static r => r.Event.Actors),
        .. Side("recipient", "to whom it was done", static r => r.Recipient, static r => r.Event.Recipients),
        Words("time_text", "the words that say when", static r => r.Event.Time?.Text),
        Day("time_start", "first day they cover", static r => r.Event.Time?.Start),
        Day("time_end", "last day they cover (inclusive)", static r => r.Event.Time?.End),
        Code("time_granularity", "day, week, month, quarter, year …", static r => r.Event.Time?.Granularity),
        Words("place_text", "the words that say where", static r => r.Event.Place?.Text),
        Words("place_name", "the place in the gazetteer", static r => r.Event.Place?.Name),
        Code("place_country", "its country, ISO 3166-1 alpha-3", static r => r.Event.Place?.Country),
        Words("place_admin1", "its first-order division", static r => r.Event.Place?.Admin1),
        Real("lat", "latitude, WGS84 degrees", static r => r.Event.Place?.Lat),
        Real("lon", "longitude, WGS84 degrees", static r => r.Event.Place?.Lon),
        Integer("geoname_id", "id at geonames.org", static r => r.Event.Place?.GeonameId),
        Integer("killed", "people killed, as stated", static r => r.Event.Killed),
        Integer("injured", "people injured, as stated", static r => r.Event.Injured),
        Integer("size", "participants, at the least", static r => r.Event.Size),
        Words("chain", "the parties that vouch for the event, outermost first, joined with \" > \"; empty when the outlet itself asserts it", static r => Chain(r.Event.Chain)),
        Integer("chain_length", "how many there are", static r => r.Event.Chain.Count),
        Words("attributed_to", "the innermost of them", static r => r.Voucher is { } hop ? hop.Name ?? hop.Text : null),
        Code("attributed_kind", "outlet, wire, person, organization, anonymous, document, social or unspecified", static r => r.Voucher?.Kind),
        Words("attributed_cue", "the words that credit it", static r => r.Voucher?.Cue),
        Integer("quotation", "index of the quotation that holds the trigger among the article's quotations, from 0", static r => r.Event.Quotation),
        Real("confidence", "how sure the program is, 0 to 1; an order, not a probability", static r => r.Event.Confidence),
        Code("pattern", "id of the pattern that fired", static r => r.Event.Trace.Pattern),
        Code("updated_at", "when the store last changed the event, UTC", static r => r.UpdatedAt is { } moment ? Moment(moment) : null),
        Integer("withdrawn", "1 when the last coding of the article no longer gives the event", static r => r.Withdrawn ? 1 : 0),
        Code("review_state", "unreviewed, accepted, corrected, rejected, disputed or outdated, where a store is read", static r => r.ReviewState),
        Code("program_version", "version of Hearsay that coded the article", static r => r.CodedWith.Program),
        Code("model_version", "version of its language models", static r => r.CodedWith.Model),
        Code("knowledge_version", "version of its knowledge", static r => r.CodedWith.Knowledge),
    ];

    private static Tuple<DateTimeOffset, string>? lastMoment;

    private static IEnumerable<ExportColumn> Side(string name, string meaning, Func<ExportRow, Party?> party, Func<ExportRow, IReadOnlyList<Party>> all) =>
    [
        Words(name, $"{meaning}: the words of the mention", r => party(r)?.Text),
        Words(name + "_name", "the fullest name the article gives", r => party(r)?.Name),
        Code(name + "_code", "country and sectors (KENGOV)", r => party(r)?.Code),
        Code(name + "_country", "country (ISO 3166-1 alpha-3) or IGO, UNO, EUR, NGO, MNC …", r => party(r)?.Country),
        Code(name + "_sectors", "PLOVER sectors, main one first, joined with ;", r => party(r) is { } p ? Joined(p.Sectors) : null),
        Integer(name + "_start", "where the mention starts in the article's text", r => party(r)?.Start),
        Integer(name + "_end", "where it ends (exclusive)", r => party(r)?.End),
        Words($"other_{name}s", $"further {name}s: name <code>, joined with ;", r => Others(all(r))),
    ];

    internal static string? Joined(IReadOnlyList<string> values) => values.Count switch { 0 => null, 1 => values[0], _ => string.Join(';', values) };

    internal static string? Chain(IReadOnlyList<ChainHop> chain) => chain.Count switch
    {
        0 => null,
        1 => chain[0].Name ?? chain[0].Text,
        _ => string.Join(" > ", chain.Select(h => h.Name ?? h.Text)),
    };

    // Thousands of rows have the moment of one transaction.
    private static string Moment(DateTimeOffset moment)
    {
        var known = lastMoment;
        if (known is null || known.Item1 != moment) lastMoment = known = Tuple.Create(moment, moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        return known.Item2;
    }

    private static string? Others(IReadOnlyList<Party> parties) => parties.Count < 2 ? null
        : string.Join(';', parties.Skip(1).Select(p => p.Code is null ? p.Name ?? p.Text : $"{p.Name ?? p.Text} <{p.Code}>"));
}
