using System.IO.Enumeration;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Tests.Evaluation;

/// <summary>
/// Sentences and the events that they report, from tests/cases/events. A block is a sentence and, indented, its events
/// as <c>TYPE[/mode] [cameo] | actors &gt; recipients | status | chain</c>, or "nothing". Parties are codes in which "*"
/// stands for any letters; "-" is none, "?" a party without a code, "&lt;&gt;" a group whose order is free. A field left
/// out, or a lone "*", is not checked. What the rules doubt does not count here: whether it is written is decided by its probability. The file open.txt holds what is not read correctly yet, with its cause, and is
/// not run.
/// </summary>
public sealed class EventCaseTests
{
    private const string Open = "open.txt";

    private static readonly string Folder = Path.Combine(TestCoder.Root, "tests", "cases", "events");

    /// <summary>Every case of every file but the open ones.</summary>
    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (string file in Files())
            foreach (var block in Read(file)) data.Add(file, block.Line);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_sentence_gives_exactly_its_events(string file, int line)
    {
        var block = Read(file).Single(b => b.Line == line);
        var article = new Article { Id = $"{file}:{line}", PublishedOn = new(2024, 3, 15), Text = block.Sentence };
        var found = TestCoder.Instance.Code(article, 0).Events.Where(e => ConfidenceScorer.DoubtOf(e) is null).ToList();
        Assert.True(Explains(block.Events, found), $"{block.Sentence}\nexpected\n{Lines(block.Events)}\nfound\n{Lines(found.Select(Describe))}");
        if (block.Events.Count == 0) Assert.Empty(TestCoder.Instance.Code(article).Events);
    }

    [Fact]
    public void There_are_hundreds_of_cases_of_every_type_and_of_none()
    {
        var blocks = Files().SelectMany(Read).ToList();
        Assert.True(blocks.Count(b => b.Events.Count == 0) >= 180, "sentences without an event");
        Assert.True(blocks.Count(b => b.Events.Count > 0) >= 400, "sentences with events");
        var types = blocks.SelectMany(b => b.Events).Select(e => Fields(e)[0].Split('/', ' ')[0]).Distinct();
        Assert.Equal(16, types.Count());
    }

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileName(f)).Where(f => f != Open).Order(StringComparer.Ordinal);

    private static List<Block> Read(string file)
    {
        var blocks = new List<Block>();
        string[] lines = File.ReadAllLines(Path.Combine(Folder, file));
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#') continue;
            if (!char.IsWhiteSpace(lines[i][0])) blocks.Add(new(i + 1, lines[i].Trim(), []));
            else if (lines[i].Trim() is { Length: > 0 } text && text != "nothing") blocks[^1].Events.Add(text);
        }
        return blocks;
    }

    // Any order: each expected line takes one record, and no record is left over.
    private static bool Explains(IReadOnlyList<string> expected, IReadOnlyList<EventRecord> found)
    {
        if (expected.Count != found.Count) return false;
        if (expected.Count == 0) return true;
        for (int i = 0; i < found.Count; i++)
            if (Matches(expected[0], found[i]) && Explains([.. expected.Skip(1)], [.. found.Where((_, j) => j != i)])) return true;
        return false;
    }

    private static bool Matches(string expected, EventRecord found)
    {
        string[] fields = Fields(expected);
        string[] head = fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] type = head[0].Split('/');
        return type[0] == found.Type
            && (type.Length < 2 || type[1] == found.Mode)
            && (head.Length < 2 || head[1] == found.Cameo)
            && (fields.Length < 2 || PartiesMatch(fields[1], found))
            && (fields.Length < 3 || fields[2] is "" or "*" || fields[2] == found.Status)
            && (fields.Length < 4 || fields[3] is "" or "*" || ChainMatches(fields[3], found.Chain));
    }

    private static bool PartiesMatch(string field, EventRecord found)
    {
        string[] group = field.Split("<>");
        if (group.Length == 2) return CodesMatch($"{group[0]},{group[1]}", [.. found.Actors, .. found.Recipients]);
        string[] sides = field.Split('>');
        return CodesMatch(sides[0], found.Actors) && (sides.Length < 2 || CodesMatch(sides[1], found.Recipients));
    }

    private static bool CodesMatch(string wanted, IReadOnlyList<Party> parties)
    {
        if (wanted.Trim() is "" or "*") return true;
        string[] codes = [.. parties.Select(p => p.Code ?? "?").Distinct().Order(StringComparer.Ordinal)];
        string[] patterns = wanted.Trim() == "-" ? [] : [.. wanted.Split(',', StringSplitOptions.TrimEntries).Distinct()];
        return patterns.Length == codes.Length && Assign(patterns, codes);
    }

    private static bool Assign(string[] patterns, string[] codes) =>
        patterns.Length == 0
        || codes.Any(c => (patterns[0] == c || patterns[0] != "?" && FileSystemName.MatchesSimpleExpression(patterns[0], c, ignoreCase: false))
            && Assign(patterns[1..], [.. codes.Where(o => o != c)]));

    private static bool ChainMatches(string wanted, IReadOnlyList<ChainHop> chain)
    {
        string[] names = wanted == "-" ? [] : wanted.Split(',', StringSplitOptions.TrimEntries);
        return names.Length == chain.Count && names.Zip(chain).All(p =>
            Bare(p.First) == Bare(p.Second.Text) || p.Second.Name is { } name && Bare(p.First) == Bare(name) || p.First == p.Second.Kind);
    }

    private static string Bare(string name)
    {
        string lower = name.ToLowerInvariant();
        foreach (string word in (string[])["the ", "a ", "an ", "its ", "his ", "her ", "their "])
            if (lower.StartsWith(word, StringComparison.Ordinal)) return lower[word.Length..];
        return lower;
    }

    private static string[] Fields(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    private static string Lines(IEnumerable<string> events) => string.Join('\n', events.DefaultIfEmpty("nothing").Select(e => "  " + e));

    private static string Describe(EventRecord e) =>
        $"{e.Type}{(e.Mode is null ? "" : "/" + e.Mode)} {e.Cameo} | {Codes(e.Actors)} > {Codes(e.Recipients)} | {e.Status} | {Chain(e.Chain)}  ({e.Trace.Pattern}: {e.Trigger.Text})";

    private static string Codes(IReadOnlyList<Party> parties) => parties.Count == 0 ? "-" : string.Join(", ", parties.Select(p => p.Code ?? "?").Distinct());

    private static string Chain(IReadOnlyList<ChainHop> chain) => chain.Count == 0 ? "-" : string.Join(", ", chain.Select(h => h.Name ?? h.Text));

    private sealed record Block(int Line, string Sentence, List<string> Events);
}
