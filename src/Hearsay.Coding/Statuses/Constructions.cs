using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// Constructions that <see cref="StatusReader"/> meets on its way up and tells apart by a word or a tag: "going to",
/// "used to", "too weak to", headlines without a verb, clauses by their kind.
/// </summary>
internal static class Constructions
{
    // Events that only take place: what holds of "happen" holds of its subject.
    public static bool IsSupport(Sentence s, int verb) => s.Tokens[verb].Lemma switch
    {
        "be" when s.Child(verb, "expl") >= 0 => true,
        "happen" or "occur" or "begin" or "start" or "resume" or "continue" or "end" or "ensue" or "follow" or "break" or "materialize" or "proceed" => true,
        "take" => s.Children(verb).Any(c => s.Tokens[c].Relation == "obj" && s.Tokens[c].Lemma == "place"),
        "go" => s.Children(verb).Any(c => s.Tokens[c].DepRel == "compound:prt" || s.Tokens[c].Lemma is "ahead"),
        _ => false,
    };

    public static bool IsDefinite(Sentence s, int noun)
    {
        foreach (int c in s.Children(noun))
        {
            var t = s.Tokens[c];
            if (t.DepRel == "nmod:poss" || t.Relation == "det" && t.Lemma is "the" or "this" or "that" or "these" or "those") return true;
        }
        return s.Tokens[noun].Upos == "PROPN";
    }

    // "any attack", and as a subject "an attack": none in particular.
    public static bool IsAny(Sentence s, int noun, bool indefinite)
    {
        foreach (int c in s.Children(noun))
            if (s.Tokens[c].Relation == "det" && (s.Tokens[c].Lemma.Equals("any", StringComparison.OrdinalIgnoreCase) || indefinite && s.Tokens[c].Lemma.ToLowerInvariant() is "a" or "an")) return true;
        return false;
    }

    // "used to shell".
    public static bool IsHabit(Sentence s, int clause, int verb) =>
        s.Tokens[verb].Form.Equals("used", StringComparison.OrdinalIgnoreCase) && s.Tokens[verb].Xpos == "VBD" && s.Child(verb, "obj") < 0 && s.Child(clause, "mark") == verb + 1;

    // "Kenya to send troops": a headline without a finite verb, its subject taken for the root.
    public static bool IsHeadline(Sentence s, int clause, int noun) =>
        s.Tokens[noun].Head < 0 && s.Tokens[noun].Upos is "NOUN" or "PROPN" && s.Child(noun, "cop") < 0 && s.Child(clause, "mark") == noun + 1;

    // "denied having met": the participle or its auxiliary stands right behind the verb.
    public static bool IsNext(Sentence s, int clause, int verb) => clause == verb + 1 || s.Child(clause, "aux") == verb + 1;

    public static bool IsTooMuch(Sentence s, int index)
    {
        foreach (int c in s.Children(index)) if (s.Tokens[c].Relation == "advmod" && s.Tokens[c].Lemma == "too" && c == index - 1) return true;
        return false;
    }

    // "I think they shelled it": what the speaker thinks he vouches for.
    public static bool IsOwnView(Sentence s, int verb) =>
        s.Tokens[verb].Lemma is "think" or "believe" or "feel" && s.Tokens[verb].Xpos == "VBP" && !Negation.Holds(s, verb)
        && s.Child(verb, "nsubj") is var subject and >= 0 && s.Tokens[subject].Lemma.ToLowerInvariant() is "i" or "we";

    // "remains to be signed".
    public static bool IsLeft(Sentence s, int clause, int verb) =>
        s.Tokens[verb].Lemma == "remain" && s.Child(clause, "mark") >= 0 && s.Child(clause, "aux") is var be and >= 0 && s.Tokens[be].DepRel == "aux:pass";

    // "came close to arresting".
    public static bool IsNearMiss(Sentence s, int index) =>
        s.Tokens[index].Lemma is "close" or "near" && s.Tokens[index].Head is var verb and >= 0 && s.Tokens[verb].Lemma == "come";

    // "the first president to visit", "one of the few banks to sue": they did; "the first step to peace" is none yet.
    public static bool IsRanked(Sentence s, int noun)
    {
        if (s.Tokens[noun].Form.ToLowerInvariant() is "first" or "last" or "latest" or "second" or "third") return true;
        if (s.Tokens[noun].Lemma.ToLowerInvariant() is "way" or "step" or "chance" or "time" or "place" or "thing" or "means" or "choice" or "method" or "opportunity" or "option" or "hope" or "reason" or "day") return false;
        foreach (int c in s.Children(noun))
            if (c < noun && s.Tokens[c].Relation is "amod" or "nummod" or "advmod" && s.Tokens[c].Form.ToLowerInvariant() is "first" or "only" or "last" or "latest" or "few" or "second" or "third" or "fourth" or "fifth" or "sole" or "lone") return true;
        return false;
    }

    // "blocked the road to protest the tax": the means is the message, so it is done when they are.
    public static bool IsExpressive(Sentence s, int verb) => s.Tokens[verb].Lemma is "protest" or "demand" or "denounce" or "condemn" or "express" or "voice" or "commemorate" or "mark" or "mourn" or "celebrate" or "honor" or "honour" or "show" or "signal" or "demonstrate";

    // "after", "once", "as soon as": a conjunction of time, however the parser tied it.
    public static bool IsTimed(Sentence s, int clause)
    {
        if (Subordination.Phrase(s, clause) == "after") return true;
        int head = s.Tokens[clause].Head;
        return head >= 0 && s.Tokens[head].Lemma is "soon" or "once" || s.Child(clause, "advmod") is var adverb and >= 0 && s.Tokens[adverb].Lemma is "soon" or "once";
    }

    // The noun before "to" that a clause hung on the verb belongs to: "dropped its plan to expel", "any attempt by the mayor to expand".
    public static int NounBefore(Sentence s, int clause, int verb)
    {
        int mark = s.Child(clause, "mark"), noun = s.Child(verb, "obj");
        if (noun < 0 || noun >= mark || mark < 1) return -1;
        return mark == noun + 1 || s.Dominates(noun, mark - 1) ? noun : -1;
    }

    public static bool IsGoing(Sentence s, int verb, string kind) =>
        kind == "to" && s.Tokens[verb].Lemma is "go" or "gon" && s.Tokens[verb].Xpos == "VBG";

    // "let him go", "saw it fall": a base form without subject of its own tense.
    public static bool IsBare(Sentence s, int clause)
    {
        if (s.Tokens[clause].Xpos is not ("VB" or "VBN" or "VBG") || s.Child(clause, "aux") >= 0 || s.Child(clause, "cop") >= 0) return false;
        return s.Child(clause, "mark") < 0 && s.Tokens[clause].Relation is "xcomp" or "ccomp" && s.Tokens[s.Tokens[clause].Head].Upos is "VERB";
    }

    public static bool HasQuestionWord(Sentence s, int clause)
    {
        foreach (int c in s.Children(clause)) if (s.Tokens[c].Xpos is "WP" or "WRB" or "WDT") return true;
        return false;
    }

    public static string Kind(Sentence s, int complement) => ArgumentReader.Marker(s, complement) switch
    {
        "to" => s.Tokens[complement].Xpos == "VBG" && s.Child(complement, "aux") < 0 ? "ing" : "to",
        "that" or "whether" or "if" or "" => "that",
        "for" when s.Tokens[complement].Xpos == "VB" => "to",
        "ing" => "ing",
        _ => s.Tokens[complement].Xpos == "VBG" ? "ing" : "that",
    };
}
