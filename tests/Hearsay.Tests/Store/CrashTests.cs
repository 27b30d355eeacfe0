using System.Diagnostics;
using System.Globalization;
using Dapper;
using Hearsay.Store;
using Microsoft.Data.Sqlite;

namespace Hearsay.Tests.Store;

/// <summary>
/// A writer is killed (SIGKILL) at random moments while a reader reads: the file stays whole, what was acknowledged is
/// there, and each article is there once with everything or not at all. HEARSAY_KILLS sets how often; 5 without it.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Seed = 8;

    private readonly StorePlace place = StorePlace.File();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Killing_the_writer_loses_nothing_acknowledged_and_doubles_nothing()
    {
        int kills = int.TryParse(Environment.GetEnvironmentVariable("HEARSAY_KILLS"), CultureInfo.InvariantCulture, out int asked) ? asked : 5;
        var chance = new Random(Seed);
        using var store = HearsayStore.Open(place.Location, create: true);
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(() => Read(store, stop.Token), TestContext.Current.CancellationToken);
        int from = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            int acknowledged = WriteAndKill(from, chance);
            from = Check(store, acknowledged);
        }
        await stop.CancelAsync();
        Assert.True(await reader > 0);
    }

    // A page, a count and a search, again and again: every article that is seen is seen with all its events.
    private static int Read(HearsayStore store, CancellationToken stop)
    {
        int reads = 0;
        while (!stop.IsCancellationRequested)
        {
            foreach (var article in store.Articles(QueryText.Parse("in:articles order:newest")).Take(20)) Assert.Equal(CrashWriter.Article(int.Parse(article.Article.Id, CultureInfo.InvariantCulture)).Events.Count, article.Events.Count);
            store.Find(QueryText.Parse("minister phoned"));
            reads++;
        }
        return reads;
    }

    private int WriteAndKill(int from, Random chance)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-?"]) { RedirectStandardOutput = true };
        start.Environment[CrashWriter.Variable] = $"{place.Location}|{from}|{chance.Next()}";
        using var process = Process.Start(start)!;
        int acknowledged = from, wanted = 1 + chance.Next(6), pause = chance.Next(30);
        while (wanted > 0 && process.StandardOutput.ReadLine() is { } line)
        {
            if (!int.TryParse(line, CultureInfo.InvariantCulture, out int next)) continue;
            acknowledged = next;
            wanted--;
        }
        Thread.Sleep(pause);
        process.Kill();
        while (process.StandardOutput.ReadLine() is { } line)
            if (int.TryParse(line, CultureInfo.InvariantCulture, out int later)) acknowledged = Math.Max(acknowledged, later);
        process.WaitForExit();
        return acknowledged;
    }

    // Returns the number of the next article to write.
    private static int Check(HearsayStore store, int acknowledged)
    {
        // A connection of its own: within one that has read before, SQLite's check looks at the full-text index as it was then.
        using var connection = new SqliteConnection($"Data Source={store.Location};Pooling=False");
        connection.Open();
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        connection.Execute("INSERT INTO sentence_words (sentence_words, rank) VALUES ('integrity-check', 1)");
        var ids = connection.Query<string>("SELECT id FROM articles").Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToHashSet();
        Assert.Equal(connection.ExecuteScalar<long>("SELECT count(*) FROM articles"), ids.Count);
        for (int n = 0; n < acknowledged; n++) Assert.Contains(n, ids);
        int whole = ids.Count == 0 ? 0 : ids.Max() + 1;
        Assert.Equal(whole, ids.Count);
        long events = Enumerable.Range(0, whole).Sum(n => 1 + n % 5);
        Assert.Equal(events, connection.ExecuteScalar<long>("SELECT count(*) FROM events"));
        Assert.Equal(events, connection.ExecuteScalar<long>("SELECT count(DISTINCT id) FROM events"));
        Assert.Equal(2 * events, connection.ExecuteScalar<long>("SELECT count(*) FROM parties"));
        Assert.Equal(2 * events + whole, connection.ExecuteScalar<long>("SELECT count(*) FROM hops"));
        Assert.Equal(2L * whole, connection.ExecuteScalar<long>("SELECT count(*) FROM sentences"));
        Assert.Equal(whole, connection.ExecuteScalar<long>("SELECT count(*) FROM quotations"));
        return whole;
    }
}
