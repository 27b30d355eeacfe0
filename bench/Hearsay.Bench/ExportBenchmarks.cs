using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Hearsay.Articles;
using Hearsay.Coding.Records;
using Hearsay.Exporting;

namespace Hearsay.Bench;

/// <summary>
/// Exports of a million events that are already in memory, one run each: rows a second is <see cref="Rows"/> over the
/// time. The events vary as news does: a few hundred outlets and parties, a year of days, every text its own.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
[MemoryDiagnoser]
public class ExportBenchmarks
{
    /// <summary>Events exported.</summary>
    public const int Rows = 1_000_000;

    private ExportedArticle[] articles = [];
    private Codebook codes = null!;
    private string file = "";

    /// <summary>Makes the events.</summary>
    [GlobalSetup]
    public void Make()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Hearsay.slnx"))) root = root.Parent!;
        codes = Codebook.Load(Path.Combine(root.FullName, "data"));
        articles = [.. Enumerable.Range(0, Rows / 4).Select(Article)];
        file = Path.GetTempFileName();
    }

    /// <summary>Removes the file.</summary>
    [GlobalCleanup]
    public void Remove() => File.Delete(file);

    /// <summary>The formats that large data sets travel in.</summary>
    [Params("parquet", "csv", "gdelt", "jsonl")]
    public string Format { get; set; } = "";

    /// <summary>Everything, to a file.</summary>
    [Benchmark]
    public long Export()
    {
        using var stream = File.Create(file);
        return Exporting.Export.Run(articles, ExportFormat.Find(Format)!, new(), codes, stream).Written;
    }

    private static ExportedArticle Article(int number)
    {
        string[] countries = ["NOR", "RUS", "USA", "CHN", "IRN", "FRA", "DEU", "KEN", "BRA", "IND"];
        string[] types = ["CONSULT", "ACCUSE", "ASSAULT", "REQUEST", "AGREE", "REJECT"];
        string text = $"Report {number}. " + new string('x', 200);
        Party Who(int i) => new() { Text = "the minister", Start = 0, End = 12, Name = $"Minister {i % 700}", Code = countries[i % 10] + "GOV", Country = countries[i % 10], Sectors = ["GOV"] };
        var events = Enumerable.Range(0, 4).Select(i => new ExportedEvent(new()
        {
            Id = (number * 4L + i).ToString("x16", System.Globalization.CultureInfo.InvariantCulture), Sentence = i, Trigger = new(10 * i, 10 * i + 7, i % 2 == 0 ? "accused" : "met with"), Type = types[(number + i) % 6],
            Mode = i == 0 ? "phone" : null, Contexts = ["diplomatic"], Cameo = "041", Actors = [Who(number + i)], Recipients = i == 3 ? [] : [Who(number * 3 + i)], Status = i == 2 ? "denied" : "asserted",
            Time = i == 1 ? new("on Monday", new(2024, 3, 11), new(2024, 3, 11), "day") : null, Place = i == 0 ? new("Oslo", "Oslo", "NOR", "Oslo", 59.91, 10.75, 3143244) : null,
            Chain = i == 1 ? [new($"Agency {number % 50}", "wire", "said", "the agency", 0, 10)] : [], Confidence = 0.85, Trace = new("consult.phone", []),
        }, null, false)).ToList();
        return new(new() { Id = $"article-{number}", Outlet = $"Outlet {number % 300}", Url = $"https://example.org/{number}", Title = $"Headline number {number}", PublishedOn = new DateOnly(2024, 1, 1).AddDays(number % 366), Text = text }, events, [])
        {
            CodedWith = new("0.1.0", "m1", "k1"),
        };
    }
}
