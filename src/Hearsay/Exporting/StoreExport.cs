using System.Globalization;
using Hearsay.Articles;
using Hearsay.Store;

namespace Hearsay.Exporting;

/// <summary>
/// What an export reads from a store: the articles that hold events of a query, each with those events, its quotations
/// and the versions of the runs that coded them. Texts and quotations are read only where the format writes of them.
/// </summary>
public static class StoreExport
{
    /// <summary>The articles in the order in which they came into the store.</summary>
    public static IEnumerable<ExportedArticle> Read(HearsayStore store, RecordQuery query, ExportFormat format)
    {
        var events = query with { Kind = RecordKind.Events };
        return format.ReadsText || format.HasQuotations ? Whole(store, events, format.HasQuotations) : Reported(store, events);
    }

    private static IEnumerable<ExportedArticle> Whole(HearsayStore store, RecordQuery query, bool withQuotations)
    {
        var runs = Runs(store);
        foreach (var article in new ArticleStream(store.Database).Read(query, withQuotations))
            yield return new ExportedArticle(article.Article, [.. article.Events.Select(e => Event(new(e.Record, e.ReviewState, e.History.Run, e.History.UpdatedAt, e.History.WithdrawnAt is not null), runs))], [.. article.Quotations.OrderBy(q => q.Ordinal).Select(q => q.Record)])
            {
                CodedWith = runs.GetValueOrDefault(article.History.Run, CodedWith.Unknown),
            };
    }

    private static IEnumerable<ExportedArticle> Reported(HearsayStore store, RecordQuery query)
    {
        var runs = Runs(store);
        foreach (var (header, pairs, events) in store.Reported(query))
        {
            var article = new Article { Id = header.Id, Url = header.Url, Outlet = header.Outlet, Title = header.Title, PublishedOn = header.PublishedOn, Language = header.Language, Text = "" };
            int[] offsets = pairs.Length == 0 ? [] : [.. pairs.Split(';').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
            yield return new ExportedArticle(article, Events(events, runs), []) { CodePoints = CodePoints.At(offsets) };
        }
    }

    private static ExportedEvent[] Events(IReadOnlyList<ReportedEvent> reported, Dictionary<long, CodedWith> runs)
    {
        var events = new ExportedEvent[reported.Count];
        for (int i = 0; i < events.Length; i++) events[i] = Event(reported[i], runs);
        return events;
    }

    private static ExportedEvent Event(ReportedEvent e, Dictionary<long, CodedWith> runs) =>
        new(e.Record, e.UpdatedAt, e.Withdrawn) { ReviewState = e.ReviewState, CodedWith = runs.GetValueOrDefault(e.Run, CodedWith.Unknown) };

    private static Dictionary<long, CodedWith> Runs(HearsayStore store) =>
        store.Runs().ToDictionary(r => r.Id, r => new CodedWith(r.Origin.Program, r.Origin.Models, r.Origin.Knowledge));
}
