using Hearsay.Store;
using Hearsay.Web.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Overview;

/// <summary>The first page: what the store holds, or what a query finds, by time, type, place and dyad.</summary>
internal static class OverviewEndpoints
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Show);

    private static async Task<RazorComponentResult<OverviewPage>> Show(HttpContext http, OverviewCache cache, FilterChoices options)
    {
        var filters = Filters.Of(http.Request.Query);
        return new(new { Filters = filters, Options = options, Data = await cache.Get(filters.Query, http.RequestAborted) });
    }
}
