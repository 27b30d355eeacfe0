using System.Text;
using Hearsay.Store;

namespace Hearsay.Tests.Store;

public sealed class SeenTextsTests
{
    [Fact]
    public void A_text_comes_back_as_it_was_whatever_came_before()
    {
        var seen = new SeenTexts(bits: 11);
        string[] letters = ["a", "b", "é", "中", "😀"];
        var chance = new Random(5);
        for (int i = 0; i < 50_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, chance.Next(24)).Select(_ => letters[chance.Next(letters.Length)]));
            Assert.Equal(text, seen.Of(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Theory]
    [InlineData("NOR")]
    [InlineData("CONSULT")]
    [InlineData("the minister")]
    [InlineData("the minister of foreign affairs")]
    [InlineData("Århus")]
    public void One_that_comes_again_is_the_same_object(string text)
    {
        var seen = new SeenTexts(bits: 11);
        string first = seen.Of(Encoding.UTF8.GetBytes(text));
        for (int other = 0; other < 10; other++) seen.Of(Encoding.UTF8.GetBytes($"other {other}"));
        Assert.Same(first, seen.Of(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Texts_that_differ_in_their_middle_or_their_length_are_told_apart()
    {
        var seen = new SeenTexts(bits: 11);
        string[] texts = ["a", "aa", "aaa", "aba", "aaaa", "aaaaa", "aabaa", "aaaaaaaa", "aaaaaaaaa", "aaaabaaaa", "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaa", "\0", "\0\0", "\0\0\0"];
        for (int round = 0; round < 3; round++)
            foreach (string text in texts) Assert.Equal(text, seen.Of(Encoding.UTF8.GetBytes(text)));
    }
}
