using System.Globalization;
using Hearsay.Explaining;
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

    /// <summary>Mentions of days before the first column.</summary>
    public long Before { get; private init; }
    public required IReadOnlyList<ValueCount> Types { get; init; }
    public required IReadOnlyList<ValueCount> Statuses { get; init; }
    public required IReadOnlyList<PlaceCount> Places { get; init; }
    public required IReadOnlyList<DyadCount> Dyads { get; init; }
    /// <summary>The quad class that most mentions of a dyad have, as a place in <see cref="Quadrants.Names"/>.</summary>
    public required IReadOnlyDictionary<DyadCount, int> DyadQuads { get; init; }
    public required IReadOnlyList<ValueCount> Outlets { get; init; }
    public required IReadOnlyList<SpeakerCount> Speakers { get; init; }
    public required IReadOnlyList<StoredEvent> Latest { get; init; }

    /// <summary>From what was counted.</summary>
    internal static OverviewData Of(StoreSummary summary)
    {
        var (columns, before) = Timeline(summary.Days);
        return new()
        {
            Counts = summary.Counts, Columns = columns, Before = before, Types = summary.Types, Statuses = summary.Statuses, Places = summary.Places,
            DyadQuads = summary.DyadQuads.ToDictionary(d => d.Key, d => Quadrants.Of(QuadClass.Types[d.Value][0]) ?? 0),
            Dyads = summary.Dyads, Outlets = summary.Outlets, Speakers = summary.Speakers, Latest = summary.Latest,
        };
    }

    private static (IReadOnlyList<TimeColumn> Columns, long Before) Timeline(IReadOnlyList<TimelineStep> days)
    {
        if (days.Count == 0) return ([], 0);
        DateOnly first = Beginning(days), last = days[^1].From;
        long before = days.TakeWhile(d => d.From < first).Sum(d => d.Events);
        int months = (last.Year - first.Year) * 12 + last.Month - first.Month;
        var period = last.DayNumber - first.DayNumber < MostColumns ? Period.Day : months < MostColumns ? Period.Month : Period.Year;
        var counts = new Dictionary<DateOnly, Dictionary<string, long>>();
        foreach (var day in days)
        {
            if (day.From < first) continue;
            var start = Start(day.From, period);
            if (!counts.TryGetValue(start, out var types)) counts.Add(start, types = []);
            types[day.Type] = types.GetValueOrDefault(day.Type) + day.Events;
        }
        var columns = new List<TimeColumn>();
        for (var from = Start(first, period); from <= last; from = Next(from, period))
            columns.Add(new(Label(from, period), from, Next(from, period).AddDays(-1), counts.GetValueOrDefault(from) ?? []));
        return (columns, before);
    }

    // A report of today may tell of a day long ago. Where one mention in a hundred or fewer would leave most of the picture empty,
    // the picture begins with the others, and says that there are earlier ones.
    private static DateOnly Beginning(IReadOnlyList<TimelineStep> days)
    {
        long few = days.Sum(d => d.Events) / 100, seen = 0;
        int kept = 0;
        while (seen + days[kept].Events <= few) seen += days[kept++].Events;
        DateOnly first = days[0].From, from = days[kept].From, last = days[^1].From;
        return from.DayNumber - first.DayNumber > last.DayNumber - from.DayNumber ? from : first;
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
