using Hearsay.Store;
using Hearsay.Web.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Articles;

/// <summary>/articles, the list, and /article?id=…, the reading room proper.</summary>
internal static class ArticleEndpoints
{
    private const int PageSize = 30;

    /// <summary>Maps both.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/articles", List);
        routes.MapGet("/article", Show);
    }

    private static RazorComponentResult<ArticlesPage> List(HttpContext http, HearsayStore store, FilterChoices options, string? after)
    {
        var filters = Filters.Of(http.Request.Query, RecordKind.Articles);
        var found = store.Find(filters.Query with { PageSize = PageSize, After = after });
        return new(new
        {
            Filters = filters, Options = options, Found = found, Counts = store.Count(filters.Query),
            StoreIsEmpty = found.Articles.Count == 0 && !filters.Any,
        });
    }

    private static IResult Show(HttpContext http, HearsayStore store, string id)
    {
        if (store.Article(id) is not { } article) return Layout.MissingPage.Result("There is no article with this id in the store. It may have been withdrawn.");
        return new RazorComponentResult<ArticlePage>(new
        {
            Coded = article.ToCoded(), Kept = true,
            Stored = article.Events.ToDictionary(e => e.Record.Id),
            Reviews = store.Reviews.OfArticle(id).ToLookup(r => r.EventId),
            Comments = store.Comments.OfArticle(id),
            CanReview = http.User.IsInRole(Accounts.Roles.Reviewer),
        });
    }
}
