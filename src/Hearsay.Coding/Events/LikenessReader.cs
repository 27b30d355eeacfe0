using System.Runtime.InteropServices;
using Hearsay.Coding.Predicates;
using Hearsay.Coding.Triggers;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

/// <summary>
/// Reads an event from a word that patterns use, in words no pattern has: "voters threw out the landfill" where the pattern
/// says "threw out a proposal". The word must be one of a pattern of the type, a <see cref="TriggerScorer"/> must find the
/// type likely there, and a party must stand in an ordinary role. The mention takes mode and code from the pattern of
/// which it has most words.
/// </summary>
internal sealed class LikenessReader
{
    /// <summary>How likely the type must be.</summary>
    public const double Least = 0.4;

    private static readonly string[] Towards = ["against", "at", "on", "with", "to", "from", "over", "of", "between", "for", "among", "into"];

    private readonly TriggerScorer scorer;
    private readonly Dictionary<string, List<CompiledPattern>> byWord = [];

    /// <summary>Indexes the words of <paramref name="patterns"/>.</summary>
    public LikenessReader(TriggerScorer scorer, IEnumerable<CompiledPattern> patterns)
    {
        this.scorer = scorer;
        foreach (var pattern in patterns)
        {
            if (pattern.Pattern.EventType == Knowledge.Pattern.Nothing) continue;
            File(pattern, pattern.Root);
            foreach (var words in pattern.Root.Classes)
                foreach (string head in words.Heads) File(pattern, head);
        }
    }

    private void File(CompiledPattern pattern, PatternNode node)
    {
        foreach (string lemma in node.Lemmas) File(pattern, lemma);
        foreach (var c in node.Constraints) File(pattern, c.Node);
    }

    private void File(CompiledPattern pattern, string word)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _);
        list ??= [];
        if (list.Count == 0 || !ReferenceEquals(list[^1], pattern)) list.Add(pattern);
    }

    /// <summary>Adds the likeliest readings of words that no pattern explains to the matches of each sentence; none where it is no event or nobody takes part.</summary>
    public void Read(IReadOnlyList<SentenceMatches> sentences, Actors.ActorIndex actors)
    {
        // Whether anybody takes part is cheaper to say than what it is.
        var candidates = sentences.SelectMany(Candidates).ToList();
        var scores = scorer.Score([.. candidates.Select(c => (c.In.Graph, c.Token))], actors);
        for (int i = 0; i < candidates.Count; i++)
            if (Read(candidates[i], scores[i]) is { } match) candidates[i].In.Matches.Add(match);
    }

    private IEnumerable<Candidate> Candidates(SentenceMatches sentence)
    {
        var explained = sentence.Matches.SelectMany(m => m.Words).ToHashSet();
        var tokens = sentence.Graph.Sentence.Tokens;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (explained.Contains(i) || !TriggerFeatures.IsCandidate(tokens[i]) || !byWord.TryGetValue(tokens[i].Lemma.ToLowerInvariant(), out var known)) continue;
            var (doers, others) = Sides(sentence.Graph, sentence.Parties, i);
            if (doers.Count + others.Count > 0) yield return new Candidate(sentence, i, known, doers, others);
        }
    }

    private PatternMatch? Read(Candidate candidate, double[] scores)
    {
        int best = 1;
        for (int k = 2; k < scores.Length; k++) if (scores[k] > scores[best]) best = k;
        if (scores[best] < Least || Closest(candidate, scorer.Types[best]) is not { } closest) return null;
        var (graph, token) = (candidate.In.Graph, candidate.Token);
        var match = new PatternMatch(closest with { Nominal = graph.Sentence.Tokens[token].Upos == "NOUN" }, token) { Likeness = Math.Round(scores[best], 2) };
        match.Actors.AddRange(candidate.Doers);
        match.Recipients.AddRange(candidate.Others);
        if (Folding.Folds(scorer.Types[best])) match.Event = graph.Heads(token, Role.Complement).FirstOrDefault(-1);
        return match;
    }

    // The pattern of a type that has most words in common with the sentence.
    private static CompiledPattern? Closest(Candidate candidate, string type)
    {
        var sentence = candidate.In.Graph.Sentence;
        var around = Around(candidate.In.Graph, candidate.Token);
        var lemmas = around.Select(i => sentence.Tokens[i].Lemma).ToHashSet();
        CompiledPattern? closest = null;
        int most = -1;
        foreach (var pattern in candidate.Patterns)
        {
            if (pattern.Pattern.EventType != type) continue;
            int shared = Shared(pattern.Root) * 100 - pattern.Words;
            if (shared > most || closest is null) (closest, most) = (pattern, shared);
        }
        return closest;

        int Shared(PatternNode node)
        {
            int shared = Has(node) ? 1 : 0;
            foreach (var c in node.Constraints) shared += Shared(c.Node);
            return shared;
        }

        bool Has(PatternNode node)
        {
            foreach (string lemma in node.Lemmas) if (lemmas.Contains(lemma)) return true;
            foreach (var words in node.Classes)
                foreach (int i in around) if (words.Fits(sentence, i)) return true;
            return false;
        }
    }

    private static List<int> Around(PredicateGraph graph, int index)
    {
        var tokens = new List<int> { index };
        foreach (var a in graph.Arguments(index))
        {
            tokens.Add(a.Head);
            if (a.Role is Role.Object or Role.Oblique or Role.Complement) tokens.AddRange(graph.Arguments(a.Head).Select(b => b.Head));
        }
        return tokens;
    }

    // The doer is the subject or the possessor; the other side is the object, or else who stands behind a preposition.
    private static (List<int> Doers, List<int> Others) Sides(PredicateGraph graph, PartyFinder parties, int index)
    {
        List<int> doers = [], others = [];
        var arguments = graph.Arguments(index);
        bool noun = graph.Sentence.Tokens[index].Upos == "NOUN";
        foreach (var a in arguments)
            if (a.Role is Role.Subject || noun && (a.Role is Role.Possessor or Role.Modifier || a is { Role: Role.Oblique, Preposition: "by" })) Take(Slot.Actor, a.Head, doers);
        if (noun && doers.Count == 0 && graph.Sentence.Tokens[index] is { Relation: "obj", Head: >= 0 and var verb } && LightVerbs.Contains(graph.Sentence.Tokens[verb].Lemma))
            foreach (int subject in graph.Heads(verb, Role.Subject)) Take(Slot.Actor, subject, doers);
        foreach (var a in arguments) if (a.Role is Role.Object or Role.Indirect) Take(Slot.Recipient, a.Head, others);
        foreach (string preposition in Towards)
        {
            if (others.Count > 0) break;
            foreach (var a in arguments) if (a.Role == Role.Oblique && a.Preposition == preposition) Take(Slot.Recipient, a.Head, others);
        }
        return (doers, others);

        void Take(Slot slot, int head, List<int> into)
        {
            if (!doers.Contains(head) && !others.Contains(head) && parties.Fits(slot, head)) into.Add(head);
        }
    }

    private sealed record Candidate(SentenceMatches In, int Token, List<CompiledPattern> Patterns, List<int> Doers, List<int> Others);
}
