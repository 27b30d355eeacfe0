using System.Globalization;
using Hearsay.Store;

namespace Hearsay.Web.Overview;

/// <summary>
/// All that the overview shows of one query. The parts are independent questions to the store and are asked side by
/// side. The timeline's columns are days, months or years, whichever keeps them fewer than about a hundred and twenty.
/// </summary>
public sealed record OverviewData
{
    private const int MostColumns = 120;
    private const int MostPlaces = 400;
    private const int MostDyads = 60;

    public required RecordCounts Counts { get; init; }
    public required IReadOnlyList<TimeColumn> Columns { get; init; }
    public required IReadOnlyList<ValueCount> Types { get; init; }
    public required IReadOnlyList<ValueCount> Statuses { get; init; }
    public required IReadOnlyList<PlaceCount> Places { get; init; }
    public required IReadOnlyList<DyadCount> Dyads { get; init; }
    public required IReadOnlyList<ValueCount> Outlets { get; init; }
    public required IReadOnlyList<SpeakerCount> Speakers { get; init; }
    public required IReadOnlyList<StoredEvent> Latest { get; init; }

    /// <summary>Asks the store.</summary>
    public static async Task<OverviewData> Of(HearsayStore store, RecordQuery query)
    {
        var overview = store.Overview;
        var counts = Task.Run(() => store.Count(query));
        var columns = Task.Run(() => Timeline(overview, query));
        var statuses = Task.Run(() => overview.Statuses(query));
        var places = Task.Run(() => overview.Places(query, MostPlaces));
        var dyads = Task.Run(() => overview.Dyads(query, MostDyads));
        var outlets = Task.Run(() => overview.Outlets(query, 8));
        var speakers = Task.Run(() => overview.Speakers(query, 8));
        var latest = Task.Run(() => store.Find(query with { PageSize = 5 }).Events);
        var types = Task.Run(() => overview.Types(query));
        return new()
        {
            Counts = await counts, Columns = await columns, Types = await types, Statuses = await statuses, Places = await places,
            Dyads = await dyads, Outlets = await outlets, Speakers = await speakers, Latest = await latest,
        };
    }

    private static List<TimeColumn> Timeline(StoreOverview overview, RecordQuery query)
    {
        var days = overview.Timeline(query, Period.Day);
        if (days.Count == 0) return [];
        DateOnly first = days[0].From, last = days[^1].From;
        int months = (last.Year - first.Year) * 12 + last.Month - first.Month;
        var period = last.DayNumber - first.DayNumber < MostColumns ? Period.Day : months < MostColumns ? Period.Month : Period.Year;
        var columns = new List<TimeColumn>();
        var steps = days.GroupBy(d => Start(d.From, period)).ToDictionary(g => g.Key, g => g.GroupBy(s => s.Type).ToDictionary(t => t.Key, t => t.Sum(s => s.Events)));
        for (var from = Start(first, period); from <= last; from = Next(from, period))
            columns.Add(new(Label(from, period), from, Next(from, period).AddDays(-1), steps.GetValueOrDefault(from) ?? []));
        return columns;
    }

    private static DateOnly Start(DateOnly day, Period period) => period switch
    {
        Period.Month => new(day.Year, day.Month, 1),
        Period.Year => new(day.Year, 1, 1),
        _ => day,
    };

    private static DateOnly Next(DateOnly day, Period period) => period switch { Period.Month => day.AddMonths(1), Period.Year => day.AddYears(1), _ => day.AddDays(1) };

    private static string Label(DateOnly day, Period period) =>
        day.ToString(period switch { Period.Month => "MMM yyyy", Period.Year => "yyyy", _ => "d MMM yyyy" }, CultureInfo.InvariantCulture);
}
