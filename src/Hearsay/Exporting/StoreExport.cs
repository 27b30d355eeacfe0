using Hearsay.Store;

namespace Hearsay.Exporting;

/// <summary>
/// What an export reads from a store: the articles that hold events of a query, each with those events, its quotations
/// and the versions of the runs that coded them. Quotations are read only where the format writes them.
/// </summary>
public static class StoreExport
{
    /// <summary>The articles in the order in which they came into the store.</summary>
    public static IEnumerable<ExportedArticle> Read(HearsayStore store, RecordQuery query, bool withQuotations)
    {
        var runs = Runs(store);
        foreach (var article in store.Articles(query with { Kind = RecordKind.Events }))
        {
            var quotations = withQuotations ? store.Article(article.Article.Id)?.Quotations ?? [] : [];
            yield return new ExportedArticle(article.Article, [.. article.Events.Select(e => Event(e, runs))], [.. quotations.OrderBy(q => q.Ordinal).Select(q => q.Record)])
            {
                CodedWith = runs.GetValueOrDefault(article.History.Run, CodedWith.Unknown),
            };
        }
    }

    private static ExportedEvent Event(StoredEvent e, Dictionary<long, CodedWith> runs) => new(e.Record, e.History.UpdatedAt, e.History.WithdrawnAt is not null)
    {
        ReviewState = e.ReviewState,
        CodedWith = runs.GetValueOrDefault(e.History.Run, CodedWith.Unknown),
    };

    private static Dictionary<long, CodedWith> Runs(HearsayStore store) =>
        store.Runs().ToDictionary(r => r.Id, r => new CodedWith(r.Origin.Program, r.Origin.Models, r.Origin.Knowledge));
}
