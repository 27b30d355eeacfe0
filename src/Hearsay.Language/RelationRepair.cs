using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// Mends relations and tags that contradict each other, which no annotated tree has: an object behind a preposition (it is
/// an oblique, or the preposition a particle), a passive subject of a past tense, a noun with a subject of its own while its
/// verb has none ("clerics opposed reform"), a gerund with an article, a verb at the end of a prepositional phrase ("police
/// in riot gear beat them"), a question word that is none, a verb for a preposition. Tags, relations and heads are decided one by one, so they may
/// disagree; the surer of the two is kept. Changes the parse in place; trees stay trees.
/// </summary>
internal static class RelationRepair
{
    private const string Particles = " up out off down away back aside apart forth behind ";
    private const string Giving = " offer offers offered offering give gives gave given giving grant grants granted granting send sends sent sending lend lends lent lending promise promises promised promising "
        + "award awards awarded awarding deny denies denied denying pay pays paid paying hand hands handed handing pledge pledges pledged owe owes owed show shows showed ";

    public static void Mend(string[] words, ParsedSentence parsed)
    {
        for (int i = 0; i < words.Length; i++) MendTag(words, parsed, i);
        for (int i = 0; i < words.Length; i++)
        {
            MendPastAsPreposition(words, parsed, i);
            MendNo(words, parsed, i);
            MendGerund(parsed, i);
            MendPhraseEnd(parsed, i);
            MendActivePast(parsed, i);
            MendForeignSubject(words, parsed, i);
        }
        for (int i = 0; i < words.Length; i++) MendMarkedObject(words, parsed, i);
    }

    // "blocked WhatsApp": the question words are a closed class. "court help": a noun by its fine tag and its relation.
    private static void MendTag(string[] words, ParsedSentence parsed, int i)
    {
        if (parsed.Xpos[i] == "WP" && i > 0 && char.IsUpper(words[i][0]) && words[i].Length > 3 && !words[i].StartsWith("Wh", StringComparison.OrdinalIgnoreCase) | words[i].StartsWith("Whats", StringComparison.Ordinal))
            (parsed.Upos[i], parsed.Xpos[i]) = ("PROPN", "NNP");
        if (parsed.Xpos[i] == "VBD") parsed.Feats[i] = parsed.Feats[i].Replace("Tense=Pres", "Tense=Past", StringComparison.Ordinal);
        if (parsed.Upos[i] == "VERB" && parsed.DepRels[i] is "aux" or "aux:pass" && parsed.Heads[i] > i) parsed.Upos[i] = "AUX";
        if (parsed.Upos[i] == "VERB" && parsed.Xpos[i] is "NN" or "NNS" && parsed.DepRels[i] is "nsubj" or "nsubj:pass" or "obj" or "obl" or "nmod") parsed.Upos[i] = "NOUN";
    }

    // "Norway froze support to Togo" with "froze" as the preposition of a clause without a verb.
    private static void MendPastAsPreposition(string[] words, ParsedSentence parsed, int i)
    {
        int noun = parsed.Heads[i];
        if (i == 0 || parsed.DepRels[i] != "case" || parsed.Upos[i] != "VERB" || words[i].EndsWith("ing", StringComparison.Ordinal) || Dependent(parsed, i, "fixed") >= 0 || words[i] is "given" or "compared" or "based") return;
        if (noun < i || parsed.Heads[noun] >= 0 || Dependent(parsed, noun, "nsubj") is not (var subject and >= 0) || subject > i || Dependent(parsed, noun, "cop") >= 0) return;
        (parsed.Heads[i], parsed.DepRels[i], parsed.Heads[noun], parsed.DepRels[noun], parsed.Heads[subject]) = (-1, "root", i, "obj", i);
        MakePast(parsed, i);
        for (int k = 0; k < words.Length; k++)
            if (parsed.Heads[k] == noun && (k < i || parsed.DepRels[k] is "punct" or "obl" or "advmod" or "advcl")) parsed.Heads[k] = i;
    }

    // "said no to talks" with "no" as the article of the talks: an interjection is none.
    private static void MendNo(string[] words, ParsedSentence parsed, int i)
    {
        int noun = parsed.Heads[i];
        if (i > 0 && parsed.Xpos[i] == "UH" && parsed.DepRels[i] == "det" && noun > i && parsed.Heads[noun] == i - 1 && parsed.Upos[i - 1] == "VERB" && words[i + 1] == "to") (parsed.Heads[i], parsed.DepRels[i]) = (i - 1, "obj");
    }

    // "the court ruling was welcomed": a gerund described as nouns are, and without an object, is a noun.
    private static void MendGerund(ParsedSentence parsed, int i)
    {
        if (parsed.Upos[i] != "VERB" || parsed.Xpos[i] != "VBG" || parsed.DepRels[i] is not ("nsubj" or "nsubj:pass" or "obj" or "obl")) return;
        bool described = false;
        for (int k = 0; k < parsed.Heads.Length; k++)
        {
            if (parsed.Heads[k] != i) continue;
            if (parsed.DepRels[k] is "obj" or "nsubj" or "aux" or "ccomp" or "xcomp" or "compound:prt") return;
            described |= k < i && parsed.DepRels[k] is "compound" or "amod" or "nmod:poss" or "det";
        }
        if (described) (parsed.Upos[i], parsed.Xpos[i], parsed.Feats[i]) = ("NOUN", "NN", "Number=Sing");
    }

    // "Police in riot gear beat them" with "gear" as a verb: what ends a prepositional phrase is a noun.
    private static void MendPhraseEnd(ParsedSentence parsed, int i)
    {
        int verb = parsed.Heads[i], noun = i - 1;
        if (i < 3 || verb != i + 1 || parsed.Upos[i] != "VERB" || parsed.Xpos[i] is not ("VBP" or "VB") || parsed.Upos[verb] != "VERB" || parsed.Heads[noun] != i || parsed.DepRels[noun] != "compound") return;
        int preposition = noun - 1, subject = preposition - 1;
        if (parsed.Upos[preposition] != "ADP" || parsed.Heads[preposition] != noun && parsed.Heads[preposition] != i) return;
        while (subject > 0 && parsed.Heads[subject] != i) subject--;
        if (parsed.Heads[subject] != i || parsed.DepRels[subject] != "nsubj" || Dependent(parsed, verb, "nsubj") >= 0) return;
        (parsed.Upos[i], parsed.Xpos[i], parsed.Feats[i], parsed.Heads[i], parsed.DepRels[i]) = ("NOUN", "NN", "Number=Sing", subject, "nmod");
        (parsed.Heads[preposition], parsed.DepRels[preposition]) = (i, "case");
        (parsed.Heads[subject], parsed.DepRels[subject]) = (verb, "nsubj");
        if (parsed.Xpos[verb] == "VBN" && Dependent(parsed, verb, "aux") < 0 && Dependent(parsed, verb, "aux:pass") < 0) MakePast(parsed, verb);
    }

    // "police fired at them" with a passive subject: a past tense without "was" is active.
    private static void MendActivePast(ParsedSentence parsed, int i)
    {
        int verb = parsed.Heads[i];
        if (parsed.DepRels[i] != "nsubj:pass" || verb < i || parsed.Xpos[verb] != "VBD" || parsed.Upos[verb] != "VERB" || Dependent(parsed, verb, "aux:pass") >= 0 || Dependent(parsed, verb, "obl:agent") >= 0) return;
        parsed.DepRels[i] = "nsubj";
        MakePast(parsed, verb);
    }

    // A noun that is its verb's object has no subject: in front of the verb it is the verb's, behind it who is given
    // something ("offered Mali help"). "By" in front of the verb and its object belongs to the subject's phrase.
    private static void MendForeignSubject(string[] words, ParsedSentence parsed, int i)
    {
        int noun = parsed.Heads[i], verb = noun < 0 ? -1 : parsed.Heads[noun];
        if (verb < 0 || verb > noun || parsed.DepRels[noun] != "obj" || parsed.Upos[noun] is not ("NOUN" or "PROPN") || parsed.Upos[verb] != "VERB") return;
        int subject = Dependent(parsed, verb, "nsubj");
        if (parsed.DepRels[i] == "nsubj" && i < verb && subject < 0) parsed.Heads[i] = verb;
        else if (parsed.DepRels[i] == "nsubj" && i > verb && i < noun && Dependent(parsed, verb, "iobj") < 0 && Giving.Contains($" {words[verb]} ", StringComparison.Ordinal))
        {
            (parsed.Heads[i], parsed.DepRels[i]) = (verb, "iobj");
            for (int k = noun + 1; k < words.Length; k++) if (parsed.Heads[k] == noun && parsed.DepRels[k] == "obl") parsed.Heads[k] = verb;
        }
        else if (parsed.DepRels[i] == "compound" && i > 0 && i < verb && subject >= 0 && subject < i && words[i - 1] == "by" && parsed.Heads[i - 1] == noun && parsed.DepRels[i - 1] == "case")
            (parsed.Heads[i], parsed.DepRels[i], parsed.Heads[i - 1]) = (subject, "nmod", i);
    }

    // "fired at students": what a preposition introduces is no object.
    private static void MendMarkedObject(string[] words, ParsedSentence parsed, int i)
    {
        int verb = parsed.Heads[i];
        if (parsed.DepRels[i] != "obj" || verb < 0 || verb > i || Dependent(parsed, i, "case") is not (var mark and >= 0) || mark > i || mark < verb || !ComplementRepair.IsPreposition(words[mark])) return;
        if (mark == verb + 1 && Particles.Contains($" {words[mark]} ", StringComparison.Ordinal))
            (parsed.Heads[mark], parsed.DepRels[mark], parsed.Upos[mark], parsed.Xpos[mark]) = (verb, "compound:prt", "ADP", "RP");
        else
        {
            parsed.DepRels[i] = "obl";
            if (parsed.Upos[mark] is "ADJ" or "ADV") (parsed.Upos[mark], parsed.Xpos[mark], parsed.Feats[mark]) = ("ADP", "IN", "_");
        }
    }

    private static void MakePast(ParsedSentence parsed, int verb) => (parsed.Xpos[verb], parsed.Feats[verb]) = ("VBD", "Mood=Ind|Tense=Past|VerbForm=Fin");

    private static int Dependent(ParsedSentence parsed, int head, string relation)
    {
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == head && parsed.DepRels[i] == relation) return i;
        return -1;
    }
}
