using Hearsay.Store;
using Hearsay.Store.Columns;
using Hearsay.Web.Overview;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Actors;

/// <summary>/actors, /actor?code=… and /dyad?actor=…&amp;recipient=….</summary>
internal static class ActorEndpoints
{
    private const int Dyads = 1000;
    private const int Shown = 120;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/actors", List);
        routes.MapGet("/actor", (HttpContext http, HearsayStore store, StoreColumns columns, OverviewCache cache, ActorNames names, string code) => Page(store, columns, cache, names, code.Trim(), null, http.RequestAborted));
        routes.MapGet("/dyad", (HttpContext http, HearsayStore store, StoreColumns columns, OverviewCache cache, ActorNames names, string actor, string recipient) =>
            Page(store, columns, cache, names, actor.Trim(), recipient.Trim(), http.RequestAborted));
    }

    private static RazorComponentResult<ActorsPage> List(HearsayStore store, ActorNames names)
    {
        var dyads = store.Overview.Dyads(RecordQuery.All, Dyads);
        var actors = dyads.SelectMany(d => new[] { (Code: d.Actor, Did: d.Events, Met: 0L), (Code: d.Recipient, Did: 0L, Met: d.Events) })
            .GroupBy(a => a.Code).Select(g => (g.Key, g.Sum(a => a.Did), g.Sum(a => a.Met))).OrderByDescending(a => a.Item2 + a.Item3).Take(Shown).ToList();
        return new(new { Actors = (IReadOnlyList<(string, long, long)>)actors, Names = names });
    }

    private static async Task<RazorComponentResult<ActorPage>> Page(HearsayStore store, StoreColumns columns, OverviewCache cache, ActorNames names, string code, string? recipient, CancellationToken stop) =>
        new(new { Code = code, Recipient = recipient, View = await ActorView.Of(store, columns, cache, code, recipient, stop), Names = names });
}
