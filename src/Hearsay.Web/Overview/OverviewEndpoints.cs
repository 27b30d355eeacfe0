using Hearsay.Store.Columns;
using Hearsay.Web.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Overview;

/// <summary>
/// The first page: what the store holds, or what a query finds, by time, type, place and dyad. While a server that has just started still
/// reads a large store, it says how far it is, and comes again by itself.
/// </summary>
internal static class OverviewEndpoints
{
    // Most stores are read in less, and nobody sees the page that waits.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Show);

    private static async Task<IResult> Show(HttpContext http, OverviewCache cache, StoreColumns columns, FilterChoices options, TimeProvider time)
    {
        if (columns.Reading is not null) await Task.Delay(Patience, time, http.RequestAborted);
        if (columns.Reading is { } part)
        {
            http.Response.Headers["Refresh"] = "1";
            return new RazorComponentResult<WaitingPage>(new { Part = part });
        }
        var filters = Filters.Of(http.Request.Query);
        return new RazorComponentResult<OverviewPage>(new { Filters = filters, Options = options, Data = await cache.Get(filters.Query, http.RequestAborted) });
    }
}
