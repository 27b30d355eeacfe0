using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// Mends clauses that a parser took for noun phrases, where English leaves one reading. A noun cannot modify another
/// across a participle ("Syria ended talks" is a clause), nor has a reduced relative an object ("Snow blocked roads").
/// Who is told stands between "told" and the clause, and belongs to "told". What introduces a clause is no preposition,
/// and "to" before a noun is one. Changes the parse in place; trees stay trees.
/// </summary>
internal static class ClauseRepair
{
    public static void Mend(string[] words, ParsedSentence parsed)
    {
        MendMarkers(parsed);
        MendVerblessClause(words, parsed);
        MendActiveParticiple(parsed);
        MendBarePassive(words, parsed);
        MendInverted(words, parsed);
        for (int i = 0; i < words.Length; i++)
            if (parsed.Upos[i] == "VERB" && words[i] is "told" or "tells" or "tell" or "telling") MendWhoIsTold(parsed, i);
    }

    private static void MendMarkers(ParsedSentence parsed)
    {
        for (int i = 0; i < parsed.Upos.Length; i++)
        {
            if (parsed.DepRels[i] == "mark" && parsed.Upos[i] == "ADP" && parsed.Xpos[i] == "IN") parsed.Upos[i] = "SCONJ";
            int noun = parsed.Heads[i];
            if (parsed.DepRels[i] == "mark" && parsed.Xpos[i] == "IN" && noun > i && parsed.Upos[noun] == "NOUN" && parsed.DepRels[noun] is "nmod" or "obl") (parsed.Upos[i], parsed.DepRels[i]) = ("ADP", "case");
            if (parsed.DepRels[i] == "case" && parsed.Xpos[i] == "TO") (parsed.Upos[i], parsed.Xpos[i]) = ("ADP", "IN");
        }
    }

    // noun + past participle + noun as root, with no other verb to carry the sentence.
    private static void MendVerblessClause(string[] words, ParsedSentence parsed)
    {
        int root = Array.IndexOf(parsed.Heads, -1);
        if (root < 2 || parsed.Upos[root] is not ("NOUN" or "PROPN")) return;
        int verb = -1;
        for (int i = 1; i < root; i++)
            if (parsed.Heads[i] == root && parsed.DepRels[i] is "amod" or "compound" && IsPast(parsed, i) && parsed.Upos[i] is "VERB" or "ADJ"
                && Before(words, i) is var s and >= 0 && parsed.Heads[s] == root && parsed.Upos[s] is "NOUN" or "PROPN" && parsed.DepRels[s] is "compound" or "nmod:desc" or "nsubj") verb = i;
        if (verb < 0 || HasVerbBeside(parsed, verb)) return;
        int subject = Before(words, verb);
        for (int i = 0; i < parsed.Heads.Length; i++)
        {
            if (parsed.Heads[i] != root || i == verb || i == subject) continue;
            if (i < subject && parsed.DepRels[i] is not ("punct" or "advmod" or "cc" or "discourse")) parsed.Heads[i] = subject;
            else if (i < subject || i > subject && i < verb || parsed.DepRels[i] == "punct" && i > root) parsed.Heads[i] = verb;
        }
        MakeClause(parsed, subject, verb);
        (parsed.Heads[root], parsed.DepRels[root]) = (verb, "obj");
    }

    // The word before a participle, or before the first half of one with a hyphen ("tear-gassed").
    private static int Before(string[] words, int verb) => verb > 2 && words[verb - 1] == "-" ? verb - 3 : verb - 1;

    // noun as root + past participle with an object, and no other verb to carry the sentence.
    private static void MendActiveParticiple(ParsedSentence parsed)
    {
        int root = Array.IndexOf(parsed.Heads, -1), verb = root + 1;
        if (root < 0 || verb == parsed.Heads.Length || parsed.Upos[root] is not ("NOUN" or "PROPN") || parsed.Heads[verb] != root) return;
        if (parsed.DepRels[verb] != "acl" || parsed.Upos[verb] != "VERB" || !IsPast(parsed, verb) || HasVerbBeside(parsed, verb)) return;
        if (!Dependents(parsed, verb).Any(i => i > verb && parsed.DepRels[i] == "obj")) return;
        foreach (int i in Dependents(parsed, root).Where(i => i > verb)) parsed.Heads[i] = verb;
        MakeClause(parsed, root, verb);
    }

    // A participle as root of a whole sentence, full stop and all, without an auxiliary or a doer, is a past tense.
    private static void MendBarePassive(string[] words, ParsedSentence parsed)
    {
        int root = Array.IndexOf(parsed.Heads, -1);
        if (root < 1 || words[^1] != "." || parsed.Xpos[root] != "VBN" || parsed.Upos[root] != "VERB" || HasVerbBeside(parsed, root)) return;
        int subject = -1;
        foreach (int i in Dependents(parsed, root))
        {
            if (parsed.DepRels[i] == "nsubj:pass" && i < root) subject = i;
            if (parsed.DepRels[i] is "aux" or "aux:pass" or "obl:agent") return;
        }
        if (subject >= 0) MakeClause(parsed, subject, root);
    }

    // "Had they fled, the army would have won": what begins with its auxiliary and asks nothing is the condition of the clause behind it.
    private static void MendInverted(string[] words, ParsedSentence parsed)
    {
        int root = Array.IndexOf(parsed.Heads, -1);
        if (root < 2 || words[0] is not ("Had" or "Were" or "Should") || words[^1] == "?" || parsed.Heads[0] != root || parsed.DepRels[0] is not ("aux" or "cop" or "aux:pass")) return;
        int main = Array.FindIndex(parsed.Heads, root + 1, h => h == root);
        while (main > 0 && parsed.DepRels[main] is not ("parataxis" or "ccomp" or "conj" or "advcl")) main = main + 1 < words.Length ? Array.FindIndex(parsed.Heads, main + 1, h => h == root) : -1;
        if (main < 0 || !Dependents(parsed, root).Any(i => i < root && parsed.DepRels[i].StartsWith("nsubj", StringComparison.Ordinal))) return;
        if (!Dependents(parsed, main).Any(i => parsed.Xpos[i] == "MD" && words[i] is "would" or "could" or "might" or "will" or "'d") || !Dependents(parsed, main).Any(i => parsed.DepRels[i].StartsWith("nsubj", StringComparison.Ordinal))) return;
        (parsed.Heads[root], parsed.DepRels[root], parsed.Heads[main], parsed.DepRels[main]) = (main, "advcl", -1, "root");
        foreach (int i in Dependents(parsed, root).Where(i => i > main)) parsed.Heads[i] = main;
    }

    // Before the verb of the clause told stand two nominals: the first is told, the second is the clause's subject.
    private static void MendWhoIsTold(ParsedSentence parsed, int tell)
    {
        var own = Dependents(parsed, tell).ToList();
        if (own.Any(i => parsed.DepRels[i] is "obj" or "iobj")) return;
        int clause = own.Find(i => i > tell && parsed.DepRels[i] == "ccomp");
        if (clause == 0) return;
        var nominals = Dependents(parsed, clause).Where(i => i > tell && i < clause && parsed.DepRels[i] is "nsubj" or "obj" or "iobj" or "obl" or "dislocated" or "nmod"
            && parsed.Upos[i] is "NOUN" or "PROPN" or "PRON").ToList();
        if (nominals is not [var told, var subject, ..] || !parsed.DepRels[subject].StartsWith("nsubj", StringComparison.Ordinal)) return;
        int first = told;
        while (first > tell + 1 && IsWithin(parsed, first - 1, told)) first--;
        if (first != tell + 1 || Dependents(parsed, told).Any(i => parsed.DepRels[i] == "case")) return;
        (parsed.Heads[told], parsed.DepRels[told]) = (tell, "iobj");
    }

    private static void MakeClause(ParsedSentence parsed, int subject, int verb)
    {
        (parsed.Heads[verb], parsed.DepRels[verb]) = (-1, "root");
        (parsed.Upos[verb], parsed.Xpos[verb], parsed.Feats[verb]) = ("VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin");
        (parsed.Heads[subject], parsed.DepRels[subject]) = (verb, "nsubj");
    }

    private static bool IsPast(ParsedSentence parsed, int i) => parsed.Xpos[i] is "VBN" or "VBD";

    private static bool HasVerbBeside(ParsedSentence parsed, int verb)
    {
        for (int i = 0; i < parsed.Xpos.Length; i++)
            if (parsed.Xpos[i] is "VBZ" or "VBP" or "MD" || i != verb && parsed.Xpos[i] == "VBD") return true;
        return false;
    }

    private static bool IsWithin(ParsedSentence parsed, int word, int head)
    {
        for (int i = word; i >= 0; i = parsed.Heads[i])
            if (i == head) return true;
        return false;
    }

    private static IEnumerable<int> Dependents(ParsedSentence parsed, int head)
    {
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == head) yield return i;
    }
}
