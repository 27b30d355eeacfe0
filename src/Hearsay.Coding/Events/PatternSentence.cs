using System.Text;
using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Events;

/// <summary>
/// A pattern line written out for the parser: placeholders replaced by words that parse like them, one alternative
/// of each group chosen. "ACTOR {phoned|rang} RECIPIENT" gives "Russia phoned Iran" with the other verb noted as an
/// alternative of the second word. Groups with alternatives of several words give one sentence for each of those. A class
/// of nouns (<c>{@deal}</c>) is written out as its first word, a class of verbs as all of its words.
/// </summary>
/// <param name="Text">The sentence to parse, with a full stop.</param>
/// <param name="Words">One entry per written word, in order.</param>
public sealed record PatternSentence(string Text, IReadOnlyList<PatternWord> Words)
{
    /// <summary>Writes out every variant of <paramref name="line"/>.</summary>
    /// <exception cref="KnowledgeException">HS2020 for unbalanced brackets or an empty alternative, HS2022 for an unknown class.</exception>
    public static IReadOnlyList<PatternSentence> Expand(PatternLine line, string file, WordClasses classes)
    {
        var variants = new List<List<PatternWord>> { new() };
        bool optional = false;
        foreach (string piece in Pieces(line, file))
        {
            if (piece is "[" or "]") { optional = piece == "["; continue; }
            if (piece[0] == '@') throw Bad(line, file, $"The class {piece} stands without braces.", $"Write {{{piece}}}.");
            if (piece[0] != '{') { foreach (var v in variants) v.Add(new PatternWord(piece, [], optional)); continue; }
            var (alternatives, nouns) = Alternatives(piece, line, file, classes);
            // A placeholder changes the tree, so it is written out like an alternative of several words.
            var singles = alternatives.Where(IsSingle).ToList();
            var choices = alternatives.Where(a => !IsSingle(a)).Select(a => a.Split(' ').Select(w => new PatternWord(w, [], optional)).ToArray()).ToList();
            if (singles.Count == 0 && nouns.Count > 0) singles.Add(nouns[0].Words[0]);
            if (singles.Count > 0)
            {
                string[] first = singles[0].Split(' ');
                choices.Insert(0, [.. first[..^1].Select(w => new PatternWord(w, [], optional)), new PatternWord(first[^1], [.. singles.Skip(1).Select(w => w.Split(' ')[^1])], optional) { Classes = nouns }]);
            }
            variants = [.. variants.SelectMany(v => choices.Select(c => v.Concat(c).ToList()))];
        }
        return [.. variants.Select(Spell)];
    }

    private static (List<string> Words, List<WordClass> Nouns) Alternatives(string group, PatternLine line, string file, WordClasses classes)
    {
        var words = new List<string>();
        var nouns = new List<WordClass>();
        foreach (string a in group[1..^1].Split('|', StringSplitOptions.TrimEntries))
        {
            if (a.Length == 0) throw Bad(line, file, "An alternative is empty.", "Write {a|b}; use [ ] for what may be missing.");
            if (a[0] != '@') words.Add(a);
            else if (classes.Nouns(a[1..]) is { } known) nouns.Add(known);
            else if (classes.Verbs(a[1..]) is { } verbs) words.AddRange(verbs);
            else throw new KnowledgeException("HS2022", file, line.Line, line.Column, $"There is no word class {a}.", "Define it in data/lexicons/word-classes.csv, or correct the name.");
        }
        return (words, nouns);
    }

    // "a loan" is a word with an article, not a phrase.
    private static bool IsSingle(string alternative) =>
        alternative.Split(' ') is [_] or ["a" or "an" or "the", _] && !IsPlaceholder(alternative.Split(' ')[^1]);

    private static bool IsPlaceholder(string word) => word.Split('\'')[0] is "ACTOR" or "RECIPIENT" or "SOMEONE" or "SOMETHING" or "EVENT" or "PLACE";

    private static PatternSentence Spell(List<PatternWord> words)
    {
        var text = new StringBuilder();
        var spelled = new List<PatternWord>();
        for (int i = 0; i < words.Count; i++)
        {
            string shown = Show(words, i);
            if (text.Length > 0 && shown is not ("'s" or "," or "’s")) text.Append(' ');
            if (text.Length == 0) shown = char.ToUpperInvariant(shown[0]) + shown[1..];
            spelled.Add(words[i] with { Start = text.Length, Shown = shown });
            text.Append(shown);
        }
        return new PatternSentence(text.Append('.').ToString(), spelled);
    }

    private static string Show(List<PatternWord> words, int i)
    {
        string word = words[i].Word;
        string stem = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        string ending = word[stem.Length..];
        string before = i > 0 ? words[i - 1].Word.ToLowerInvariant() : "";
        return stem switch
        {
            "ACTOR" => "Russia" + ending,
            "RECIPIENT" => "Iran" + ending,
            "SOMEONE" => "France" + ending,
            "SOMETHING" => "weapons" + ending,
            "PLACE" => "Paris" + ending,
            "EVENT" => before switch
            {
                "to" or "will" or "would" or "must" or "should" or "can" or "could" or "may" or "not" => "leave",
                "actor" or "recipient" or "someone" or "something" => "left",
                _ => "leaving",
            },
            _ => word,
        };
    }

    private static IEnumerable<string> Pieces(PatternLine line, string file)
    {
        string text = line.Text;
        bool open = false;
        for (int i = 0; i < text.Length;)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c)) { i++; continue; }
            if (c is '[' or ']')
            {
                if (open == (c == '[')) throw Bad(line, file, "The square brackets do not pair.", "Close every [ with one ]; they do not nest.");
                open = c == '[';
                yield return c.ToString();
                i++;
                continue;
            }
            int end = c == '{' ? text.IndexOf('}', i) + 1 : i;
            if (c == '{' && end == 0) throw Bad(line, file, "A { is not closed.", "Write {a|b}.");
            if (c != '{') while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('{' or '[' or ']')) end++;
            yield return text[i..end];
            i = end;
        }
        if (open) throw Bad(line, file, "A [ is not closed.", "Close every [ with ].");
    }

    private static KnowledgeException Bad(PatternLine line, string file, string problem, string remedy) =>
        new("HS2020", file, line.Line, line.Column, problem, remedy);
}

/// <summary>A word of a pattern sentence.</summary>
/// <param name="Word">As written: a word or a placeholder.</param>
/// <param name="Others">Other words that may stand in its place.</param>
/// <param name="Optional">Whether it stands in square brackets.</param>
public sealed record PatternWord(string Word, IReadOnlyList<string> Others, bool Optional)
{
    /// <summary>Classes of nouns that may stand in its place.</summary>
    public IReadOnlyList<WordClass> Classes { get; init; } = [];

    /// <summary>Offset in <see cref="PatternSentence.Text"/>.</summary>
    public int Start { get; init; }

    /// <summary>The word as it stands in the sentence to parse.</summary>
    public string Shown { get; init; } = "";
}
