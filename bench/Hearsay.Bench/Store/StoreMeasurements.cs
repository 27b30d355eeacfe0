using System.Diagnostics;
using System.Globalization;
using Hearsay.Store;

namespace Hearsay.Bench.Store;

/// <summary>
/// Fills a new store with generated news and times what users do with it: writing, the overview's counts, searches, and
/// reading all of it for an export. A store that holds enough already is only read. Each question is asked three times;
/// the first answer (cold) and the best (warm) are printed, with the processor time of the best.
/// </summary>
public static class StoreMeasurements
{
    private const int Batch = 10_000;

    /// <summary><c>store [--db STORE] [--events N]</c></summary>
    public static int Run(string[] args)
    {
        string db = Option(args, "--db") ?? Path.Combine(Path.GetTempPath(), "hearsay-bench.db");
        long wanted = long.Parse(Option(args, "--events") ?? "1000000", CultureInfo.InvariantCulture);
        using var store = HearsayStore.Open(StoreLocation.Parse(db), create: true);
        if (store.Count(RecordQuery.All).Mentions < wanted) Fill(store, wanted);
        if (store.Location.Path is { } path) Print("size on disk", $"{new FileInfo(path).Length / 1048576.0:N0} MiB");
        Ask("dyads, top 20", () => store.Overview.Dyads(RecordQuery.All).Count);
        Ask("month x type", () => store.Overview.Timeline(RecordQuery.All, Period.Month).Count);
        Ask("places", () => store.Overview.Places(RecordQuery.All).Count);
        Ask("countries", () => store.Overview.Countries(RecordQuery.All).Count);
        Ask("speakers, top 20", () => store.Overview.Speakers(RecordQuery.All).Count);
        Ask("outlets, top 20", () => store.Overview.Outlets(RecordQuery.All).Count);
        string[] queries =
        [
            "nuclear inspectors", "talks nuclear", "nuclear talks sanctions blockade", "\"talks sanctions\"", "kalan AND bemir", "talks OR aid",
            "in:quotations nuclear talks", "in:articles nuclear inspectors", "in:sentences nuclear inspectors",
            "", "actor:AAA", "actor:AAA type:CONSULT status:denied since:2021", "type:ASSAULT since:2022-01 until:2022-03 talks", "speaker:kalan", "speaker:\"Sulemren Raborgardal\"", "outlet:times nuclear", "place:kalan",
        ];
        foreach (string query in queries) Ask($"first page of [{query}]", () => Found(store.Find(QueryText.Parse(query))));
        Ask("dyads of [nuclear talks]", () => store.Overview.Dyads(QueryText.Parse("nuclear talks")).Count);
        Ask("count of all", () => store.Count(RecordQuery.All).Mentions);
        Ask("count of [actor:AAA]", () => store.Count(QueryText.Parse("actor:AAA")).Mentions);
        Ask("one event by id", () => store.Event(store.Find(RecordQuery.All with { PageSize = 1 }).Events[0].Record.Id) is null ? 0 : 1);
        var clock = Timing.Start();
        int read = store.Reported(RecordQuery.All).Sum(a => a.Events.Count);
        var (wall, cpu) = clock.Stop();
        Print("reading events for an export", $"{read / wall:N0} events/s ({read / cpu:N0} events per second of processor)");
        return 0;
    }

    private static void Fill(HearsayStore store, long wanted)
    {
        var generator = new NewsGenerator(1);
        double wall = 0, cpu = 0, slowest = 0;
        long events = 0, rows = 0;
        using var writer = store.BeginRun(new RunOrigin(RunOrigin.ProgramVersion, "synthetic", "synthetic"));
        for (int number = 0; events < wanted; number += Batch)
        {
            var batch = Enumerable.Range(number, Batch).AsParallel().AsOrdered().Select(generator.Article).ToList();
            events += batch.Sum(a => a.Events.Count);
            rows += batch.Sum(Rows);
            var clock = Timing.Start();
            writer.Write(batch);
            var (taken, worked) = clock.Stop();
            wall += taken;
            cpu += worked;
            slowest = Math.Max(slowest, taken);
            if (number % (10 * Batch) == 0) Console.Error.WriteLine($"{events:N0} events, {rows / wall:N0} rows/s");
        }
        writer.Finish(RunSummary.Empty);
        Print("bulk write", $"{rows / wall:N0} rows/s, {events / wall:N0} events/s ({rows:N0} rows, {events:N0} events in {wall:N1} s; slowest batch of {Batch} articles {slowest:N2} s; {rows / cpu:N0} rows per second of processor)");
    }

    // One row each in articles, sentences (the full-text index not counted), events, parties, dyads, hops, quotations and contents.
    private static long Rows(CodedArticle a) => 1 + a.Sentences.Count
        + a.Events.Sum(e => 1 + e.Actors.Count + e.Recipients.Count + e.Chain.Count + e.Actors.Count(p => p.Country is not null) * e.Recipients.Count(p => p.Country is not null))
        + a.Quotations.Sum(q => 1 + q.Content.Count + q.Chain.Count);

    private static long Found(FoundPage page) => page.Events.Count + page.Quotations.Count + page.Articles.Count + page.Sentences.Count;

    private static void Ask(string what, Func<long> question)
    {
        (double Wall, double Cpu) cold = default, warm = (double.MaxValue, 0);
        long answer = 0;
        for (int i = 0; i < 3; i++)
        {
            var clock = Timing.Start();
            answer = question();
            var taken = clock.Stop();
            if (i == 0) cold = taken;
            if (taken.Wall < warm.Wall) warm = taken;
        }
        Print(what, $"{1000 * cold.Wall:N0} ms, then {1000 * warm.Wall:N0} ms ({1000 * warm.Cpu:N0} ms of processor; {answer:N0})");
    }

    private static void Print(string what, string result) => Console.WriteLine($"{what,-70} {result}");

    // Time on the wall, and the processor time of this process beside it: the two differ where others share the machine
    // (and in PostgreSQL, whose server works in processes of its own).
    private readonly record struct Timing(long Began, TimeSpan Worked)
    {
        public static Timing Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

        public (double Wall, double Cpu) Stop() => (Stopwatch.GetElapsedTime(Began).TotalSeconds, (Environment.CpuUsage.TotalTime - Worked).TotalSeconds);
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
}
