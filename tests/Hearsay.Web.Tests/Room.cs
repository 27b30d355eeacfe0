using System.Net;
using System.Net.Sockets;
using Hearsay.Articles;
using Hearsay.Store;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(Hearsay.Web.Tests.Room))]

namespace Hearsay.Web.Tests;

/// <summary>
/// A reading room over a store that was coded from samples/, and a browser to look at it with. One for all tests that only
/// read: each opens a page of its own, and whoever writes takes an <see cref="OwnRoom"/>, so that no count changes under another.
/// </summary>
public sealed class Room : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static int ports;

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
        await Task.WhenAll(Task.Run(Serve), Task.Run(Launch));
    }

    /// <summary>Options for a room on a free port of this machine.</summary>
    public static ReadingRoomOptions Options(string store) => new()
    {
        Store = store, Address = "http://127.0.0.1:0", DataDirectory = Checkout.Data, ModelsDirectory = Checkout.Models, LoadCoder = () => (Checkout.Coder.Value, null),
    };

    /// <summary>
    /// A port for a server that goes away and comes back. Below those that the system hands out by itself, so that no connection of
    /// a browser takes it meanwhile.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            int port = 20000 + (Interlocked.Increment(ref ports) + Environment.ProcessId) % 10000;
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else listens there.
            }
        }
    }

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
        // Long, for a machine that does much else: nothing waits for a time, and what never comes is found all the same.
        context.SetDefaultTimeout(90_000);
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page) { ExpectsFailures = expectsFailures };
        await visit.Goto(path);
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

    private async Task Serve()
    {
        Fill();
        app = ReadingRoom.Build(Options(Store));
        await app.StartAsync();
        Address = app.Urls.First();
    }

    private async Task Launch()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    private void Fill()
    {
        using var store = HearsayStore.Open(StoreLocation.Parse(Store), create: true);
        using var writer = store.BeginRun(RunOrigin.Of(Checkout.Data, Checkout.Models));
        writer.Write([.. new ArticleReader().Open([Checkout.Samples]).Select(i => i.Read().Article).OfType<Article>().Select(a => Checkout.Coder.Value.Code(a))]);
        writer.Finish(RunSummary.Empty);
    }
}
