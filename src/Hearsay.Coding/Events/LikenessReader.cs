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
            if (pattern.Pattern.EventType != Knowledge.Pattern.Nothing)
                foreach (string lemma in Words(pattern.Root).Distinct())
                {
                    if (!byWord.TryGetValue(lemma, out var list)) byWord[lemma] = list = [];
                    list.Add(pattern);
                }
    }

    /// <summary>The likeliest reading of token <paramref name="index"/>; null when it is no event or nobody takes part.</summary>
    public PatternMatch? Read(PredicateGraph graph, PartyFinder parties, Actors.ActorIndex actors, int index)
    {
        var token = graph.Sentence.Tokens[index];
        if (!TriggerFeatures.IsCandidate(token) || !byWord.TryGetValue(token.Lemma.ToLowerInvariant(), out var known)) return null;
        double[] scores = scorer.Score(graph, actors, index);
        int best = 1;
        for (int k = 2; k < scores.Length; k++) if (scores[k] > scores[best]) best = k;
        if (scores[best] < Least) return null;
        string type = scorer.Types[best];
        var around = Around(graph, index);
        bool Has(PatternNode node) => around.Exists(i => node.Lemmas.Contains(graph.Sentence.Tokens[i].Lemma) || node.Classes.Any(c => c.Fits(graph.Sentence, i)));
        CompiledPattern? closest = null;
        int most = -1;
        foreach (var pattern in known)
        {
            if (pattern.Pattern.EventType != type) continue;
            int shared = Nodes(pattern.Root).Count(Has) * 100 - pattern.Words;
            if (shared > most || closest is null) (closest, most) = (pattern, shared);
        }
        if (closest is null) return null;
        var match = new PatternMatch(closest with { Nominal = token.Upos == "NOUN" }, index) { Likeness = Math.Round(scores[best], 2) };
        Fill(graph, parties, match);
        return match.Actors.Count + match.Recipients.Count > 0 ? match : null;
    }

    private static IEnumerable<PatternNode> Nodes(PatternNode node) => node.Constraints.SelectMany(c => Nodes(c.Node)).Prepend(node);

    private static IEnumerable<string> Words(PatternNode node) => Nodes(node).SelectMany(n => n.Lemmas).Concat(node.Classes.SelectMany(c => c.Heads));

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
    private static void Fill(PredicateGraph graph, PartyFinder parties, PatternMatch match)
    {
        int index = match.Trigger;
        var arguments = graph.Arguments(index);
        bool noun = graph.Sentence.Tokens[index].Upos == "NOUN";
        foreach (var a in arguments)
            if (a.Role is Role.Subject || noun && (a.Role is Role.Possessor or Role.Modifier || a is { Role: Role.Oblique, Preposition: "by" })) Take(Slot.Actor, a.Head, match.Actors);
        if (noun && match.Actors.Count == 0 && graph.Sentence.Tokens[index] is { Relation: "obj", Head: >= 0 and var verb } && LightVerbs.Contains(graph.Sentence.Tokens[verb].Lemma))
            foreach (int subject in graph.Heads(verb, Role.Subject)) Take(Slot.Actor, subject, match.Actors);
        foreach (var a in arguments) if (a.Role is Role.Object or Role.Indirect) Take(Slot.Recipient, a.Head, match.Recipients);
        foreach (string preposition in Towards)
        {
            if (match.Recipients.Count > 0) break;
            foreach (var a in arguments) if (a.Role == Role.Oblique && a.Preposition == preposition) Take(Slot.Recipient, a.Head, match.Recipients);
        }
        if (Folding.Folds(match.Pattern.Pattern.EventType))
            foreach (var a in arguments) if (a.Role == Role.Complement) { match.Event = a.Head; break; }

        void Take(Slot slot, int head, List<int> into)
        {
            if (!match.Actors.Contains(head) && !match.Recipients.Contains(head) && parties.Fits(slot, head)) into.Add(head);
        }
    }
}
