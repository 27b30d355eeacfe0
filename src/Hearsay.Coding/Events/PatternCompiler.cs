using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

/// <summary>
/// Turns pattern sentences into trees by parsing them with Hearsay's own parser, so that a pattern and the text it
/// should match go through the same analysis. A sentence that the parser reads so that a placeholder is lost is
/// reported as a problem, not dropped in silence.
/// </summary>
public sealed class PatternCompiler(
    Func<IReadOnlyList<string>, IReadOnlyList<Sentence>> parse,
    Func<string, Token, string> lemmatizeLike,
    NominalFrames frames,
    WordClasses classes)
{
    private const string Unusable = "HS2021";

    /// <summary>
    /// Compiles all <paramref name="patterns"/>; <paramref name="problems"/> receives one message (file:line:column:
    /// HS2021 …) for each sentence that could not be used.
    /// </summary>
    public IReadOnlyList<CompiledPattern> Compile(IEnumerable<Pattern> patterns, ICollection<string> problems)
    {
        var sentences = new List<(Pattern Pattern, PatternLine Line, PatternSentence Sentence)>();
        foreach (var pattern in patterns)
            foreach (var line in pattern.Write)
                foreach (var sentence in PatternSentence.Expand(line, pattern.File, classes)) sentences.Add((pattern, line, sentence));
        var trees = parse([.. sentences.Select(s => s.Sentence.Text)]);
        var compiled = new List<CompiledPattern>();
        for (int i = 0; i < sentences.Count; i++)
        {
            var (pattern, line, sentence) = sentences[i];
            var builder = new TreeBuilder(sentence, new PredicateGraph(trees[i]), lemmatizeLike);
            var root = builder.Root();
            if (builder.Lost() is { } lost)
            {
                problems.Add($"{pattern.File}:{line.Line}:{line.Column}: {Unusable} In \"{sentence.Text}\" {lost} does not hang on \"{builder.RootWord}\". Reword the sentence, or shorten it.");
                continue;
            }
            compiled.Add(new CompiledPattern(pattern, root, line.Line, root.IsNoun));
            if (pattern.EventType == Pattern.Nothing) continue;
            foreach (var nominal in frames.Nominalize(root)) compiled.Add(new CompiledPattern(pattern, nominal, line.Line, true));
        }
        return compiled;
    }

    private sealed class TreeBuilder(PatternSentence written, PredicateGraph graph, Func<string, Token, string> lemmatizeLike)
    {
        private static readonly string[] Negators = ["not", "n't", "never"];

        private readonly Sentence tree = graph.Sentence;
        private readonly HashSet<string> seen = [];
        private readonly HashSet<int> built = [];

        public string RootWord => tree.Tokens[tree.Root].Form;

        public PatternNode Root() => Node(tree.Root);

        /// <summary>The first placeholder or word that the tree does not hold, or null; a pattern must not lose what narrows it.</summary>
        public string? Lost()
        {
            foreach (var word in written.Words)
            {
                string name = word.Word.Replace("'s", "", StringComparison.Ordinal);
                if (name is "ACTOR" or "RECIPIENT" or "SOMEONE" or "EVENT" && !seen.Contains(name)) return name;
            }
            for (int i = 0; i < tree.Tokens.Count; i++)
                if (!built.Contains(i) && IsContent(tree.Tokens[i]) && Word(i) is { Optional: false }) return $"\"{tree.Tokens[i].Form}\"";
            return null;
        }

        private static bool IsContent(Token t) => t.Upos switch
        {
            "NOUN" or "VERB" or "ADJ" or "ADV" or "INTJ" or "NUM" => t.Lemma is not ("not" or "n't"),
            "AUX" => t.Lemma is "would" or "should" or "must" or "may" or "might" or "could" or "can" or "will",
            "PRON" => t.Relation is "obj" or "iobj" or "obl" or "nsubj",
            _ => false,
        };

        private PatternNode Node(int i)
        {
            built.Add(i);
            var word = Word(i);
            var slot = SlotOf(word?.Word ?? "");
            if (slot != Slot.None) seen.Add(word!.Word.Replace("'s", "", StringComparison.Ordinal));
            if (slot == Slot.Actor && Conjunct(i) is { } other && SlotOf(Word(other)?.Word ?? "") == Slot.Recipient)
            {
                seen.Add("RECIPIENT");
                built.Add(other);
                return new PatternNode([], true, Slot.Group, []);
            }
            if (slot is Slot.Actor or Slot.Recipient or Slot.Someone or Slot.Something or Slot.Place) return new PatternNode([], true, slot, []);
            var constraints = new List<Constraint>();
            AddConstraints(i, word, constraints);
            var token = tree.Tokens[i];
            return new PatternNode(slot == Slot.Event ? [] : Lemmas(token, word), token.Upos is "NOUN" or "PROPN", slot, constraints) { Classes = word?.Classes ?? [] };
        }

        // What hangs on a placeholder belongs to the word above it: "assured RECIPIENT of support".
        private void AddConstraints(int i, PatternWord? word, List<Constraint> into)
        {
            foreach (var argument in graph.Arguments(i))
            {
                if (argument.Inferred || built.Contains(argument.Head) || Ignored(argument)) continue;
                var child = Word(argument.Head);
                bool optional = child is { Optional: true } && word is not { Optional: true };
                var node = Node(argument.Head);
                into.Add(new Constraint(argument.Role, Prepositions(argument), node, optional));
                if (node.Slot is not (Slot.None or Slot.Event or Slot.Group)) AddConstraints(argument.Head, word, into);
            }
        }

        private bool Ignored(Argument a) =>
            a.Role == Role.Modifier && tree.Tokens[a.Head].Upos is "DET" or "NUM";

        // An alternative of another number than the first word ("police", "policemen") is read in either number.
        private List<string> Lemmas(Token token, PatternWord? word)
        {
            // "its troops" in a pattern are "their troops" and "his troops" in a text.
            if (token is { Upos: "PRON", DepRel: "nmod:poss" } && token.Form.ToLowerInvariant() is "its" or "his" or "her" or "their") return ["its", "it", "his", "he", "her", "she", "their", "they"];
            if (token.Lemma is "not" or "n't" or "never") return [.. Negators];
            var lemmas = new List<string> { token.Lemma.ToLowerInvariant() };
            Token[] models = token.Upos == "NOUN" ? [token with { Xpos = "NN", Feats = "Number=Sing" }, token with { Xpos = "NNS", Feats = "Number=Plur" }] : [token];
            foreach (string other in word?.Others ?? [])
                foreach (var model in models)
                    if (lemmatizeLike(other, model).ToLowerInvariant() is var lemma && !lemmas.Contains(lemma)) lemmas.Add(lemma);
            return lemmas;
        }

        private List<string> Prepositions(Argument a)
        {
            if (a.Preposition.Length == 0) return [];
            var result = new List<string> { a.Preposition };
            foreach (int c in tree.Children(a.Head))
                if (tree.Tokens[c].Relation is "case" or "mark" && Word(c) is { Others.Count: > 0 } word)
                    foreach (string other in word.Others) result.Add(a.Preposition.Replace(word.Word, other, StringComparison.OrdinalIgnoreCase).ToLowerInvariant());
            return result;
        }

        private int? Conjunct(int i)
        {
            foreach (int c in tree.Children(i)) if (tree.Tokens[c].Relation == "conj") return c;
            return null;
        }

        private PatternWord? Word(int token)
        {
            int offset = tree.Tokens[token].Span.Start - tree.Tokens[0].Span.Start;
            PatternWord? best = null;
            foreach (var w in written.Words) if (w.Start <= offset && offset < w.Start + w.Shown.Length) best = w;
            return best;
        }

        private static Slot SlotOf(string word) => word.Replace("'s", "", StringComparison.Ordinal) switch
        {
            "ACTOR" => Slot.Actor,
            "RECIPIENT" => Slot.Recipient,
            "SOMEONE" => Slot.Someone,
            "SOMETHING" => Slot.Something,
            "PLACE" => Slot.Place,
            "EVENT" => Slot.Event,
            _ => Slot.None,
        };
    }
}
