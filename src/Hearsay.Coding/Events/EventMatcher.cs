using System.Runtime.InteropServices;
using Hearsay.Coding.Actors;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Predicates;
using Hearsay.Coding.Triggers;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

/// <summary>
/// Finds the events of a document: matches the compiled patterns on the predicate–argument structure of every
/// sentence, keeps at each place the pattern that explains most words, folds acts into the speech acts that embed
/// them, and refuses what has no political party in it. Immutable; shared between threads.
/// </summary>
public sealed class EventMatcher
{
    private readonly Dictionary<string, TriggerPatterns> verbs = [];
    private readonly Dictionary<string, TriggerPatterns> nouns = [];
    private readonly NominalFrames frames;
    private readonly Folding folding;
    private readonly IReadOnlySet<string> misfortunes;
    private readonly LikenessReader? likeness;
    private readonly TriggerScorer? scorer;

    /// <summary>Indexes <paramref name="patterns"/> by the lemma of their trigger; <paramref name="misfortunes"/> are words of accidents and weather; without a <paramref name="scorer"/> only the patterns' own words are read.</summary>
    public EventMatcher(IEnumerable<CompiledPattern> patterns, NominalFrames frames, Folding folding, IReadOnlySet<string> misfortunes, TriggerScorer? scorer = null)
    {
        var all = patterns.ToList();
        this.scorer = scorer;
        likeness = scorer is null ? null : new LikenessReader(scorer, all);
        this.misfortunes = misfortunes;
        this.frames = frames;
        this.folding = folding;
        foreach (var pattern in all)
        {
            foreach (string lemma in pattern.Root.Lemmas) File(lemma, pattern);
            foreach (var words in pattern.Root.Classes)
                foreach (string head in words.Heads) File(head, pattern);
        }
    }

    private void File(string trigger, CompiledPattern pattern)
    {
        ref var filed = ref CollectionsMarshal.GetValueRefOrAddDefault(pattern.Root.IsNoun ? nouns : verbs, trigger, out _);
        (filed ??= new TriggerPatterns()).Add(pattern);
    }

    /// <summary>The event mentions of <paramref name="document"/> in text order.</summary>
    /// <param name="document">The annotated text.</param>
    /// <param name="actors">Who is who in it.</param>
    /// <param name="leftOut">Takes what a pattern found and a filter refused; null when nobody asks.</param>
    public IReadOnlyList<EventMention> Match(Document document, ActorIndex actors, ICollection<LeftOut>? leftOut = null)
    {
        var sentences = document.Sentences.Where(s => s.Root >= 0).Select(s => MatchPatterns(s, actors)).ToList();
        likeness?.Read(sentences, actors);
        var mentions = new List<EventMention>();
        var words = new List<(PredicateGraph, int)>();
        foreach (var sentence in sentences.Where(s => s.Matches.Count > 0))
            foreach (var mention in Mentions(sentence, actors, leftOut))
            {
                mentions.Add(mention);
                words.Add((sentence.Graph, mention.Trigger));
            }
        return scorer is null ? mentions : [.. mentions.Zip(scorer.Score(words, actors), (m, scores) => m with { Sense = scorer.Sense(scores, m.Type) })];
    }

    private SentenceMatches MatchPatterns(Sentence sentence, ActorIndex actors)
    {
        var graph = new PredicateGraph(sentence);
        var result = new SentenceMatches(graph, new PartyFinder(actors, frames, graph), []);
        var matcher = new PatternMatcher(graph, result.Parties.Fits);
        HashSet<string>? words = null;
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            var (patterns, others) = PatternsFor(sentence.Tokens[i]);
            if ((patterns ?? others) is null) continue;
            words ??= sentence.Tokens.Select(t => t.Lemma).Concat(sentence.Tokens.Select(t => t.Form)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            int before = result.Matches.Count;
            foreach (var pattern in (patterns?.In(words) ?? []).Concat(others?.In(words) ?? []))
                if (matcher.Match(pattern, i) is { } match) result.Matches.Add(match);
            if (result.Matches.Count > before || scorer is null) continue;
            foreach (var pattern in (patterns?.In(words) ?? []).Concat(others?.In(words) ?? []))
                if (pattern.Pattern.EventType != Pattern.Nothing && matcher.Match(pattern, i, loosely: true) is { } match) result.Matches.Add(match);
        }
        return result;
    }

    private IEnumerable<EventMention> Mentions(SentenceMatches sentence, ActorIndex actors, ICollection<LeftOut>? leftOut)
    {
        var (found, read) = (sentence.Matches, sentence.Graph.Sentence);
        // What cannot be an event must not take the words from what can.
        var plausibility = new Plausibility(read, actors, misfortunes);
        var built = found.ToDictionary(m => m, m => IsNothing(m) ? null : plausibility.Mend(Build(m, read, sentence.Parties)));
        var refused = new List<LeftOut>();
        found.RemoveAll(m => built[m] is { } mention && plausibility.Refusal(m, mention) is { } reason && Note(refused, read, mention, reason));
        foreach (var match in found)
            if (built[match] is { } mention) built[match] = mention with { Doubt = plausibility.Doubt(match, mention) };
        var chosen = Select(found, m => built[m]?.Doubt is not null, read).Select(m => built[m]).OfType<EventMention>().ToList();
        var sure = Fold(chosen.FindAll(m => m.Doubt is null), read, refused);
        var doubtful = Fold(chosen.FindAll(m => m.Doubt is not null), read, refused).Where(d => !sure.Exists(m => IsPart(d, m, read) || IsPart(m, d, read)));
        List<EventMention> mentions = [.. sure.Concat(doubtful).OrderBy(m => m.Trigger)];
        // One pattern that says it is enough where several lines fit the same words.
        foreach (var one in refused.DistinctBy(r => (r.Mention.Trigger, r.Mention.Pattern.Id, r.Reason)))
            if (mentions.TrueForAll(m => m.Trigger != one.Mention.Trigger)) leftOut?.Add(one);
        return mentions;
    }

    private static bool Note(List<LeftOut> refused, Sentence sentence, EventMention mention, string reason)
    {
        refused.Add(new LeftOut(mention, sentence.Tokens[mention.Trigger].Form, reason));
        return true;
    }

    // Participles are looked up as written too: taggers call "prepared" now a verb, now an adjective.
    private (TriggerPatterns? ByLemma, TriggerPatterns? ByForm) PatternsFor(Token token)
    {
        if (token.Upos == "NOUN") return (nouns.GetValueOrDefault(token.Lemma), null);
        if (token.Upos is not ("VERB" or "ADJ" or "AUX")) return (null, null);
        bool participle = token.Xpos is "VBN" or "VBD" or "JJ" && token.Form != token.Lemma;
        return (verbs.GetValueOrDefault(token.Lemma), participle ? verbs.GetValueOrDefault(token.Form.ToLowerInvariant()) : null);
    }

    // Best first; a word is explained by one pattern only.
    private List<PatternMatch> Select(List<PatternMatch> found, Func<PatternMatch, bool> isDoubtful, Sentence sentence)
    {
        var order = found.Select((m, i) => (Match: m, Index: i)).ToList();
        order.Sort((a, b) =>
        {
            int c = isDoubtful(a.Match).CompareTo(isDoubtful(b.Match));
            if (c == 0) c = (b.Match.Likeness is null).CompareTo(a.Match.Likeness is null);
            if (c == 0) c = Nullable.Compare(b.Match.Likeness, a.Match.Likeness);
            if (c == 0) c = b.Match.Words.Count.CompareTo(a.Match.Words.Count);
            if (c == 0) c = IsNothing(b.Match).CompareTo(IsNothing(a.Match));
            if (c == 0) c = a.Match.Pattern.IsWide.CompareTo(b.Match.Pattern.IsWide);
            if (c == 0) c = Slots(b.Match).CompareTo(Slots(a.Match));
            if (c == 0) c = a.Match.Pattern.Nominal.CompareTo(b.Match.Pattern.Nominal);
            if (c == 0) c = Precision(b.Match).CompareTo(Precision(a.Match));
            return c != 0 ? c : a.Index.CompareTo(b.Index);
        });
        var covered = new HashSet<int>();
        var chosen = new List<PatternMatch>();
        foreach (var (match, _) in order)
        {
            // "Protesters burned tyres and threw stones": a doer that is a word of the pattern may do more than one thing.
            var own = match.Words.Where(w => w == match.Trigger || match.Pattern.Pattern.EventType != "PROTEST" || sentence.Tokens[w].DepRel != "nsubj" || frames.IsEventNoun(sentence.Tokens[w].Lemma)).ToList();
            if (own.Any(covered.Contains) || match.Likeness is not null && IsSaid(match, chosen, sentence)) continue;
            // Coding rule 1: an accusation is an event beside what is alleged ("claimed that the army had jailed them").
            bool accuses = match.Pattern.Pattern is { EventType: "ACCUSE", Mode: "allege" };
            covered.UnionWith(own.Where(w => !accuses || w == match.Trigger || sentence.Tokens[w] is not { Upos: "VERB", Xpos: not "VB" }));
            chosen.Add(match);
        }
        chosen.Sort((a, b) => a.Trigger.CompareTo(b.Trigger));
        return chosen;
    }

    // "launched a raid": a word and what hangs on it are one event of a type.
    private static bool IsSaid(PatternMatch match, List<PatternMatch> chosen, Sentence sentence) => chosen.Exists(c =>
        c.Pattern.Pattern.EventType == match.Pattern.Pattern.EventType && (c.Words.Contains(sentence.Tokens[match.Trigger].Head) || c.Words.Exists(w => sentence.Tokens[w].Head == match.Trigger)));

    private static bool IsNothing(PatternMatch m) => m.Pattern.Pattern.EventType == Pattern.Nothing;

    // 073 says more than 070.
    private static int Precision(PatternMatch m) => m.Pattern.Pattern.Cameo?.EndsWith('0') == true ? 0 : 1;

    private static int Slots(PatternMatch m) => (m.Actors.Count > 0 ? 1 : 0) + (m.Recipients.Count > 0 ? 1 : 0);

    private static EventMention Build(PatternMatch match, Sentence sentence, PartyFinder parties)
    {
        var pattern = match.Pattern.Pattern;
        var (actors, recipients) = new PartySides(match, sentence, parties).Read();
        return new EventMention
        {
            Sentence = sentence.Index, Trigger = match.Trigger, Words = [.. match.Words.Order()], Pattern = pattern,
            Type = pattern.EventType, Mode = pattern.Mode, Cameo = pattern.Cameo, Contexts = pattern.Contexts,
            Actors = actors, Recipients = recipients, Embedded = match.Event, Nominal = match.Pattern.Nominal, Weight = match.Words.Count, Likeness = match.Likeness, Ready = sentence.Tokens[match.Trigger].Lemma is "willing" or "ready" or "prepared" or "open",
        };
    }

    private List<EventMention> Fold(List<EventMention> mentions, Sentence sentence, List<LeftOut> refused)
    {
        var swallowed = new HashSet<EventMention>();
        var folded = new HashSet<int>();
        for (int i = 0; i < mentions.Count; i++)
        {
            if (swallowed.Contains(mentions[i])) continue;
            foreach (var inner in mentions.Where(m => IsPart(m, mentions[i], sentence)).ToList())
            {
                swallowed.Add(inner);
                mentions[i] = folding.Fold(mentions[i], inner);
                folded.Add(i);
            }
        }
        return mentions.Where((m, i) => !swallowed.Contains(m) && !(Plausibility.IsStand(m, folded.Contains(i)) && Note(refused, sentence, m, Plausibility.Stand))).ToList();
    }

    // What is said is no event beside the saying, nor what a protest is for beside the protest.
    private static bool IsPart(EventMention inner, EventMention outer, Sentence sentence) =>
        Folding.Folds(outer.Type) ? IsEmbedded(inner, outer, sentence) || IsObject(inner, outer, sentence) : outer.Type == "PROTEST" && IsPurpose(inner, outer, sentence);

    // "marched to demand his resignation": what a protest is for is part of it.
    private static bool IsPurpose(EventMention inner, EventMention outer, Sentence sentence)
    {
        if (ReferenceEquals(inner, outer) || inner.Type is not ("REQUEST" or "RETREAT" or "CONCEDE")) return false;
        if (inner.Type != "REQUEST") return outer.Words.Contains(sentence.Tokens[inner.Trigger].Head) && sentence.Tokens[sentence.Tokens[inner.Trigger].Head].Lemma == "demand";
        int clause = inner.Trigger; // "to press their demands": the noun stands in the clause of purpose
        for (int steps = 0; steps < 3 && sentence.Tokens[clause].Relation is "obj" or "obl" && sentence.Tokens[clause].Head >= 0; steps++) clause = sentence.Tokens[clause].Head;
        if (sentence.Tokens[clause].Relation is not ("advcl" or "xcomp" or "acl") || sentence.Tokens[clause].DepRel == "acl:relcl") return false;
        int above = sentence.Tokens[clause].Head;
        return outer.Words.Contains(above) || above >= 0 && sentence.Tokens[outer.Trigger].Head == above && outer.Nominal;
    }

    // "rejected a proposal to resume talks", "agreed to a withdrawal": what is agreed, refused or demanded is not done.
    private static bool IsObject(EventMention inner, EventMention outer, Sentence sentence)
    {
        bool friendly = inner.Type is "CONSULT" or "AID" or "COOPERATE" or "SUPPORT" or "RETREAT" or "CONCEDE" or "AGREE";
        if (ReferenceEquals(inner, outer) || !(outer.Type == "THREATEN" ? !friendly : friendly) || inner.Words.Contains(outer.Trigger)) return false;
        for (int i = inner.Trigger, steps = 0; i >= 0 && steps < 4; i = sentence.Tokens[i].Head, steps++)
        {
            if (steps > 0 && outer.Words.Contains(i)) return true;
            var t = sentence.Tokens[i];
            bool inside = t.Relation is "obj" or "xcomp" or "conj" or "compound" or "acl" && t.DepRel != "acl:relcl"
                || t.Relation is "obl" or "nmod" && ArgumentReader.Case(sentence, i) is "of" or "to" or "for" or "with";
            if (!inside) return false;
        }
        return false;
    }

    // The act itself, an act coordinated with it, or an event noun it governs.
    private static bool IsEmbedded(EventMention inner, EventMention outer, Sentence sentence)
    {
        if (ReferenceEquals(inner, outer) || outer.Embedded < 0) return false;
        for (int i = inner.Trigger, steps = 0; i >= 0 && steps < 4; i = sentence.Tokens[i].Head, steps++)
        {
            if (i == outer.Embedded) return true;
            if (i == outer.Trigger || sentence.Tokens[i].DepRel is "acl:relcl" or "ccomp" or "advcl" or "parataxis") return false;
        }
        return false;
    }
}
