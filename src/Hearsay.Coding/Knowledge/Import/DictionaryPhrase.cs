using System.Globalization;

namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// Turns a phrase of a dictionary ("VLADIMIR_PUTIN_") into words as newspapers write them ("Vladimir Putin"), since
/// the tables find a capitalised phrase only where the text has a capital. A phrase that mixes cases is kept as
/// written; a phrase of at most three letters stays in capitals (UN, PLO, WHO), small words between others become lower.
/// </summary>
internal static class DictionaryPhrase
{
    private static readonly HashSet<string> SmallWords = ["of", "the", "and", "for", "in", "on", "to", "at", "by", "from", "with", "against"];

    private static readonly HashSet<string> Initials = ["us", "un", "eu", "uk"];

    /// <summary>The words of a phrase: "_" and blanks part them, markers at the ends go.</summary>
    public static string Words(string phrase) =>
        string.Join(' ', phrase.Replace('|', ' ').Replace('_', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', ',', '.', '-', ' ');

    /// <summary>Whether the phrase ends with the mark of a whole word.</summary>
    public static bool IsWholeWord(string phrase) => phrase.TrimEnd().EndsWith('_');

    /// <summary>The phrase as a name.</summary>
    public static string Name(string phrase)
    {
        string words = Words(phrase);
        bool mixed = words.Any(char.IsLower) && words.Any(char.IsUpper);
        if (mixed) return words;
        return words.Length <= 3 ? words.ToUpperInvariant() : string.Join(' ', words.Split(' ').Select((word, i) => Cased(word, i == 0)));
    }

    private static string Cased(string word, bool first)
    {
        string lower = word.ToLowerInvariant();
        if (!first && SmallWords.Contains(lower)) return lower;
        return Initials.Contains(lower) ? word.ToUpperInvariant() : string.Join('-', lower.Split('-').Select(Capital));
    }

    private static string Capital(string word)
    {
        if (word.Length == 0) return word;
        // "O'Neill", "d'Ivoire": the letter behind a one-letter beginning is a capital, too.
        int apostrophe = word.IndexOf('\'');
        if (apostrophe == 1 && word.Length > 3) return char.ToUpper(word[0], CultureInfo.InvariantCulture) + "'" + Capital(word[2..]);
        return char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
    }
}
