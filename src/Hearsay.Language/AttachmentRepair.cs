using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// Mends single attachments and tags that English rules out. An auxiliary has no arguments of its own; a by-phrase names
/// the doer of the nominalisation or of the passive verb, not an owner of the thing done to ("the arrest of X by Y"); the
/// clause that a report begins with "that" belongs to the verb of reporting, not to a name before it; "to" makes an
/// infinitive of the verb behind it, and "due to" before one is the adjective. A participle between a verb and a bare noun
/// describes the noun. Changes the parse in place.
/// </summary>
internal static class AttachmentRepair
{
    public static void Mend(string[] words, ParsedSentence parsed)
    {
        for (int i = 0; i < words.Length; i++)
        {
            MendAuxiliary(parsed, i);
            MendInfinitive(words, parsed, i);
            MendArticled(words, parsed, i);
            MendNounTag(parsed, i);
            MendParticiple(words, parsed, i);
            MendUnmarkedOwner(words, parsed, i);
        }
        for (int i = 0; i + 2 < words.Length; i++)
        {
            MendDue(words, parsed, i);
            MendDueSomewhere(words, parsed, i);
        }
        for (int i = 1; i < words.Length; i++)
        {
            MendDoer(words, parsed, i);
            MendReported(words, parsed, i);
            MendPromised(words, parsed, i);
            MendRoad(words, parsed, i);
            MendSpeakersPlace(words, parsed, i);
            MendDemanded(words, parsed, i);
        }
    }

    private static void MendAuxiliary(ParsedSentence parsed, int i)
    {
        int head = parsed.Heads[i];
        if (head < 0 || parsed.DepRels[head] is not ("aux" or "aux:pass" or "cop")) return;
        if (parsed.DepRels[i] is "nsubj" or "nsubj:pass" or "obj" or "obl" or "punct" or "ccomp" or "xcomp" or "advcl") parsed.Heads[i] = parsed.Heads[head];
    }

    // "aims to weaken": read as a participle, but "to" with no auxiliary takes the bare infinitive.
    private static void MendInfinitive(string[] words, ParsedSentence parsed, int i)
    {
        if (i == 0 || parsed.Xpos[i - 1] != "TO" || parsed.Heads[i - 1] != i || parsed.DepRels[i - 1] != "mark") return;
        if (parsed.Upos[i] != "VERB" || parsed.Xpos[i] is not ("VBN" or "VBD" or "VBP" or "NN") || words[i].EndsWith("ed", StringComparison.Ordinal)) return;
        (parsed.Xpos[i], parsed.Feats[i]) = ("VB", "VerbForm=Inf");
    }

    // "broke up a rally": what has an article is no adverb, a few expressions of degree and time apart.
    private static void MendArticled(string[] words, ParsedSentence parsed, int i)
    {
        if (i == 0 || parsed.Upos[i] != "ADV" || parsed.Xpos[i] != "RB" || parsed.Heads[i - 1] != i || parsed.DepRels[i - 1] != "det") return;
        if (words[i].EndsWith("ly", StringComparison.Ordinal) && words[i] != "rally" || words[i] is "lot" or "bit" or "little" or "while" or "more" or "less" or "most" or "least" or "best" or "same") return;
        (parsed.Upos[i], parsed.Xpos[i], parsed.Feats[i]) = ("NOUN", "NN", "Number=Sing");
        int head = parsed.Heads[i];
        if (parsed.DepRels[i] != "advmod" || head < 0 || head > i || parsed.Upos[head] != "VERB") return;
        parsed.DepRels[i] = Dependent(parsed, head, "obj") < 0 ? "obj" : "obl";
    }

    // A nominal that one tag set alone calls a noun; and a clause with a subject of its own, which is no oblique.
    private static void MendNounTag(ParsedSentence parsed, int i)
    {
        if (parsed.Upos[i] == "ADJ" && parsed.Xpos[i] is "NN" or "NNS" && parsed.DepRels[i] is "nsubj" or "nsubj:pass" or "obj" or "obl") parsed.Upos[i] = "NOUN";
        if (parsed.Upos[i] != "VERB" || parsed.Xpos[i] != "VB" || parsed.DepRels[i] is not ("obl" or "advcl") || Dependent(parsed, i, "nsubj") is not (var subject and >= 0)) return;
        parsed.DepRels[i] = "advcl";
        if (Dependent(parsed, i, "mark") < 0 && Dependent(parsed, subject, "case") is var mark and >= 0)
            (parsed.Heads[mark], parsed.DepRels[mark], parsed.Upos[mark]) = (i, "mark", "SCONJ");
    }

    // "reject proposed changes": a participle behind a finite verb, with a bare noun behind it, describes that noun.
    private static void MendParticiple(string[] words, ParsedSentence parsed, int i)
    {
        if (i == 0 || parsed.Xpos[i] is not ("VBN" or "VBD") || parsed.Upos[i] != "VERB" || parsed.Upos[i - 1] != "VERB" || parsed.Xpos[i - 1] is not ("VBP" or "VBZ" or "VBD" or "VB" or "VBN" or "VBG")) return;
        int verb = i - 1, noun = Dependent(parsed, i, "obj");
        if (noun < 0 && parsed.DepRels[i] == "xcomp" && parsed.Heads[i] == verb && Dependent(parsed, verb, "obj") is var thing && thing > i) // "has exchanged jailed spies"
        {
            for (int k = i + 1; k < thing; k++)
                if (parsed.Upos[k] is not ("ADJ" or "NOUN" or "PROPN" or "NUM")) return;
            for (int k = i + 1; k < words.Length; k++)
                if (parsed.Heads[k] == i) parsed.Heads[k] = verb;
            (parsed.Heads[i], parsed.DepRels[i], parsed.Xpos[i], parsed.Feats[i]) = (thing, "amod", "VBN", "Tense=Past|VerbForm=Part");
            return;
        }
        bool asSubject = parsed.Heads[verb] == i && parsed.DepRels[verb] == "nsubj" && parsed.Xpos[verb] is not ("VBN" or "VBG"); // a finite verb is never one
        bool asClause = parsed.Xpos[i] == "VBN" && parsed.DepRels[i] is "ccomp" or "xcomp" && (parsed.Heads[i] == verb || parsed.Heads[i] == parsed.Heads[verb]);
        if (noun < i || !asSubject && !asClause || Dependent(parsed, verb, "obj") >= 0) return;
        for (int k = i + 1; k < noun; k++)
            if (parsed.Upos[k] is not ("ADJ" or "NOUN" or "PROPN" or "NUM")) return;
        if (asSubject) (parsed.Heads[verb], parsed.DepRels[verb]) = (parsed.Heads[i], parsed.DepRels[i]);
        for (int k = 0; k < words.Length; k++)
            if (parsed.Heads[k] == i) parsed.Heads[k] = verb;
        (parsed.Heads[i], parsed.DepRels[i], parsed.Xpos[i], parsed.Feats[i]) = (noun, "amod", "VBN", "Tense=Past|VerbForm=Part");
    }

    // "denounced as a crime Serbia's raid": a noun without "'s" owns nothing; what "as" introduces is that noun alone.
    private static void MendUnmarkedOwner(string[] words, ParsedSentence parsed, int i)
    {
        int thing = parsed.Heads[i];
        if (parsed.DepRels[i] == "obl" && thing >= 0 && thing < i && parsed.Upos[i] == "NOUN" && Dependent(parsed, i, "case") < 0 && Dependent(parsed, i, "nmod:poss") >= 0
            && Dependent(parsed, thing, "obl") is var judged && judged < i && HasCase(words, parsed, judged, "as") && Dependent(parsed, thing, "obj") < 0)
        {
            parsed.DepRels[i] = "obj";
            return;
        }
        if (parsed.DepRels[i] != "nmod:poss" || parsed.Upos[i] != "NOUN" || thing < i || parsed.DepRels[thing] != "obl" || Dependent(parsed, i, "case") >= 0) return;
        int mark = Dependent(parsed, thing, "case"), verb = parsed.Heads[thing];
        if (mark < 0 || mark > i || words[mark] != "as" || verb < 0 || verb > mark || Dependent(parsed, verb, "obj") >= 0) return;
        (parsed.Heads[mark], parsed.Heads[i], parsed.DepRels[i], parsed.DepRels[thing]) = (i, verb, "obl", "obj");
    }

    private static void MendDue(string[] words, ParsedSentence parsed, int due)
    {
        int verb = due + 2;
        if (words[due] != "due" || words[due + 1] != "to" || parsed.Heads[due] != verb || parsed.DepRels[due] is not ("mark" or "case") || parsed.Xpos[verb] != "VB") return;
        (parsed.Heads[due], parsed.DepRels[due]) = (parsed.Heads[verb], parsed.DepRels[verb]);
        (parsed.Upos[due], parsed.Xpos[due], parsed.Feats[due]) = ("ADJ", "JJ", "Degree=Pos");
        (parsed.Heads[verb], parsed.DepRels[verb]) = (due, "xcomp");
        (parsed.Heads[due + 1], parsed.DepRels[due + 1]) = (verb, "mark");
        for (int i = 0; i < words.Length; i++)
            if (parsed.Heads[i] == verb && i != due + 1 && (i < due || parsed.DepRels[i] == "punct")) parsed.Heads[i] = due;
    }

    // "is due in Oslo on Friday for talks" with "due in" as a preposition: only "due to" is one.
    private static void MendDueSomewhere(string[] words, ParsedSentence parsed, int due)
    {
        int place = parsed.Heads[due];
        if (words[due] != "due" || words[due + 1] == "to" || place < due || parsed.DepRels[due] != "case") return;
        (parsed.Heads[due], parsed.DepRels[due]) = (parsed.Heads[place], parsed.DepRels[place]);
        (parsed.Upos[due], parsed.Xpos[due], parsed.Feats[due]) = ("ADJ", "JJ", "Degree=Pos");
        (parsed.Heads[place], parsed.DepRels[place]) = (due, "obl");
        for (int i = 0; i < words.Length; i++)
        {
            if (parsed.Heads[i] != place || i > due && i < place && parsed.DepRels[i] is not ("cop" or "nsubj")) continue;
            if (i > place && parsed.DepRels[i] == "nmod") parsed.DepRels[i] = "obl";
            parsed.Heads[i] = due;
        }
    }

    private static void MendDoer(string[] words, ParsedSentence parsed, int i)
    {
        int thing = parsed.Heads[i];
        if (thing < 0 || thing > i || parsed.DepRels[i] != "nmod" || !HasCase(words, parsed, i, "by") || parsed.Upos[thing] is not ("NOUN" or "PROPN")) return;
        int act = parsed.Heads[thing];
        if (act < 0 || act > thing) return;
        if (parsed.DepRels[thing] == "nmod" && parsed.Upos[act] == "NOUN" && HasCase(words, parsed, thing, "of")) parsed.Heads[i] = act;
        else if (parsed.DepRels[thing] == "obl" && parsed.Xpos[act] == "VBN" && Dependent(parsed, act, "aux:pass") >= 0 && Dependent(parsed, act, "obl:agent") < 0)
            (parsed.Heads[i], parsed.DepRels[i]) = (act, "obl:agent");
    }

    private static void MendReported(string[] words, ParsedSentence parsed, int clause)
    {
        if (parsed.DepRels[clause] == "parataxis" && parsed.Heads[clause] is var quoted and >= 0 && Dependent(parsed, clause, "mark") is var that and > 2 && words[that] == "that"
            && words[that - 1] == "saying" && parsed.Heads[that - 1] == quoted) // "was quoted as saying that"
            (parsed.Heads[clause], parsed.DepRels[clause]) = (that - 1, "ccomp");
        if (!parsed.DepRels[clause].StartsWith("acl", StringComparison.Ordinal) || Dependent(parsed, clause, "nsubj") < 0) return;
        int mark = Dependent(parsed, clause, "mark");
        if (mark < 0 || words[mark] != "that") return;
        string path = parsed.DepRels[clause];
        for (int verb = parsed.Heads[clause]; verb >= 0; path = parsed.DepRels[verb], verb = parsed.Heads[verb])
        {
            if (words[verb] is not ("said" or "says" or "say" or "reported" or "announced" or "added" or "claimed" or "warned" or "confirmed" or "insisted" or "stated" or "declared" or "argued")) continue;
            if (path is "obl" or "advcl" && Dependent(parsed, verb, "ccomp") < 0) (parsed.Heads[clause], parsed.DepRels[clause]) = (verb, "ccomp");
            return;
        }
    }

    // "promised voters that he would pay": what somebody is told belongs to the telling, and does not describe who is told.
    private static void MendPromised(string[] words, ParsedSentence parsed, int clause)
    {
        int told = parsed.Heads[clause], verb = told < 0 ? -1 : parsed.Heads[told];
        if (verb < 0 || told > clause || parsed.DepRels[clause] != "acl" || parsed.DepRels[told] is not ("obj" or "iobj") || Dependent(parsed, clause, "nsubj") < 0 || Dependent(parsed, verb, "ccomp") >= 0) return;
        if (Dependent(parsed, clause, "mark") is not (var mark and >= 0) || words[mark] != "that") return;
        if (words[verb] is "told" or "tells" or "tell" or "promised" or "promises" or "assured" or "assures" or "warned" or "warns" or "reminded" or "informed" or "notified" or "convinced" or "persuaded")
            (parsed.Heads[clause], parsed.DepRels[clause]) = (verb, "ccomp");
    }

    // "attacked a convoy on the road to Oslo": where a road goes belongs to the road.
    private static void MendRoad(string[] words, ParsedSentence parsed, int i)
    {
        if (parsed.DepRels[i] != "obl" || Dependent(parsed, i, "case") is not (var to and > 0) || words[to] is not ("to" or "between" or "from" or "into")) return;
        int road = to - 1;
        if (words[road] is "road" or "roads" or "highway" or "route" or "railway" or "motorway" or "pipeline" or "bridge" or "track" && parsed.Heads[road] == parsed.Heads[i] && parsed.DepRels[road] == "obl") (parsed.Heads[i], parsed.DepRels[i]) = (road, "nmod");
    }

    // '"…?" asked a nurse at the clinic': behind a verb of saying and its subject, "at", "from" and "of" say who speaks.
    private static void MendSpeakersPlace(string[] words, ParsedSentence parsed, int i)
    {
        int verb = parsed.Heads[i];
        if (parsed.DepRels[i] != "obl" || verb < 2 || verb > i || parsed.Upos[i] is not ("NOUN" or "PROPN") || Dependent(parsed, i, "case") is not (var mark and >= 0) || words[mark] is not ("at" or "from" or "of")) return;
        int speaker = mark - 1;
        if (speaker <= verb || parsed.Heads[speaker] != verb || parsed.DepRels[speaker] != "nsubj" || parsed.Upos[speaker] != "NOUN" || words[verb - 1] is not ("\"" or "”" or "," or "''")) return;
        (parsed.Heads[i], parsed.DepRels[i]) = (speaker, "nmod");
    }

    // "repeated its demand on Monday that Togo pay": what is demanded belongs to the demand, not to the repeating.
    private static void MendDemanded(string[] words, ParsedSentence parsed, int clause)
    {
        int verb = parsed.Heads[clause];
        if (verb < 0 || verb > clause || parsed.DepRels[clause] != "ccomp" || Dependent(parsed, clause, "mark") is not (var mark and >= 0) || words[mark] != "that") return;
        int thing = Dependent(parsed, verb, "obj");
        if (thing > verb && thing < mark && words[thing] is "demand" or "demands" or "request" or "proposal" or "suggestion" or "appeal" or "recommendation" or "insistence")
            (parsed.Heads[clause], parsed.DepRels[clause]) = (thing, "acl");
    }

    private static bool HasCase(string[] words, ParsedSentence parsed, int noun, string preposition) =>
        Dependent(parsed, noun, "case") is var c and >= 0 && words[c] == preposition;

    private static int Dependent(ParsedSentence parsed, int head, string relation)
    {
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == head && parsed.DepRels[i] == relation) return i;
        return -1;
    }
}
