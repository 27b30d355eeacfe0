using CsCheck;
using Hearsay.Language.Morphology;
using Hearsay.Language.Tests.Segmentation;

namespace Hearsay.Language.Tests.Morphology;

/// <summary>Runs tests/cases/lemmas/*.txt and what holds for every word.</summary>
public class LemmatizerTests
{
    public static TheoryData<string, string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (string file in Directory.GetFiles(Path.Combine(TestFiles.Cases, "lemmas"), "*.txt"))
            foreach (string line in File.ReadLines(file))
                if (line.Length > 0 && line[0] != '#' && line.Split(' ') is [var form, var upos, var xpos, var lemma]) data.Add(form, upos, xpos, lemma);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_get_their_dictionary_form(string form, string upos, string xpos, string lemma) =>
        Assert.Equal(lemma, TestFiles.Lemmatizer.Lemma(form, upos, xpos));

    [Fact]
    public void There_are_at_least_100_cases() => Assert.True(Cases().Count >= 100);

    [Theory]
    [InlineData("fled", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "flee")]
    [InlineData("killing", "VERB", "VerbForm=Ger", "kill")]
    [InlineData("wounded", "VERB", "Tense=Past|VerbForm=Part", "wound")]
    [InlineData("says", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "say")]
    [InlineData("envoys", "NOUN", "Number=Plur", "envoy")]
    [InlineData("harsher", "ADJ", "Degree=Cmp", "harsh")]
    public void Features_stand_in_for_a_missing_tag(string form, string upos, string feats, string lemma) =>
        Assert.Equal(lemma, TestFiles.Lemmatizer.Lemma(form, upos, "_", feats));

    [Fact]
    public void An_unknown_part_of_speech_leaves_the_form() => Assert.Equal("Zzyq", TestFiles.Lemmatizer.Lemma("Zzyq", "QQ"));

    [Fact]
    public void Every_word_has_a_lemma() => Gen.Select(
        Gen.String[1, 60], Gen.OneOf("NOUN", "VERB", "PROPN", "ADJ", "X", "PUNCT", "NUM", ""), Gen.OneOf("_", "NNS", "VBD", "NNP", "JJR", "CD"))
        .Sample((form, upos, xpos) => TestFiles.Lemmatizer.Lemma(form, upos, xpos).Length > 0);

    [Fact]
    public void A_damaged_table_is_refused()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "HSLMxxxxxxxxxxxx");
        Assert.Throws<InvalidDataException>(() => LemmaTable.Load(path));
        File.WriteAllText(path, "nothing");
        Assert.Throws<InvalidDataException>(() => LemmaTable.Load(path));
        File.Delete(path);
    }
}
