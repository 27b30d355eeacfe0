using Hearsay.Coding.Actors;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

// Where the words and parties of a pattern are looked for: on the predicate, on its objects, on the light verb above it.
internal sealed partial class PatternMatcher
{
    private IEnumerable<int> Candidates(PatternNode parent, Constraint c, int index, PatternMatch match)
    {
        if (parent.IsNoun && c.Role is Role.Subject or Role.Object && c.Prepositions.Count > 0) return Nominal(parent, c, index, match);
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
    private IEnumerable<int> Nominal(PatternNode parent, Constraint c, int index, PatternMatch match)
    {
        var pattern = match.Pattern.Pattern;
        bool suffered = c.Role == Role.Subject && pattern.EventType is "ASSAULT" or "COERCE" or "SANCTION" && IsSuffered(parent, index);
        foreach (string way in c.Prepositions)
        {
            if (suffered && way is "poss" or "compound") continue;
            if (c.Node.Slot == Slot.Actor && way is "from" && match.Actors.Exists(a => fits(Slot.Someone, a))) continue; // "the rebels' attack from the north"
            foreach (int center in way is "poss" or "compound" or "amod" ? [index] : way is "in" or "at" ? Near(index) : Cluster(index))
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
        if (governor >= 0 && !named && LightVerbs.Contains(sentence.Tokens[governor].Lemma) && !IsCircumstance(index))
            foreach (var a in graph.Arguments(governor))
                if (a.Role == Role.Subject && a.Head != index) yield return a.Head;
    }

    // "She repeated her offer during his visit": when and why somebody does something is not his doing.
    private bool IsCircumstance(int noun) =>
        sentence.Tokens[noun].Relation is "obl" or "nmod" or "advcl" && ArgumentReader.Case(sentence, noun) is not ("" or "in" or "on" or "to" or "for" or "with" or "of" or "into" or "from" or "at" or "by");

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

    // The noun and the light verb that it stands with: a place further off is not the noun's.
    private IEnumerable<int> Near(int noun)
    {
        yield return noun;
        if (sentence.Tokens[noun] is { Relation: "obj" or "nsubj", Head: >= 0 and var verb } && LightVerbs.Contains(sentence.Tokens[verb].Lemma)) yield return verb;
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
        if (token.Head >= 0 && token.Upos == "NOUN" && token.Relation is "obj" or "nsubj" or "obl" && sentence.Tokens[token.Head].Upos == "VERB" && !IsCircumstance(index)) yield return token.Head;
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
