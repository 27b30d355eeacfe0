using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests.Parsing;

/// <summary>The keys by which words are looked up.</summary>
public sealed class WordKeysTests
{
    private readonly WordKeys keys = new(new KnownPlaces(new Dictionary<string, byte> { ["Kenya"] = 1, ["Kenyan"] = 8 }));

    [Fact]
    public void A_word_has_form_affixes_shape_casing_and_place()
    {
        keys.Begin(["Ministers"]);
        keys.Set("Ministers");
        Assert.Equal(["ministers", "ers", "rs", "ters", "min", "mi", "Xxxx", "initial", "place0", "ministers"], All());
    }

    [Fact]
    public void Short_words_are_marked_where_they_end()
    {
        keys.Begin(["on", "3.5"]);
        keys.Set("on");
        Assert.Equal(["on", "^on", "^on", "^on", "on$", "on$", "xx", "lower", "place0", "on"], All());
        keys.Set("3.5");
        Assert.Equal(["0.0", "^0.0", ".0", "^0.0", "0.0$", "0.", "d.d", "other", "place0", "0.0"], All());
    }

    [Theory]
    [InlineData("Kenya", "place1")]
    [InlineData("KENYA", "place1")]
    [InlineData("Kenyan", "place8")]
    [InlineData("kenya", "place0")]
    public void Places_are_known_when_capitalised(string word, string key)
    {
        keys.Begin([word]);
        keys.Set(word);
        Assert.Equal(key, keys[8].ToString());
    }

    [Fact]
    public void Casing_depends_on_the_place_in_the_sentence()
    {
        string[] words = ["\"", "Police", "Chief", "spoke"];
        keys.Begin(words);
        var casing = new List<string>();
        foreach (string w in words)
        {
            keys.Set(w);
            casing.Add(keys[7].ToString());
        }
        Assert.Equal(["other", "initial", "capital", "lower"], casing);
        keys.Begin(["POLICE", "SAY", "NO"]);
        keys.Set("POLICE");
        Assert.Equal("shouted", keys[7].ToString());
    }

    private string[] All() => [.. Enumerable.Range(0, WordKeys.Count).Select(i => keys[i].ToString())];
}
