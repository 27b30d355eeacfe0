using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Tests.Times;
using Hearsay.Coding.Triggers;

namespace Hearsay.Coding.Tests.Triggers;

/// <summary>The model of event words: its file, its arithmetic, its vectors.</summary>
public sealed class TriggerScorerTests
{
    private static readonly string Model = Path.Combine(CodingTools.Models, "en", "triggers.bin");

    [Fact]
    public void A_model_written_and_read_again_gives_the_same_probabilities()
    {
        var vectors = new WordVectors(["strike", "march"], [.. Enumerable.Range(0, 2 * WordVectors.Size).Select(i => (sbyte)(i % 7 - 3))]);
        var network = new TriggerNetwork(TriggerFeatures.Size, 5, 3);
        var random = new Random(7);
        foreach (float[] part in (float[][])[network.First, network.FirstBias, network.Second, network.SecondBias])
            for (int i = 0; i < part.Length; i++) part[i] = random.NextSingle() - 0.5f;
        var scorer = new TriggerScorer(vectors, [TriggerScorer.None, "ASSAULT", "PROTEST"], [network]);
        float[] row = [.. Enumerable.Range(0, TriggerFeatures.Size).Select(i => i % 11 == 0 ? 0.3f : 0)];
        string file = Path.GetTempFileName();
        try
        {
            scorer.Save(file);
            var read = TriggerScorer.Load(file);
            Assert.Equal(scorer.Score(row), read.Score(row));
            Assert.Equal(1, read.Score(row)[0].Sum(), 9);
            Assert.Equal(scorer.Types, read.Types);
            Assert.Equal(vectors.Words, read.Vectors.Words);
        }
        finally { File.Delete(file); }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(37)]
    public void Words_scored_together_get_what_each_gets_alone(int words)
    {
        var scorer = TriggerScorer.Load(Model);
        var random = new Random(words);
        // Each has other roles filled, so that other rows meet in a group of four.
        float[] rows = [.. Enumerable.Range(0, words * TriggerFeatures.Size).Select(i => (i / 100 + i / TriggerFeatures.Size) % 3 == 0 ? random.NextSingle() - 0.5f : 0)];
        double[][] together = scorer.Score(rows);
        Assert.Equal(words, together.Length);
        for (int i = 0; i < words; i++) Assert.Equal(scorer.Score(rows.AsSpan(i * TriggerFeatures.Size, TriggerFeatures.Size))[0], together[i]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40_000)]
    public void A_file_cut_short_is_named_with_a_remedy(int length)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, File.ReadAllBytes(Model)[..length]);
            var fault = Assert.Throws<KnowledgeException>(() => TriggerScorer.Load(file));
            Assert.Contains("HS2025", fault.Message, StringComparison.Ordinal);
            Assert.Contains("triggers.bin", fault.Message, StringComparison.Ordinal);
        }
        finally { File.Delete(file); }
    }

    [Fact]
    public void Words_of_one_kind_lie_nearer_than_words_of_two()
    {
        var vectors = TriggerScorer.Load(Model).Vectors;
        double Likeness(string a, string b)
        {
            float[] x = new float[WordVectors.Size], y = new float[WordVectors.Size];
            vectors.Add(vectors.Find(a), 1, x);
            vectors.Add(vectors.Find(b), 1, y);
            return x.Zip(y, (p, q) => p * q).Sum();
        }
        Assert.True(Likeness("bombed", "shelled") > Likeness("bombed", "signed") + 0.2);
        Assert.Equal(vectors.Find("treaty"), vectors.Find("Treaty"));
        Assert.Equal(-1, vectors.Find("qxzzyq"));
    }
}
