using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>What queries find; the same for both databases.</summary>
public abstract class StoreQueryTests(StorePlace place) : AnyStore(place)
{
    private static readonly (string Query, string Articles)[] Cases =
    [
        ("actor:IRN", "1 3"),
        ("actor:IRNGOV", "1"),
        ("actor:IRN,NOR", "1 2 3"),
        ("recipient:IRN", "2"),
        ("party:IRN", "1 2 3"),
        ("-party:IRN", "4"),
        ("actor:\"irngov par\"", "1"),
        ("sector:gov", "1"),
        ("type:consult", "1 2"),
        ("type:CONSULT,ASSAULT", "1 2 3"),
        ("-type:CONSULT", "3 4"),
        ("quad:material_conflict", "3 4"),
        ("status:denied", "3"),
        ("context:diplomatic type:PROTEST", "4"),
        ("context:diplo", ""),
        ("speaker:solberg", "2"),
        ("-speaker:solberg", "1 3 4"),
        ("outlet:morning", "3"),
        ("place:oslo", "4"),
        ("country:NOR", "1 4"),
        ("-country:NOR", "2 3"),
        ("since:2024-03-14", "3 4"),
        ("until:2024-03-13", "1 2"),
        ("since:2024-03 until:2024-03-12", "1"),
        ("until:2023", ""),
        ("published-since:2024-03-15", "4"),
        ("confidence:0.85", "3"),
        ("review:unreviewed", "1 2 3 4"),
        ("article:2", "2"),
        ("event:e-3", "3"),
        ("pattern:test.con", "1 2"),
        ("revision:0", "1 2 3 4"),
        ("revision:99", ""),
        ("nuclear", "1 2"),
        ("nuclear talks", "1 2"),
        ("\"nuclear talks\"", "1"),
        ("nuclear OR crowd", "1 2 4"),
        ("(nuclear OR crowd) -plant", "1 4"),
        ("nucl*", "1 2"),
        ("talk", "1 2"),
        ("ZÜRICH", "2"),
        ("place:ØRSTA", "1"),
        ("speaker:ünal", "1"),
        ("nuclear actor:IRN", "1"),
        ("o'brien", "4"),
        ("100%", "3"),
        ("in:articles nuclear type:CONSULT", "1 2"),
        ("in:articles outlet:morning", "3"),
        ("in:sentences nuclear -actor:IRN", "2"),
        ("in:sentences party:IRN outlet:fjord", "1 2"),
    ];

    [Fact]
    public void Queries_find_what_they_say()
    {
        using var store = Open();
        Write(store, Stories());
        Assert.All(Cases, c =>
        {
            var page = store.Find(QueryText.Parse(c.Query));
            var found = page.Events.Select(e => e.Article.Id).Concat(page.Articles.Select(a => a.Article.Id)).Concat(page.Sentences.Select(s => s.Article.Id)).ToList();
            Assert.Equal((c.Query, c.Articles), (c.Query, string.Join(' ', found.Order(StringComparer.Ordinal))));
            Assert.Equal(found.Count, store.Count(QueryText.Parse(c.Query)).Mentions);
        });
    }

    [Theory]
    [InlineData("in:quotations", 1)]
    [InlineData("in:quotations speaker:solberg", 1)]
    [InlineData("in:quotations speaker:NORGOV", 1)]
    [InlineData("in:quotations country:NOR spoke", 1)]
    [InlineData("in:quotations phoned", 0)]
    [InlineData("in:quotations type:CONSULT since:2024-03-12", 1)]
    [InlineData("in:quotations type:ASSAULT", 0)]
    [InlineData("in:quotations outlet:fjord until:2024-03-12", 1)]
    [InlineData("in:quotations until:2024-03-11", 0)]
    public void Quotations_are_found_by_their_own_fields_and_by_the_events_they_hold(string query, int count)
    {
        using var store = Open();
        Write(store, WithSentences(CodedArticles.Full()));
        Assert.Equal(count, store.Find(QueryText.Parse(query)).Quotations.Count);
    }

    [Theory]
    [InlineData("", "4 3 2 1")]
    [InlineData("order:oldest", "1 2 3 4")]
    [InlineData("order:confident", "3 4 2 1")]
    [InlineData("order:doubtful", "1 2 4 3")]
    [InlineData("order:changed", "1 2 3 4")]
    [InlineData("in:articles", "4 3 2 1")]
    [InlineData("in:articles order:oldest", "1 2 3 4")]
    [InlineData("in:sentences order:oldest", "1 2 3 4")]
    public void Pages_come_in_order_and_without_gaps(string text, string articles)
    {
        using var store = Open();
        foreach (var story in Stories()) Write(store, story);
        var found = new List<string>();
        var query = QueryText.Parse(text) with { PageSize = 1 };
        do
        {
            var page = store.Find(query);
            found.AddRange(page.Events.Select(e => e.Article.Id).Concat(page.Articles.Select(a => a.Article.Id)).Concat(page.Sentences.Select(s => s.Article.Id)));
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        Assert.Equal(articles, string.Join(' ', found));
    }

    [Fact]
    public void A_place_where_no_page_ended_is_refused()
    {
        using var store = Open();
        Assert.Equal("HS3032", Assert.Throws<StoreException>(() => store.Find(RecordQuery.All with { After = "%%%" })).Diagnostic.Code);
    }

    [Fact]
    public void What_users_write_is_never_SQL()
    {
        using var store = Open();
        Write(store, Stories());
        foreach (string evil in (string[])["speaker:\"' OR 1=1 --\"", "\"' | x' \"", "event:';DROP", "\"a\\\" b", "sentence_words", "a:* OR text:b" ])
        {
            try
            {
                Assert.Empty(store.Find(QueryText.Parse(evil)).Events);
            }
            catch (StoreException)
            {
                // Refused is as good as nothing found.
            }
        }
        Assert.Equal(4, store.Count(RecordQuery.All).Mentions);
    }

    [Fact]
    public void Exports_read_articles_with_just_the_events_that_were_asked_for()
    {
        using var store = Open();
        Write(store, Stories());

        var articles = store.Articles(QueryText.Parse("type:CONSULT")).ToList();

        Assert.Equal(["1", "2"], articles.Select(a => a.Article.Id));
        Assert.All(articles, a => Assert.Equal("CONSULT", Assert.Single(a.Events).Record.Type));
        Assert.Equal(["e-1", "e-2"], store.Events(QueryText.Parse("type:CONSULT")).Select(e => e.Record.Id));
    }

    [Fact]
    public void Counts_for_the_overview()
    {
        using var store = Open();
        Write(store, [.. Stories(), Story("5", "Iran and others", "CONSULT", "IRN", "NOR", day: "2024-04-01")]);
        var overview = store.Overview;

        Assert.Equal([new DyadCount("IRN", "NOR", 2), new DyadCount("IRN", "USA", 1), new DyadCount("NOR", "IRN", 1)], overview.Dyads(RecordQuery.All));
        Assert.Equal([new DyadCount("IRN", "NOR", 2)], overview.Dyads(QueryText.Parse("type:CONSULT actor:IRN")));
        Assert.Equal(
            [new TimelineStep(new(2024, 3, 1), "ASSAULT", 1), new TimelineStep(new(2024, 3, 1), "CONSULT", 2), new TimelineStep(new(2024, 3, 1), "PROTEST", 1), new TimelineStep(new(2024, 4, 1), "CONSULT", 1)],
            overview.Timeline(RecordQuery.All, Period.Month));
        Assert.Equal(new(2024, 3, 11), overview.Timeline(QueryText.Parse("type:ASSAULT"), Period.Week)[0].From);
        Assert.Equal([new PlaceCount("Oslo", "NOR", "Region", 60, 10, 1, 1), new PlaceCount("Ørsta", "NOR", "Region", 60, 10, 1, 1)], overview.Places(RecordQuery.All));
        Assert.Equal([new ValueCount("NOR", 2)], overview.Countries(RecordQuery.All));
        Assert.Equal(new ValueCount("CONSULT", 3), overview.Types(RecordQuery.All)[0]);
        Assert.Equal([new ValueCount("asserted", 4), new ValueCount("denied", 1)], overview.Statuses(RecordQuery.All));
        Assert.Equal([new ValueCount("The Fjord Times", 4), new ValueCount("Morning Post", 1)], overview.Outlets(RecordQuery.All));
        Assert.Equal([new ValueCount("Morning Post", 1)], overview.Outlets(QueryText.Parse("type:ASSAULT")));
        Assert.Empty(overview.Speakers(RecordQuery.All));
        Write(store, CodedArticles.Full());
        Assert.Equal([new SpeakerCount("Kari Solberg", "NOR", 1)], overview.Speakers(RecordQuery.All));
    }

    private static CodedArticle[] Stories() =>
    [
        Story("1", "Iran opened nuclear talks with Norway.", "CONSULT", "IRNGOV", "NOR", day: "2024-03-12", confidence: 0.5, speaker: "Ünal", place: "Ørsta"),
        Story("2", "Norway talked to Iran in Zürich about a nuclear plant.", "CONSULT", "NOR", "IRN", day: "2024-03-13", speaker: "Kari Solberg", confidence: 0.6),
        Story("3", "Iran hit 100% of the tanks.", "ASSAULT", "IRN", "USA", "denied", "Morning Post", "2024-03-14", confidence: 0.9),
        Story("4", "A crowd led by O'Brien marched.", "PROTEST", day: "2024-03-15", place: "Oslo", confidence: 0.7),
    ];
}

/// <summary>In a file.</summary>
public sealed class SqliteQueryTests() : StoreQueryTests(StorePlace.File());

/// <summary>In PostgreSQL.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresQueryTests(PostgresServer server) : StoreQueryTests(StorePlace.In(server));
