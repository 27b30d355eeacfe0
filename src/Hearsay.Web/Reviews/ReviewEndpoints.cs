using Hearsay.Store;
using Hearsay.Web.Accounts;
using Hearsay.Web.Layout;
using Hearsay.Web.Reading;
using Hearsay.Web.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Reviews;

/// <summary>
/// /review: one event at a time from a queue, and the form that takes a verdict and goes on to the next. A script may send the same form and gets
/// the event's new state as JSON instead of a page.
/// </summary>
internal static class ReviewEndpoints
{
    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/review", Show);
        routes.MapPost("/review", Take).RequireAuthorization(Roles.Reviewer);
    }

    private static IResult Show(HttpContext http, HearsayStore store, ReviewQueue queue, FilterChoices options, string? @event, string? after)
    {
        string name = http.Request.Query["queue"].ToString() is { Length: > 0 } asked && ReviewQueue.Names.ContainsKey(asked) ? asked : "new";
        var filters = Filters.Of(http.Request.Query).With(QueryField.Event, null);
        var (found, waiting, next) = @event is not null ? (store.Event(@event), 1L, null) : queue.Next(name, filters, http.User.Identity!.Name!, after);
        if (@event is not null && found is null) return MissingPage.Result("There is no event with this id in the store.");
        return Page(http, store, options, filters, name, found, waiting, next, null);
    }

    private static async Task<IResult> Take(HttpContext http, HearsayStore store, FilterChoices options, LoadedCoder coder)
    {
        var form = await http.Request.ReadFormAsync();
        string id = form["event"].ToString(), back = form["back"].ToString();
        if (store.Event(id) is not { } found || !Enum.TryParse<Verdict>(form["verdict"], ignoreCase: true, out var verdict)) return MissingPage.Result("There is no such event.", 400, "Not taken");
        string? corrected = null;
        if (verdict == Verdict.Correct)
        {
            var correction = Correction.Of(form, found.Record, store.Article(found.Article.Id)!.Article.Text, (name, country) => coder.Get().Coder?.PlaceNamed(name, country));
            if (correction.Fault is { } fault) return Page(http, store, options, Filters.Of(http.Request.Query), "new", found, 1, null, fault);
            corrected = correction.Json;
        }
        store.Reviews.Add(new Review
        {
            ArticleId = found.Article.Id, EventId = id, Verdict = verdict, Reviewer = http.User.Identity!.Name!, Corrected = corrected,
            Note = form["note"].ToString().Trim() is { Length: > 0 } note ? note : null,
            Adjudication = found.ReviewState == ReviewState.Disputed && http.User.IsInRole(Roles.Editor),
        });
        if (http.Request.Headers.XRequestedWith == "fetch") return Results.Json(new { state = store.Event(id)!.ReviewState });
        return Results.LocalRedirect(back is ['/', not '/' and not '\\', ..] ? back : "/review");
    }

    private static RazorComponentResult<ReviewPage> Page(HttpContext http, HearsayStore store, FilterChoices options, Filters filters, string queue, StoredEvent? found, long waiting, string? next, string? fault) => new(new
    {
        Filters = filters, Options = options, Queue = queue, Found = found, Waiting = waiting, Next = next, Fault = fault,
        Article = found is null ? null : store.Article(found.Article.Id),
        History = found is null ? [] : store.Reviews.OfEvent(found.Record.Id),
        Mentions = store.Comments.Mentioning(http.User.Identity!.Name!),
        CanReview = http.User.IsInRole(Roles.Reviewer),
        Decides = found?.ReviewState == ReviewState.Disputed && http.User.IsInRole(Roles.Editor),
    }) { StatusCode = fault is null ? 200 : 422 };
}
