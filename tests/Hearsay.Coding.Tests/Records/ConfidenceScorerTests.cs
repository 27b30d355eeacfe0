using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Coding.Tests.Records;

public sealed class ConfidenceScorerTests
{
    private const string Text = "Norway expelled two envoys";

    private static readonly Sentence Sentence = new(0, 0,
    [
        Word(0, 0, 6, "PROPN", 1, "nsubj"), Word(1, 7, 15, "VERB", -1, "root"), Word(2, 16, 19, "NUM", 3, "nummod"), Word(3, 20, 26, "NOUN", 1, "obj"),
    ]);

    private static readonly ArticleSetting Alone = new(1, 1, false);

    private static Token Word(int index, int start, int end, string upos, int head, string relation) =>
        new() { Index = index, Span = new(start, end), Form = Text[start..end], Upos = upos, Head = head, DepRel = relation };

    private static EventRecord Record() => new()
    {
        Id = "e", Sentence = 0, Trigger = new(7, 15, "expelled"), Type = "SANCTION", Mode = "expel", Status = "asserted", Chain = [], Confidence = 0, Trace = new("sanction.expel", []),
        Actors = [new() { Text = "Norway", Start = 0, End = 6, Code = "NOR", Country = "NOR" }],
        Recipients = [new() { Text = "two envoys", Start = 16, End = 26 }],
    };

    [Fact]
    public void Signs_tell_of_parties_trigger_and_sentence()
    {
        var signs = ConfidenceScorer.Signs(Record(), Sentence, Alone);
        foreach (string sign in (string[])[ConfidenceScorer.Always, "type SANCTION", "status asserted", "pattern sanction.expel", "actor country alone", "recipient without code", "both sides", "mode", "trigger VERB", "clause root", "trigger of 1", "short sentence", "first sentence", "actor near", "word _"])
            Assert.Contains(sign, signs);
        Assert.Equal(signs.Count, signs.Distinct().Count());
        var bare = ConfidenceScorer.Signs(Record() with { Recipients = [], Chain = [new("Oslo", "organization", null, "Oslo", 0, 4)] }, Sentence, new ArticleSetting(20, 6, true));
        Assert.Contains("no recipient", bare);
        Assert.Contains("one hop", bare);
        Assert.DoesNotContain("both sides", bare);
        Assert.Contains("many events", bare);
        Assert.Contains("in home politics SANCTION", bare);
        Assert.DoesNotContain("doubt", bare);
        var doubted = ConfidenceScorer.Signs(Record() with { Trace = new("sanction.expel", ["doubt:it is private, or nothing", "sense:- 0.60, as coded 0.25"]) }, Sentence, Alone);
        foreach (string sign in (string[])["doubt", "doubt SANCTION", "doubt it is private; or nothing", "sense none fair", "sense as coded perhaps"]) Assert.Contains(sign, doubted);
    }

    [Fact]
    public void The_score_is_the_logistic_of_the_signs_weights()
    {
        var scorer = ConfidenceScorer.Read(new StringReader("sign,right,event\nalways,0.5,1\nno recipient,-2,0\ntrigger VERB,0.25,-3\n"));
        static double Logistic(double sum) => Math.Round(1 / (1 + Math.Exp(-sum)), 2);
        Assert.Equal(new Likelihood(Logistic(-2), Logistic(0.75)), scorer.Score(Record(), Sentence, Alone));
        Assert.Equal(new Likelihood(Logistic(-2), Logistic(-1.25)), scorer.Score(Record() with { Recipients = [] }, Sentence, Alone));
        Assert.Equal([("no recipient", -2.0), ("always", 0.5), ("trigger VERB", 0.25)], scorer.Reasons(Record() with { Recipients = [] }, Sentence, Alone));
    }

    [Theory]
    [InlineData("sign,right,event\nalways,1\n", "Line 2")]
    [InlineData("sign,right,event\nalways,1,1\nmode,much,0\n", "Line 3")]
    public void A_broken_model_names_its_line(string text, string place) =>
        Assert.StartsWith(place, Assert.Throws<InvalidDataException>(() => ConfidenceScorer.Read(new StringReader(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_delivered_weights_tell_likely_from_unlikely_records()
    {
        // Who has a code is known; who has none is often the wrong words.
        var known = Record() with { Recipients = [new() { Text = "two envoys", Name = "two Danish envoys", Start = 16, End = 26, Code = "DNKGOV", Country = "DNK", Sectors = ["GOV"] }] };
        var vague = Record() with { Actors = [new() { Text = "it", Start = 0, End = 6 }] };
        static double Right(EventRecord record) => ConfidenceScorer.Instance.Score(record, Sentence, Alone).Right;
        Assert.InRange(Right(known), 0.2, 0.98);
        Assert.True(Right(Record()) < Right(known));
        Assert.True(Right(vague) < Right(Record()));
        Assert.True(ConfidenceScorer.Instance.Score(known, Sentence, Alone).Event > Right(known));
    }
}
