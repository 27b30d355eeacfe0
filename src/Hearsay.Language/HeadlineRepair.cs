using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// Mends a headline that begins with names and commas and goes on with a plural verb: "Xi, Biden hold talks",
/// "Albania, Kosovo, North Macedonia to open crossings". The comma stands for "and", so the names are one coordinated subject;
/// parsers trained on sentences take them for a vocative, an apposition or one long name. A sentence with a full stop, and one
/// whose verb is in the singular ("Paris, France welcomes …"), is left alone. Changes the parse in place.
/// </summary>
internal static class HeadlineRepair
{
    private const int LongestName = 3, MostNames = 4;

    public static void Mend(string[] words, ParsedSentence parsed)
    {
        if (words.Length < 5 || words[^1] is "." or "?" or "!" or "\"" or "”") return;
        var names = new List<int>();
        int at = 0;
        while (names.Count < MostNames && NameEnd(words, parsed, at) is var end && end > at)
        {
            names.Add(Head(parsed, at, end));
            at = end;
            if (at >= words.Length || words[at] != ",") break;
            at++;
        }
        if (names.Count < 2 || at >= words.Length) return;
        int verb = words[at] == "to" ? at + 1 : at;
        if (verb >= words.Length || parsed.Upos[verb] != "VERB" || parsed.Xpos[verb] is not ("VB" or "VBP") || char.IsUpper(words[verb][0])) return;
        int root = Array.IndexOf(parsed.Heads, -1);
        if (root != verb && root >= at) return;
        Coordinate(words, parsed, names, verb, root);
    }

    private static void Coordinate(string[] words, ParsedSentence parsed, List<int> names, int verb, int root)
    {
        for (int i = verb; i < words.Length; i++)
            if (parsed.Heads[i] >= 0 && parsed.Heads[i] < verb && i != verb) parsed.Heads[i] = verb;
        if (root != verb) (parsed.Heads[verb], parsed.DepRels[verb]) = (-1, "root");
        for (int i = 0; i < names.Count; i++)
            (parsed.Heads[names[i]], parsed.DepRels[names[i]]) = i == 0 ? (verb, "nsubj") : (names[0], "conj");
        for (int i = 0, next = 0; i < names[^1]; i++)
        {
            if (i > names[next]) next++;
            if (words[i] == ",") (parsed.Heads[i], parsed.DepRels[i]) = (names[next], "punct");
        }
    }

    // One past the last word of a name that begins at the position; the position itself when none does.
    private static int NameEnd(string[] words, ParsedSentence parsed, int first)
    {
        int end = first;
        while (end < words.Length && end - first < LongestName && char.IsUpper(words[end][0]) && parsed.Upos[end] is "PROPN" or "NOUN" or "ADJ" or "VERB") end++;
        return end;
    }

    private static int Head(ParsedSentence parsed, int first, int end)
    {
        for (int i = first; i < end; i++)
            if (parsed.Heads[i] < first || parsed.Heads[i] >= end) return i;
        return end - 1;
    }
}
