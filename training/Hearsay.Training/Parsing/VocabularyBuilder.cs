using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Collects the word keys and tags worth a number. A form needs two occurrences in the treebanks (so that the
/// unknown form is trained on the words seen once) or several in all corpora; affixes and shapes need three.
/// </summary>
internal sealed class VocabularyBuilder
{
    private const int FormsInTreebanks = 2, FormsAnywhere = 6, Affixes = 3;

    /// <summary>Name tags, in the order of their numbers.</summary>
    public static readonly string[] NameTags = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-GRP", "I-GRP"];

    private readonly WordKeys keys;

    public VocabularyBuilder(TrainingCorpus corpus, TaughtCorpus? taught, VectorInput vectors)
    {
        keys = new WordKeys(corpus.Places);
        var read = corpus.Trees.Select(t => t.Words).ToList();
        var others = corpus.Names.Select(n => n.Words).Concat(taught?.Sentences.Where(s => !s.HasGoldTree).Select(s => s.Words) ?? []);
        Keys = [.. BuildKeys(Count(read), Count(others)), vectors.Words];
        string[] Tags(Func<GoldSentence, string[]> column) => [.. corpus.Trees.SelectMany(column).Distinct().Order(StringComparer.Ordinal)];
        Upos = Tags(s => s.Upos!);
        Xpos = Tags(s => s.Xpos!);
        Feats = Tags(s => s.Feats!);
        Relations = Tags(s => s.Relations!);
    }

    public Vocabulary[] Keys { get; }

    public string[] Upos { get; }

    public string[] Xpos { get; }

    public string[] Feats { get; }

    public string[] Relations { get; }

    private static Vocabulary[] BuildKeys(Dictionary<string, int>[] inTrees, Dictionary<string, int>[] anywhere)
    {
        var result = new Vocabulary[WordKeys.Vector];
        for (int k = 0; k < result.Length; k++)
        {
            var entries = new List<string>();
            foreach (string key in inTrees[k].Keys.Union(anywhere[k].Keys))
            {
                int trees = inTrees[k].GetValueOrDefault(key), all = trees + anywhere[k].GetValueOrDefault(key);
                if (k == WordKeys.Form ? trees >= FormsInTreebanks || all >= FormsAnywhere : all >= Affixes) entries.Add(key);
            }
            entries.Sort(StringComparer.Ordinal);
            result[k] = new Vocabulary(["<unknown>", "<root>", .. entries]);
        }
        return result;
    }

    private Dictionary<string, int>[] Count(IEnumerable<string[]> sentences)
    {
        var counts = new Dictionary<string, int>[WordKeys.Vector];
        for (int k = 0; k < counts.Length; k++) counts[k] = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string[] words in sentences)
        {
            keys.Begin(words);
            foreach (string w in words)
            {
                keys.Set(w);
                for (int k = 0; k < counts.Length; k++)
                {
                    string key = keys[k].ToString();
                    counts[k][key] = counts[k].GetValueOrDefault(key) + 1;
                }
            }
        }
        return counts;
    }
}
