using System.Globalization;
using Hearsay.Store;
using Hearsay.Web.Accounts;
using Hearsay.Web.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Comments;

/// <summary>
/// Taking comments and resolving threads. A comment that is sent again because the answer was lost (the server was killed, the line
/// broke) is there once all the same: the same words by the same author in the same place within an hour are one comment.
/// </summary>
internal static class CommentEndpoints
{
    private const int LongestComment = 10_000;
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    /// <summary>Maps the forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/comment", Add);
        routes.MapPost("/comment/resolve", Resolve);
    }

    private static async Task<IResult> Add(HttpContext http, HearsayStore store, TimeProvider time)
    {
        var form = await http.Request.ReadFormAsync();
        string article = form["article"].ToString(), text = form["text"].ToString().Trim();
        if (text.Length == 0) return MissingPage.Result("A comment needs words.", 422, "Not saved");
        if (text.Length > LongestComment) return MissingPage.Result($"A comment may have {LongestComment.ToString("N0", CultureInfo.InvariantCulture)} characters.", 422, "Not saved");
        if (store.Article(article) is not { } found) return MissingPage.Result("There is no such article.", 404, "Not saved");
        var comment = new Comment
        {
            ArticleId = article, Text = text, Author = http.User.Identity!.Name!, Thread = Number(form, "thread") ?? 0,
            EventId = form["event"].ToString() is { Length: > 0 } id ? id : null, Start = (int?)Number(form, "start"), End = (int?)Number(form, "end"),
        };
        if (comment.Start < 0 || comment.End > found.Article.Text.Length || comment.Start >= comment.End) comment = comment with { Start = null, End = null };
        var since = time.GetUtcNow() - Again;
        bool there = store.Comments.OfArticle(article).Any(c => c.WrittenAt > since && c.Author == comment.Author && c.Text == comment.Text
            && (comment.Thread == 0 || c.Thread == comment.Thread) && c.EventId == comment.EventId && c.Start == comment.Start);
        if (!there) store.Comments.Add(comment);
        return Back(article);
    }

    private static async Task<IResult> Resolve(HttpContext http, HearsayStore store)
    {
        var form = await http.Request.ReadFormAsync();
        string article = form["article"].ToString(), who = http.User.Identity!.Name!;
        long thread = Number(form, "thread") ?? 0;
        var comments = store.Comments.OfArticle(article).Where(c => c.Thread == thread).ToList();
        if (comments.Count == 0) return MissingPage.Result("There is no such thread.", 404, "Not done");
        // Whoever takes part in a thread may close it; others need to be editors.
        if (!http.User.IsInRole(Roles.Editor) && comments.All(c => c.Author != who)) return Results.Forbid();
        store.Comments.Resolve(thread, who, resolved: form["reopen"].ToString().Length == 0);
        return Back(article);
    }

    private static IResult Back(string article) => Results.LocalRedirect(Address.Article(article) + "#discussion");

    private static long? Number(IFormCollection form, string field) =>
        long.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
