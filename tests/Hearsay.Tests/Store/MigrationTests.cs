using System.Data.Common;
using Dapper;
using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>Stores of older programs, and what they hold once this one has opened them.</summary>
public abstract class MigrationTests(StorePlace place) : AnyStore(place)
{
    [Fact]
    public void A_store_of_version_3_learns_where_its_texts_have_wide_characters_and_keeps_its_words()
    {
        using (IDatabase old = Location.IsPostgres ? new PostgresDatabase(Location.Connection!) : new SqliteDatabase(Location.Path!, create: true))
        {
            Assert.Equal(2, SchemaMigrations.Apply(old, "", "2024-05-01T12:00:00.000Z", last: 3));
            using var connection = old.Connect();
            Insert(connection, 1, "plain", "Zürich – talks went on.");
            Insert(connection, 2, "emoji", "Talks \U0001F600 went on.");
            if (!Location.IsPostgres) connection.Execute("INSERT INTO sentence_words (rowid, text) SELECT key, text FROM sentences");
        }

        using var store = HearsayStore.Open(Location);

        using var now = store.Connect();
        Assert.Equal(["", null], now.Query<string?>("SELECT pairs FROM articles ORDER BY key"));
        Assert.Equal(2, store.Count(QueryText.Parse("in:sentences talks")).Mentions);
        Write(store, WithSentences(CodedArticles.Full()));
        Assert.Single(store.Find(QueryText.Parse("phoned order:changed")).Events);
    }

    private static void Insert(DbConnection connection, long key, string id, string text)
    {
        connection.Execute(
            "INSERT INTO articles (key, id, language, text, text_hash, hash, coded_run, run, created_at, updated_at, revision) VALUES (@key, @id, 'en', @text, 'h', 'h', 1, 1, '2024', '2024', 1)",
            new { key, id, text });
        connection.Execute("INSERT INTO sentences (key, article_key, sentence, start_offset, end_offset, text) VALUES (@row, @key, 0, 0, @end, @text)", new { row = key << 20, key, end = text.Length, text });
        connection.Execute("UPDATE store SET next_article = @next", new { next = key + 1 });
    }
}

/// <summary>In a file.</summary>
public sealed class SqliteMigrationTests() : MigrationTests(StorePlace.File());

/// <summary>In PostgreSQL.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresMigrationTests(PostgresServer server) : MigrationTests(StorePlace.In(server));
