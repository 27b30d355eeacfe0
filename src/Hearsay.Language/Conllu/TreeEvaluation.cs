using System.Text;

namespace Hearsay.Language.Conllu;

/// <summary>
/// Compares a system's CoNLL-U with the gold's by the definitions of the CoNLL 2018 shared task (Zeman et al. 2018):
/// both must spell the same characters, white space aside; words are aligned by the characters they cover. A pair
/// of files that spell different texts, or a tree with a cycle, no root or two, is refused with
/// <see cref="InvalidDataException"/> that names the place.
/// </summary>
public static class TreeEvaluation
{
    /// <summary>Scores <paramref name="system"/> against <paramref name="gold"/>.</summary>
    public static TreeScores Evaluate(IEnumerable<ConlluSentence> gold, IEnumerable<ConlluSentence> system)
    {
        Side g = Side.Read(gold, "gold"), s = Side.Read(system, "system");
        RequireSameText(g.Characters, s.Characters);
        var pairs = TreeAlignment.Align(g.Words, s.Words);
        var toGold = new Dictionary<TreeWord, TreeWord>(pairs.Count);
        foreach (var (goldWord, systemWord) in pairs) toGold[systemWord] = goldWord;
        bool SameHead(TreeWord a, TreeWord b) =>
            a.Parent is null ? b.Parent is null : b.Parent is not null && toGold.TryGetValue(b.Parent, out var head) && head == a.Parent;
        TreeScore Words(Func<TreeWord, TreeWord, bool> agree) =>
            new(g.Words.Count, s.Words.Count, pairs.Count(p => agree(p.Gold, p.System)));
        bool Labelled(TreeWord a, TreeWord b) => a.Node.Relation == b.Node.Relation && SameHead(a, b);
        TreeScore Content(Func<TreeWord, TreeWord, bool> agree) => new(
            g.Words.Count(w => w.IsContent), s.Words.Count(w => w.IsContent), pairs.Count(p => p.Gold.IsContent && p.System.IsContent && agree(p.Gold, p.System)));
        return new TreeScores
        {
            Tokens = Spans(g.Tokens, s.Tokens),
            Sentences = Spans(g.Sentences, s.Sentences),
            Words = Words((_, _) => true),
            Upos = Words((a, b) => a.Node.Upos == b.Node.Upos),
            Xpos = Words((a, b) => a.Node.Xpos == b.Node.Xpos),
            Feats = Words((a, b) => a.Feats == b.Feats),
            Lemmas = Words((a, b) => a.Node.Lemma == "_" || a.Node.Lemma == b.Node.Lemma),
            Uas = Words(SameHead),
            Las = Words(Labelled),
            Clas = Content(Labelled),
            Mlas = Content((a, b) => Labelled(a, b) && SameMorphology(a, b, toGold)),
            Relations = ByRelation(g.Words, s.Words, pairs, SameHead),
        };
    }

    private static bool SameMorphology(TreeWord gold, TreeWord system, Dictionary<TreeWord, TreeWord> toGold)
    {
        if (gold.Node.Upos != system.Node.Upos || gold.Feats != system.Feats) return false;
        if (gold.FunctionChildren.Count != system.FunctionChildren.Count) return false;
        for (int i = 0; i < gold.FunctionChildren.Count; i++)
        {
            TreeWord a = gold.FunctionChildren[i], b = system.FunctionChildren[i];
            if (!toGold.TryGetValue(b, out var aligned) || aligned != a) return false;
            if (a.Node.Relation != b.Node.Relation || a.Node.Upos != b.Node.Upos || a.Feats != b.Feats) return false;
        }
        return true;
    }

    private static SortedDictionary<string, TreeScore> ByRelation(
        List<TreeWord> gold, List<TreeWord> system, List<(TreeWord Gold, TreeWord System)> pairs, Func<TreeWord, TreeWord, bool> sameHead)
    {
        var counts = new SortedDictionary<string, TreeScore>(StringComparer.Ordinal);
        void Add(string relation, int g, int s, int c)
        {
            var old = counts.GetValueOrDefault(relation);
            counts[relation] = new TreeScore(old.Gold + g, old.System + s, old.Correct + c);
        }
        foreach (var word in gold) Add(word.Node.Relation, 1, 0, 0);
        foreach (var word in system) Add(word.Node.Relation, 0, 1, 0);
        foreach (var (a, b) in pairs)
            if (a.Node.Relation == b.Node.Relation && sameHead(a, b)) Add(a.Node.Relation, 0, 0, 1);
        return counts;
    }

    private static TreeScore Spans(List<TextSpan> gold, List<TextSpan> system)
    {
        int correct = 0;
        for (int g = 0, s = 0; g < gold.Count && s < system.Count;)
        {
            if (gold[g] == system[s]) { correct++; g++; s++; }
            else if (gold[g].Start < system[s].Start || gold[g].Start == system[s].Start && gold[g].End < system[s].End) g++;
            else s++;
        }
        return new TreeScore(gold.Count, system.Count, correct);
    }

    private static void RequireSameText(StringBuilder gold, StringBuilder system)
    {
        string a = gold.ToString(), b = system.ToString();
        int same = a.AsSpan().CommonPrefixLength(b);
        if (same == a.Length && same == b.Length) return;
        static string Around(string text, int at) => text.Substring(Math.Max(0, at - 10), Math.Min(text.Length, at + 20) - Math.Max(0, at - 10));
        throw new InvalidDataException(
            $"The two files spell different texts from character {same} (white space aside): gold \"{Around(a, same)}\", system \"{Around(b, same)}\". Give the system the gold's own text.");
    }

    /// <summary>One file, laid out over its characters without white space.</summary>
    private sealed class Side
    {
        public StringBuilder Characters { get; } = new();

        public List<TextSpan> Tokens { get; } = [];

        public List<TextSpan> Sentences { get; } = [];

        public List<TreeWord> Words { get; } = [];

        public static Side Read(IEnumerable<ConlluSentence> sentences, string name)
        {
            var side = new Side();
            foreach (var sentence in sentences) side.Add(sentence, name);
            return side;
        }

        private void Add(ConlluSentence sentence, string name)
        {
            int start = Characters.Length, first = Words.Count, next = 0;
            for (int i = 0; i < sentence.Words.Count;)
            {
                bool multiword = next < sentence.Multiwords.Count && sentence.Multiwords[next].First == i + 1;
                int from = Characters.Length;
                foreach (char c in multiword ? sentence.Multiwords[next].Form : sentence.Words[i].Form)
                    if (!char.IsWhiteSpace(c)) Characters.Append(c);
                int last = multiword ? sentence.Multiwords[next++].Last : i + 1;
                Tokens.Add(new TextSpan(from, Characters.Length));
                for (; i < last; i++) Words.Add(new TreeWord(sentence.Words[i], from, Characters.Length, multiword));
            }
            Sentences.Add(new TextSpan(start, Characters.Length));
            Connect(sentence, first, name);
        }

        private void Connect(ConlluSentence sentence, int first, string name)
        {
            int roots = 0;
            for (int i = 0; i < sentence.Words.Count; i++)
            {
                int head = sentence.Words[i].Head;
                if (head <= 0) { roots++; continue; }
                var word = Words[first + i];
                word.Parent = Words[first + head - 1];
                if (word.IsFunction) word.Parent.FunctionChildren.Add(word);
                int steps = 0;
                for (int k = head; k > 0; k = sentence.Words[k - 1].Head)
                    if (++steps > sentence.Words.Count) throw new InvalidDataException($"The {name} file has a cycle in the sentence at line {sentence.Line}.");
            }
            if (roots != 1) throw new InvalidDataException($"The {name} file has {roots} roots in the sentence at line {sentence.Line}; a tree has one.");
        }
    }
}
