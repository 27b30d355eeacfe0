using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests.Parsing;

/// <summary>What the parser promises whatever its weights are.</summary>
public sealed class ParserTests
{
    private static readonly ParserModel Model = TinyModel.Create();

    [Fact]
    public void A_sentence_parses_the_same_in_any_company()
    {
        var random = new Random(2);
        string[][] sentences = [.. Enumerable.Range(0, 70).Select(i => TinyModel.Sentence(random, 1 + random.Next(60)))];
        var together = new Parser(Model).Parse(sentences);
        for (int i = 0; i < sentences.Length; i++) TinyModel.AssertSame(new Parser(Model).Parse([sentences[i]])[0], together[i]);
        string[][] reversed = [.. sentences.Reverse()];
        var back = new Parser(Model).Parse(reversed);
        for (int i = 0; i < sentences.Length; i++) TinyModel.AssertSame(together[i], back[^(i + 1)]);
    }

    [Fact]
    public void Threads_may_share_a_model()
    {
        var random = new Random(8);
        string[][] sentences = [.. Enumerable.Range(0, 40).Select(_ => TinyModel.Sentence(random, 1 + random.Next(40)))];
        var expected = new Parser(Model).Parse(sentences);
        var results = new ParsedSentence[4][];
        Parallel.For(0, results.Length, t => results[t] = new Parser(Model).Parse(sentences));
        foreach (var result in results)
            for (int i = 0; i < sentences.Length; i++) TinyModel.AssertSame(expected[i], result[i]);
    }

    [Fact]
    public void Every_result_is_as_long_as_its_sentence_and_a_tree_with_one_root()
    {
        var random = new Random(5);
        var parser = new Parser(Model);
        foreach (int length in (int[])[1, 2, 3, 17, Parser.LongestWindow, Parser.LongestWindow + 1, 900])
        {
            var result = parser.Parse([TinyModel.Sentence(random, length)])[0];
            Assert.Equal(length, result.Upos.Length);
            Assert.Equal(length, result.Heads.Length);
            Assert.Equal(length, result.NameTags.Length);
            TinyModel.AssertTree(result.Heads);
            Assert.Equal("root", result.DepRels[Array.IndexOf(result.Heads, -1)]);
            Assert.Single(result.DepRels, "root");
        }
    }

    [Fact]
    public void Nothing_gives_nothing()
    {
        var parser = new Parser(Model);
        Assert.Empty(parser.Parse([]));
        var results = parser.Parse([[], ["met"], []]);
        Assert.Empty(results[0].Heads);
        Assert.Equal([-1], results[1].Heads);
        Assert.Empty(results[2].NameTags);
    }

    [Fact]
    public void A_name_goes_on_only_after_a_name_of_its_kind()
    {
        var random = new Random(6);
        foreach (var result in new Parser(Model).Parse([.. Enumerable.Range(0, 60).Select(_ => TinyModel.Sentence(random, 30))]))
            for (int i = 0; i < result.NameTags.Length; i++)
                if (result.NameTags[i] is ['I', '-', ..] tag) Assert.True(i > 0 && result.NameTags[i - 1].Length > 2 && result.NameTags[i - 1][2..] == tag[2..]);
    }

    [Fact]
    public void Odd_words_do_no_harm()
    {
        string[] words = ["", " ", "\u00A0", "\uD83D", new string('a', 5000), "\u0301", "--", "١٢٣", "O’Neill", "A1-b"];
        TinyModel.AssertTree(new Parser(Model).Parse([words])[0].Heads);
    }

    [Fact]
    public void Once_warm_a_parser_allocates_little_beyond_its_results()
    {
        var random = new Random(9);
        string[][] sentences = [.. Enumerable.Range(0, 64).Select(_ => TinyModel.Sentence(random, 25))];
        var parser = new Parser(Model);
        for (int i = 0; i < 3; i++) parser.Parse(sentences);
        long before = GC.GetAllocatedBytesForCurrentThread();
        parser.Parse(sentences);
        long words = 64 * 25, bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        // Five references and a number a word are the result; the rest is a fixed sum a sentence.
        Assert.InRange(bytes, words * 44, words * 44 + 64 * 600 + 4096);
    }
}
