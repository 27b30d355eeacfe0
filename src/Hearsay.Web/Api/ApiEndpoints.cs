using Hearsay.Store;
using Hearsay.Store.Columns;
using Hearsay.Web.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Hearsay.Web.Api;

/// <summary>
/// /api/v1: the questions that the pages ask, as JSON, with the same parameters; /openapi/v1.json describes them. Only reading: what people
/// write goes through the pages.
/// </summary>
internal static class ApiEndpoints
{
    private const int MostOnAPage = 500;

    /// <summary>Maps all.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").WithTags("Hearsay");
        api.MapGet("/events", Events).WithSummary("Events that the filters find, a page at a time.").WithMetadata(FiltersApply.Instance);
        api.MapGet("/events/{id}", OneEvent).WithSummary("One event.");
        api.MapGet("/quotations", Quotations).WithSummary("Quotations that the filters find.").WithMetadata(FiltersApply.Instance);
        api.MapGet("/articles", Articles).WithSummary("Articles that the filters find, without their texts.").WithMetadata(FiltersApply.Instance);
        api.MapGet("/article", OneArticle).WithSummary("One article with text and everything coded for it, as hearsay code writes it.");
        api.MapGet("/counts", Ok<RecordCounts> (HttpContext http, StoreColumns columns) => TypedResults.Ok(columns.Count(Filters.Of(http.Request.Query).Query, http.RequestAborted))).WithSummary("How many mentions, events and articles the filters find.").WithMetadata(FiltersApply.Instance);
        api.MapGet("/timeline", Ok<IReadOnlyList<TimelineStep>> (HttpContext http, HearsayStore store, string? by) =>
            TypedResults.Ok(store.Overview.Timeline(Filters.Of(http.Request.Query).Query, Enum.TryParse<Period>(by, true, out var period) ? period : Period.Month))).WithSummary("Mentions by type over time; by is day, week, month or year.").WithMetadata(FiltersApply.Instance);
        api.MapGet("/places", Ok<IReadOnlyList<PlaceCount>> (HttpContext http, HearsayStore store) => TypedResults.Ok(store.Overview.Places(Filters.Of(http.Request.Query).Query))).WithSummary("Mentions by place.").WithMetadata(FiltersApply.Instance);
        api.MapGet("/dyads", Ok<IReadOnlyList<DyadCount>> (HttpContext http, HearsayStore store) => TypedResults.Ok(store.Overview.Dyads(Filters.Of(http.Request.Query).Query, 1000))).WithSummary("Mentions by who acts on whom.").WithMetadata(FiltersApply.Instance);
        routes.MapOpenApi();
    }

    /// <summary>Describes the filters once for every endpoint that takes them.</summary>
    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Hearsay", Version = "v1", Description = "Who did or said what to whom, when, where, and according to whom." };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<FiltersApply>().Any()) return Task.CompletedTask;
            operation.Parameters ??= [];
            operation.Parameters.Add(Parameter("q", "a query in the language of hearsay find", "\"nuclear talks\" actor:IRN"));
            foreach (var field in QueryFields.All) operation.Parameters.Add(Parameter(field.Name, field.Meaning, field.Example[(field.Example.IndexOf(':') + 1)..]));
            return Task.CompletedTask;
        });
    }

    private static OpenApiParameter Parameter(string name, string meaning, string example) => new()
    {
        Name = name, In = ParameterLocation.Query, Description = $"{meaning}; for example {example}", Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static Results<Ok<ApiEvents>, BadRequest<ApiFault>> Events(HttpContext http, StoreColumns columns, string? after, int? size)
    {
        if (Ask(http, RecordKind.Events, after, size, out var fault) is not { } query) return TypedResults.BadRequest(fault);
        var page = columns.Find(query, http.RequestAborted);
        return TypedResults.Ok(new ApiEvents([.. page.Events.Select(ApiEvent.Of)], page.Next));
    }

    private static Results<Ok<ApiQuotations>, BadRequest<ApiFault>> Quotations(HttpContext http, HearsayStore store, string? after, int? size)
    {
        if (Ask(http, RecordKind.Quotations, after, size, out var fault) is not { } query) return TypedResults.BadRequest(fault);
        var page = store.Find(query);
        return TypedResults.Ok(new ApiQuotations([.. page.Quotations.Select(q => new ApiQuotation(q.Id, q.Record, q.Article))], page.Next));
    }

    private static Results<Ok<ApiArticles>, BadRequest<ApiFault>> Articles(HttpContext http, HearsayStore store, string? after, int? size)
    {
        if (Ask(http, RecordKind.Articles, after, size, out var fault) is not { } query) return TypedResults.BadRequest(fault);
        var page = store.Find(query);
        return TypedResults.Ok(new ApiArticles(page.Articles, page.Next));
    }

    private static Results<Ok<ApiEvent>, NotFound> OneEvent(HearsayStore store, string id) =>
        store.Event(id) is { } found ? TypedResults.Ok(ApiEvent.Of(found)) : TypedResults.NotFound();

    private static IResult OneArticle(HearsayStore store, string id) =>
        store.Article(id) is { } found ? Results.Bytes(RecordWriter.Line(found.ToCoded()), "application/json") : Results.NotFound();

    private static RecordQuery? Ask(HttpContext http, RecordKind kind, string? after, int? size, out ApiFault? fault)
    {
        var filters = Filters.Of(http.Request.Query, kind);
        fault = filters.Fault is { } wrong ? new(wrong.Code, wrong.Message, wrong.Remedy) : null;
        return fault is null ? filters.Query with { After = after, PageSize = Math.Clamp(size ?? 50, 1, MostOnAPage) } : null;
    }

    private sealed class FiltersApply
    {
        public static readonly FiltersApply Instance = new();
    }
}
