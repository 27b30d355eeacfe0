using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// Mends trees that no English sentence has, where one reading is certain. A title and the name behind it ("Minister"
/// "Amina" in "Foreign Minister Amina Mohamed said") cannot both be subject of one verb: the title describes the name
/// (nmod:desc in UD English).
/// </summary>
internal static class TreeRepair
{
    /// <summary>Changes heads and relations of <paramref name="parsed"/> in place.</summary>
    public static void Mend(ParsedSentence parsed)
    {
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
}
