using Hearsay.Exporting;
using Hearsay.Store;
using Hearsay.Web.Layout;
using Hearsay.Web.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Exporting;

/// <summary>
/// /export?format=…: the events of the view, in any format that <c>hearsay export</c> has, streamed as they are read. A reader who goes away
/// ends the export.
/// </summary>
internal static class ExportEndpoints
{
    private static readonly Dictionary<string, (string Extension, string Type)> Files = new()
    {
        ["csv"] = ("csv", "text/csv; charset=utf-8"), ["jsonl"] = ("jsonl", "application/x-ndjson"), ["parquet"] = ("parquet", "application/vnd.apache.parquet"),
        ["prov"] = ("prov.json", "application/json"), ["annotations"] = ("jsonld", "application/ld+json"), ["geojson"] = ("geojson", "application/geo+json"),
    };

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/export", Write).RequireRateLimiting("costly");

    private static async Task<IResult> Write(HttpContext http, HearsayStore store, ReadingRoomOptions options, string format)
    {
        if (ExportFormat.Find(format) is not { } chosen) return MissingPage.Result($"There is no format of that name. Formats are {string.Join(", ", ExportFormat.All.Select(f => f.Name))}.", 400, "No such format");
        var filters = Filters.Of(http.Request.Query);
        if (filters.Fault is { } fault) return MissingPage.Result($"{fault.Message} {fault.Remedy}", 400, "Not understood");
        var (extension, type) = Files.GetValueOrDefault(chosen.Name, ("tsv", "text/tab-separated-values; charset=utf-8"));
        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"hearsay-{chosen.Name}.{extension}\"";
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        var articles = new StoreExport(store, filters.Query, chosen);
        await Task.Run(() => Export.Run(articles, chosen, new ExportOptions(), Codebook.Load(options.DataDirectory), http.Response.Body, http.RequestAborted));
        return Results.Empty;
    }
}
