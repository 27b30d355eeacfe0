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
internal sealed class PatternMatcher(PredicateGraph graph, Func<Slot, int, bool> fits)
{
    // Particles that add a direction or an end and leave the act what it is: "handed over", "burned down", "sent out".
    private static readonly HashSet<string> Bleached = new(["over", "down", "up", "out", "in", "away", "back", "together"], StringComparer.OrdinalIgnoreCase);

    private readonly Sentence sentence = graph.Sentence;

    /// <summary>The match at token <paramref name="index"/>, or null.</summary>
    public PatternMatch? Match(CompiledPattern pattern, int index)
    {
        if (pattern.Root.Classes.Count > 0 && !WordFits(pattern.Root, index, Role.Object)) return null;
        var match = new PatternMatch(pattern, index);
        if (IsIntransitive(pattern.Root) && HasOwnObject(index)) return null;
        if (!Constraints(pattern.Root, index, match) || HasOwnParticle(index, match)) return null;
        // "The country's army was put on alert", "troops have been withdrawn": who is moved stands for who moves them.
        if (match.Actors.Count == 0 && pattern.Pattern is { EventType: "MOBILIZE" or "RETREAT" } or { EventType: "AID", Cameo: "074" } && !HasSubject(index))
            foreach (int word in match.Words.Skip(1))
                if (sentence.Tokens[word].Upos == "NOUN" && !match.Recipients.Contains(word) && fits(Slot.Actor, word)) match.Actors.Add(word);
        NamedByWords(match, index);
        // "The Kenyan president's visit was cut short", "the expulsion of two envoys by Canada was announced".
        if (match.Actors.Count == 0 && !HasSubject(index))
            foreach (int word in match.Words.Skip(1))
                foreach (var a in graph.Arguments(word))
                    if ((a is { Role: Role.Subject, Preposition: "by" } || a.Role == Role.Possessor && (pattern.Pattern.EventType == "CONSULT" || sentence.Tokens[word].Lemma is "meeting" or "visit" or "trip" or "summit"))
                        && !match.Recipients.Contains(a.Head) && !match.Actors.Contains(a.Head) && fits(Slot.Actor, a.Head)) match.Actors.Add(a.Head);
        if (match.Actors.Count == 0 && pattern.Pattern.EventType == "CONSULT" && Visitor(index) is >= 0 and int visitor && !match.Recipients.Contains(visitor) && fits(Slot.Actor, visitor)) match.Actors.Add(visitor);
        bool empty = match.Actors.Count == 0 && match.Recipients.Count == 0;
        return empty && pattern.Pattern.EventType != Pattern.Nothing ? null : match;
    }

    // Who is named only by a word of the pattern. "A US-led air strike destroyed", "shells from the Syrian side landed":
    // the weapon leads to whoever uses it. "Riot police ringed", "protesters stormed": the doer is part of the pattern.
    // "Bombed a depot near Aleppo": what was hit leads to whose it is.
    private void NamedByWords(PatternMatch match, int index)
    {
        string type = match.Pattern.Pattern.EventType;
        if (match.Actors.Count == 0 && type is "ASSAULT" or "PROTEST" or "COERCE" or "ACCUSE")
            foreach (int doer in (type == "ASSAULT" ? match.Words.Concat(graph.Heads(index, Role.Subject)) : match.Words).ToList())
                if (sentence.Tokens[doer].Upos == "NOUN" && doer < index && !match.Recipients.Contains(doer) && fits(Slot.Actor, doer)) match.Actors.Add(doer);
        if (match.Recipients.Count > 0 || type != "ASSAULT") return;
        foreach (int hit in match.Words.Skip(1))
            if (sentence.Tokens[hit] is { Upos: "NOUN", Relation: "obj" or "obl" or "nsubj" } && fits(Slot.Place, hit) && !match.Actors.Contains(hit) && fits(Slot.Recipient, hit)) match.Recipients.Add(hit);
    }

    // "The envoy is in Doha for talks with the rebels": who is there talks.
    private int Visitor(int talks)
    {
        if (sentence.Tokens[talks].Upos != "NOUN" || ArgumentReader.Case(sentence, talks) != "for") return -1;
        int above = sentence.Tokens[talks].Head;
        for (int steps = 0; above >= 0 && steps < 3; above = sentence.Tokens[above].Head, steps++)
            if (graph.Heads(above, Role.Subject).FirstOrDefault(-1) is >= 0 and int there && there < talks) return there;
        return -1;
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
            return false;
        }
        return true;
    }

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
            if (match.Recipients.Count == 0)
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

    private IEnumerable<int> Candidates(PatternNode parent, Constraint c, int index, PatternMatch match)
    {
        if (parent.IsNoun && c.Role is Role.Subject or Role.Object && c.Prepositions.Count > 0) return Nominal(parent, c, index, match.Pattern.Pattern);
        return c.Role switch
        {
            Role.Oblique => Obliques(c, index),
            Role.Indirect => Indirects(index),
            Role.Complement => Complements(c, index),
            Role.Adverb => Adverbs(c, index),
            Role.Modifier => graph.Arguments(index).Where(a => a.Role is Role.Modifier or Role.Possessor).Select(a => a.Head),
            Role.Possessor => graph.Arguments(index).Where(a => a.Role is Role.Possessor or Role.Modifier).Select(a => a.Head),
            Role.Object => Objects(parent, index),
            _ => graph.Heads(index, c.Role),
        };
    }

    // The object of a phrasal verb is often parsed as a prepositional phrase: "handed over the prisoners".
    private IEnumerable<int> Objects(PatternNode parent, int index)
    {
        bool any = false;
        foreach (int o in graph.Heads(index, Role.Object))
        {
            any = true;
            yield return o;
            if (!PersonNouns.IsQuantity(sentence.Tokens[o].Lemma)) continue;
            foreach (var a in graph.Arguments(o)) if (a.Role == Role.Oblique && a.Preposition == "of") yield return a.Head; // "thousands of policemen"
        }
        if (!any || graph.IsPassive(index)) // "was fined 40 dollars", "asked Beijing for a loan": parsers call the one who is asked now an object, now an indirect one
            foreach (int i in graph.Heads(index, Role.Indirect)) yield return i;
        foreach (var particle in any ? [] : parent.Constraints)
            if (particle.Role == Role.Adverb)
                foreach (var a in graph.Arguments(index))
                    if (a.Role == Role.Oblique && particle.Node.Lemmas.Contains(a.Preposition)) yield return a.Head;
    }

    private IEnumerable<int> Obliques(Constraint c, int index)
    {
        foreach (int center in Cluster(index))
            foreach (var a in graph.Arguments(center))
                if (a.Role is Role.Oblique or Role.Subject && a.Preposition.Length > 0 && c.Prepositions.Contains(a.Preposition)
                    || a.Role == Role.Indirect && c.Prepositions.Contains("to")) yield return a.Head;
        if (sentence.Tokens[index].Upos != "NOUN" || !c.Prepositions.Contains("from")) yield break;
        foreach (var moved in graph.Arguments(index)) // "the withdrawal of troops from Mali"
            if (moved is { Role: Role.Oblique, Preposition: "of" })
                foreach (var a in graph.Arguments(moved.Head))
                    if (a is { Role: Role.Oblique, Preposition: "from" }) yield return a.Head;
    }

    private IEnumerable<int> Indirects(int index)
    {
        if (!graph.Heads(index, Role.Indirect).Any())
            foreach (int o in graph.Heads(index, Role.Object)) yield return o;
        foreach (var a in graph.Arguments(index))
            if (a.Role == Role.Indirect || a.Role == Role.Oblique && a.Preposition is "to" or "for") yield return a.Head;
        foreach (int o in graph.Heads(index, Role.Object))
            foreach (var a in graph.Arguments(o))
                if (a.Role == Role.Oblique && a.Preposition is "to" or "for") yield return a.Head;
    }

    private IEnumerable<int> Complements(Constraint c, int index)
    {
        foreach (int center in Cluster(index))
            foreach (var a in graph.Arguments(center))
                if (a.Role == Role.Complement && c.Prepositions.Any(p => SameMarker(p, a.Preposition)) && !QuotedApart(index, a.Head) && !(a.Preposition == "to" && a.Head < center)) yield return a.Head; // "To end the war, they told …" is what for
                else if (a.Role == Role.Oblique && c.Prepositions.Contains(a.Preposition) && sentence.Tokens[a.Head].Upos == "VERB") yield return a.Head;
    }

    private IEnumerable<int> Adverbs(Constraint c, int index)
    {
        foreach (var a in graph.Arguments(index)) if (a.Role is Role.Adverb or Role.Modifier) yield return a.Head;
        for (int i = index + 1; i <= Math.Min(index + 3, sentence.Tokens.Count - 1); i++)
            if (c.Node.Lemmas.Contains(sentence.Tokens[i].Form.ToLowerInvariant()) && sentence.Tokens[i].Upos is "ADP" or "ADV") yield return i;
    }

    // Arguments of an event noun: its possessor, by-phrase, modifiers and prepositions, in the order of the frame.
    private IEnumerable<int> Nominal(PatternNode parent, Constraint c, int index, Pattern pattern)
    {
        bool suffered = c.Role == Role.Subject && pattern.EventType is "ASSAULT" or "COERCE" or "SANCTION" && IsSuffered(parent, index);
        foreach (string way in c.Prepositions)
        {
            if (suffered && way is "poss" or "compound") continue;
            foreach (int center in way is "poss" or "compound" or "amod" ? [index] : Cluster(index))
                foreach (var a in graph.Arguments(center))
                    if (way switch
                    {
                        "poss" => a.Role == Role.Possessor,
                        "compound" or "amod" => a.Role == Role.Modifier,
                        "by" => a.Role is Role.Subject or Role.Oblique && a.Preposition == "by",
                        _ => a.Role == Role.Oblique && a.Preposition == way,
                    }) yield return a.Head;
        }
        if (c.Role != Role.Subject) yield break;
        int governor = sentence.Tokens[index].Head;
        bool named = governor >= 0 && sentence.Tokens[governor].Lemma == "call" && (sentence.Child(governor, "xcomp") >= 0 || sentence.Children(governor).Count(c => sentence.Tokens[c].Relation == "obj") > 1); // "called the attack an act of terror"
        if (governor >= 0 && !named && LightVerbs.Contains(sentence.Tokens[governor].Lemma))
            foreach (var a in graph.Arguments(governor))
                if (a.Role == Role.Subject && a.Head != index) yield return a.Head;
    }

    // "The envoy's murder", "his arrest by soldiers": of nouns that take whoever suffers the act as possessor the
    // possessor does it only where an "of"-phrase names the other side ("the army's killing of a monk").
    private bool IsSuffered(PatternNode noun, int index)
    {
        if (!noun.Constraints.Any(c => c.Role == Role.Object && c.Prepositions.Contains("poss"))) return false;
        bool of = false;
        foreach (var a in graph.Arguments(index))
        {
            if (a is { Role: Role.Subject, Preposition: "by" }) return true;
            of |= a is { Role: Role.Oblique, Preposition: "of" };
        }
        return !of;
    }

    // The predicate, its objects, the noun its object is in a light-verb phrase, and the light verb above an event noun.
    private IEnumerable<int> Cluster(int index)
    {
        yield return index;
        foreach (int o in graph.Heads(index, Role.Object))
        {
            if (o < index && !graph.IsPassive(index)) continue;
            yield return o;
            foreach (var a in graph.Arguments(o)) // "tonnes of wheat to Somalia"
                if (a.Role == Role.Oblique && a.Preposition == "of") yield return a.Head;
        }
        var token = sentence.Tokens[index];
        if (token.Head >= 0 && token.Upos == "NOUN" && token.Relation is "obj" or "nsubj" or "obl" && sentence.Tokens[token.Head].Upos == "VERB") yield return token.Head;
        if (token.Head >= 0 && token.Relation == "conj") yield return token.Head;
        if (token.Relation == "xcomp" && token.Head >= 0 && LightVerbs.Contains(sentence.Tokens[token.Head].Lemma)) yield return token.Head;
    }

    // Words in quotation marks of their own are said, not done: «told the press, "to show that …"».
    private bool QuotedApart(int predicate, int complement)
    {
        if (sentence.Tokens[complement].Upos == "ADJ") return false; // called the verdict "dangerous"
        for (int i = Math.Min(predicate, complement) + 1; i < Math.Max(predicate, complement); i++)
            if (sentence.Tokens[i].Form is "\"" or "“" or "”" or "``" or "''") return true;
        return false;
    }

    private static bool SameMarker(string wanted, string found) =>
        wanted == found || Finite(wanted) && Finite(found) || wanted == "ing" && found is "ing" or "in" or "by";

    private static bool Finite(string marker) => marker is "that" or "whether" or "if" or "";
}
