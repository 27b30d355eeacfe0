using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hearsay.Articles;

namespace Hearsay.Evaluation;

/// <summary>
/// The article extraction benchmark of Scrapinghub (2020): pages with the text of their article. Precision and recall of
/// a page compare its four-word shingles, and F1 is that of the mean precision and the mean recall, as the benchmark defines
/// them. Days of publication are compared with eval/page-dates.csv, read by hand from what the pages show their readers.
/// </summary>
public static class ExtractionEvaluation
{
    private const int Gram = 4;

    /// <summary>Reads every page beside <paramref name="truthFile"/>; one line a page goes to <paramref name="report"/>.</summary>
    public static IReadOnlyDictionary<string, double> Run(string truthFile, Action<string>? report)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(truthFile));
        var days = Days();
        double precision = 0, recall = 0;
        int pages = 0, empty = 0, stated = 0, given = 0, right = 0;
        var clock = new Stopwatch();
        foreach (var page in truth.RootElement.EnumerateObject())
        {
            string file = Path.Combine(Path.GetDirectoryName(truthFile)!, "html", page.Name + ".html.gz");
            string url = page.Value.GetProperty("url").GetString()!;
            clock.Start();
            var article = new ArticleReader(new(Url: url)).Open([file]).First().Read().Article;
            clock.Stop();
            var (p, r) = Compare(page.Value.GetProperty("articleBody").GetString()!, article?.Text ?? "");
            pages++;
            recall += r;
            if (p is { } some) precision += some;
            else empty++;
            DateOnly? gold = days.GetValueOrDefault(page.Name[..16]), day = article?.PublishedOn;
            if (gold is not null) stated++;
            if (day is not null) given++;
            if (day is not null && day == gold) right++;
            report?.Invoke(string.Create(CultureInfo.InvariantCulture,
                $"{page.Name[..16]} P {p ?? 0:0.000} R {r:0.000} {(day == gold ? "=" : "!")} {day:yyyy-MM-dd} gold {gold:yyyy-MM-dd} {url}"));
        }
        precision /= Math.Max(1, pages - empty);
        recall /= Math.Max(1, pages);
        return new Dictionary<string, double>
        {
            ["f1"] = 2 * precision * recall / (precision + recall), ["precision"] = precision, ["recall"] = recall,
            ["datesRight"] = (double)right / stated, ["datesPrecision"] = (double)right / given, ["pagesPerSecond"] = pages / clock.Elapsed.TotalSeconds,
        };
    }

    private static Dictionary<string, DateOnly?> Days()
    {
        using var table = new StreamReader(typeof(ExtractionEvaluation).Assembly.GetManifestResourceStream("page-dates.csv")!);
        return table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.TrimEnd('\r').Split(','))
            .ToDictionary(c => c[0], c => c[1].Length == 0 ? (DateOnly?)null : DateOnly.ParseExact(c[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    // The precision of an empty prediction is not defined, and such pages do not count towards it.
    private static (double? Precision, double Recall) Compare(string gold, string found)
    {
        var wanted = Shingles(gold);
        var got = Shingles(found);
        double hits = got.Sum(g => Math.Min(g.Value, wanted.GetValueOrDefault(g.Key))), all = got.Values.Sum();
        return (all > 0 ? hits / all : null, wanted.Count == 0 ? 1 : hits / wanted.Values.Sum());
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Words(text).ToList();
        var shingles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Math.Max(1, words.Count - Gram + 1) && words.Count > 0; i++)
        {
            string shingle = string.Join(' ', words.GetRange(i, Math.Min(Gram, words.Count - i)));
            shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }
        return shingles;
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.IsSurrogate(text[i]));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return text[start..i];
            start = -1;
        }
    }
}
