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
        var (columns, before) = Timeline(summary.Days, summary.DayTypes);
        return new()
        {
            Counts = summary.Counts, Columns = columns, Before = before, Types = summary.Types, Statuses = summary.Statuses, Places = summary.Places,
            DyadQuads = summary.DyadQuads.ToDictionary(d => d.Key, d => Quadrants.Of(QuadClass.Types[d.Value][0]) ?? 0),
            Dyads = summary.Dyads, Outlets = summary.Outlets, Speakers = summary.Speakers, Latest = summary.Latest,
        };
    }

    private static (IReadOnlyList<TimeColumn> Columns, long Before) Timeline(IReadOnlyList<DayCounts> days, IReadOnlyList<string> types)
    {
        if (days.Count == 0) return ([], 0);
        DateOnly first = Beginning(days), last = days[^1].Day;
        int months = (last.Year - first.Year) * 12 + last.Month - first.Month;
        var period = last.DayNumber - first.DayNumber < MostColumns ? Period.Day : months < MostColumns ? Period.Month : Period.Year;
        var shown = days.SkipWhile(d => d.Day < first).ToLookup(d => Start(d.Day, period));
        var columns = new List<TimeColumn>();
        for (var from = Start(first, period); from <= last; from = Next(from, period))
            columns.Add(new(Label(from, period), from, Next(from, period).AddDays(-1), ByType(shown[from], types)));
        return (columns, days.TakeWhile(d => d.Day < first).Sum(d => d.Total));
    }

    private static Dictionary<string, long> ByType(IEnumerable<DayCounts> days, IReadOnlyList<string> types)
    {
        var counts = new Dictionary<string, long>();
        foreach (var day in days)
            for (int t = 0; t < types.Count; t++)
                if (day.ByType[t] is > 0 and var count) counts[types[t]] = counts.GetValueOrDefault(types[t]) + count;
        return counts;
    }

    // A report of today may tell of a day long ago. Where one mention in a hundred or fewer would leave most of the picture empty,
    // the picture begins with the others, and says that there are earlier ones.
    private static DateOnly Beginning(IReadOnlyList<DayCounts> days)
    {
        long few = days.Sum(d => d.Total) / 100, seen = 0;
        int kept = 0;
        while (seen + days[kept].Total <= few) seen += days[kept++].Total;
        DateOnly first = days[0].Day, from = days[kept].Day, last = days[^1].Day;
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
