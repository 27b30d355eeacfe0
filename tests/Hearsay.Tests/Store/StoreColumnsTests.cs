using Hearsay.Bench.Store;
using Hearsay.Store;
using Hearsay.Store.Columns;

namespace Hearsay.Tests.Store;

/// <summary>Counting in memory gives what the database gives, for every field, while the store changes.</summary>
public abstract class StoreColumnsTests(StorePlace place) : AnyStore(place)
{
    private static readonly string[] Queries =
    [
        "", "actor:AAA", "actor:AAAGOV recipient:HLB", "-party:AAA", "actor:kalan", "-recipient:kalan", "sector:MIL", "type:CONSULT,ASSAULT", "-quad:material_conflict",
        "mode:phone", "-mode:phone", "context:military", "-context:military", "cameo:04", "pattern:pattern.1", "status:denied", "-status:asserted", "speaker:kalan", "-speaker:kalan",
        "place:kalan", "-place:kalan", "place:\"region 7\"", "country:AAA", "-country:AAA", "area:-10/-60/40/90", "-area:0/170/60/-150", "since:2021", "until:2020-06", "-until:2020-06", "confidence:0.8", "review:accepted",
        "review:unreviewed", "run:1", "outlet:times", "-outlet:times", "published-since:2021", "-published-until:2021", "talks", "nuclear OR border", "\"talks sanctions\"", "-talks nuclear",
        "talks type:CONSULT", "talks outlet:post actor:AAA", "place:ØRSTA", "article:n3", "revision:1",
    ];

    private static readonly SummarySize Size = new(Places: 1000, Dyads: 1000, Outlets: 1000, Speakers: 1000, Latest: 5);

    [Fact]
    public void Summaries_are_what_the_database_counts_while_the_store_changes()
    {
        using var store = Open();
        var news = new NewsGenerator(1);
        var columns = new StoreColumns(store);
        Write(store, [.. Enumerable.Range(0, 120).Select(news.Article)]);
        Assert.False(columns.Ready);
        AssertSame(store, columns);
        // Changed, copied, withdrawn and new ones; an article that loses its last event; a review.
        Write(store, [.. Enumerable.Range(100, 60).Select(news.Article), .. Enumerable.Range(10, 20).Select(n => news.Article(n) with { Events = [.. news.Article(n).Events.Select(e => e with { Status = "denied" })] })]);
        Write(store, news.Article(5) with { Article = news.Article(5).Article with { Id = "copy" } }, news.Article(7) with { Events = [], Quotations = [] });
        using (var writer = store.BeginRun(Origin)) writer.Withdraw(["n30", "n31"]);
        var reviewed = store.Find(RecordQuery.All).Events[0];
        store.Reviews.Add(new() { ArticleId = reviewed.Article.Id, EventId = reviewed.Record.Id, Verdict = Verdict.Accept, Reviewer = "ada" });
        AssertSame(store, columns);
    }

    [Fact]
    public void A_store_that_is_too_large_is_left_to_the_database()
    {
        using var store = Open();
        Write(store, new NewsGenerator(1).Article(1));
        var columns = new StoreColumns(store, most: 0);
        columns.Refresh(TestContext.Current.CancellationToken);
        Assert.False(columns.Ready);
        Assert.Equal(store.Count(RecordQuery.All), columns.Summary(RecordQuery.All, Size, TestContext.Current.CancellationToken).Counts);
    }

    [Fact]
    public void A_walk_that_nobody_waits_for_ends()
    {
        using var store = Open();
        Write(store, new NewsGenerator(1).Article(1));
        var columns = new StoreColumns(store);
        columns.Refresh(TestContext.Current.CancellationToken);
        Assert.Throws<OperationCanceledException>(() => columns.Summary(RecordQuery.All, Size, new CancellationToken(canceled: true)));
    }

    private static void AssertSame(HearsayStore store, StoreColumns columns)
    {
        foreach (string text in Queries)
        {
            var query = QueryText.Parse(text);
            var summary = columns.Summary(query, Size, TestContext.Current.CancellationToken);
            Assert.Equal((text, store.Count(query)), (text, summary.Counts));
            Assert.Equal((text, store.Count(query)), (text, columns.Count(query, TestContext.Current.CancellationToken)));
            Same(text, store.Overview.Timeline(query, Period.Day),
                summary.Days.SelectMany(d => summary.DayTypes.Zip(d.ByType).Where(t => t.Second > 0).OrderBy(t => t.First, StringComparer.Ordinal).Select(t => new TimelineStep(d.Day, t.First, t.Second))));
            Same(text, store.Overview.Types(query), summary.Types);
            Same(text, store.Overview.Statuses(query), summary.Statuses);
            Same(text, store.Overview.Places(query).OrderByDescending(p => p.Events).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.GeonameId),
                summary.Places.OrderByDescending(p => p.Events).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.GeonameId));
            Same(text, store.Overview.Dyads(query, 1000), summary.Dyads);
            Same(text, store.Overview.Outlets(query, 1000), summary.Outlets);
            Same(text, store.Overview.Speakers(query, 1000).OrderByDescending(s => s.Quotations).ThenBy(s => s.Name + s.Country, StringComparer.Ordinal),
                summary.Speakers.OrderByDescending(s => s.Quotations).ThenBy(s => s.Name + s.Country, StringComparer.Ordinal));
            Same(text, store.Find(query with { PageSize = 5 }).Events.Select(e => e.Key), summary.Latest.Select(e => e.Key));
            foreach (var order in Enum.GetValues<RecordOrder>()) Same(text, Pages(store.Find, query with { Order = order }), Pages(q => columns.Find(q, TestContext.Current.CancellationToken), query with { Order = order }));
        }
    }

    // The first two pages, so that the second begins where the first ended.
    private static List<long> Pages(Func<RecordQuery, FoundPage> find, RecordQuery query)
    {
        var first = find(query with { PageSize = 7 });
        return [.. first.Events.Select(e => e.Key), .. first.Next is null ? [] : find(query with { PageSize = 7, After = first.Next }).Events.Select(e => e.Key)];
    }

    private static void Same<T>(string query, IEnumerable<T> database, IEnumerable<T> memory) =>
        Assert.Equal($"{query}\n{string.Join('\n', database)}", $"{query}\n{string.Join('\n', memory)}");
}

/// <summary>The same in a file.</summary>
public sealed class SqliteStoreColumnsTests() : StoreColumnsTests(StorePlace.File());

/// <summary>The same in PostgreSQL.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresStoreColumnsTests(PostgresServer server) : StoreColumnsTests(StorePlace.In(server));
