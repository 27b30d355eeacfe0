using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Hearsay.Store;

/// <summary>
/// Counts over a store, or over what a query finds: the timeline, the map, who acts on whom, who speaks and who
/// publishes. Without conditions each is read from an index alone and takes a fraction of a second on a million events;
/// with conditions it costs what finding the events costs. Withdrawn records never count. Thread-safe.
/// </summary>
public sealed class StoreOverview
{
    private readonly IDatabase database;

    internal StoreOverview(IDatabase database) => this.database = database;

    /// <summary>Events by type over time, in order; events of no known day are left out.</summary>
    public IReadOnlyList<TimelineStep> Timeline(RecordQuery query, Period period)
    {
        var steps = new SortedDictionary<(DateOnly From, string Type), long>();
        foreach (var (day, type, count) in Rows<(string, string, long)>(query, RecordKind.Events, "e.day, e.type, count(*)", "e.day <> ''", "GROUP BY e.day, e.type"))
        {
            var step = (First(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), period), type);
            steps[step] = steps.GetValueOrDefault(step) + count;
        }
        return [.. steps.Select(s => new TimelineStep(s.Key.From, s.Key.Type, s.Value))];
    }

    /// <summary>The places with the most events.</summary>
    public IReadOnlyList<PlaceCount> Places(RecordQuery query, int top = 1000) =>
        [.. Rows<(string Name, string? Country, string? Admin1, double? Lat, double? Lon, long? Id, long Events)>(query, RecordKind.Events,
            "e.place_name, e.place_country, e.admin1, e.lat, e.lon, e.geoname_id, count(*) AS n", "e.place_name IS NOT NULL",
            $"GROUP BY e.place_country, e.place_name, e.admin1, e.geoname_id, e.lat, e.lon ORDER BY n DESC, e.place_name LIMIT {top}")
            .Select(r => new PlaceCount(r.Name, r.Country, r.Admin1, r.Lat, r.Lon, r.Id, r.Events))];

    /// <summary>Events by the country of their place.</summary>
    public IReadOnlyList<ValueCount> Countries(RecordQuery query) => Values(query, RecordKind.Events, "e.place_country", "e.place_name IS NOT NULL AND e.place_country IS NOT NULL", 1000);

    /// <summary>Events by type.</summary>
    public IReadOnlyList<ValueCount> Types(RecordQuery query) => Values(query, RecordKind.Events, "e.type", null, 100);

    /// <summary>Events by status.</summary>
    public IReadOnlyList<ValueCount> Statuses(RecordQuery query) => Values(query, RecordKind.Events, "e.status", null, 100);

    /// <summary>The pairs with the most events, direction kept: the matrix of dyads and the edges of the network of actors.</summary>
    public IReadOnlyList<DyadCount> Dyads(RecordQuery query, int top = 20)
    {
        using var connection = database.Connect();
        var sql = Conditions(query, RecordKind.Events);
        // All pairs of events that stand are in dyads; only a condition needs the events themselves.
        string from = Unconditional(query) ? "dyads d" : $"dyads d JOIN events e ON e.key = d.event_key WHERE {sql.Where}";
        return [.. connection.Query<(string Actor, string Recipient, long Events)>(
            $"SELECT d.actor, d.recipient, count(*) AS n FROM {from} GROUP BY d.actor, d.recipient ORDER BY n DESC, d.actor, d.recipient LIMIT {top}", sql.Parameters)
            .Select(r => new DyadCount(r.Actor, r.Recipient, r.Events))];
    }

    /// <summary>The speakers with the most quotations; asked of quotations, whatever the query's kind.</summary>
    public IReadOnlyList<SpeakerCount> Speakers(RecordQuery query, int top = 20) =>
        [.. Rows<(string Name, string? Country, long Quotations)>(query, RecordKind.Quotations, "q.speaker_name, q.speaker_country, count(*) AS n", "q.speaker_name IS NOT NULL",
            $"GROUP BY q.speaker_name, q.speaker_country ORDER BY n DESC, q.speaker_name LIMIT {top}").Select(r => new SpeakerCount(r.Name, r.Country, r.Quotations))];

    /// <summary>The outlets with the most articles that the query finds, or that hold events it finds.</summary>
    public IReadOnlyList<ValueCount> Outlets(RecordQuery query, int top = 20) => Values(query with { Kind = RecordKind.Articles }, RecordKind.Articles, "a.outlet", "a.outlet IS NOT NULL", top);

    private List<ValueCount> Values(RecordQuery query, RecordKind kind, string column, string? condition, int top) =>
        [.. Rows<(string Value, long Count)>(query, kind, $"{column}, count(*) AS n", condition, $"GROUP BY {column} ORDER BY n DESC, {column} LIMIT {top}")
            .Select(r => new ValueCount(r.Value, r.Count))];

    private List<T> Rows<T>(RecordQuery query, RecordKind kind, string columns, string? condition, string rest)
    {
        using var connection = database.Connect();
        var sql = Conditions(query, kind);
        if (condition is not null) sql.Add(condition);
        return connection.Query<T>($"SELECT {columns} FROM {kind.ToString().ToLowerInvariant()} {QuerySql.Alias(kind)} WHERE {sql.Where} {rest}", sql.Parameters).AsList();
    }

    private QuerySql Conditions(RecordQuery query, RecordKind kind) => QuerySql.Of(query with { Kind = kind, IncludeWithdrawn = false }, database);

    private static bool Unconditional(RecordQuery query) => query.Terms.Count == 0 && query.Words is null;

    private static DateOnly First(DateOnly day, Period period) => period switch
    {
        Period.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        Period.Month => new(day.Year, day.Month, 1),
        Period.Year => new(day.Year, 1, 1),
        _ => day,
    };
}
