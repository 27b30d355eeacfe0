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

    public VocabularyBuilder(TrainingCorpus corpus)
    {
        keys = new WordKeys(corpus.Places);
        Keys = BuildKeys(corpus);
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

    /// <summary>Sets a sentence's numbers.</summary>
    public void Index(IEnumerable<GoldSentence> sentences)
    {
        Vocabulary upos = new(Upos), xpos = new(Xpos), feats = new(Feats), relations = new(Relations), names = new(NameTags);
        int[] Ids(Vocabulary v, string[]? column) => column == null ? [] : [.. column.Select(c => v.Find(c, 0))];
        foreach (var s in sentences)
        {
            s.Keys = new int[(s.Words.Length + 1) * WordKeys.Count];
            Embedder.Find(Keys, keys, s.Words, s.Keys);
            s.UposIds = Ids(upos, s.Upos);
            s.XposIds = Ids(xpos, s.Xpos);
            s.FeatsIds = Ids(feats, s.Feats);
            s.RelationIds = Ids(relations, s.Relations);
            s.NameIds = s.Names == null ? [] : [.. s.Names.Select(t => t == null ? -1 : names.Find(t, -1))];
        }
    }

    private Vocabulary[] BuildKeys(TrainingCorpus corpus)
    {
        var inTrees = Count(corpus.Trees);
        var anywhere = Count(corpus.Names);
        var result = new Vocabulary[WordKeys.Count];
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

    private Dictionary<string, int>[] Count(List<GoldSentence> sentences)
    {
        var counts = new Dictionary<string, int>[WordKeys.Count];
        for (int k = 0; k < counts.Length; k++) counts[k] = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var s in sentences)
        {
            keys.Begin(s.Words);
            foreach (string w in s.Words)
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
