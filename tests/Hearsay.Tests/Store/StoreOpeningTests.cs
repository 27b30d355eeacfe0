using Dapper;
using Hearsay.Store;
using Microsoft.Data.Sqlite;

namespace Hearsay.Tests.Store;

/// <summary>What can be opened as a store, what is refused, and how addresses are read.</summary>
public sealed class StoreOpeningTests : IDisposable
{
    private readonly StorePlace place = StorePlace.File();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("mysql://host/db")]
    [InlineData("postgres://host/db?no_such_setting=1")]
    public void A_name_that_is_no_store_is_refused(string text) =>
        Assert.Equal("HS3020", Assert.Throws<StoreException>(() => StoreLocation.Parse(text)).Diagnostic.Code);

    [Fact]
    public void A_password_is_never_shown()
    {
        var location = StoreLocation.Parse("postgres://ann:s%40cret@db.example:5433/news?sslmode=require");
        Assert.Equal("postgres://ann@db.example:5433/news", location.ToString());
        Assert.Equal("postgres://ann@/news", StoreLocation.Parse("postgres://ann@/news?host=/run").ToString());
    }

    [Fact]
    public void A_store_that_is_not_there_is_made_only_when_asked()
    {
        Assert.Equal("HS3021", Assert.Throws<StoreException>(() => HearsayStore.Open(place.Location)).Diagnostic.Code);
        Assert.False(File.Exists(place.Location.Path));
    }

    [Fact]
    public void A_file_of_something_else_is_refused()
    {
        File.WriteAllText(place.Location.Path!, "This is no database, but long enough to be looked at for one hundred bytes or more, which is where the header of one would end.");
        Assert.Equal("HS3022", Assert.Throws<StoreException>(() => HearsayStore.Open(place.Location, create: true)).Diagnostic.Code);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_said() =>
        Assert.Equal("HS3022", Assert.Throws<StoreException>(() => HearsayStore.Open(StoreLocation.Parse("postgres://ann@/news?host=/nowhere/at/all"))).Diagnostic.Code);

    [Fact]
    public void A_store_of_a_newer_program_is_refused()
    {
        using (var store = HearsayStore.Open(place.Location, create: true))
        using (var connection = store.Connect())
            connection.Execute("INSERT INTO migrations (number, name, applied_at) VALUES (999, '0999-later', '')");
        Assert.Equal("HS3023", Assert.Throws<StoreException>(() => HearsayStore.Open(place.Location)).Diagnostic.Code);
    }

    [Fact]
    public void A_reader_reads_while_a_writer_holds_its_turn()
    {
        using var store = HearsayStore.Open(place.Location, create: true);
        using (var writer = store.BeginRun(new RunOrigin("1", "m", "k"))) writer.Write([CodedArticles.Full()]);
        using var other = new SqliteConnection($"Data Source={place.Location};Pooling=False");
        other.Open();
        using var turn = other.BeginTransaction();
        other.Execute("UPDATE store SET revision = revision + 1", transaction: turn);

        Assert.Single(store.Find(QueryText.Parse("phoned")).Events);
        Assert.Equal(1, store.Count(RecordQuery.All).Mentions);
    }
}
