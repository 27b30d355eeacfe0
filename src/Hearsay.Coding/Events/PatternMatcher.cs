using Hearsay.Coding.Actors;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

/// <summary>
/// Matches one compiled pattern at one token of a sentence. Who may fill a slot is asked of <paramref name="fits"/>
/// (slot, token). Prepositional phrases are looked for on the predicate, on its objects and on a light verb above
/// it, because parsers attach them to any of these.
/// </summary>
internal sealed partial class PatternMatcher(PredicateGraph graph, Func<Slot, int, bool> fits)
{
    // Particles that add a direction or an end and leave the act what it is: "handed over", "burned down", "sent out".
    private static readonly HashSet<string> Bleached = new(["over", "down", "up", "out", "in", "away", "back", "together"], StringComparer.OrdinalIgnoreCase);

    private readonly Sentence sentence = graph.Sentence;

    private bool loose;

    /// <summary>The match at token <paramref name="index"/>, or null; with <paramref name="loosely"/> subject or object may be no party, whose slot stays empty, and so may all slots.</summary>
    public PatternMatch? Match(CompiledPattern pattern, int index, bool loosely = false)
    {
        loose = loosely;
        if (pattern.Root.Classes.Count > 0 && !WordFits(pattern.Root, index, Role.Object)) return null;
        var match = new PatternMatch(pattern, index);
        if (IsIntransitive(pattern.Root) && HasOwnObject(index)) return null;
        if (!Constraints(pattern.Root, index, match) || HasOwnParticle(index, match)) return null;
        // "The country's army was put on alert", "troops have been withdrawn": who is moved stands for who moves them.
        if (match.Actors.Count == 0 && pattern.Pattern is { EventType: "MOBILIZE" or "RETREAT" } or { EventType: "AID", Cameo: "074" } && !HasSubject(index))
            foreach (int word in match.Words.Skip(1))
                if (sentence.Tokens[word].Upos == "NOUN" && !match.Recipients.Contains(word) && fits(Slot.Actor, word)) (pattern.Pattern.Mode == "release" ? match.Recipients : match.Actors).Add(word);
        NamedByWords(match, index);
        NamedByFight(match, index);
        // "The Kenyan president's visit was cut short", "the expulsion of two envoys by Canada was announced".
        if (match.Actors.Count == 0 && !HasSubject(index))
            foreach (int word in match.Words.Skip(1))
                foreach (var a in graph.Arguments(word))
                    if ((a is { Role: Role.Subject, Preposition: "by" } || a.Role == Role.Possessor && (pattern.Pattern.EventType == "CONSULT" || sentence.Tokens[word].Lemma is "meeting" or "visit" or "trip" or "summit"))
                        && !match.Recipients.Contains(a.Head) && !match.Actors.Contains(a.Head) && fits(Slot.Actor, a.Head)) match.Actors.Add(a.Head);
        if (match.Actors.Count == 0 && pattern.Pattern.EventType == "CONSULT" && Visitor(index) is >= 0 and int visitor && !match.Recipients.Contains(visitor) && fits(Slot.Actor, visitor)) match.Actors.Add(visitor);
        bool empty = match.Actors.Count == 0 && match.Recipients.Count == 0;
        return empty && !(loose && !match.HasStranger) && pattern.Pattern.EventType != Pattern.Nothing ? null : match;
    }

    // "demonstrated its resolve" is no demonstration: a pattern without an object wants a verb without one.
    private static bool IsIntransitive(PatternNode root) =>
        !root.IsNoun && root.Constraints.All(c => c.Role is Role.Subject or Role.Oblique or Role.Adverb) && root.Constraints.Any(c => c.Role == Role.Subject);

    private bool HasOwnObject(int index)
    {
        if (sentence.Tokens[index].Upos != "VERB" || graph.IsPassive(index)) return false;
        if (sentence.Tokens[index].DepRel == "acl:relcl" && graph.Arguments(index).Any(a => a.Role == Role.Object && a.Inferred)) return true; // "the skills students demonstrate"
        foreach (int c in sentence.Children(index))
            if (sentence.Tokens[c].DepRel == "ccomp" && c > index || sentence.Tokens[c].DepRel == "obj" && !Calendar.IsTime(sentence.Tokens[c].Lemma)) return true;
        return false;
    }

    // "backed off a plan" is no backing: a particle that the pattern does not know makes another verb.
    private bool HasOwnParticle(int index, PatternMatch match)
    {
        foreach (int c in sentence.Children(index))
            if (sentence.Tokens[c].DepRel == "compound:prt" && !match.Words.Contains(c) && !Bleached.Contains(sentence.Tokens[c].Form)) return true;
        return false;
    }

    private bool Constraints(PatternNode node, int index, PatternMatch match)
    {
        foreach (var constraint in node.Constraints)
        {
            if (Satisfy(node, constraint, index, match)) continue;
            if (constraint.Optional) continue;
            if (constraint.Role == Role.Subject && constraint.Node.Slot is Slot.Actor or Slot.Recipient && !HasSubject(index)) continue;
            if (loose && !match.HasStranger && node == match.Pattern.Root && constraint is { Role: Role.Subject or Role.Object, Node.Slot: Slot.Actor or Slot.Recipient } && graph.Heads(index, constraint.Role).Any(IsStranger))
            {
                match.HasStranger = true;
                continue;
            }
            return false;
        }
        return true;
    }

    // Somebody or something named; "no group" is nobody.
    private bool IsStranger(int token) =>
        sentence.Tokens[token].Upos is "NOUN" or "PROPN" && !sentence.Children(token).Any(c => sentence.Tokens[c] is { Relation: "det", Lemma: "no" });

    private bool HasSubject(int index)
    {
        foreach (var a in graph.Arguments(index)) if (a.Role == Role.Subject) return true;
        return false;
    }

    private bool Satisfy(PatternNode parent, Constraint c, int index, PatternMatch match)
    {
        bool any = false;
        foreach (int candidate in Candidates(parent, c, index, match))
        {
            if (candidate == index || match.Words.Contains(candidate)) continue;
            if (any && c.Node.Slot is not (Slot.Actor or Slot.Recipient or Slot.Group)) break;
            any |= Fill(c.Node, candidate, match, c.Role);
        }
        return c.Node.Slot == Slot.Group ? any && IsGroup(index, match) : any;
    }

    private bool Fill(PatternNode node, int candidate, PatternMatch match, Role role)
    {
        // "Her mind was shot": an idiom is one whoever it is said of.
        bool idiom = match.Pattern.Pattern.EventType == Pattern.Nothing && role is Role.Subject or Role.Object && sentence.Tokens[candidate].Upos is "NOUN" or "PROPN" or "PRON";
        switch (node.Slot)
        {
            case Slot.Actor or Slot.Group:
                if (match.Recipients.Contains(candidate) || !idiom && !fits(Slot.Actor, candidate)) return false;
                if (!match.Actors.Contains(candidate)) match.Actors.Add(candidate);
                return true;
            case Slot.Recipient:
                if (match.Actors.Contains(candidate) || !idiom && !fits(Slot.Recipient, candidate)) return false;
                // "to command military operations" orders nobody.
                if (match.Pattern.Pattern.EventType == "REQUEST" && role == Role.Object && match.Words.Count == 1 && !fits(Slot.Someone, candidate)) return false;
                if (!match.Recipients.Contains(candidate)) match.Recipients.Add(candidate);
                return true;
            case Slot.Someone or Slot.Place: return fits(node.Slot, candidate);
            case Slot.Something: return sentence.Tokens[candidate] is { Upos: "NOUN" or "PROPN" or "PRON" or "NUM" or "SYM" } or { Xpos: "VBG" }; // "pledged $850 million", "sorry for the burning of books"
        }
        if (node.Slot == Slot.None && !WordFits(node, candidate, role)) return false;
        var attempt = match.Copy();
        if (node.Slot == Slot.Event) attempt.Event = candidate;
        else attempt.Words.Add(candidate);
        if (!Constraints(node, candidate, attempt)) return false;
        match.Take(attempt);
        return true;
    }

    private bool WordFits(PatternNode node, int candidate, Role role)
    {
        var token = sentence.Tokens[candidate];
        foreach (string lemma in node.Lemmas)
            if (token.Lemma.Equals(lemma, StringComparison.OrdinalIgnoreCase)
                || (role is Role.Modifier or Role.Adverb || !node.IsNoun) && token.Form.Equals(lemma, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var words in node.Classes) if (words.Fits(sentence, candidate)) return true;
        return false;
    }

    // "Iran and Iraq met": the first is one side, the rest the other. "The two leaders met" is a group of its own, a
    // single party is none.
    private bool IsGroup(int index, PatternMatch match)
    {
        if (match.Actors.Count >= 2)
        {
            if (match.Recipients.Count == 0 && !graph.Arguments(index).Any(a => a is { Role: Role.Oblique, Preposition: "with" } && fits(Slot.Recipient, a.Head))) // "she and he consulted with the firms"
            {
                match.Recipients.AddRange(match.Actors.Skip(1));
                match.Actors.RemoveRange(1, match.Actors.Count - 1);
            }
            return true;
        }
        var head = sentence.Tokens[match.Actors[0]];
        bool plural = head.Xpos is "NNS" or "NNPS" || head.Lemma.ToLowerInvariant() is "they" or "both";
        return plural && (sentence.Tokens[index].Upos == "NOUN" || match.Pattern.Words > 1 || !graph.Heads(index, Role.Object).Any());
    }
}
