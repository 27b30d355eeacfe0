using System.Globalization;
using Hearsay.Store;
using Hearsay.Store.Columns;

namespace Hearsay.Web.Overview;

/// <summary>
/// All that the overview shows of one query. The timeline's columns are days, months or years, whichever keeps them fewer than about a hundred and twenty.
/// </summary>
public sealed record OverviewData
{
    private const int MostColumns = 120;

    /// <summary>How many of each are shown.</summary>
    internal static readonly SummarySize Size = new(Places: 400, Dyads: 60, Outlets: 8, Speakers: 8, Latest: 5);

    public required RecordCounts Counts { get; init; }
    public required IReadOnlyList<TimeColumn> Columns { get; init; }
    public required IReadOnlyList<ValueCount> Types { get; init; }
    public required IReadOnlyList<ValueCount> Statuses { get; init; }
    public required IReadOnlyList<PlaceCount> Places { get; init; }
    public required IReadOnlyList<DyadCount> Dyads { get; init; }
    public required IReadOnlyList<ValueCount> Outlets { get; init; }
    public required IReadOnlyList<SpeakerCount> Speakers { get; init; }
    public required IReadOnlyList<StoredEvent> Latest { get; init; }

    /// <summary>From what was counted.</summary>
    internal static OverviewData Of(StoreSummary summary) => new()
    {
        Counts = summary.Counts, Columns = Timeline(summary.Days), Types = summary.Types, Statuses = summary.Statuses, Places = summary.Places,
        Dyads = summary.Dyads, Outlets = summary.Outlets, Speakers = summary.Speakers, Latest = summary.Latest,
    };

    private static List<TimeColumn> Timeline(IReadOnlyList<TimelineStep> days)
    {
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
