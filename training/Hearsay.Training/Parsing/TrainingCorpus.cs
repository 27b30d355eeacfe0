using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Everything that a run learns from and measures on: treebanks (English Web Treebank and the freely licensed part
/// of GUM) and name corpora. The test files are never opened.
/// </summary>
internal sealed class TrainingCorpus
{
    private const int HeldOutEvery = 4;

    public required List<GoldSentence> Trees { get; init; }

    public required List<GoldSentence> Names { get; init; }

    /// <summary>
    /// Those of the name corpora whose trees teachers may fill in: all but Universal NER's, which are the text of a
    /// development part.
    /// </summary>
    public required List<GoldSentence> TaughtNames { get; init; }

    /// <summary>Words that the model is to know as places and peoples.</summary>
    public required KnownPlaces Places { get; init; }

    /// <summary>What figures are measured on after each epoch: name of the set, sentences.</summary>
    public required List<(string Name, List<GoldSentence> Sentences)> Held { get; init; }

    /// <summary>Files that a run needs, by folder.</summary>
    public static IReadOnlyList<string> TreebankFiles { get; } =
        ["en_ewt-ud-train.conllu", "gum-free-train.conllu", "en_ewt-ud-dev.conllu", "gum-free-dev.conllu"];

    public static IReadOnlyList<string> NameFiles { get; } =
        ["uner_ewt_dev.conllu", "crossner_politics_train.txt", "crossner_politics_dev.txt", "wikigold.conll.txt"];

    public static TrainingCorpus Load(string treebanks, string names, string lexicons)
    {
        var (places, peoples) = PlaceListReader.Read(lexicons);
        var demonyms = new Demonyms(peoples);
        List<GoldSentence> Marked(List<GoldSentence> sentences)
        {
            sentences.ForEach(demonyms.Mark);
            return sentences;
        }
        List<GoldSentence> Tree(string file) => Marked(TreebankReader.Read(Path.Combine(treebanks, file)));
        var crossTrain = Marked(NameCorpusReader.Read(Path.Combine(names, NameFiles[1]), '\t', 0, 1, NameCorpusReader.CrossNerKind));
        var crossDev = Marked(NameCorpusReader.Read(Path.Combine(names, NameFiles[2]), '\t', 0, 1, NameCorpusReader.CrossNerKind));
        var ewt = Marked(NameCorpusReader.Read(Path.Combine(names, NameFiles[0]), '\t', 1, 3, NameCorpusReader.PlainKind));
        var wiki = Marked(NameCorpusReader.Read(Path.Combine(names, NameFiles[3]), ' ', 0, 1, NameCorpusReader.PlainKind));
        var crossSeen = Part(crossDev, held: false).ToList();
        return new TrainingCorpus
        {
            Places = places,
            Trees = [.. Tree(TreebankFiles[0]), .. Tree(TreebankFiles[1])],
            Names = [.. crossTrain, .. crossSeen, .. Part(ewt, held: false), .. wiki],
            TaughtNames = [.. crossTrain, .. crossSeen, .. wiki],
            Held = [("ewt-dev", Tree(TreebankFiles[2])), ("gum-dev", Tree(TreebankFiles[3])), ("names-dev", [.. Part(crossDev, held: true), .. Part(ewt, held: true)])],
        };
    }

    private static IEnumerable<GoldSentence> Part(List<GoldSentence> sentences, bool held) =>
        sentences.Where((_, i) => i % HeldOutEvery == 0 == held);
}
