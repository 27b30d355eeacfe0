using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Turns sentences into numbers to train on. People's answers are mixed with the teachers' beliefs about the same
/// words where there are some; what people left open (trees of the name corpora, names of a treebank) the teachers
/// fill in.
/// </summary>
internal sealed class SentenceIndexer
{
    private readonly VocabularyBuilder vocabularies;
    private readonly WordKeys keys;
    private readonly float taughtWeight;
    private readonly Dictionary<string, TaughtSentence> taught = new(StringComparer.Ordinal);
    private readonly Vocabulary[] answers;
    private readonly int[][] numbers = [];

    public SentenceIndexer(VocabularyBuilder vocabularies, KnownPlaces places, TaughtCorpus? corpus, float taughtWeight)
    {
        this.vocabularies = vocabularies;
        this.taughtWeight = taughtWeight;
        keys = new WordKeys(places);
        answers = [new([]), new(vocabularies.Upos), new(vocabularies.Xpos), new(vocabularies.Feats), new(VocabularyBuilder.NameTags), new(vocabularies.Relations)];
        if (corpus == null) return;
        numbers = [.. corpus.Tags.Select((tags, layer) => tags.Select(t => answers[layer].Find(t, -1)).ToArray())];
        foreach (var sentence in corpus.Sentences) taught.TryAdd(KeyOf(sentence.Words), sentence);
    }

    /// <summary>Sentences read by people.</summary>
    public List<TrainingSentence> Index(IReadOnlyList<GoldSentence> sentences) => [.. sentences.Select(Index)];

    /// <summary>Sentences that teachers alone have labelled: those of the file that are not among <paramref name="gold"/>.</summary>
    public List<TrainingSentence> IndexTaught(IEnumerable<GoldSentence> gold)
    {
        var read = gold.Select(s => KeyOf(s.Words)).ToHashSet(StringComparer.Ordinal);
        return [.. taught.Where(t => !read.Contains(t.Key)).Select(t => Build(t.Value.Words, t.Value.Heads, layer => Layer(t.Value, layer)))];
    }

    private TrainingSentence Index(GoldSentence gold)
    {
        var known = taught.GetValueOrDefault(KeyOf(gold.Words));
        // Relations are believed of one tree: another's say nothing about this one.
        bool sameTree = known != null && (gold.Heads == null || gold.Heads.AsSpan().SequenceEqual(known.Heads));
        return Build(gold.Words, gold.Heads ?? known?.Heads, layer =>
        {
            var own = Certain(gold, layer);
            var others = known == null || (layer == TaughtLayer.Relations && !sameTree) ? null : Layer(known, layer);
            return own == null ? others : others == null ? own : TargetLayer.Mix(own, others, taughtWeight);
        });
    }

    private TrainingSentence Build(string[] words, int[]? heads, Func<TaughtLayer, TargetLayer?> layer)
    {
        var found = new int[(words.Length + 1) * WordKeys.Count];
        Embedder.Find(vocabularies.Keys, keys, words, found);
        return new TrainingSentence
        {
            Length = words.Length, Keys = found, Heads = heads,
            Arcs = layer(TaughtLayer.Arcs), Relations = layer(TaughtLayer.Relations),
            Upos = layer(TaughtLayer.Upos), Xpos = layer(TaughtLayer.Xpos), Feats = layer(TaughtLayer.Feats), Names = layer(TaughtLayer.Names),
        };
    }

    private TargetLayer Layer(TaughtSentence sentence, TaughtLayer layer) =>
        layer == TaughtLayer.Arcs ? sentence[layer] : sentence[layer].Renumber(numbers[(int)layer]);

    private TargetLayer? Certain(GoldSentence gold, TaughtLayer layer)
    {
        if (layer == TaughtLayer.Arcs) return gold.Heads == null ? null : TargetLayer.Certain(gold.Heads);
        string?[]? tags = layer switch
        {
            TaughtLayer.Upos => gold.Upos,
            TaughtLayer.Xpos => gold.Xpos,
            TaughtLayer.Feats => gold.Feats,
            TaughtLayer.Names => gold.Names,
            _ => gold.Relations,
        };
        return tags == null ? null : TargetLayer.Certain([.. tags.Select(t => t == null ? -1 : answers[(int)layer].Find(t, -1))]);
    }

    private static string KeyOf(string[] words) => string.Join(' ', words);
}
