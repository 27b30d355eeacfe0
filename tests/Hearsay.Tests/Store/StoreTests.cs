using Dapper;
using Hearsay.Articles;
using Hearsay.Bench.Store;
using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>What a store keeps and how it changes; the same for both databases.</summary>
public abstract class StoreTests(StorePlace place) : AnyStore(place)
{
    [Fact]
    public void What_was_written_is_read_back_field_by_field()
    {
        using var store = Open();
        var coded = WithSentences(CodedArticles.Full());
        Write(store, coded);

        var stored = store.Article("a1");

        Assert.Equal(RecordWriter.Line(coded), RecordWriter.Line(stored!.ToCoded()));
        Assert.Equal(coded.Sentences, stored.Sentences);
        var e = Assert.Single(stored.Events);
        Assert.Equal(coded.Sentences[0].In(coded.Article.Text), e.SentenceText);
        Assert.Equal(new DateOnly(2024, 3, 11), e.Day);
        Assert.Equal(RecordWriter.Line(coded), RecordWriter.Line(store.Articles(RecordQuery.All).Single().ToCoded() with { Quotations = coded.Quotations, Diagnostics = coded.Diagnostics }));
    }

    [Fact]
    public void An_article_without_sentences_counts_as_one()
    {
        using var store = Open();
        var coded = CodedArticles.Full();
        Write(store, coded);

        Assert.Equal(coded.Article.Text, store.Event("e1")!.SentenceText);
        Assert.Single(store.Find(QueryText.Parse("phoned")).Events);
    }

    [Fact]
    public void Writing_the_same_again_changes_nothing()
    {
        using var store = Open();
        var coded = WithSentences(CodedArticles.Full());
        Write(store, coded);
        var before = store.Event("e1")!.History;
        Clock.Advance();

        var counts = Write(store, coded);

        Assert.Equal(new WriteCounts(0, 0, 0, 1), counts);
        Assert.Equal(before, store.Event("e1")!.History);
        Assert.Equal(new RecordCounts(1, 1, 1), store.Count(RecordQuery.All));
    }

    [Fact]
    public void A_changed_event_keeps_its_id_key_and_birthday()
    {
        using var store = Open();
        var coded = WithSentences(CodedArticles.Full());
        Write(store, coded);
        var before = store.Event("e1")!;
        Clock.Advance();

        var counts = Write(store, coded with { Events = [coded.Events[0] with { Status = "denied", Recipients = [] }] });

        Assert.Equal(new WriteCounts(0, 1, 0, 0), counts);
        var after = store.Event("e1")!;
        Assert.Equal((before.Key, before.History.CreatedAt), (after.Key, after.History.CreatedAt));
        Assert.True(after.History.UpdatedAt > before.History.UpdatedAt);
        Assert.True(after.History.Revision > before.History.Revision);
        Assert.Equal("denied", after.Record.Status);
        Assert.Empty(after.Record.Recipients);
        Assert.Empty(store.Find(QueryText.Parse("recipient:RUS")).Events);
    }

    [Fact]
    public void An_event_that_is_gone_stays_as_a_tombstone_and_may_come_back()
    {
        using var store = Open();
        var coded = WithSentences(CodedArticles.Full());
        Write(store, coded);
        long seen = store.Revision();
        Clock.Advance();

        Assert.Equal(new WriteCounts(0, 0, 1, 0), Write(store, coded with { Events = [], Quotations = [] }));

        Assert.Empty(store.Find(RecordQuery.All).Events);
        Assert.Empty(store.Find(RecordQuery.All with { Kind = RecordKind.Quotations }).Quotations);
        var tombstone = Assert.Single(store.Find(QueryText.Parse($"revision:{seen} in:withdrawn")).Events);
        Assert.NotNull(tombstone.History.WithdrawnAt);
        Assert.Equal("Kari Solberg", tombstone.Record.Actors[0].Name);

        Assert.Equal(new WriteCounts(0, 1, 0, 0), Write(store, coded));
        Assert.Null(store.Event("e1")!.History.WithdrawnAt);
        Assert.Equal(RecordWriter.Line(coded), RecordWriter.Line(store.Article("a1")!.ToCoded()));
    }

    [Fact]
    public void A_changed_text_is_searched_instead_of_the_old_one()
    {
        using var store = Open();
        var coded = WithSentences(CodedArticles.Full());
        Write(store, coded);
        string text = "Nobody telephoned. " + coded.Article.Text;

        Write(store, new CodedArticle(coded.Article with { Text = text }, [], [], []) { Sentences = [new(0, 18), new(19, text.Length)] });

        Assert.Single(store.Find(QueryText.Parse("in:sentences telephoned")).Sentences);
        Assert.Equal(18, store.Find(QueryText.Parse("in:sentences telephoned")).Sentences[0].End);
        Assert.Equal(new RecordCounts(2, null, 1), store.Count(QueryText.Parse("in:sentences")));
    }

    [Fact]
    public void Two_events_of_one_id_in_an_article_are_both_kept()
    {
        using var store = Open();
        var coded = CodedArticles.Full();
        Write(store, coded with { Events = [coded.Events[0], coded.Events[0] with { Mode = "visit" }] });

        Assert.Equal(["e1", "e1-2"], store.Article("a1")!.Events.Select(e => e.Record.Id));
    }

    [Fact]
    public void Copies_of_one_text_report_one_event()
    {
        using var store = Open();
        var coded = CodedArticles.Full();
        Write(store, coded, Renamed(coded, "a2", "e2"));

        Assert.Equal(new RecordCounts(2, 1, 2), store.Count(RecordQuery.All));
    }

    [Fact]
    public void A_failure_in_a_batch_leaves_nothing_of_it()
    {
        using var store = Open();
        var coded = CodedArticles.Full();
        var broken = Renamed(coded, "a2", "e2") with { Events = [coded.Events[0] with { Type = null! }] };

        Assert.ThrowsAny<Exception>(() => Write(store, coded, broken));

        Assert.Equal(new RecordCounts(0, 0, 0), store.Count(RecordQuery.All));
        Assert.Empty(store.Find(QueryText.Parse("in:articles")).Articles);
        Write(store, coded);
        Assert.NotNull(store.Event("e1"));
    }

    [Fact]
    public void An_article_can_be_withdrawn_with_all_that_was_coded_for_it()
    {
        using var store = Open();
        Write(store, CodedArticles.Full());
        using var writer = store.BeginRun(Origin);

        Assert.Equal(1, writer.Withdraw(["a1", "unknown"]).Withdrawn);

        Assert.Null(store.Article("a1"));
        Assert.Equal(new RecordCounts(0, 0, 0), store.Count(RecordQuery.All));
        Assert.Single(store.Find(QueryText.Parse("in:articles,withdrawn")).Articles);
        writer.Write([CodedArticles.Full()]);
        Assert.Equal(RecordWriter.Line(CodedArticles.Full()), RecordWriter.Line(store.Article("a1")!.ToCoded()));
    }

    [Fact]
    public void A_run_says_what_it_was_made_with_and_what_it_did()
    {
        using var store = Open();
        using (var writer = store.BeginRun(Origin))
        {
            writer.Write([CodedArticles.Full()]);
            writer.Note([new("HS1003", Severity.Error, "There is no text in it.", "b.txt", "Leave it out.")]);
            writer.Finish(RunSummary.Empty with { Coded = 1, Failed = 1 });
        }

        var run = Assert.Single(store.Runs());
        Assert.Equal(Origin, run.Origin);
        Assert.Equal((1, 1, 1), (run.Coded, run.Failed, run.Added));
        Assert.NotNull(run.FinishedAt);
        Assert.Equal(run.Id, store.Event("e1")!.History.Run);
    }

    [Fact]
    public void A_second_opening_finds_the_schema_in_place()
    {
        using (var store = Open()) Write(store, CodedArticles.Full());
        using var again = HearsayStore.Open(Location);
        Assert.NotNull(again.Event("e1"));
    }
}

/// <summary>In a file.</summary>
public sealed class SqliteStoreTests() : StoreTests(StorePlace.File());

/// <summary>In PostgreSQL.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresStoreTests(PostgresServer server) : StoreTests(StorePlace.In(server))
{
    // Until the server finds out by itself, a minute later, it takes the tables for empty ones.
    [Fact]
    public void A_run_that_adds_very_much_leaves_a_server_that_knows_how_much_there_is()
    {
        using var store = Open();
        var generator = new NewsGenerator(1);
        using (var writer = store.BeginRun(Origin))
        {
            var written = writer.Write([.. Enumerable.Range(0, 1200).Select(generator.Article)]);
            writer.Finish(RunSummary.Empty);
            using var connection = store.Connect();
            Assert.Equal(written.Added, connection.ExecuteScalar<double>("SELECT reltuples FROM pg_class WHERE oid = 'events'::regclass"), tolerance: written.Added * 0.05);
        }
    }
}
