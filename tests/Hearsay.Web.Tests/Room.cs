using Hearsay.Articles;
using Hearsay.Store;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(Hearsay.Web.Tests.Room))]

namespace Hearsay.Web.Tests;

/// <summary>
/// A reading room over a store that was coded from samples/, and a browser to look at it with. One for all tests: each
/// opens a page of its own, and what it writes must not be in the way of others.
/// </summary>
public sealed class Room : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string folder = Directory.CreateTempSubdirectory("hearsay-web-").FullName;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public string Store => Path.Combine(folder, "samples.db");

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), $"{Chromium} is missing: install it with \"apt-get install -y chromium\".");
        Assert.True(File.Exists(Checkout.Axe), "The scripts of the reading room were not built: install Node.js 20 with npm (\"apt-get install -y nodejs npm\") and build again.");
        Fill();
        app = ReadingRoom.Build(Options(Store));
        await app.StartAsync();
        Address = app.Urls.First();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    /// <summary>Options for a room on a free port of this machine.</summary>
    public static ReadingRoomOptions Options(string store) => new()
    {
        Store = store, Address = "http://127.0.0.1:0", DataDirectory = Checkout.Data, ModelsDirectory = Checkout.Models, LoadCoder = () => (Checkout.Coder.Value, null),
    };

    /// <summary>Opens a page of the room in a browser window of its own.</summary>
    public async Task<Visit> Open(string path, bool dark = false, bool phone = false, string? address = null, bool expectsFailures = false)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = address ?? Address,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1360, Height = 900 },
            DeviceScaleFactor = phone ? 2 : 1,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page) { ExpectsFailures = expectsFailures };
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("body[data-ready]");
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        playwright?.Dispose();
        if (app is not null) await app.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private void Fill()
    {
        using var store = HearsayStore.Open(StoreLocation.Parse(Store), create: true);
        using var writer = store.BeginRun(RunOrigin.Of(Checkout.Data, Checkout.Models));
        writer.Write([.. new ArticleReader().Open([Checkout.Samples]).Select(i => i.Read().Article).OfType<Article>().Select(a => Checkout.Coder.Value.Code(a))]);
        writer.Finish(RunSummary.Empty);
    }
}
