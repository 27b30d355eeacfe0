using Hearsay.Language.Segmentation;

namespace Hearsay.Language.Tests.Segmentation;

/// <summary>Runs tests/cases/segmentation/*.txt: "&gt; text" and below it the expected sentences, tokens divided by " | ".</summary>
public class SegmentationCaseTests
{
    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Path.Combine(TestFiles.Cases, "segmentation"), "*.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Cases_come_out_as_written(string file)
    {
        var wrong = new List<string>();
        foreach (var (line, text, expected) in Read(file))
        {
            string actual = string.Join('\n', TestFiles.Segmenter.Segment(text).Select(s => string.Join(" | ", s.Tokens.Select(t => t.In(text)))));
            if (actual != expected) wrong.Add($"{file}:{line}\nexpected\n{expected}\nactual\n{actual}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Fact]
    public void There_are_at_least_150_cases() =>
        Assert.True(Files().Sum(f => Read(f.Data).Count()) >= 150);

    private static IEnumerable<(int Line, string Text, string Expected)> Read(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(TestFiles.Cases, "segmentation", file));
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("> ", StringComparison.Ordinal)) continue;
            int first = i;
            while (i < lines.Length && lines[i].StartsWith("> ", StringComparison.Ordinal)) i++;
            string text = string.Join('\n', lines[first..i].Select(l => l[2..]));
            int expected = i;
            while (i < lines.Length && lines[i].Length > 0) i++;
            yield return (first + 1, text, string.Join('\n', lines[expected..i]));
        }
    }
}
