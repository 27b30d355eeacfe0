using System.Globalization;
using Hearsay.Coding.Statuses;

namespace Hearsay.Store;

/// <summary>
/// The fields of the query language: the name of each, what it asks for, and an example. <see cref="Term"/> checks and
/// completes values ("consult" becomes CONSULT, "2024-03" the first or last day of March) and refuses what the field
/// cannot hold.
/// </summary>
public static class QueryFields
{
    /// <summary>A field as it is written and explained.</summary>
    public sealed record Entry(QueryField Field, string Name, string Meaning, string Example);

    /// <summary>All fields in the order of the documentation.</summary>
    public static readonly IReadOnlyList<Entry> All =
    [
        new(QueryField.Actor, "actor", "who did it: a code or its beginning in capitals, or words of the name", "actor:IRNGOV"),
        new(QueryField.Recipient, "recipient", "to whom, in the same way", "recipient:\"European Union\""),
        new(QueryField.Party, "party", "actor or recipient (of quotations: speaker or addressee)", "party:IRN"),
        new(QueryField.Sector, "sector", "a PLOVER sector of a party", "sector:MIL"),
        new(QueryField.Type, "type", "event type", "type:CONSULT,AGREE"),
        new(QueryField.Mode, "mode", "mode of the type", "mode:phone"),
        new(QueryField.Context, "context", "context", "context:diplomatic"),
        new(QueryField.Quad, "quad", "quad class", "quad:material_conflict"),
        new(QueryField.Cameo, "cameo", "CAMEO code or its beginning", "cameo:04"),
        new(QueryField.Status, "status", "status", "status:denied"),
        new(QueryField.Speaker, "speaker", "who vouches for it: words of a name in the chain", "speaker:Solberg"),
        new(QueryField.Outlet, "outlet", "who published it: words of the name", "outlet:\"Fjord Times\""),
        new(QueryField.Place, "place", "where: words of the place's or its region's name", "place:Oslo"),
        new(QueryField.Country, "country", "the country of the place (of quotations: of the speaker), three letters", "country:NOR"),
        new(QueryField.Area, "area", "where: between two degrees of latitude and two of longitude, as south/west/north/east", "area:58/5/64/31"),
        new(QueryField.Since, "since", "that day or later; the event's, else that of publication", "since:2024-01"),
        new(QueryField.Until, "until", "that day or earlier", "until:2024-03-31"),
        new(QueryField.PublishedSince, "published-since", "published that day or later", "published-since:2024"),
        new(QueryField.PublishedUntil, "published-until", "published that day or earlier", "published-until:2024"),
        new(QueryField.Confidence, "confidence", "at least so confident, 0 to 1", "confidence:0.7"),
        new(QueryField.Review, "review", "what reviewers made of it", "review:disputed"),
        new(QueryField.Article, "article", "id of the article", "article:a17"),
        new(QueryField.Event, "event", "id of the event", "event:00ff00ff00ff00ff"),
        new(QueryField.Pattern, "pattern", "the pattern that found it, or its beginning", "pattern:consult."),
        new(QueryField.Run, "run", "the run that last changed it", "run:3"),
        new(QueryField.Revision, "revision", "changed after that revision of the store", "revision:4711"),
    ];

    private static readonly Dictionary<string, Entry> ByName = All.ToDictionary(e => e.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The field of that name, or null.</summary>
    public static Entry? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>How the field is written.</summary>
    public static string NameOf(QueryField field) => All.First(e => e.Field == field).Name;

    /// <summary>A condition with checked and completed values.</summary>
    /// <exception cref="StoreException">A value is none that the field can have (HS3032).</exception>
    public static QueryTerm Term(QueryField field, IReadOnlyList<string> values, bool not = false) => new(field, [.. values.Select(v => Value(field, v.Trim()))], not);

    private static string Value(QueryField field, string value)
    {
        if (value.Length == 0) throw StoreFaults.BadValue(NameOf(field), value, "it is empty");
        return field switch
        {
            QueryField.Type => OneOf(field, value.ToUpperInvariant(), QuadClass.AllTypes),
            QueryField.Quad => OneOf(field, value.ToLowerInvariant().Replace('-', '_'), QuadClass.Types.Keys),
            QueryField.Status => OneOf(field, value.ToLowerInvariant(), Enum.GetValues<Status>().Select(s => s.Word())),
            QueryField.Review => OneOf(field, value.ToLowerInvariant(), ReviewState.All),
            QueryField.Country or QueryField.Sector => value.ToUpperInvariant(),
            QueryField.Mode or QueryField.Context => value.ToLowerInvariant(),
            QueryField.Since or QueryField.PublishedSince => Day(field, value, last: false),
            QueryField.Until or QueryField.PublishedUntil => Day(field, value, last: true),
            QueryField.Confidence => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double c) && c is >= 0 and <= 1
                ? value : throw StoreFaults.BadValue(NameOf(field), value, "it is no number from 0 to 1"),
            QueryField.Area => GeoBox.TryParse(value, out _) ? value : throw StoreFaults.BadValue(NameOf(field), value, "it is no south/west/north/east in degrees"),
            QueryField.Run or QueryField.Revision => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? value : throw StoreFaults.BadValue(NameOf(field), value, "it is no whole number"),
            _ => value,
        };
    }

    private static string OneOf(QueryField field, string value, IEnumerable<string> allowed) =>
        allowed.Contains(value) ? value : throw StoreFaults.BadValue(NameOf(field), value, $"it is none of {string.Join(", ", allowed)}");

    private static string Day(QueryField field, string value, bool last)
    {
        foreach (string format in (string[])["yyyy-MM-dd", "yyyy-MM", "yyyy"])
        {
            if (!DateOnly.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) continue;
            if (last && format == "yyyy-MM") day = new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
            if (last && format == "yyyy") day = new(day.Year, 12, 31);
            return RowValues.Day(day)!;
        }
        throw StoreFaults.BadValue(NameOf(field), value, "it is no day");
    }
}
