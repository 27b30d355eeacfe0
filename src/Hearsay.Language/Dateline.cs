using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// The dateline in front of a report's first sentence: "KHARTOUM -", "PARIS (Reuters) —", "GAZA CITY, Oct 7 (AP) --".
/// It is no part of the sentence's grammar, so the parser never sees it; afterwards its tokens hang on the root as
/// parataxis.
/// </summary>
internal static class Dateline
{
    private const int Longest = 14;

    /// <summary>How many leading tokens are dateline, 0 for none.</summary>
    public static int Length(IReadOnlyList<string> words)
    {
        if (words.Count < 5 || !IsPlaceWord(words[0])) return 0;
        bool bracket = false, capitals = IsCapital(words[0]);
        for (int i = 1; i < Math.Min(Longest, words.Count - 3); i++)
        {
            string word = words[i];
            if (word is "(" or "[") bracket = true;
            else if (word is ")" or "]")
            {
                // "MOSCOW (AP) The president …": some outlets leave the dash out.
                if (words[i + 1] is not ("-" or "--" or "—" or "–" or "―" or ":") && capitals) return i + 1;
            }
            else if (word is "-" or "--" or "—" or "–" or "―") return capitals || bracket ? i + 1 : 0;
            else if (!bracket && !IsPlaceWord(word) && word is not ("," or ".") && !char.IsDigit(word[0])) return 0;
        }
        return 0;
    }

    /// <summary>The annotation of all <paramref name="words"/>: the parsed rest with the dateline's tokens hung on its root.</summary>
    public static ParsedSentence Attach(string[] words, int length, ParsedSentence rest)
    {
        int root = Array.IndexOf(rest.Heads, -1) + length;
        string[] Tags(Func<string, string> tag, string[] others) => [.. words[..length].Select(tag), .. others];
        int first = Array.FindIndex(words, w => char.IsLetter(w[0]));
        var heads = Enumerable.Range(0, length).Select(i => i == first ? root : first).Concat(rest.Heads.Select(h => h < 0 ? -1 : h + length));
        return new ParsedSentence(
            Tags(w => char.IsLetter(w[0]) ? "PROPN" : char.IsDigit(w[0]) ? "NUM" : "PUNCT", rest.Upos),
            Tags(w => char.IsLetter(w[0]) ? "NNP" : char.IsDigit(w[0]) ? "CD" : w is "(" or "[" ? "-LRB-" : w is ")" or "]" ? "-RRB-" : w is "," ? "," : ":", rest.Xpos),
            Tags(w => char.IsLetter(w[0]) ? "Number=Sing" : "_", rest.Feats),
            [.. heads],
            [.. words[..length].Select((w, i) => i == first ? "parataxis" : char.IsLetter(w[0]) ? "flat" : char.IsDigit(w[0]) ? "nummod" : "punct"), .. rest.DepRels],
            [.. words[..length].Select((w, i) => i == first ? "B-LOC" : "O"), .. rest.NameTags]);
    }

    private static bool IsPlaceWord(string word) => char.IsUpper(word[0]);

    private static bool IsCapital(string word) => word.Length > 2 && word.All(c => char.IsUpper(c) || !char.IsLetter(c));
}
