using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// Mends what verbs, nouns and adjectives govern, by lists of English words that leave one reading: particles of
/// phrasal verbs ("handed over a suspect"), nouns that take an infinitive ("calls to raise taxes"), adjectives that do
/// ("it was ready to mediate"), verbs behind "to" that look like adjectives ("refused to lower tariffs"). Prepositions
/// are a closed class: a new one is a past tense ("Norway froze assets"). Changes the parse in place.
/// </summary>
internal static class ComplementRepair
{
    private static readonly HashSet<string> InfinitiveNouns = new(StringComparer.Ordinal)
    {
        "call", "calls", "attempt", "attempts", "effort", "efforts", "plan", "plans", "bid", "bids", "offer", "offers", "promise", "promises", "decision", "move", "moves",
        "demand", "demands", "refusal", "request", "requests", "proposal", "proposals", "threat", "threats", "vow", "pledge", "pledges", "permission", "campaign", "push", "drive", "case",
    };

    private static readonly HashSet<string> Sayings = new(StringComparer.Ordinal)
    {
        "claim", "claims", "allegation", "allegations", "accusation", "accusations", "charge", "charges", "report", "reports", "statement", "statements", "suggestion", "suggestions",
        "assertion", "assertions", "complaint", "complaints", "demand", "demands", "call", "calls", "request", "requests", "proposal", "proposals", "threat", "threats", "offer", "offers", "remarks", "comments",
    };

    private static readonly HashSet<string> InfinitiveAdjectives = new(StringComparer.Ordinal)
    {
        "ready", "willing", "unwilling", "able", "unable", "eager", "prepared", "determined", "keen", "reluctant", "set", "due", "free",
    };

    private static readonly string[] Verdicts = ["stile", "able", "ible", "ous", "ful", "less"];

    private static readonly Dictionary<string, string[]> Particles = new(StringComparer.Ordinal)
    {
        ["over"] = ["hand", "turned", "took", "take", "taking"], ["out"] = ["rul", "carr", "wip"], ["off"] = ["cut", "call", "brok", "break"], ["in"] = ["take", "took", "taking", "let"],
        ["up"] = ["brok", "break", "blew", "blow", "gave", "give", "set"], ["down"] = ["shot", "shoot", "vot", "turn", "struck", "strik", "shut", "gunn"], ["aside"] = ["brush", "set", "turn"], ["back"] = ["hand"],
    };

    private const string Prepositions =
        " aboard about above across after against ahead along alongside although amid amidst among amongst around as aside astride at atop because before behind below beneath beside besides between beyond but by despite down during "
        + "except for from if in inside into lest like near nearby next notwithstanding of off on once onto opposite out outside over past pending per since so than that though through throughout till to together toward towards under "
        + "underneath unless unlike until unto up upon upside versus via vs whereas whether while whilst with within without worth minus plus round save ";

    public static bool IsPreposition(string word) => Prepositions.Contains($" {word} ", StringComparison.Ordinal) || word is "at" or "to" or "away" or "apart" or "back" or "forth";

    public static void Mend(string[] words, ParsedSentence parsed)
    {
        for (int i = 1; i < words.Length; i++)
        {
            MendNewPreposition(words, parsed, i);
            MendParticle(words, parsed, i);
            MendInfinitive(words, parsed, i);
            MendDoerAsSubject(words, parsed, i);
            MendSecondVerb(words, parsed, i);
            MendSelection(words, parsed, i);
            MendPredicate(words, parsed, i);
            MendVerdict(words, parsed, i);
            MendAuthor(words, parsed, i);
            MendAccusation(words, parsed, i);
            MendThing(words, parsed, i);
            if (words[i] == "way" && words[i - 1] is "give" or "gives" or "gave" or "given" or "giving" && parsed.Heads[i] == i - 1)
                (parsed.DepRels[i], parsed.Upos[i], parsed.Xpos[i]) = ("obj", "NOUN", "NN");
        }
    }

    // "called the move hostile": what a thing is called at the end is an adjective by its ending, and the noun in front of it is the thing.
    private static void MendVerdict(string[] words, ParsedSentence parsed, int i)
    {
        int verb = parsed.Heads[i], thing = i - 1;
        if (parsed.DepRels[i] is not ("obj" or "xcomp") || parsed.Upos[i] != "NOUN" || verb < 0 || words[verb] is not ("called" or "calls" or "branded" or "termed" or "labelled" or "labeled" or "deemed" or "considered" or "found")) return;
        if (!Verdicts.Any(e => words[i].EndsWith(e, StringComparison.Ordinal)) || parsed.Heads[thing] != i || parsed.DepRels[thing] != "compound" || i + 1 < words.Length && parsed.Upos[i + 1] != "PUNCT") return;
        for (int k = 0; k < thing; k++) if (parsed.Heads[k] == i) parsed.Heads[k] = thing;
        (parsed.Heads[thing], parsed.DepRels[thing]) = (verb, "obj");
        (parsed.DepRels[i], parsed.Upos[i], parsed.Xpos[i], parsed.Feats[i]) = ("xcomp", "ADJ", "JJ", "Degree=Pos");
    }

    // "denied claims by the rebels that it had fired": an active verb takes no doer behind "by"; the noun of saying in
    // front of it does, and what was said belongs to that noun.
    private static void MendAuthor(string[] words, ParsedSentence parsed, int i)
    {
        int verb = parsed.Heads[i];
        if (parsed.DepRels[i] is not ("obl" or "nmod") || verb < 0 || parsed.Upos[i] is not ("NOUN" or "PROPN")) return;
        if (Dependent(parsed, i, "case") is not (var by and > 0) || words[by] != "by" || !Sayings.Contains(words[by - 1])) return;
        int saying = by - 1;
        if (parsed.DepRels[i] == "obl" && (verb > saying || parsed.Heads[saying] != verb || parsed.DepRels[saying] != "obj")) return;
        if (parsed.DepRels[i] == "nmod" && verb != saying) return;
        (parsed.Heads[i], parsed.DepRels[i]) = (saying, "nmod");
        for (int k = i + 1; k < words.Length; k++)
            if (parsed.Heads[k] == i && parsed.DepRels[k] is "acl" or "acl:relcl" && Dependent(parsed, k, "mark") is var mark and >= 0 && words[mark] == "that") (parsed.Heads[k], parsed.DepRels[k]) = (saying, "acl");
    }

    // "accused Togo of shelling towns": the gerund is what somebody is accused of, and describes neither him nor the towns.
    private static void MendAccusation(string[] words, ParsedSentence parsed, int i)
    {
        if (words[i] != "of" || i + 1 == words.Length || !words[i + 1].EndsWith("ing", StringComparison.Ordinal) || parsed.Upos[i + 1] != "VERB" || parsed.Heads[i + 1] is not (var head and >= 0)) return;
        int act = i + 1;
        if (parsed.DepRels[act] == "acl" && parsed.Heads[i] == act && parsed.DepRels[head] == "obj" && IsAccusing(words, parsed.Heads[head]))
            (parsed.Heads[act], parsed.DepRels[act]) = (parsed.Heads[head], "advcl");
        if (parsed.DepRels[act] != "amod" || head < act || parsed.Heads[i] != head || parsed.DepRels[head] is not ("obl" or "nmod")) return;
        int verb = parsed.DepRels[head] == "nmod" ? parsed.Heads[parsed.Heads[head]] : parsed.Heads[head];
        if (!IsAccusing(words, verb) || verb > i) return;
        (parsed.Heads[act], parsed.DepRels[act], parsed.Heads[head], parsed.DepRels[head]) = (verb, "advcl", act, "obj");
        (parsed.Heads[i], parsed.DepRels[i], parsed.Upos[i]) = (act, "mark", "SCONJ");
    }

    private static bool IsAccusing(string[] words, int verb) => verb >= 0 && words[verb] is "accused" or "accuse" or "accuses" or "accusing" or "suspected" or "suspect" or "suspects" or "convicted" or "acquitted";

    // "paid tribute to the dead", "called snap elections": only verbs of being and naming have a noun for predicate.
    private static void MendThing(string[] words, ParsedSentence parsed, int i)
    {
        int verb = parsed.Heads[i];
        if (parsed.DepRels[i] != "xcomp" || parsed.Upos[i] != "NOUN" || verb < 0 || verb > i || parsed.Upos[verb] != "VERB" || Dependent(parsed, verb, "obj") >= 0 || Dependent(parsed, i, "nsubj") >= 0) return;
        if (Dependent(parsed, verb, "aux:pass") >= 0 || Dependent(parsed, i, "case") >= 0 || Dependent(parsed, i, "mark") >= 0 || parsed.DepRels[verb].StartsWith("acl", StringComparison.Ordinal)) return;
        if (words[verb] is not ("paid" or "pays" or "pay" or "paying" or "called" or "calls" or "calling" or "held" or "holds" or "hold" or "staged" or "launched" or "signed") || words.Any(w => w is "what" or "What")) return;
        parsed.DepRels[i] = "obj";
        for (int k = i + 1; k < words.Length; k++) if (parsed.Heads[k] == i && parsed.DepRels[k] == "obl") parsed.Heads[k] = verb;
    }

    // "called the verdict 'dangerous'": an adjective behind the object of a verb of naming is what the object is called.
    private static void MendPredicate(string[] words, ParsedSentence parsed, int i)
    {
        int thing = parsed.Heads[i];
        if (thing < 0 || thing > i || parsed.Upos[i] != "ADJ" || parsed.DepRels[i] is not ("appos" or "amod" or "acl" or "dep") || parsed.DepRels[thing] != "obj") return;
        int verb = parsed.Heads[thing];
        if (verb < 0 || verb > thing || Dependent(parsed, verb, "xcomp") >= 0) return;
        if (words[verb] is "called" or "calls" or "call" or "calling" or "branded" or "labelled" or "labeled" or "termed" or "dubbed" or "deemed" or "considers" or "considered" or "declared")
            (parsed.Heads[i], parsed.DepRels[i]) = (verb, "xcomp");
    }

    private static void MendNewPreposition(string[] words, ParsedSentence parsed, int i)
    {
        if (parsed.Xpos[i] != "IN" || words[i].Length < 4 || !words[i].All(char.IsAsciiLetterLower)) return;
        if (Prepositions.Contains(" " + words[i] + " ", StringComparison.Ordinal) || words[i].EndsWith("ing", StringComparison.Ordinal)) return;
        int doer = Array.IndexOf(parsed.Heads, -1), thing = -1;
        for (int k = words.Length - 1; k > i && doer < i; k--)
            if ((parsed.Heads[k] == doer || parsed.Heads[k] == i) && parsed.DepRels[k] is "nmod" or "obl" or "obj") thing = k;
        if (doer != i && (doer > i || thing < 0 || parsed.DepRels[i] != "case" || parsed.Upos[doer] is not ("NOUN" or "PROPN"))) return;
        (parsed.Upos[i], parsed.Xpos[i], parsed.Feats[i]) = ("VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin");
        if (doer == i) return;
        for (int k = i + 1; k < words.Length; k++)
            if (parsed.Heads[k] == doer) parsed.Heads[k] = i;
        (parsed.Heads[i], parsed.DepRels[i]) = (-1, "root");
        (parsed.Heads[doer], parsed.DepRels[doer]) = (i, "nsubj");
        (parsed.Heads[thing], parsed.DepRels[thing]) = (i, "obj");
    }

    private static void MendParticle(string[] words, ParsedSentence parsed, int i)
    {
        int verb = i - 1;
        if (parsed.Upos[verb] != "VERB" || !Particles.TryGetValue(words[i], out string[]? stems) || !stems.Any(s => words[verb].StartsWith(s, StringComparison.Ordinal))) return;
        int thing = parsed.DepRels[i] == "case" ? parsed.Heads[i] : parsed.DepRels[i] == "compound:prt" ? Unmarked(parsed, verb, i) : -1;
        if (thing < i || parsed.Heads[thing] != verb || parsed.DepRels[thing] != "obl" || Dependent(parsed, verb, "obj") >= 0) return;
        (parsed.Heads[i], parsed.DepRels[i], parsed.Upos[i], parsed.Xpos[i]) = (verb, "compound:prt", "ADP", "RP");
        parsed.DepRels[thing] = "obj";
    }

    private static void MendInfinitive(string[] words, ParsedSentence parsed, int i)
    {
        if (words[i] != "to" || i + 1 == words.Length) return;
        int verb = i + 1, noun = parsed.Heads[verb];
        if (words[verb] == "lower" && parsed.DepRels[verb] == "amod" && noun > verb && parsed.Heads[i] == noun && parsed.Heads[noun] is var governor and >= 0
            && words[governor] is "refused" or "agreed" or "promised" or "vowed" or "pledged" or "threatened" or "decided" or "failed" or "wants" or "planned")
        {
            (parsed.Upos[verb], parsed.Xpos[verb], parsed.Feats[verb], parsed.Heads[verb], parsed.DepRels[verb]) = ("VERB", "VB", "VerbForm=Inf", governor, "xcomp");
            (parsed.Upos[i], parsed.Xpos[i], parsed.Heads[i], parsed.DepRels[i]) = ("PART", "TO", verb, "mark");
            (parsed.Heads[noun], parsed.DepRels[noun]) = (verb, "obj");
            return;
        }
        if (parsed.Heads[i] != verb || parsed.DepRels[i] != "mark" || parsed.Xpos[verb] != "VB") return;
        int before = Governor(words, parsed, i);
        if (parsed.DepRels[verb] == "advcl" && before >= 0 && parsed.Heads[before] == parsed.Heads[verb]) (parsed.Heads[verb], parsed.DepRels[verb]) = (before, "acl");
        int adjective = parsed.Heads[verb];
        if (parsed.DepRels[verb] != "csubj" || adjective != i - 1 || !InfinitiveAdjectives.Contains(words[adjective])) return;
        parsed.DepRels[verb] = "xcomp";
        if (Dependent(parsed, adjective, "expl") is var it and >= 0) parsed.DepRels[it] = "nsubj";
    }

    // The noun that "to" follows, at once or behind a by-phrase: "efforts by the palace to".
    private static int Governor(string[] words, ParsedSentence parsed, int to)
    {
        if (InfinitiveNouns.Contains(words[to - 1]) && parsed.Upos[to - 1] == "NOUN") return to - 1;
        int doer = to - 1, head = parsed.Heads[doer];
        if (head < 0 || Dependent(parsed, doer, "case") is not (var by and >= 0) || words[by] is not ("by" or "from")) return -1;
        if (parsed.Upos[head] == "VERB" && parsed.DepRels[doer] == "obl" && by - 1 >= 0 && parsed.Heads[by - 1] == head && parsed.DepRels[by - 1] == "obj") head = by - 1;
        return InfinitiveNouns.Contains(words[head]) && parsed.Upos[head] == "NOUN" ? head : -1;
    }

    // "will start on Monday and end on Friday": what is joined to a bare verb without an article is one.
    private static void MendSecondVerb(string[] words, ParsedSentence parsed, int i)
    {
        int first = parsed.Heads[i];
        if (first < 0 || first > i || parsed.DepRels[i] != "conj" || parsed.Xpos[i] != "NN" || parsed.Xpos[first] != "VB" || parsed.Heads[i - 1] != i || parsed.DepRels[i - 1] != "cc") return;
        if (i + 1 == words.Length || parsed.Upos[i + 1] is not ("ADP" or "DET" or "ADV")) return;
        (parsed.Upos[i], parsed.Xpos[i], parsed.Feats[i]) = ("VERB", "VB", "VerbForm=Inf");
        for (int k = i + 1; k < words.Length; k++)
            if (parsed.Heads[k] == first && parsed.DepRels[k] is "obl" or "obj" or "advmod") parsed.Heads[k] = i;
    }

    // Whom or what a participle or infinitive describes: "one of the lenders to sue" the lenders, "appeared in court
    // accused" who appeared; in "Sri Lankan navy boat" the adjective describes the navy.
    private static void MendSelection(string[] words, ParsedSentence parsed, int i)
    {
        int head = parsed.Heads[i];
        if (head < 0) return;
        if (parsed.DepRels[i] == "advcl" && i > 1 && words[i - 1] == "to" && parsed.Heads[i - 2] == head && parsed.Upos[i - 2] == "NOUN" && parsed.DepRels[i - 2] is "obj" or "xcomp" or "obl"
            && IsRanked(words, parsed, i - 2)) (parsed.Heads[i], parsed.DepRels[i]) = (i - 2, "acl"); // "the first woman to lead"
        else if (parsed.DepRels[i] == "acl" && words[head] == "one" && words[i - 1] == "to" && i > 1 && parsed.Heads[i - 2] == head && parsed.Upos[i - 2] == "NOUN") parsed.Heads[i] = i - 2;
        else if (parsed.DepRels[i] == "acl" && head == i - 1 && words[head] is "court" or "jail" or "prison" or "custody" && words[i] is "accused" or "charged" or "suspected" or "convicted"
            && parsed.Heads[head] is var verb and >= 0 && parsed.Upos[verb] == "VERB") (parsed.Heads[i], parsed.DepRels[i]) = (verb, "advcl");
        else if (parsed.DepRels[i] is "amod" or "compound" && head > i + 1 && char.IsUpper(words[i][0]) && parsed.Heads[i + 1] == head && parsed.DepRels[i + 1] == "compound"
            && words[head] is not ("station" or "stations") && words[i + 1] is "navy" or "army" or "police" or "military" or "government" or "radio" or "television" or "embassy") parsed.Heads[i] = i + 1;
    }

    private static bool IsRanked(string[] words, ParsedSentence parsed, int noun)
    {
        for (int k = 0; k < noun; k++)
            if (parsed.Heads[k] == noun && words[k] is "first" or "second" or "third" or "last" or "latest" or "next" or "only") return true;
        return false;
    }

    // "The seizure of land by the state angered farmers": what has "by" before it is nobody's subject.
    private static void MendDoerAsSubject(string[] words, ParsedSentence parsed, int i)
    {
        if (parsed.DepRels[i] != "nsubj" || Dependent(parsed, i, "case") is not (var by and >= 0) || words[by] != "by") return;
        int subject = Dependent(parsed, parsed.Heads[i], "nsubj");
        if (subject >= 0 && subject < by) (parsed.Heads[i], parsed.DepRels[i]) = (subject, "nmod");
    }

    // The first oblique behind the particle, when nothing marks it as one.
    private static int Unmarked(ParsedSentence parsed, int verb, int particle)
    {
        for (int i = particle + 1; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == verb && parsed.DepRels[i] == "obl") return Dependent(parsed, i, "case") < 0 ? i : -1;
        return -1;
    }

    private static int Dependent(ParsedSentence parsed, int head, string relation)
    {
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == head && parsed.DepRels[i] == relation) return i;
        return -1;
    }
}
