using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// Mends trees that no English sentence has, where one reading is certain. A title and the name behind it ("Minister"
/// "Amina" in "Foreign Minister Amina Mohamed said") cannot both be subject of one verb: the title describes the name
/// (nmod:desc in UD English). And a noun cannot modify another across a participle: "Syria ended talks" is a clause.
/// </summary>
internal static class TreeRepair
{
    /// <summary>Changes heads and relations of <paramref name="parsed"/> in place.</summary>
    public static void Mend(ParsedSentence parsed)
    {
        MendVerblessClause(parsed);
        for (int i = 0; i + 1 < parsed.Heads.Length; i++)
        {
            bool twins = parsed.Upos[i] is "PROPN" or "NOUN" && parsed.Upos[i + 1] == "PROPN" && parsed.Heads[i] == parsed.Heads[i + 1] && parsed.Heads[i] >= 0
                && parsed.Heads[i] != i + 1 && parsed.DepRels[i + 1] is "nsubj" or "nsubj:pass" or "obj" or "obl" or "obl:agent" or "nmod" or "conj" or "appos"
                && parsed.DepRels[i] is "nsubj" or "nsubj:pass" or "obj" or "obl" or "obl:agent" or "nmod" or "conj";
            if (!twins || parsed.Xpos[i] is "NNS" or "NNPS") continue;
            if (parsed.DepRels[i + 1] == "appos") parsed.DepRels[i + 1] = parsed.DepRels[i];
            parsed.Heads[i] = i + 1;
            parsed.DepRels[i] = "nmod:desc";
            // What hung on the title from the left hangs on the name: "of", "the" belong to the whole.
            for (int k = 0; k < i; k++)
                if (parsed.Heads[k] == i && parsed.DepRels[k] is "case" or "det" or "mark") parsed.Heads[k] = i + 1;
        }
    }

    // noun + past participle + noun as root, with no other verb to carry the sentence.
    private static void MendVerblessClause(ParsedSentence parsed)
    {
        int root = Array.IndexOf(parsed.Heads, -1);
        if (root < 2 || parsed.Upos[root] is not ("NOUN" or "PROPN")) return;
        int verb = -1;
        for (int i = 1; i < root; i++)
            if (parsed.Heads[i] == root && parsed.DepRels[i] == "amod" && parsed.Xpos[i] is "VBN" or "VBD" && parsed.Upos[i] is "VERB" or "ADJ"
                && parsed.Heads[i - 1] == root && parsed.Upos[i - 1] is "NOUN" or "PROPN" && parsed.DepRels[i - 1] is "compound" or "nmod:desc" or "nsubj") verb = i;
        if (verb < 0 || Array.Exists(parsed.Xpos, x => x is "VBZ" or "VBP" or "MD")) return;
        int subject = verb - 1;
        for (int i = 0; i < parsed.Heads.Length; i++)
        {
            if (parsed.Heads[i] != root || i == verb || i == subject) continue;
            if (i < subject && parsed.DepRels[i] is not ("punct" or "advmod" or "cc" or "discourse")) parsed.Heads[i] = subject;
            else if (i < subject || parsed.DepRels[i] == "punct" && i > root) parsed.Heads[i] = verb;
        }
        (parsed.Heads[verb], parsed.DepRels[verb]) = (-1, "root");
        (parsed.Upos[verb], parsed.Xpos[verb], parsed.Feats[verb]) = ("VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin");
        (parsed.Heads[subject], parsed.DepRels[subject]) = (verb, "nsubj");
        (parsed.Heads[root], parsed.DepRels[root]) = (verb, "obj");
    }
}
