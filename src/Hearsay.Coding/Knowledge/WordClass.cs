using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Coding.Knowledge;

/// <summary>
/// A named set of nouns and noun phrases that a pattern can ask for by name: <c>{@deal}</c> is any of "pact", "treaty",
/// "memorandum of understanding" … A phrase fits where its head noun stands and the rest stands beside it, so that
/// neither the parse nor the number of words costs anything: one look-up by the head's lemma.
/// <code>
/// classes["deal"].Fits(sentence, i)   // true at "memorandum" of "a memorandum of understanding"
/// </code>
/// </summary>
public sealed class WordClass
{
    private static readonly string[] Links = ["of", "for", "to", "in", "on", "against", "from"];

    // Head → what must stand before and behind it; an empty list where the head is enough.
    private readonly FrozenDictionary<string, Phrase[]> heads;

    /// <summary>Builds the class of <paramref name="words"/>, singular and lower-case; the first stands for the class when a pattern is parsed.</summary>
    public WordClass(string name, IReadOnlyList<string> words)
    {
        Name = name;
        Words = words;
        heads = words.Select(Split).GroupBy(p => p.Head)
            .ToFrozenDictionary(g => g.Key, g => g.Any(p => p.Phrase.IsBare) ? [] : g.Select(p => p.Phrase).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The name, without the "@".</summary>
    public string Name { get; }

    /// <summary>The words as the table holds them.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The head nouns of the words.</summary>
    public IEnumerable<string> Heads => heads.Keys;

    /// <summary>Whether a word of the class has its head at token <paramref name="index"/>.</summary>
    public bool Fits(Sentence sentence, int index)
    {
        var token = sentence.Tokens[index];
        return heads.TryGetValue(token.Lemma, out var phrases) && Fits(phrases, sentence, index)
            || heads.TryGetValue(token.Form, out phrases) && Fits(phrases, sentence, index);
    }

    private static bool Fits(Phrase[] phrases, Sentence sentence, int index)
    {
        if (phrases.Length == 0) return true;
        foreach (var phrase in phrases)
            if (Stands(phrase.Before, sentence, index - phrase.Before.Length) && Stands(phrase.Behind, sentence, index + 1)) return true;
        return false;
    }

    private static bool Stands(string[] words, Sentence sentence, int start)
    {
        if (start < 0 || start + words.Length > sentence.Tokens.Count) return false;
        for (int i = 0; i < words.Length; i++)
        {
            var token = sentence.Tokens[start + i];
            if (!token.Form.Equals(words[i], StringComparison.OrdinalIgnoreCase) && !token.Lemma.Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }

    // "state of emergency": the head is the word before the first preposition; else the last word.
    private static (string Head, Phrase Phrase) Split(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int link = Array.FindIndex(words, 1, w => Links.Contains(w));
        int head = link > 0 ? link - 1 : words.Length - 1;
        return (words[head], new Phrase(words[..head], words[(head + 1)..]));
    }

    private sealed record Phrase(string[] Before, string[] Behind)
    {
        public bool IsBare => Before.Length == 0 && Behind.Length == 0;
    }
}
