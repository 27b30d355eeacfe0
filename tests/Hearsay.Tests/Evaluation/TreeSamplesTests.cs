using Hearsay.Evaluation;
using Hearsay.Language.Conllu;

namespace Hearsay.Tests.Evaluation;

public sealed class TreeSamplesTests
{
    private static List<ConlluSentence> Read(params string[] sentences) => [.. ConlluReader.Read(new StringReader(string.Join("\n", sentences.Select(Sentence)) + "\n"))];

    // "We left_" is a sentence of two words; the last word is the root, the others hang on it as nsubj.
    private static string Sentence(string words)
    {
        string[] forms = words.Split(' ');
        return string.Concat(forms.Select((form, i) => string.Join('\t', i + 1, form, form, "X", "_", "_", i + 1 == forms.Length ? 0 : forms.Length, i + 1 == forms.Length ? "root" : "nsubj", "_", "_") + "\n"));
    }

    [Fact]
    public void The_pieces_add_up_to_the_whole_where_the_sides_cut_sentences_differently()
    {
        var gold = Read("We left", "They stayed here", "All slept", "Nobody knew");
        var system = Read("We left", "They stayed here All slept", "Nobody knew");
        var samples = TreeSamples.Of(gold, system);
        Assert.Equal(3, samples.Units.Count);
        var whole = TreeEvaluation.Evaluate(gold, system);
        Assert.Equal((whole.Sentences.F1, whole.Words.F1, whole.Uas.F1, whole.Las.F1), (samples.Rates["sentences"], samples.Rates["words"], samples.Rates["uas"], samples.Rates["las"]));
        Assert.InRange(samples.Rates["las"], 0.1, 0.9);
    }

    [Fact]
    public void Sides_that_agree_are_cut_at_every_sentence()
    {
        var gold = Read("We left", "They stayed here");
        var samples = TreeSamples.Of(gold, gold);
        Assert.Equal((2, 1.0), (samples.Units.Count, samples.Rates["las"]));
    }
}
