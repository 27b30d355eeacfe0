using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// Gives verbs back the subjects that parsers hang elsewhere, where English leaves one reading. The name behind a
/// fronted phrase and its comma is the subject of the verb that has none ("Speaking in Oslo, Lee, …, accused"). "After"
/// before a noun and a past with an object begins a clause ("after a man set off a bomb"). Of two subjects with a past of
/// saying between them the first says what the second does. A bare infinitive is not joined to a gerund, nor a past to an
/// infinitive. Changes the parse in place; trees stay trees.
/// </summary>
internal static class SubjectRepair
{
    public static void Mend(string[] words, ParsedSentence parsed)
    {
        for (int i = 0; i < words.Length; i++)
        {
            MendUnmarkedOwner(words, parsed, i);
            MendConjunct(parsed, i);
            MendFiniteModifier(parsed, i);
            MendTimeClause(words, parsed, i);
            MendFronted(words, parsed, i);
            MendSaying(words, parsed, i);
        }
    }

    // "army says rebels shelled the clinic" with the rebels as owners: nobody owns anything without "'s".
    private static void MendUnmarkedOwner(string[] words, ParsedSentence parsed, int subject)
    {
        int thing = parsed.Heads[subject], verb = subject + 1;
        if (parsed.DepRels[subject] != "nmod:poss" || parsed.Upos[subject] is not ("NOUN" or "PROPN") || thing <= verb || Has(parsed, subject, "case") || words[subject].EndsWith('s') && words[verb] is "'" or "’") return;
        if (parsed.Heads[verb] != thing || parsed.DepRels[verb] != "amod" || parsed.Xpos[verb] is not ("VBN" or "VBD")) return;
        int says = parsed.Heads[thing];
        if (says < 0 || says > subject || parsed.Upos[says] != "VERB" || parsed.DepRels[thing] is not ("obj" or "ccomp")) return;
        (parsed.Heads[verb], parsed.DepRels[verb], parsed.Upos[verb], parsed.Xpos[verb], parsed.Feats[verb]) = (says, "ccomp", "VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin");
        (parsed.Heads[subject], parsed.DepRels[subject]) = (verb, "nsubj");
        (parsed.Heads[thing], parsed.DepRels[thing]) = (verb, "obj");
    }

    // "would keep it from trading and block a deal": the bare verb goes with the bare verb above.
    private static void MendConjunct(ParsedSentence parsed, int i)
    {
        int first = parsed.Heads[i];
        if (parsed.DepRels[i] != "conj" || parsed.Upos[i] != "VERB" || first < 0 || first > i || HasSubject(parsed, i)) return;
        bool bare = parsed.Xpos[i] == "VB" && parsed.Xpos[first] == "VBG" && !Has(parsed, i, "aux") && !Has(parsed, i, "mark");
        bool past = parsed.Xpos[i] == "VBD" && parsed.Xpos[first] is "VB" or "VBG" && Has(parsed, first, "mark");
        if (!bare && !past) return;
        for (int above = parsed.Heads[first], steps = 0; above >= 0 && steps < 4; above = parsed.Heads[above], steps++)
        {
            if (bare ? parsed.Xpos[above] != "VB" : parsed.Xpos[above] is not ("VBD" or "VBZ" or "VBP")) continue;
            parsed.Heads[i] = above;
            return;
        }
    }

    // "Their arrest drew protests" with the verb as a modifier of what it governs: a past tense modifies nothing.
    private static void MendFiniteModifier(ParsedSentence parsed, int verb)
    {
        int noun = parsed.Heads[verb];
        if (parsed.Xpos[verb] != "VBD" || parsed.DepRels[verb] is not ("compound" or "amod") || noun < verb || parsed.Heads[noun] >= 0 || parsed.Upos[noun] is not ("NOUN" or "PROPN")) return;
        int subject = -1;
        for (int i = 0; i < verb; i++) if (parsed.Heads[i] == noun && parsed.DepRels[i] == "nsubj") subject = i;
        if (subject < 0) return;
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == noun && i != verb && (i <= subject || parsed.DepRels[i] is "punct" or "advcl" or "parataxis")) parsed.Heads[i] = verb;
        (parsed.Heads[verb], parsed.DepRels[verb], parsed.Upos[verb]) = (-1, "root", "VERB");
        (parsed.Heads[noun], parsed.DepRels[noun]) = (verb, "obj");
    }

    private static void MendTimeClause(string[] words, ParsedSentence parsed, int verb)
    {
        int governor = parsed.Heads[verb];
        if (governor < 0 || parsed.DepRels[verb] != "advcl" || parsed.Xpos[verb] is not ("VBD" or "VBN") || HasSubject(parsed, verb) || Has(parsed, verb, "aux") || Has(parsed, verb, "mark")) return;
        if (!Has(parsed, verb, "obj") && !Has(parsed, verb, "compound:prt")) return;
        int subject = verb - 1;
        if (subject >= 0 && parsed.DepRels[subject] == "advmod" && parsed.Heads[subject] == verb) subject--;
        if (subject < 1 || parsed.DepRels[subject] != "obl" || parsed.Heads[subject] != governor || parsed.Upos[subject] is not ("NOUN" or "PROPN" or "PRON")) return;
        int mark = Dependent(parsed, subject, "case");
        if (mark < 0 || words[mark].ToLowerInvariant() is not ("after" or "before" or "since" or "until" or "as")) return;
        (parsed.Heads[subject], parsed.DepRels[subject]) = (verb, "nsubj");
        (parsed.Heads[mark], parsed.DepRels[mark], parsed.Upos[mark]) = (verb, "mark", "SCONJ");
        (parsed.Xpos[verb], parsed.Feats[verb]) = ("VBD", "Mood=Ind|Tense=Past|VerbForm=Fin");
    }

    private static void MendFronted(string[] words, ParsedSentence parsed, int verb)
    {
        if (parsed.Upos[verb] != "VERB" || parsed.Xpos[verb] is not ("VBD" or "VBZ" or "VBP") || parsed.DepRels[verb] is "acl:relcl" or "conj" or "xcomp" || HasSubject(parsed, verb)) return;
        int name = -1;
        for (int i = 1; i < verb && name < 0; i++)
            if (parsed.DepRels[i] == "appos" && parsed.Upos[i] is "PROPN" or "NOUN" && words[First(parsed, i) is > 0 and var first ? first - 1 : 0] == "," && Front(parsed, i, verb) is >= 0 and var front && parsed.DepRels[front] is "advcl" or "obl") name = i;
        if (name < 0) return;
        for (int i = name + 1; i < verb; i++)
            if (parsed.Heads[i] >= 0 && parsed.Heads[i] < name && Front(parsed, i, verb) >= 0) parsed.Heads[i] = verb;
        (parsed.Heads[name], parsed.DepRels[name]) = (verb, "nsubj");
    }

    // "Two papers reported on Friday the ministry had bought missiles" with both nouns as subjects of "had".
    private static void MendSaying(string[] words, ParsedSentence parsed, int says)
    {
        int speaker = parsed.Heads[says];
        if (speaker < 0 || speaker > says || parsed.DepRels[says] != "acl" || parsed.Xpos[says] is not ("VBD" or "VBN")
            || words[says] is not ("reported" or "said" or "claimed" or "announced" or "warned" or "stated" or "confirmed" or "alleged" or "insisted" or "disclosed" or "revealed")) return;
        int verb = parsed.Heads[speaker];
        if (verb < says || parsed.DepRels[speaker] is not ("nsubj" or "nsubj:pass")) return;
        int second = -1;
        for (int i = says + 1; i < verb; i++) if (parsed.Heads[i] == verb && parsed.DepRels[i] is "nsubj" or "nsubj:pass") second = i;
        if (second < 0) return;
        (parsed.Heads[says], parsed.DepRels[says]) = (parsed.Heads[verb], parsed.DepRels[verb]);
        (parsed.Xpos[says], parsed.Feats[says]) = ("VBD", "Mood=Ind|Tense=Past|VerbForm=Fin");
        (parsed.Heads[verb], parsed.DepRels[verb]) = (says, "ccomp");
        (parsed.Heads[speaker], parsed.DepRels[speaker]) = (says, "nsubj");
        for (int i = 0; i < words.Length; i++)
            if (parsed.Heads[i] == verb && (i < says || i == words.Length - 1 && parsed.DepRels[i] == "punct")) parsed.Heads[i] = says;
    }

    // The dependent of the verb in whose phrase the word stands, or −1.
    private static int Front(ParsedSentence parsed, int word, int verb)
    {
        for (int i = word, steps = 0; i >= 0 && steps < parsed.Heads.Length; i = parsed.Heads[i], steps++)
            if (parsed.Heads[i] == verb) return i == word ? -1 : i;
        return -1;
    }

    private static int First(ParsedSentence parsed, int head)
    {
        int first = head;
        for (int i = head - 1; i >= 0; i--)
        {
            int up = i;
            for (int steps = 0; up >= 0 && up != head && steps < parsed.Heads.Length; steps++) up = parsed.Heads[up];
            if (up != head) break;
            if (parsed.DepRels[i] != "punct") first = i;
        }
        return first;
    }

    private static bool HasSubject(ParsedSentence parsed, int verb) => Has(parsed, verb, "nsubj") || Has(parsed, verb, "nsubj:pass") || Has(parsed, verb, "csubj") || Has(parsed, verb, "expl");

    private static bool Has(ParsedSentence parsed, int head, string relation) => Dependent(parsed, head, relation) >= 0;

    private static int Dependent(ParsedSentence parsed, int head, string relation)
    {
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == head && parsed.DepRels[i] == relation) return i;
        return -1;
    }
}
