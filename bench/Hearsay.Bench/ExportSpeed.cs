using System.Diagnostics;
using Hearsay.Articles;
using Hearsay.Coding.Records;
using Hearsay.Exporting;

namespace Hearsay.Bench;

/// <summary>
/// Exports of a million events that are already in memory, in the formats that large data sets travel in: the least and the
/// greatest time of three runs behind a first one, and the rows a second. The events vary as news does: a few hundred
/// outlets and parties, a year of days, every text its own.
/// </summary>
public static class ExportSpeed
{
    private const int Rows = 1_000_000;

    /// <summary><c>exports</c></summary>
    public static int Run()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Hearsay.slnx"))) root = root.Parent!;
        var codes = Codebook.Load(Path.Combine(root.FullName, "data"));
        ExportedArticle[] articles = [.. Enumerable.Range(0, Rows / 4).Select(Article)];
        string file = Path.GetTempFileName();
        foreach (string format in (string[])["parquet", "csv", "gdelt", "jsonl"])
        {
            Export(articles, format, codes, file);
            var times = Enumerable.Range(0, 3).Select(_ => Export(articles, format, codes, file)).Order().ToList();
            Console.WriteLine($"{format,-10} {times[0]:N2} to {times[^1]:N2} s, {Rows / times[^1]:N0} to {Rows / times[0]:N0} rows/s");
        }
        File.Delete(file);
        return 0;
    }

    private static double Export(ExportedArticle[] articles, string format, Codebook codes, string file)
    {
        long began = Stopwatch.GetTimestamp();
        using var stream = File.Create(file);
        Exporting.Export.Run(articles, ExportFormat.Find(format)!, new(), codes, stream);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
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
