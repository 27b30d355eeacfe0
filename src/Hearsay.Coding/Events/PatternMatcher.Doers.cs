using Hearsay.Coding.Actors;
using Hearsay.Coding.Predicates;

namespace Hearsay.Coding.Events;

// Doers that no slot of the pattern names: they stand in its words, or in the fight somebody died in.
internal sealed partial class PatternMatcher
{
    private static readonly HashSet<string> Fights = ["clash", "confrontation", "shootout", "gunfight", "gunbattle", "battle", "firefight", "fighting", "encounter", "exchange", "standoff", "skirmish", "altercation"];

    private static readonly HashSet<string> Raids = ["strike", "airstrike", "raid", "shelling", "bombardment", "operation", "offensive", "fire", "ambush", "attack", "assault", "shooting", "violence", "bombing", "crackdown", "gunfire", "blast", "incursion"];

    // "Killed in clashes with rebels", "died in an Israeli air strike", "killed by police violence": the fight tells who did it.
    private void NamedByFight(PatternMatch match, int index)
    {
        if (match.Pattern.Pattern.EventType != "ASSAULT" || match.Actors.Count > 0 || match.Recipients.Count == 0 || sentence.Tokens[index].Upos is not ("VERB" or "NOUN")) return;
        foreach (var a in graph.Arguments(index))
            if (a is { Role: Role.Oblique, Preposition: "at" } && sentence.Tokens[a.Head].Lemma == "hand")
                foreach (var of in graph.Arguments(a.Head))
                    if (of is { Role: Role.Oblique, Preposition: "of" } && !match.Recipients.Contains(of.Head) && fits(Slot.Someone, of.Head)) match.Actors.Add(of.Head); // "died at the hands of soldiers"
        if (match.Actors.Count > 0 || sentence.Tokens[index].Upos == "NOUN") return;
        foreach (var phrase in graph.Arguments(index).Where(a => a.Role is Role.Oblique or Role.Subject && a.Preposition is "in" or "by" or "during").ToList())
        {
            var noun = sentence.Tokens[phrase.Head];
            bool fight = Fights.Contains(noun.Lemma);
            if (!fight && !Raids.Contains(noun.Lemma)) continue;
            foreach (var a in graph.Arguments(phrase.Head))
            {
                bool does = a.Role is Role.Possessor || a is { Role: Role.Subject, Preposition: "by" } || fight && a is { Role: Role.Oblique, Preposition: "with" }
                    || a.Role is Role.Modifier && (sentence.Tokens[a.Head].Upos == "ADJ" || !fits(Slot.Place, a.Head) && noun.Lemma is not "bombing" && PersonNouns.IsForce(sentence.Tokens[a.Head].Lemma) || noun.Lemma is "strike" or "airstrike" or "raid" or "shelling" or "operation" or "offensive" or "bombardment");
                if (does && !match.Recipients.Contains(a.Head) && fits(Slot.Someone, a.Head)) { match.Actors.Add(a.Head); return; }
            }
        }
    }

    // Who is named only by a word of the pattern. "A US-led air strike destroyed", "shells from the Syrian side landed":
    // the weapon leads to whoever uses it. "Riot police ringed", "protesters stormed": the doer is part of the pattern.
    // "Bombed a depot near Aleppo": what was hit leads to whose it is.
    private void NamedByWords(PatternMatch match, int index)
    {
        string type = match.Pattern.Pattern.EventType;
        if (match.Actors.Count == 0 && type is "ASSAULT" or "PROTEST" or "COERCE" or "ACCUSE")
            foreach (int doer in (type == "ASSAULT" ? match.Words.Concat(graph.Heads(index, Role.Subject)) : match.Words).ToList())
                if (sentence.Tokens[doer].Upos == "NOUN" && (doer < index || ArgumentReader.Case(sentence, doer) == "by") && !match.Recipients.Contains(doer) && fits(Slot.Actor, doer)) match.Actors.Add(doer);
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
}
