using System.Globalization;
using Hearsay.Articles;
using Hearsay.Store;

namespace Hearsay.Exporting;

/// <summary>
/// What an export reads from a store: the articles that hold events of a query, each with those events, its quotations
/// and the versions of the runs that coded them, in the order in which they came into the store. Texts and quotations are
/// read only where the format writes of them.
/// <code>
/// var tally = Export.Run(new StoreExport(store, RecordQuery.All, csv), csv, new ExportOptions(), codebook, stream);
/// </code>
/// </summary>
public sealed class StoreExport(HearsayStore store, RecordQuery query, ExportFormat format) : ExportInput
{
    internal override IEnumerable<T> Parts<T>(Func<IReadOnlyList<ExportedArticle>, T> make)
    {
        var runs = store.Runs().ToDictionary(r => r.Id, r => new CodedWith(r.Origin.Program, r.Origin.Models, r.Origin.Knowledge));
        var stream = new ArticleStream(store.Database);
        var events = query with { Kind = RecordKind.Events };
        return format.ReadsText || format.HasQuotations
            ? stream.Read(events, format.HasQuotations, part => make([.. part.Select(article => Whole(article, runs))]))
            : stream.Reported(events, part => make([.. part.Select(article => Reported(article, runs))]));
    }

    private static ExportedArticle Whole(StoredArticle article, Dictionary<long, CodedWith> runs) =>
        new(article.Article, [.. article.Events.Select(e => Event(new(e.Record, e.ReviewState, e.History.Run, e.History.UpdatedAt, e.History.WithdrawnAt is not null), runs))], [.. article.Quotations.OrderBy(q => q.Ordinal).Select(q => q.Record)])
        {
            CodedWith = runs.GetValueOrDefault(article.History.Run, CodedWith.Unknown),
        };

    private static ExportedArticle Reported(ReportedEvents reported, Dictionary<long, CodedWith> runs)
    {
        var (header, pairs, events) = reported;
        var article = new Article { Id = header.Id, Url = header.Url, Outlet = header.Outlet, Title = header.Title, PublishedOn = header.PublishedOn, Language = header.Language, Text = "" };
        int[] offsets = pairs.Length == 0 ? [] : [.. pairs.Split(';').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        return new ExportedArticle(article, Events(events, runs), []) { CodePoints = CodePoints.At(offsets) };
    }

    private static ExportedEvent[] Events(IReadOnlyList<ReportedEvent> reported, Dictionary<long, CodedWith> runs)
    {
        var events = new ExportedEvent[reported.Count];
        for (int i = 0; i < events.Length; i++) events[i] = Event(reported[i], runs);
        return events;
    }

    private static ExportedEvent Event(ReportedEvent e, Dictionary<long, CodedWith> runs) =>
        new(e.Record, e.UpdatedAt, e.Withdrawn) { ReviewState = e.ReviewState, CodedWith = runs.GetValueOrDefault(e.Run, CodedWith.Unknown) };
}
