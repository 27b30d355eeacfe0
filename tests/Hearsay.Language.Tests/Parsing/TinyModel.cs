using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests.Parsing;

/// <summary>A small parser with random weights: its trees mean nothing, but everything runs.</summary>
internal static class TinyModel
{
    public static readonly string[] Words = ["The", "minister", "met", "rebels", "in", "Lagos", ".", ",", "said", "1984", "quietly", "U.N.", "x"];

    public static ParserModel Create(int seed = 1) => new(Parameters(seed));

    public static ParserParameters Parameters(int seed)
    {
        var random = new Random(seed);
        var shape = new ParserShape { Embedding = 32, Hidden = 48, Arc = 32, Label = 32, Upos = 4, Xpos = 6, Feats = 20, Relations = 5, Names = 5 };
        var places = new KnownPlaces(new Dictionary<string, byte> { ["Lagos"] = 4, ["Nigeria"] = 1, ["Nigerian"] = 8 });
        var keys = new WordKeys(places);
        var sets = new SortedSet<string>[WordKeys.Count];
        for (int k = 0; k < sets.Length; k++) sets[k] = new SortedSet<string>(StringComparer.Ordinal);
        keys.Begin(Words);
        foreach (string word in Words)
        {
            keys.Set(word);
            for (int k = 0; k < sets.Length; k++) sets[k].Add(keys[k].ToString());
        }
        Vocabulary[] vocabularies = [.. sets.Select(s => new Vocabulary(["<unknown>", "<root>", .. s]))];
        AlignedFloats Filled(int n, float scale)
        {
            var block = new AlignedFloats(n);
            foreach (ref float x in block.Span) x = scale * (2 * random.NextSingle() - 1);
            return block;
        }
        return new ParserParameters
        {
            Shape = shape, Keys = vocabularies, Places = places,
            Upos = ["ADP", "NOUN", "PUNCT", "VERB"], Xpos = ["IN", "NN", "NNP", "NNS", "VBD", "."],
            Feats = [.. Enumerable.Range(0, 20).Select(i => $"F={i}")],
            Relations = ["case", "nsubj", "obj", "punct", "root"], Names = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"],
            Embeddings = [.. vocabularies.Select(v => EmbeddingTable.Round(Filled(v.Count * shape.Embedding, 0.5f).Span, shape.Embedding))],
            Dense = Filled(shape.TotalLength(), 0.4f),
        };
    }

    public static string[] Sentence(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => Words[random.Next(Words.Length)])];

    public static void AssertSame(ParsedSentence expected, ParsedSentence actual)
    {
        Assert.Equal(expected.Upos, actual.Upos);
        Assert.Equal(expected.Xpos, actual.Xpos);
        Assert.Equal(expected.Feats, actual.Feats);
        Assert.Equal(expected.Heads, actual.Heads);
        Assert.Equal(expected.DepRels, actual.DepRels);
        Assert.Equal(expected.NameTags, actual.NameTags);
    }

    public static void AssertTree(int[] heads)
    {
        Assert.Single(heads, h => h == -1);
        for (int i = 0; i < heads.Length; i++)
        {
            int steps = 0;
            for (int v = i; v >= 0; v = heads[v]) Assert.True(steps++ <= heads.Length, "a cycle");
        }
    }
}
