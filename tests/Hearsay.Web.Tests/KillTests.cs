using System.Diagnostics;
using System.Net;
using Hearsay.Articles;
using Hearsay.Store;

namespace Hearsay.Web.Tests;

/// <summary>The real program, killed (SIGKILL) while comments come in, and started again on the same port.</summary>
public sealed class KillTests(Room room) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hearsay-kill-").FullName;
    private readonly string address = $"http://127.0.0.1:{Room.FreePort()}";
    private Process? server;

    private string File => Path.Combine(folder, "killed.db");

    [Fact]
    public async Task What_was_acknowledged_is_there_and_the_page_sends_the_rest_by_itself()
    {
        Fill();
        await Serve();
        await using var visit = await room.Open("/article?id=a1", address: address, expectsFailures: true);
        var page = visit.Page;
        var acknowledged = new List<string>();
        // The third is under way when the server dies: the request has left, and no answer comes.
        for (int i = 1; i <= 2; i++)
        {
            await page.FillAsync("#comment-text", $"Remark {i}");
            await page.ClickAsync("button:has-text('Comment'):has(kbd)");
            await page.WaitForSelectorAsync($".thread:has-text('Remark {i}')");
            acknowledged.Add($"Remark {i}");
        }
        await page.FillAsync("#comment-text", "Remark 3");
        var sending = page.ClickAsync("button:has-text('Comment'):has(kbd)");
        server!.Kill();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        await sending;
        using (var store = HearsayStore.Open(StoreLocation.Parse(File)))
            Assert.Empty(acknowledged.Except(store.Comments.OfArticle("a1").Select(c => c.Text)));
        await Serve();
        await page.WaitForSelectorAsync(".thread:has-text('Remark 3')");
        using var after = HearsayStore.Open(StoreLocation.Parse(File));
        Assert.Equal(["Remark 1", "Remark 2", "Remark 3"], after.Comments.OfArticle("a1").Select(c => c.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whatever_moment_it_dies_at_no_answer_was_a_lie()
    {
        Fill();
        var chance = new Random(5);
        var acknowledged = new List<string>();
        for (int round = 0; round < 4; round++)
        {
            await Serve();
            using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = new(address) };
            string token = Token(await http.GetStringAsync("/article?id=a1", TestContext.Current.CancellationToken));
            Task? killed = null;
            for (int i = 0; i < 100_000; i++)
            {
                string text = $"{round}-{i}";
                try
                {
                    using var answer = await http.PostAsync("/comment", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("article", "a1"), new("text", text)]), TestContext.Current.CancellationToken);
                    if (!answer.IsSuccessStatusCode) continue;
                    acknowledged.Add(text);
                    // It dies soon after its first answer: at whatever pace the machine works, some were acknowledged and one is under way.
                    killed ??= KillAfter(chance.Next(500));
                }
                catch (HttpRequestException)
                {
                    break;
                }
            }
            Assert.NotNull(killed);
            await killed;
            await server!.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        using var store = HearsayStore.Open(StoreLocation.Parse(File));
        var kept = store.Comments.OfArticle("a1").Select(c => c.Text).ToList();
        Assert.NotEmpty(acknowledged);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal(kept.Distinct().Count(), kept.Count);
    }

    public void Dispose()
    {
        if (server is { HasExited: false }) server.Kill();
        server?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private void Fill()
    {
        using var store = HearsayStore.Open(StoreLocation.Parse(File), create: true);
        using var writer = store.BeginRun(new("test", "0", "0"));
        writer.Write([Checkout.Coder.Value.Code(new Article { Id = "a1", Text = "Kenya's president praised Somalia on Monday.", Title = "A report" })]);
        writer.Finish(RunSummary.Empty);
    }

    private async Task Serve()
    {
        server?.Dispose();
        server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hearsay.Cli.dll"), "serve", "--db", File, "--urls", address, "--data", Checkout.Data, "--models", Checkout.Models])
        {
            RedirectStandardError = true,
        })!;
        Assert.Contains(address, await server.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task KillAfter(int milliseconds)
    {
        await Task.Delay(milliseconds);
        server!.Kill();
    }

    private static string Token(string page)
    {
        const string Mark = "data-token=\"";
        int at = page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        return page[at..page.IndexOf('"', at)];
    }
}
