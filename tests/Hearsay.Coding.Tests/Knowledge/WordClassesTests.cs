using Hearsay.Coding.Events;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Tests.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Tests.Knowledge;

/// <summary>Word classes: the table, the look-up of words and phrases, and what pattern sentences make of them.</summary>
public sealed class WordClassesTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    private WordClasses Load(string rows)
    {
        File.WriteAllText(file, "class,kind,words\n" + rows);
        return WordClasses.Load(file);
    }

    [Theory]
    [InlineData("They signed a memorandum of understanding.", "memorandum", true)]
    [InlineData("They wrote a memorandum on pay.", "memorandum", false)]
    [InlineData("They broke three peace treaties.", "treaties", true)]
    [InlineData("They ate ice cream.", "cream", false)]
    public void PhrasesFitWhereTheirHeadStands(string text, string word, bool fits)
    {
        var deal = Load("deal,noun,pact|peace treaty|memorandum of understanding\n").Nouns("deal")!;
        var sentence = CodingTools.Annotator.ParseSentences([text])[0];
        int at = Enumerable.Range(0, sentence.Tokens.Count).First(i => sentence.Tokens[i].Form == word);
        Assert.Equal(fits, deal.Fits(sentence, at));
    }

    [Fact]
    public void RowsAddUpAndClassesTakeInOthers()
    {
        var classes = Load("truce,noun,truce|ceasefire\ndeal,noun,pact|@truce\ndeal,noun,accord\nleft,verb,quit|walked out of\n");
        Assert.Equal(["pact", "truce", "ceasefire", "accord"], classes.Nouns("deal")!.Words);
        Assert.Equal(["quit", "walked out of"], classes.Verbs("left"));
        Assert.Null(classes.Nouns("left"));
    }

    [Theory]
    [InlineData("deal,thing,pact\n", 2)]
    [InlineData("deal,noun,pact\ndeal,verb,sign\n", 3)]
    [InlineData("deal,noun,@truce\ntruce,noun,truce\n", 2)]
    [InlineData("deal,noun,peace treaty|pact\n", 2)]
    public void BrokenRowsAreNamedWithTheirLine(string rows, int line)
    {
        var e = Assert.Throws<KnowledgeException>(() => Load(rows));
        Assert.Contains($":{line}:1: HS2046 ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NounsAreWrittenOutOnceAndVerbsAllOfThem()
    {
        var classes = Load("deal,noun,pact|peace treaty\nleft,verb,quit|walked out of\n");
        var sentences = PatternSentence.Expand(new PatternLine("ACTOR {@left} {@deal}", 1, 1), "x.toml", classes);
        Assert.Equal(["Russia quit pact.", "Russia walked out of pact."], sentences.Select(s => s.Text));
        Assert.Equal("deal", Assert.Single(sentences[0].Words[^1].Classes).Name);
    }

    [Theory]
    [InlineData("ACTOR left {@nowhere}", "HS2022")]
    [InlineData("ACTOR left @deal", "HS2020")]
    public void UnknownAndBareClassesAreRefusedWithTheirPlace(string line, string code)
    {
        var e = Assert.Throws<KnowledgeException>(() => PatternSentence.Expand(new PatternLine(line, 7, 3), "x.toml", Load("deal,noun,pact\n")));
        Assert.StartsWith($"x.toml:7:3: {code} ", e.Message, StringComparison.Ordinal);
    }
}
