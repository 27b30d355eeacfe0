using System.Globalization;
using Microsoft.Playwright;

namespace Hearsay.Bench.Web;

/// <summary>
/// <c>paint HEARSAY [--db STORE]</c>: what a reader of a large store waits for in a browser (Debian's Chromium, without a window). How long
/// after the server's answer the overview is painted for the first time and in full, and how long it takes from a click on a filter to its painted
/// answer. Every page and every filter is one that was not asked before.
/// </summary>
internal static class PaintMeasurements
{
    private const int Rounds = 15;

    private static readonly string[] Filters = [".bars a[href*='type=']", ".bars a[href*='status=']", ".place-list a"];

    // From the click until the browser has painted what the server answered: after the frame in which the new page stands.
    private const string Click = """
        async ([selector, number]) => {
          const links = [...document.querySelectorAll(selector)], link = links[number % links.length], before = document.getElementById("main");
          const began = performance.now();
          link.click();
          while (document.getElementById("main") === before) await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          await new Promise(done => setTimeout(done, 0));
          const painted = performance.now() - began;
          while (!document.body.dataset.ready) await new Promise(done => setTimeout(done, 5));
          return painted;
        }
        """;

    private const string Paints = """
        async () => {
          const largest = await new Promise(done => {
            new PerformanceObserver((list, me) => { me.disconnect(); done(list.getEntries().at(-1).startTime); }).observe({ type: "largest-contentful-paint", buffered: true });
          });
          const answered = performance.getEntriesByType("navigation")[0].responseEnd;
          return [performance.getEntriesByName("first-contentful-paint")[0].startTime - answered, largest - answered];
        }
        """;

    public static async Task<int> Run(string program, string[] args)
    {
        using var store = new ServedStore(program, WebLoad.Option(args, "--db") ?? Path.Combine(Path.GetTempPath(), "hearsay-bench.db"));
        await store.Opened();
        await store.Read();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        List<double> first = [], largest = [], filters = [];
        for (int round = 0; round < Rounds; round++)
        {
            // A window of its own has nothing in its cache: the first visit of a reader.
            await using var context = await browser.NewContextAsync(new() { BaseURL = store.Address, ViewportSize = new() { Width = 1360, Height = 900 } });
            var page = await context.NewPageAsync();
            await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/?until=2023-{1 + round % 12:00}-{3 + round:00}"));
            await page.WaitForSelectorAsync("body[data-ready]");
            double[] paints = await page.EvaluateAsync<double[]>(Paints);
            first.Add(paints[0]);
            largest.Add(paints[1]);
            foreach (string filter in Filters) filters.Add(await page.EvaluateAsync<double>(Click, new object[] { filter, round }));
        }
        Print("overview: first paint after the server's answer", first);
        Print("overview: largest paint after the server's answer", largest);
        Print("filter: from the click to the painted answer", filters);
        return 0;
    }

    private static void Print(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"{what,-55} median {times[times.Count / 2],6:N0} ms, 95 % {times[(int)(times.Count * 0.95)],6:N0} ms, longest {times[^1],6:N0} ms of {times.Count}");
    }
}
