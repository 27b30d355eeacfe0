using Hearsay.Store;
using Hearsay.Store.Columns;
using Hearsay.Web.Overview;

namespace Hearsay.Web.Actors;

/// <summary>
/// All that an actor's or a dyad's page shows: what was done and to whom, over time, what the actor said, and who vouches for the
/// reports. The last is counted over the latest few hundred mentions.
/// </summary>
public sealed record ActorView
{
    private const int Looked = 300;

    public required OverviewData Did { get; init; }
    public required OverviewData Met { get; init; }
    public required IReadOnlyList<StoredQuotation> Said { get; init; }
    public required long SaidCount { get; init; }
    public required IReadOnlyList<ValueCount> Vouching { get; init; }

    /// <summary>Asks the store about <paramref name="code"/> as actor and as recipient, or about the dyad when there is a <paramref name="recipient"/>.</summary>
    internal static async Task<ActorView> Of(HearsayStore store, StoreColumns columns, OverviewCache cache, string code, string? recipient, CancellationToken stop)
    {
        var all = RecordQuery.All;
        var did = recipient is null ? all.With(QueryField.Actor, code) : all.With(QueryField.Actor, code).With(QueryField.Recipient, recipient);
        var met = recipient is null ? all.With(QueryField.Recipient, code) : all.With(QueryField.Actor, recipient).With(QueryField.Recipient, code);
        var said = all.With(QueryField.Speaker, code) with { Kind = RecordKind.Quotations };
        return new()
        {
            Did = await cache.Get(did, stop), Met = await cache.Get(met, stop),
            Said = recipient is null ? store.Find(said with { PageSize = 8 }).Quotations : [],
            SaidCount = recipient is null ? store.Count(said).Mentions : 0,
            Vouching = Voices(columns.Find(met with { PageSize = Looked }, stop).Events),
        };
    }

    // The innermost party of each chain; the outlet where there is none.
    private static List<ValueCount> Voices(IReadOnlyList<StoredEvent> events) =>
        [.. events.GroupBy(e => e.Record.Chain.Count > 0 ? e.Record.Chain[^1].Name ?? e.Record.Chain[^1].Text : e.Article.Outlet ?? "the article")
            .Select(g => new ValueCount(g.Key, g.Count())).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(8)];
}
