using System.Globalization;
using System.Text;
using Hearsay.Articles;
using Hearsay.Articles.Fetching;
using Hearsay.Store;
using Hearsay.Web.Accounts;
using Hearsay.Web.Articles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Reading;

/// <summary>
/// /read: a pasted text, a file or an address becomes an article and is coded at once, by the same reader and coder as
/// on the command line. An editor's article is added to the store and opened there; a reader sees it without its being
/// kept. What cannot be read comes back with the diagnostic and with everything that was typed.
/// </summary>
internal static class ReadEndpoints
{
    private const int LongestForm = 6 * 1024 * 1024;

    /// <summary>Maps the page and its form.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/read", (HttpContext http, LoadedCoder coder) =>
        {
            coder.Warm();
            return Page(http, null, []);
        });
        routes.MapPost("/read", Read).RequireRateLimiting("costly");
    }

    private static async Task<IResult> Read(HttpContext http, LoadedCoder loaded, HearsayStore store, KnowledgeOrigin origin, AuditLog audit, PageFetcher fetcher)
    {
        if (http.Request.ContentLength > LongestForm) return Page(http, null, [Faults.TooLarge("the form", LongestForm)]);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var reading = await ReadArticle(form, fetcher, http.RequestAborted);
        if (reading.Article is not { } article) return Page(http, form, reading.Diagnostics);
        var (coder, fault) = loaded.Get();
        if (coder is null) return Page(http, form, [fault!]);
        var coded = coder.Code(article);
        coded = coded with { Diagnostics = [.. reading.Diagnostics, .. coded.Diagnostics] };
        if (!http.User.IsInRole(Roles.Editor)) return new RazorComponentResult<ArticlePage>(new { Coded = coded });
        Keep(store, origin, coded);
        audit.Add(http.User.Identity!.Name!, "added article", article.Id);
        return Results.LocalRedirect(Address.Article(article.Id));
    }

    private static void Keep(HearsayStore store, KnowledgeOrigin origin, CodedArticle coded)
    {
        using var writer = store.BeginRun(origin.Get());
        writer.Write([coded]);
        writer.Finish(RunSummary.Empty with { Coded = 1, Events = coded.Events.Count, Quotations = coded.Quotations.Count });
    }

    private static async Task<ArticleReading> ReadArticle(IFormCollection form, PageFetcher fetcher, CancellationToken stop)
    {
        var defaults = new ArticleDefaults(Text(form, "outlet"), PublicationDate.Parse(Text(form, "published")));
        byte[] content = Encoding.UTF8.GetBytes(Text(form, "text") ?? "");
        string place = "the text";
        if (content.Length == 0 && form.Files["file"] is { Length: > 0 } file)
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, stop);
            content = memory.ToArray();
            place = file.FileName;
        }
        if (content.Length == 0 && Text(form, "url") is { } url)
        {
            var page = await fetcher.FetchAsync(url, stop: stop);
            if (page.Fault is { } fault) return new(url, null, [fault]);
            content = page.Content;
            place = page.Address;
            defaults = defaults with { Url = page.Address };
        }
        if (content.Length == 0) return new(place, null, [Faults.Empty(place)]);
        var reading = new ArticleReader(defaults, () => new MemoryStream(content)).Open(["-"]).First().Read();
        return reading with { Diagnostics = [.. reading.Diagnostics.Select(d => d with { Place = place })] };
    }

    private static RazorComponentResult<ReadPage> Page(HttpContext http, IFormCollection? form, IReadOnlyList<Diagnostic> diagnostics) => new(new
    {
        Diagnostics = diagnostics,
        Text = Text(form, "text"),
        Outlet = Text(form, "outlet"),
        Published = Text(form, "published"),
        Url = Text(form, "url"),
        CanKeep = http.User.IsInRole(Roles.Editor),
    }) { StatusCode = diagnostics.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };

    private static string? Text(IFormCollection? form, string field) => form?[field].ToString() is { Length: > 0 } text ? text : null;
}
