using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Tests.Evaluation;

/// <summary>
/// Runs the cases of tests/cases/attribution that name an event: after coding, each text has that event with that
/// status and chain. Articles before a party's name are not compared.
/// </summary>
public sealed class AttributionCaseTests
{
    private static readonly string Folder = Path.Combine(TestCoder.Root, "tests", "cases", "attribution");

    private static readonly Lazy<IReadOnlyList<(string Place, string Text, string Expected)>> Cases = new(() => [.. Read()]);

    [Fact]
    public void Events_have_the_status_and_chain_of_their_cases()
    {
        var wrong = new List<string>();
        foreach (var (place, text, expected) in Cases.Value)
        {
            var events = TestCoder.Instance.Code(new Article { Id = "case", Text = text.Replace("¶", "\n\n"), PublishedOn = new DateOnly(2024, 3, 12) }, 0).Events;
            var found = events.Select(Show).ToList();
            foreach (string one in expected.Split(" ;; "))
                if (!found.Contains(one.Trim(), StringComparer.OrdinalIgnoreCase)) wrong.Add($"{place}: {text}\n   expected {one.Trim()}\n   found    {string.Join(" ;; ", found)}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Cases.Value.Count} cases fail:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void There_are_enough_cases_of_every_kind()
    {
        var quotations = Lines().Where(l => !l.Wanted.StartsWith("event ", StringComparison.Ordinal)).ToList();
        Assert.True(Cases.Value.Count + quotations.Count >= 300);
        Assert.True(Lines().Count(l => l.Wanted.Contains(" > ", StringComparison.Ordinal)) >= 100);
        Assert.True(Cases.Value.Count(c => c.Expected.Split(" ;; ").Any(e => e.Split(' ')[2] != "asserted")) >= 150);
        var statuses = Cases.Value.SelectMany(c => c.Expected.Split(" ;; ")).Select(e => e.Split(' ')[2]).ToHashSet();
        foreach (string status in (string[])["denied", "negated", "demanded", "planned", "conditional", "hypothetical", "possible", "questioned", "attempted"]) Assert.Contains(status, statuses);
    }

    private static IEnumerable<(string Place, string Text, string Expected)> Read() =>
        Lines().Where(l => l.Wanted.StartsWith("event ", StringComparison.Ordinal)).Select(l => (l.Place, l.Text, Bare(l.Wanted)));

    private static IEnumerable<(string Place, string Text, string Wanted)> Lines()
    {
        foreach (string file in Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal))
        {
            int number = 0;
            foreach (string line in File.ReadLines(file))
            {
                number++;
                int bar = line.IndexOf(" | ", StringComparison.Ordinal);
                if (!line.StartsWith('#') && bar > 0) yield return ($"{Path.GetFileName(file)}:{number}", line[..bar], line[(bar + 3)..].Trim());
            }
        }
    }

    private static string Show(EventRecord e) =>
        $"event {e.Type} {e.Status} | chain {(e.Chain.Count == 0 ? "-" : string.Join(" > ", e.Chain.Select(h => h.Kind == "unspecified" ? "unspecified" : Article(h.Name ?? h.Text))))}";

    private static string Bare(string expected)
    {
        var parts = expected.Split(" ;; ").Select(one =>
        {
            int chain = one.IndexOf("| chain ", StringComparison.Ordinal) + 8;
            return one[..chain] + string.Join(" > ", one[chain..].Split(" > ").Select(Article));
        });
        return string.Join(" ;; ", parts);
    }

    private static string Article(string name)
    {
        foreach (string article in (string[])["the ", "a ", "an "])
            if (name.StartsWith(article, StringComparison.OrdinalIgnoreCase)) return name[article.Length..];
        return name;
    }
}
