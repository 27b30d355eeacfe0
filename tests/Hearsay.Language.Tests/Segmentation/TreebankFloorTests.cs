using Hearsay.Language.Conllu;

namespace Hearsay.Language.Tests.Segmentation;

/// <summary>
/// Quality floors on development treebanks, which are not part of the repository: they are read from
/// ../shared/treebanks beside it, or from the folder that HEARSAY_TREEBANKS names, and the tests are skipped
/// without them.
/// </summary>
public class TreebankFloorTests
{
    [Theory]
    [InlineData("gum-free-dev.conllu", 0.9975, 0.96)]
    [InlineData("en_ewt-ud-dev.conllu", 0.990, 0.85)]
    public void Words_and_sentences_of_raw_text(string file, double words, double sentences)
    {
        var gold = Read(file);
        var scores = TreeEvaluation.Evaluate(gold, Segmented(ConlluText.Build(gold).Text));
        Assert.InRange(scores.Words.F1, words, 1);
        Assert.InRange(scores.Sentences.F1, sentences, 1);
    }

    [Theory]
    [InlineData("gum-free-dev.conllu", 0.992)]
    [InlineData("en_ewt-ud-dev.conllu", 0.980)]
    public void Lemmas_with_given_tags(string file, double floor)
    {
        var words = Read(file).SelectMany(s => s.Words).ToList();
        int right = words.Count(w => w.Lemma == "_" || TestFiles.Lemmatizer.Lemma(w.Form, w.Upos, w.Xpos, w.Feats) == w.Lemma);
        Assert.InRange((double)right / words.Count, floor, 1);
    }

    private static IEnumerable<ConlluSentence> Segmented(string text) => TestFiles.Segmenter.Segment(text).Select(s => new ConlluSentence(
        [], [.. s.Tokens.Select((t, i) => new ConlluWord(i + 1, t.In(text), "_", "_", "_", "_", i == 0 ? 0 : 1, i == 0 ? "root" : "dep", "_", "_"))], [], 0));

    private static List<ConlluSentence> Read(string file)
    {
        string folder = Environment.GetEnvironmentVariable("HEARSAY_TREEBANKS") ?? Path.Combine(TestFiles.Repository, "..", "shared", "treebanks");
        string path = Path.Combine(folder, file);
        Assert.SkipUnless(File.Exists(path), $"{file} is missing; name its folder in HEARSAY_TREEBANKS.");
        return [.. ConlluReader.ReadFile(path)];
    }
}
