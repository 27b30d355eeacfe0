using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Hearsay.Bench.Web;

/// <summary>
/// <c>web HEARSAY [--db STORE] [--users N] [--seconds N]</c>: starts <c>hearsay serve</c> on a store (one that <c>store</c> filled, say) and asks it
/// for pages: first by one reader alone, then by several at once who look at each page for two seconds. Each question has
/// other values than the ones before, so that no remembered answer serves. Prints the median, the 95th percentile and the
/// longest time of each kind of page, from sending the request to the last byte, how many failed, the server's processor time for a page, and its memory.
/// </summary>
internal static class WebLoad
{
    private static readonly string[] Types = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];
    private static readonly string[] Statuses = ["asserted", "denied", "demanded", "planned", "promised", "threatened", "possible", "negated"];
    private static readonly string[] Words = ["talks", "nuclear", "sanctions", "minister", "border", "ceasefire", "troops", "election", "protest", "aid", "court", "trade", "oil"];

    public static int Run(string program, string[] args)
    {
        string db = Option(args, "--db") ?? Path.Combine(Path.GetTempPath(), "hearsay-bench.db");
        int users = int.Parse(Option(args, "--users") ?? "20", CultureInfo.InvariantCulture), seconds = int.Parse(Option(args, "--seconds") ?? "60", CultureInfo.InvariantCulture);
        using var store = new ServedStore(program, db);
        return Measure(store.Http, store.Server, store, users, seconds).GetAwaiter().GetResult();
    }

    private static async Task<int> Measure(HttpClient http, Process server, ServedStore store, int users, int seconds)
    {
        var clock = Stopwatch.StartNew();
        await store.Opened();
        Print("server answers after its start", $"{clock.Elapsed.TotalSeconds:N1} s");
        var cold = new ConcurrentBag<Visit>();
        await Ask(http, "overview", "/", cold);
        Print("first answer for the overview", $"{cold.First().Seconds * 1000:N0} ms: how far the server is with reading the store");
        await store.Read();
        Print("the overview itself", $"{clock.Elapsed.TotalSeconds:N1} s after the start");
        var pages = await Pages(http);
        server.Refresh();
        var worked = server.TotalProcessorTime;
        Report("one reader", await Alone(http, pages), server, ref worked);
        int errors = Report($"{users} readers", await Together(http, pages, users, seconds), server, ref worked);
        Print("memory of the server", Memory(server));
        return errors == 0 ? 0 : 1;
    }

    private static async Task<ConcurrentBag<Visit>> Alone(HttpClient http, IReadOnlyList<(string Name, Func<Random, string> Address)> pages)
    {
        var visits = new ConcurrentBag<Visit>();
        var chance = new Random(1);
        for (int i = 0; i < 25; i++)
            foreach (var (name, address) in pages) await Ask(http, name, address(chance), visits);
        return visits;
    }

    private static async Task<ConcurrentBag<Visit>> Together(HttpClient http, IReadOnlyList<(string Name, Func<Random, string> Address)> pages, int users, int seconds)
    {
        var visits = new ConcurrentBag<Visit>();
        var until = DateTime.UtcNow.AddSeconds(seconds);
        await Task.WhenAll(Enumerable.Range(0, users).Select(async user =>
        {
            var chance = new Random(100 + user);
            while (DateTime.UtcNow < until)
            {
                await Task.Delay(chance.Next(1000, 3000));
                var (name, address) = pages[chance.Next(pages.Count)];
                await Ask(http, name, address(chance), visits);
            }
        }));
        return visits;
    }

    private static async Task Ask(HttpClient http, string page, string address, ConcurrentBag<Visit> visits)
    {
        long began = Stopwatch.GetTimestamp();
        string? fault = null;
        try
        {
            using var answer = await http.GetAsync(address);
            await answer.Content.ReadAsByteArrayAsync();
            if (answer.StatusCode != HttpStatusCode.OK) fault = $"{address}: {(int)answer.StatusCode}";
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            fault = $"{address}: {e.Message}";
        }
        visits.Add(new(page, Stopwatch.GetElapsedTime(began).TotalSeconds, fault));
    }

    // Values as unequally frequent as in the store are taken from records of the store itself.
    private static async Task<IReadOnlyList<(string Name, Func<Random, string> Address)>> Pages(HttpClient http)
    {
        using var sample = JsonDocument.Parse(await http.GetStringAsync("/api/v1/events?size=500"));
        var events = sample.RootElement.GetProperty("events").EnumerateArray().ToList();
        string[] Of(Func<JsonElement, string?> value) => [.. events.Select(value).OfType<string>().Where(v => v.Length > 0)];
        string[] articles = Of(e => e.GetProperty("article").GetProperty("id").GetString()), outlets = Of(e => e.GetProperty("article").GetProperty("outlet").GetString());
        string[] actors = Of(e => First(e, "actors", "country")), speakers = Of(e => First(e, "chain", "name"));
        string[] places = Of(e => e.GetProperty("event").GetProperty("place") is { ValueKind: JsonValueKind.Object } place ? place.GetProperty("name").GetString() : null);
        return
        [
            ("overview, one more day", c => $"/?{Until(c)}"),
            ("overview by type", c => $"/?type={Any(c, Types)}&{Until(c)}"),
            ("overview by status", c => $"/?status={Any(c, Statuses)}&{Until(c)}"),
            ("overview by actor and recipient", c => $"/?actor={Any(c, actors)}&recipient={Any(c, actors)}&{Until(c)}"),
            ("overview by place", c => $"/?place={Any(c, places)}&{Until(c)}"),
            ("overview by speaker", c => $"/?speaker={Any(c, speakers)}&{Until(c)}"),
            ("overview by outlet", c => $"/?outlet={Any(c, outlets)}&{Until(c)}"),
            ("overview by words", c => $"/?q={Any(c, Words)}+{Any(c, Words)}&{Until(c)}"),
            ("overview by span", c => $"/?since=20{19 + c.Next(4)}-{1 + c.Next(12):00}-01&{Until(c)}"),
            ("events by type", c => $"/events?type={Any(c, Types)}&{Until(c)}"),
            ("events by actor", c => $"/events?actor={Any(c, actors)}&{Until(c)}"),
            ("events by words", c => $"/events?q={Any(c, Words)}+{Any(c, Words)}&{Until(c)}"),
            ("actor", c => $"/actor?code={Any(c, actors)}"),
            ("article", c => $"/article?id={Any(c, articles)}"),
            ("review", c => $"/review?type={Any(c, Types)}"),
        ];
    }

    private static string? First(JsonElement e, string list, string field) =>
        e.GetProperty("event").GetProperty(list).EnumerateArray().Select(p => p.GetProperty(field).GetString()).FirstOrDefault();

    private static string Any(Random chance, string[] values) => Uri.EscapeDataString(values[chance.Next(values.Length)]);

    private static string Until(Random chance) => string.Create(CultureInfo.InvariantCulture, $"until=2023-{1 + chance.Next(12):00}-{1 + chance.Next(28):00}");

    private static int Report(string who, ConcurrentBag<Visit> visits, Process server, ref TimeSpan worked)
    {
        server.Refresh();
        double processor = (server.TotalProcessorTime - worked).TotalMilliseconds / visits.Count;
        worked = server.TotalProcessorTime;
        foreach (var page in visits.GroupBy(v => v.Page).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            double[] times = [.. page.Select(v => v.Seconds * 1000).Order()];
            Print($"{who}: {page.Key}", $"median {times[times.Length / 2],6:N0} ms, 95 % {times[(int)(times.Length * 0.95)],6:N0} ms, longest {times[^1],6:N0} ms of {times.Length}");
        }
        var faults = visits.Where(v => v.Fault is not null).ToList();
        foreach (var fault in faults.Take(5)) Console.Error.WriteLine(fault.Fault);
        double[] all = [.. visits.Select(v => v.Seconds * 1000).Order()];
        Print($"{who}: all", $"median {all[all.Length / 2],6:N0} ms, 95 % {all[(int)(all.Length * 0.95)],6:N0} ms of {all.Length}, {faults.Count} errors; {processor:N0} ms of the server's processor each");
        return faults.Count;
    }

    // Resident memory at its most, and the part of it that is not files of the system's cache.
    private static string Memory(Process server)
    {
        string status = File.ReadAllText($"/proc/{server.Id}/status");
        string Field(string name) => (long.Parse(status.Split('\n').First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024).ToString("N0", CultureInfo.InvariantCulture) + " MiB";
        return $"{Field("VmHWM:")} at its most, {Field("VmRSS:")} now, of it {Field("RssAnon:")} its own";
    }

    private static void Print(string what, string result) => Console.WriteLine($"{what,-55} {result}");

    internal static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;

    private sealed record Visit(string Page, double Seconds, string? Fault);
}
