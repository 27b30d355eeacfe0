using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Hearsay.Articles.Languages;

/// <summary>
/// Tells the language of a text from its script and its most frequent words: word unigrams against lists of 30 to 90
/// function words for some fifty languages (languages.tsv), each word weighing less the more languages share it. Takes
/// any text and looks at its first 6,000 characters; answers null where it is not sure, as for a list of names or a
/// single line. "Der Minister sprach mit der Presse über das Abkommen …" gives "de". Thread-safe.
/// </summary>
public static class LanguageIdentifier
{
    private const int Looked = 6000;
    private const int FewestWords = 12;
    private const int FewestDifferent = 5;
    // Running text has a third of its words on its language's list and seldom under a sixth; names and figures lower it.
    private const double LowestShare = 0.08;
    private const double Margin = 1.3;

    private static readonly (string Tag, string Name)[] Tags;
    private static readonly FrozenDictionary<string, (int Number, byte[] Languages)> Words;
    private static readonly FrozenDictionary<string, (int Number, byte[] Languages)>.AlternateLookup<ReadOnlySpan<char>> Lookup;

    static LanguageIdentifier()
    {
        using var table = typeof(LanguageIdentifier).Assembly.GetManifestResourceStream("languages.tsv")!;
        using var reader = new StreamReader(table, Encoding.UTF8);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.TrimEnd('\r').Split('\t')).ToArray();
        Tags = [.. rows.Select(r => (r[0], r[1]))];
        var owners = new Dictionary<string, SortedSet<byte>>(StringComparer.Ordinal);
        for (byte language = 0; language < rows.Length; language++)
            foreach (string word in rows[language][2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!owners.TryGetValue(word, out var list)) owners[word] = list = [];
                list.Add(language);
            }
        int number = 0;
        Words = owners.ToFrozenDictionary(o => o.Key, o => (number++, o.Value.ToArray()), StringComparer.Ordinal);
        Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The BCP 47 tag ("en", "pt", "zh"), or null where the text does not tell.</summary>
    public static string? Of(string text)
    {
        var looked = text.AsSpan(0, Math.Min(text.Length, Looked));
        return OfScript(looked) ?? OfWords(looked);
    }

    /// <summary>The English name of a language by its tag, or the tag itself.</summary>
    public static string NameOf(string tag)
    {
        string primary = tag.Split('-', '_')[0].ToLowerInvariant();
        foreach (var (known, name) in Tags) if (known == primary) return name;
        return primary switch
        {
            "zh" => "Chinese", "ja" => "Japanese", "ko" => "Korean", "el" => "Greek", "he" => "Hebrew", "th" => "Thai", "hy" => "Armenian",
            "ka" => "Georgian", "bn" => "Bengali", "ta" => "Tamil", "te" => "Telugu", "ml" => "Malayalam", "kn" => "Kannada", "gu" => "Gujarati",
            "pa" => "Punjabi", "am" => "Amharic", "km" => "Khmer", "my" => "Burmese", "lo" => "Lao", "si" => "Sinhala",
            _ => $"\"{tag}\"",
        };
    }

    // Scripts that one language of news has to itself.
    private static string? OfScript(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Scripts.Length];
        int letters = 0, kana = 0;
        foreach (char c in text)
        {
            if (c < 0x0370 || !char.IsLetter(c))
            {
                if (char.IsAsciiLetter(c) || (c > 0x7F && char.IsLetter(c))) letters++;
                continue;
            }
            letters++;
            if (c is >= '\u3040' and <= '\u30FF') kana++;
            for (int i = 0; i < Scripts.Length; i++)
            {
                if (c < Scripts[i].First || c > Scripts[i].Last) continue;
                counts[i]++;
                break;
            }
        }
        if (letters < 8) return null;
        int most = 0;
        for (int i = 1; i < counts.Length; i++) if (counts[i] > counts[most]) most = i;
        if (counts[most] * 2 < letters) return null;
        return Scripts[most].Tag == "zh" && kana * 20 > letters ? "ja" : Scripts[most].Tag;
    }

    private static readonly (char First, char Last, string Tag)[] Scripts =
    [
        ('\u4E00', '\u9FFF', "zh"), ('\u3040', '\u30FF', "ja"), ('\uAC00', '\uD7AF', "ko"), ('\u0370', '\u03FF', "el"), ('\u0590', '\u05FF', "he"),
        ('\u0E00', '\u0E7F', "th"), ('\u0530', '\u058F', "hy"), ('\u10A0', '\u10FF', "ka"), ('\u0980', '\u09FF', "bn"), ('\u0B80', '\u0BFF', "ta"),
        ('\u0C00', '\u0C7F', "te"), ('\u0D00', '\u0D7F', "ml"), ('\u0C80', '\u0CFF', "kn"), ('\u0A80', '\u0AFF', "gu"), ('\u0A00', '\u0A7F', "pa"),
        ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\u1000', '\u109F', "my"), ('\u0E80', '\u0EFF', "lo"), ('\u0D80', '\u0DFF', "si"),
    ];

    private static string? OfWords(ReadOnlySpan<char> text)
    {
        Span<float> scores = stackalloc float[Tags.Length];
        Span<int> different = stackalloc int[Tags.Length];
        Span<bool> seen = stackalloc bool[Words.Count];
        Span<char> lower = stackalloc char[24];
        int words = 0;
        for (int at = 0; at < text.Length;)
        {
            int start = at;
            while (at < text.Length && IsWordCharacter(text[at])) at++;
            int length = at - start;
            if (length == 0)
            {
                at++;
                continue;
            }
            words++;
            if (length > lower.Length) continue;
            text.Slice(start, length).ToLowerInvariant(lower);
            if (!Lookup.TryGetValue(lower[..length], out var known)) continue;
            float weight = 1f / known.Languages.Length;
            foreach (byte language in known.Languages)
            {
                scores[language] += weight;
                if (!seen[known.Number]) different[language]++;
            }
            seen[known.Number] = true;
        }
        int best = 0, second = 1;
        for (int i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) (best, second) = (i, best);
            else if (scores[i] > scores[second] || second == best) second = i;
        // A text that repeats one word says nothing, whatever the word.
        if (words < FewestWords || different[best] < FewestDifferent || scores[best] < LowestShare * words) return null;
        return scores[best] >= Margin * scores[second] || AreSiblings(best, second) ? Tags[best].Tag : null;
    }

    // Neighbours that differ in few function words: either answer is right enough to know that it is not English.
    private static bool AreSiblings(int one, int other) => Tags[one].Tag != "en" && Tags[other].Tag != "en";

    // Combining marks belong to the word: Hindi writes its vowels with them.
    private static bool IsWordCharacter(char c) =>
        char.IsLetter(c) || (c > 0x2FF && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
