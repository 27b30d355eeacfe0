using Dapper;
using Hearsay.Exporting;
using Hearsay.Store;
using Hearsay.Tests.Exporting;

namespace Hearsay.Tests.Store;

/// <summary>What an export reads from a store, which leaves the texts where they are.</summary>
public abstract class StoreExportTests(StorePlace place) : AnyStore(place)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_counts_code_points_as_an_export_of_the_records_does(bool writtenBeforeVersion4)
    {
        var given = Exports.Formula();
        using var store = Open();
        Write(store, new CodedArticle(given.Article, [.. given.Events.Select(e => e.Record)], [], []));
        if (writtenBeforeVersion4)
            using (var connection = store.Connect()) connection.Execute("UPDATE articles SET pairs = NULL");

        string read = Csv(new StoreExport(store, RecordQuery.All, ExportFormat.Find("csv")!));

        Assert.Equal(Csv(ExportInput.Of([given])), read);
        Assert.Contains(",rejected,10,18,", read, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_articles_come_in_their_order_each_with_its_own_events()
    {
        using var store = Open();
        var stories = Enumerable.Range(0, 700).Select(i => Story($"{i:000}", $"Talks number {i} went on.", i % 7 == 0 ? "AID" : "CONSULT", "IRN", "NOR", speaker: i % 2 == 0 ? "Kari" : null)).ToArray();
        Write(store, stories);

        var all = store.Reported(RecordQuery.All).ToList();
        var some = store.Reported(QueryText.Parse("type:AID")).ToList();

        Assert.Equal(stories.Select(s => s.Article.Id), all.Select(a => a.Article.Id));
        Assert.Equal(stories.Select(s => RecordWriter.Line(s)), all.Zip(stories, (a, s) => RecordWriter.Line(s with { Events = [.. a.Events.Select(e => e.Record)] })));
        Assert.Equal(stories.Where(s => s.Events[0].Type == "AID").Select(s => s.Article.Id), some.Select(a => a.Article.Id));
        Assert.Equal("000", store.Reported(RecordQuery.All).First().Article.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parts_that_are_made_beside_each_other_are_written_in_order(bool oneADay)
    {
        using var store = Open();
        var stories = Enumerable.Range(0, 700).Select(i => Story($"{i:000}", $"Talks number {i} went on.", i % 7 == 0 ? "AID" : "CONSULT", i % 3 == 0 ? "IRN" : "KEN", "NOR")).ToArray();
        Write(store, stories);
        var options = new ExportOptions { OneADay = oneADay };

        var (read, tally) = Exports.Text("csv", options, new StoreExport(store, RecordQuery.All, ExportFormat.Find("csv")!));
        var (given, same) = Exports.Text("csv", options, [.. stories.Select(ExportedArticle.Of)]);

        // Up to the columns that only a store knows.
        static string[] Known(string text) => [.. text.Split('\n').Select(line => line.Split(',') is var cells ? string.Join(',', cells[..Math.Min(50, cells.Length)]) : "")];
        Assert.Equal(Known(given), Known(read));
        Assert.Equal(same.ToString(), tally.ToString());
        Assert.Equal((700, oneADay ? 4 : 700), (tally.Articles, tally.Written));
    }

    // Up to the columns that only a store knows.
    private static string Csv(ExportInput articles) =>
        string.Join('\n', Exports.Text("csv", new ExportOptions(), articles).Text.Split('\n').Select(line => line.Split(",reject.meet")[0]));
}

/// <summary>In a file.</summary>
public sealed class SqliteStoreExportTests() : StoreExportTests(StorePlace.File());

/// <summary>In PostgreSQL.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresStoreExportTests(PostgresServer server) : StoreExportTests(StorePlace.In(server));
