using Hearsay.Explaining;
using Hearsay.Store;
using Hearsay.Store.Columns;
using Hearsay.Web.Layout;
using Hearsay.Web.Reading;
using Hearsay.Web.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Events;

/// <summary>/events, the list; /event?id=…, which opens the article at the event; and /event/why, its full explanation.</summary>
internal static class EventEndpoints
{
    private const int PageSize = 30;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events", List);
        routes.MapGet("/event", Open);
        routes.MapGet("/event/why", Why).RequireRateLimiting("costly");
    }

    private static RazorComponentResult<EventsPage> List(HttpContext http, StoreColumns columns, FilterChoices options, string? after)
    {
        var filters = Filters.Of(http.Request.Query);
        var found = columns.Find(filters.Query with { PageSize = PageSize, After = after }, http.RequestAborted);
        return new(new
        {
            Filters = filters, Options = options, Found = found, Counts = columns.Count(filters.Query, http.RequestAborted),
            StoreIsEmpty = found.Events.Count == 0 && !filters.Any,
        });
    }

    private static IResult Open(HearsayStore store, string id)
    {
        if (store.Event(id) is not { } found || store.Article(found.Article.Id) is not { } article) return MissingPage.Result("There is no event with this id in the store.");
        int number = article.ToCoded().Events.ToList().FindIndex(e => e.Id == id) + 1;
        return number == 0 ? MissingPage.Result("The event was withdrawn: a later run of the program no longer finds it.") : Results.LocalRedirect(Address.Article(found.Article.Id, number));
    }

    private static IResult Why(HearsayStore store, LoadedCoder loaded, ReadingRoomOptions options, string id)
    {
        if (store.Event(id) is not { } found || store.Article(found.Article.Id) is not { } article) return Results.NotFound();
        var (coder, fault) = loaded.Get();
        if (coder is null) return new RazorComponentResult<WhyPart>(new { Fault = fault });
        try
        {
            var why = EventExplanation.Of(coder, options.DataDirectory, article.ToCoded(), found.Record);
            return new RazorComponentResult<WhyPart>(new { Why = why, Tables = new TableRows(options.DataDirectory) });
        }
        catch (InvalidDataException)
        {
            return new RazorComponentResult<WhyPart>(new { Fault = fault });
        }
    }
}
