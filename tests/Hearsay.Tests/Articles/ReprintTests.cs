using Hearsay.Articles.Reprints;
using Hearsay.Bench;

namespace Hearsay.Tests.Articles;

public sealed class ReprintTests
{
    private static string Story(int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, 300).Select(_ => "abcdefghijklmnopqrstuvwxyz"[random.Next(26)].ToString() + random.Next(500)));
    }

    private static MinHashSignature Signature(string text) => Assert.IsType<MinHashSignature>(MinHashSignature.Of(text));

    [Fact]
    public void A_copy_with_another_headline_and_a_line_of_its_own_is_a_reprint()
    {
        var index = new ReprintIndex();
        string story = Story(1);
        Assert.Null(index.FindOrAdd("first", Signature(story)));
        var found = index.FindOrAdd("copy", Signature("Another headline over it\n\n" + story.ToUpperInvariant() + "\n\nThis report was taken from an agency."));
        Assert.Equal("first", found?.Id);
        Assert.InRange(found!.Value.Similarity, 0.85, 1);
    }

    [Fact]
    public void Other_stories_are_no_reprints()
    {
        var index = new ReprintIndex();
        for (int i = 0; i < 300; i++) Assert.Null(index.FindOrAdd($"{i}", Signature(Story(i))));
        Assert.Null(index.FindOrAdd("half", Signature(string.Join(' ', Story(1).Split(' ').Take(150)) + " " + string.Join(' ', Story(1000).Split(' ').Take(150)))));
    }

    [Fact]
    public void The_estimate_is_near_the_share_of_common_word_5_grams()
    {
        string[] words = Story(3).Split(' ');
        string changed = string.Join(' ', words[..270]) + " " + string.Join(' ', Story(4).Split(' ')[..30]);
        // 266 of 326 different 5-grams are common.
        Assert.InRange(Signature(string.Join(' ', words)).SimilarityTo(Signature(changed)), 266.0 / 326 - 0.12, 266.0 / 326 + 0.12);
    }

    [Fact]
    public void Short_notices_are_never_reprints() => Assert.Null(MinHashSignature.Of(string.Join(' ', Enumerable.Repeat("word", 59))));

    [Fact]
    public void Only_the_last_ones_are_remembered()
    {
        var index = new ReprintIndex(capacity: 10);
        for (int i = 0; i < 11; i++) index.FindOrAdd($"{i}", Signature(Story(i)));
        Assert.Equal("5", index.FindOrAdd("again", Signature(Story(5)))?.Id);
        Assert.Null(index.FindOrAdd("first again", Signature(Story(0))));
    }

    [Fact]
    public void The_generator_gives_the_same_archive_for_the_same_seed()
    {
        using var one = new MemoryStream();
        using var two = new MemoryStream();
        Assert.Equal(WarcGenerator.Write(one, 50), WarcGenerator.Write(two, 50));
        Assert.Equal(one.ToArray(), two.ToArray());
    }
}
