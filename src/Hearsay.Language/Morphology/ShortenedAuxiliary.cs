using Hearsay.Language.Parsing;

namespace Hearsay.Language.Morphology;

/// <summary>
/// Which verb a shortened "'s" stands for, which only its sentence tells: "have" before a past participle that it is no
/// passive auxiliary of ("she's left", "it's been raining"), else "be". Takes a parsed sentence and a word's index;
/// null for every other word.
/// </summary>
internal static class ShortenedAuxiliary
{
    public static string? Lemma(string[] words, ParsedSentence parsed, int index)
    {
        if (words[index] is not ("'s" or "’s") || parsed.Upos[index] != "AUX" || parsed.DepRels[index] != "aux") return null;
        int head = parsed.Heads[index];
        if (head < 0) return null;
        if (parsed.Xpos[head] == "VBN") return "have";
        for (int i = index + 1; i < head; i++)
            if (parsed.Heads[i] == head && parsed.Xpos[i] == "VBN" && parsed.Upos[i] == "AUX") return "have";
        return null;
    }
}
