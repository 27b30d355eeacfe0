namespace Hearsay.Store.Columns;

/// <summary>
/// Everything that an overview counts of one query, counted at one moment. Mentions are counted by day, type, status, place and
/// dyad, articles by outlet, quotations by speaker; the most frequent come first.
/// </summary>
public sealed record StoreSummary
{
    /// <summary>How much the query finds.</summary>
    public required RecordCounts Counts { get; init; }

    /// <summary>Mentions by day and type, in order; those of no known day are left out.</summary>
    public required IReadOnlyList<DayCounts> Days { get; init; }

    /// <summary>The types that <see cref="Days"/> counts.</summary>
    public required IReadOnlyList<string> DayTypes { get; init; }

    /// <summary>Mentions by type.</summary>
    public required IReadOnlyList<ValueCount> Types { get; init; }

    /// <summary>Mentions by status.</summary>
    public required IReadOnlyList<ValueCount> Statuses { get; init; }

    /// <summary>Mentions by place.</summary>
    public required IReadOnlyList<PlaceCount> Places { get; init; }

    /// <summary>Mentions by who acts on whom.</summary>
    public required IReadOnlyList<DyadCount> Dyads { get; init; }

    /// <summary>The quad class that most mentions of each of these dyads have; empty where the database counted.</summary>
    public IReadOnlyDictionary<DyadCount, string> DyadQuads { get; init; } = new Dictionary<DyadCount, string>();

    /// <summary>Articles by outlet.</summary>
    public required IReadOnlyList<ValueCount> Outlets { get; init; }

    /// <summary>Quotations by speaker.</summary>
    public required IReadOnlyList<SpeakerCount> Speakers { get; init; }

    /// <summary>The latest events.</summary>
    public required IReadOnlyList<StoredEvent> Latest { get; init; }

    /// <summary>Asks the database, several questions side by side; those that have not begun when <paramref name="stop"/> is signalled are not asked.</summary>
    internal static StoreSummary Of(HearsayStore store, RecordQuery query, SummarySize size, CancellationToken stop)
    {
        var overview = store.Overview;
        var counts = Task.Run(() => store.Count(query), stop);
        var days = Task.Run(() => overview.Timeline(query, Period.Day), stop);
        var types = Task.Run(() => overview.Types(query), stop);
        var statuses = Task.Run(() => overview.Statuses(query), stop);
        var places = Task.Run(() => overview.Places(query, size.Places), stop);
        var dyads = Task.Run(() => overview.Dyads(query, size.Dyads), stop);
        var outlets = Task.Run(() => overview.Outlets(query, size.Outlets), stop);
        var speakers = Task.Run(() => overview.Speakers(query, size.Speakers), stop);
        var latest = Task.Run(() => store.Find(query with { PageSize = Math.Max(1, size.Latest) }).Events, stop);
        Task[] all = [counts, days, types, statuses, places, dyads, outlets, speakers, latest];
        Task.WhenAll(all).GetAwaiter().GetResult();
        string[] dayTypes = [.. days.Result.Select(d => d.Type).Distinct()];
        return new()
        {
            Counts = counts.Result, DayTypes = dayTypes, Days = [.. days.Result.GroupBy(d => d.From).Select(d => ByType(d, dayTypes))], Types = types.Result, Statuses = statuses.Result, Places = places.Result,
            Dyads = dyads.Result, Outlets = outlets.Result, Speakers = speakers.Result, Latest = latest.Result,
        };
    }

    private static DayCounts ByType(IGrouping<DateOnly, TimelineStep> day, string[] types)
    {
        int[] counts = new int[types.Length];
        foreach (var step in day) counts[Array.IndexOf(types, step.Type)] = (int)step.Events;
        return new(day.Key, counts);
    }
}
