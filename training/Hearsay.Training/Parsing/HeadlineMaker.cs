using Hearsay.Training.Morphology;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Makes headlines of a treebank's sentences, with their trees: "The parliament lifted its veto on Monday." becomes
/// "Parliament lifts its veto on Monday". Articles go, and auxiliaries of the passive, the perfect and the progressive; the past becomes the
/// present, "will" becomes "to"; what stands before the subject goes, and clauses beside the main one; half of them have
/// capitals throughout. Only sentences with a main verb and a noun for its subject.
/// </summary>
internal sealed class HeadlineMaker
{
    private const int Shortest = 4, Longest = 14;
    private const double Capitalised = 0.5, Present = 0.9;
    private const string Singular = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", Plural = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin";
    private static readonly HashSet<string> Articles = new(["the", "a", "an"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Dropped = new(["was", "were", "is", "are", "been", "be", "being", "has", "have", "had", "'s", "'re", "'ve"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Asides = ["advcl", "parataxis", "discourse", "vocative", "cc", "mark", "expl"];
    private static readonly HashSet<string> Small = ["ADP", "DET", "CCONJ", "PART", "SCONJ"];

    private readonly GoldSentence sentence;
    private readonly Random random;
    private readonly string[] words, upos, xpos, feats;
    private readonly bool[] gone;
    private readonly int root, subject;

    private HeadlineMaker(GoldSentence sentence, Random random)
    {
        this.sentence = sentence;
        this.random = random;
        (words, upos, xpos, feats) = ([.. sentence.Words], [.. sentence.Upos!], [.. sentence.Xpos!], [.. sentence.Feats!]);
        gone = new bool[words.Length];
        root = Array.IndexOf(sentence.Heads!, 0);
        subject = ChildrenOf(root).FirstOrDefault(c => Relation(c) == "nsubj", -1);
    }

    /// <summary>The headlines that can be made of <paramref name="trees"/>, each once.</summary>
    public static List<GoldSentence> Make(IEnumerable<GoldSentence> trees, int seed)
    {
        var random = new Random(seed);
        return [.. trees.Select(t => new HeadlineMaker(t, random).Make()).OfType<GoldSentence>()];
    }

    private GoldSentence? Make()
    {
        if (upos[root] != "VERB" || subject < 0 || subject > root || upos[subject] is not ("NOUN" or "PROPN") || words[^1] == "?" || words.Any(w => w is "\"" or "\u201c" or "''" or "``")) return null;
        var verbs = ChildrenOf(root).Where(c => Relation(c) == "conj" && upos[c] == "VERB" && !ChildrenOf(c).Any(k => Relation(k) is "nsubj" or "aux")).Prepend(root).ToList();
        if (verbs.SelectMany(ChildrenOf).Any(c => Relation(c) == "aux" && sentence.Lemmas![c] == "do" || sentence.Lemmas![c] is "not" or "n't")) return null;
        foreach (int verb in verbs) Retell(verb);
        foreach (int child in ChildrenOf(root))
            if (Asides.Contains(Relation(child)) && !(Relation(child) == "cc" && child > root) || child < FirstOf(subject) && Relation(child) is not "nsubj") Drop(child);
        for (int i = 0; i < words.Length; i++) gone[i] |= Relation(i) == "det" && Articles.Contains(words[i]) && !ChildrenOf(i).Any();
        DropMarks();
        return Built();
    }

    // The verb as a headline has it, without the auxiliaries that go.
    private void Retell(int verb)
    {
        bool modal = ChildrenOf(verb).Any(c => xpos[c] == "MD");
        foreach (int aux in ChildrenOf(verb).Where(c => Relation(c) == "aux"))
        {
            if (words[aux].Equals("will", StringComparison.OrdinalIgnoreCase) && xpos[verb] == "VB") (words[aux], upos[aux], xpos[aux], feats[aux]) = ("to", "PART", "TO", "_");
            else gone[aux] = !modal && Dropped.Contains(words[aux]);
        }
        bool passive = ChildrenOf(verb).Any(c => sentence.Relations![c] == "aux:pass");
        if (passive || xpos[verb] is not ("VBD" or "VBN") || sentence.Lemmas![verb] == "be" || random.NextDouble() > Present) return;
        bool plural = xpos[subject] is "NNS" or "NNPS" || ChildrenOf(subject).Any(c => Relation(c) == "conj");
        words[verb] = plural ? sentence.Lemmas[verb] : EnglishForms.Third(sentence.Lemmas[verb]);
        (xpos[verb], feats[verb]) = plural ? ("VBP", Plural) : ("VBZ", Singular);
    }

    // Marks that end it, begin it or stand beside another.
    private void DropMarks()
    {
        bool before = false;
        for (int i = 0; i < words.Length; i++)
        {
            if (upos[i] == "PUNCT" && gone[sentence.Heads![i] - 1]) gone[i] = true;
            if (gone[i]) continue;
            if (upos[i] != "PUNCT") before = true;
            else if (!before) gone[i] = true;
            else before = false;
        }
        for (int i = words.Length - 1; i >= 0 && (gone[i] || upos[i] == "PUNCT"); i--) gone[i] = true;
    }

    private GoldSentence? Built()
    {
        int[] kept = [.. Enumerable.Range(0, words.Length).Where(i => !gone[i])];
        if (kept.Length is < Shortest or > Longest) return null;
        var places = new int[words.Length + 1];
        for (int i = 0; i < kept.Length; i++) places[kept[i] + 1] = i + 1;
        bool capitals = random.NextDouble() < Capitalised;
        foreach (int i in kept)
        {
            if (i == kept[0] || capitals && !(Small.Contains(upos[i]) && words[i].Length < 5)) words[i] = char.ToUpperInvariant(words[i][0]) + words[i][1..];
            if (places[sentence.Heads![i]] == 0 && i != root) return null;
        }
        T[] Of<T>(T[] column) => [.. kept.Select(i => column[i])];
        string[] relations = [.. sentence.Relations!];
        for (int i = 0; i < relations.Length; i++)
            if (xpos[i] == "TO" && relations[i] == "aux") relations[i] = "mark";
        return new GoldSentence
        {
            Words = Of(words), Upos = Of(upos), Xpos = Of(xpos), Feats = Of(feats), Relations = Of(relations),
            Heads = [.. kept.Select(i => places[sentence.Heads![i]])], Names = sentence.Names == null ? null : Of(sentence.Names),
        };
    }

    private string Relation(int word) => sentence.Relations![word].Split(':')[0];

    private IEnumerable<int> ChildrenOf(int word) => Enumerable.Range(0, words.Length).Where(i => sentence.Heads![i] == word + 1);

    private int FirstOf(int word) => ChildrenOf(word).Select(FirstOf).Append(word).Min();

    private void Drop(int word)
    {
        gone[word] = true;
        foreach (int child in ChildrenOf(word)) Drop(child);
    }
}
