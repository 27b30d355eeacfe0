using Hearsay.Articles;
using Hearsay.Store;
using Microsoft.AspNetCore.Builder;

namespace Hearsay.Web.Tests;

/// <summary>A reading room of a test's own, over a store that holds one article (id "a1") or the records that it is given.</summary>
internal sealed class OwnRoom : IAsyncDisposable
{
    private readonly Room room;
    private readonly string folder = Directory.CreateTempSubdirectory("hearsay-web-").FullName;
    private IReadOnlyDictionary<string, string?> settings = new Dictionary<string, string?>();
    private WebApplication? app;

    private OwnRoom(Room room, IReadOnlyCollection<CodedArticle> articles, string? location)
    {
        this.room = room;
        File = location ?? Path.Combine(folder, "own.db");
        Store = HearsayStore.Open(StoreLocation.Parse(File), create: true);
        using var writer = Store.BeginRun(new("test", "0", "0"));
        writer.Write(articles);
        writer.Finish(RunSummary.Empty);
    }

    /// <summary>The same store, seen past the room.</summary>
    public HearsayStore Store { get; }

    /// <summary>Where the store is: a file, unless the test named another place.</summary>
    public string File { get; }

    public string Address { get; } = $"http://127.0.0.1:{Room.FreePort()}";

    public static async Task<OwnRoom> Open(Room room, string text) =>
        await Open(room, [Checkout.Coder.Value.Code(new Article { Id = "a1", Text = text, Title = "A report", Outlet = "The Fjord Post", PublishedOn = new(2024, 5, 3) })]);

    public static async Task<OwnRoom> Open(Room room, IReadOnlyCollection<CodedArticle> articles, bool accounts = false, IReadOnlyDictionary<string, string?>? settings = null, string? location = null)
    {
        var own = new OwnRoom(room, articles, location) { settings = settings ?? new Dictionary<string, string?>() };
        await own.Start(accounts);
        return own;
    }

    /// <summary>Starts the server: each time on the same port.</summary>
    public async Task Start(bool accounts = false)
    {
        app = ReadingRoom.Build(Room.Options(File) with { Address = Address, RequireAccounts = accounts, Settings = settings });
        await app.StartAsync();
    }

    public async Task Stop()
    {
        if (app is null) return;
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        app = null;
    }

    public Task<Visit> Visit(string path, bool expectsFailures = false) => room.Open(path, address: Address, expectsFailures: expectsFailures);

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
