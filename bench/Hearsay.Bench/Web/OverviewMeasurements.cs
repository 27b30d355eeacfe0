using System.Diagnostics;
using Hearsay.Store;
using Hearsay.Store.Columns;

namespace Hearsay.Bench.Web;

/// <summary>
/// <c>overview [--db STORE]</c>: reads the countable part of a store into memory and counts it for queries of many kinds, without
/// a server and without pages. Time on the wall and of the processor, the best of three.
/// </summary>
internal static class OverviewMeasurements
{
    private static readonly string[] Queries =
    [
        "", "type:CONSULT", "status:denied", "actor:AAA", "actor:AAA recipient:HLB", "actor:kalan", "speaker:kalan", "outlet:times", "place:kalan", "country:AAA", "context:military", "since:2022", "talks", "nuclear inspectors",
    ];

    public static int Run(string[] args)
    {
        using var store = HearsayStore.Open(StoreLocation.Parse(Array.IndexOf(args, "--db") is var i and >= 0 ? args[i + 1] : Path.Combine(Path.GetTempPath(), "hearsay-bench.db")));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var columns = new StoreColumns(store);
        var (wall, cpu) = Time(() => columns.Refresh());
        Console.WriteLine($"{"reading the countable part into memory",-50} {wall:N1} s ({cpu:N1} s of processor); {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0:N0} MiB");
        foreach (string query in Queries)
        {
            var best = Enumerable.Range(0, 3).Select(_ => Time(() => columns.Summary(QueryText.Parse(query), new SummarySize()))).MinBy(t => t.Cpu);
            long allocated = GC.GetTotalAllocatedBytes(precise: true);
            columns.Summary(QueryText.Parse(query), new SummarySize());
            double mebibytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1048576.0;
            Console.WriteLine($"{$"all counts of [{query}]",-50} {1000 * best.Wall:N0} ms ({1000 * best.Cpu:N0} ms of processor; {mebibytes:N1} MiB of memory; {columns.Summary(QueryText.Parse(query), new SummarySize())!.Counts.Mentions:N0} mentions)");
        }
        return 0;
    }

    private static (double Wall, double Cpu) Time(Action work)
    {
        long began = Stopwatch.GetTimestamp();
        var worked = Environment.CpuUsage.TotalTime;
        work();
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - worked).TotalSeconds);
    }
}
