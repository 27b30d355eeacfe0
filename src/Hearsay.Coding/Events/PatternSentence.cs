using System.Text;
using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Events;

/// <summary>
/// A pattern line written out for the parser: placeholders replaced by words that parse like them, one alternative
/// of each group chosen. "ACTOR {phoned|rang} RECIPIENT" gives "Russia phoned Iran" with the other verb noted as an
/// alternative of the second word. Groups with alternatives of several words give one sentence for each of those.
/// </summary>
/// <param name="Text">The sentence to parse, with a full stop.</param>
/// <param name="Words">One entry per written word, in order.</param>
public sealed record PatternSentence(string Text, IReadOnlyList<PatternWord> Words)
{
    /// <summary>Writes out every variant of <paramref name="line"/>.</summary>
    /// <exception cref="KnowledgeException">HS2020 for unbalanced brackets or an empty alternative.</exception>
    public static IReadOnlyList<PatternSentence> Expand(PatternLine line, string file)
    {
        var variants = new List<List<PatternWord>> { new() };
        bool optional = false;
        foreach (string piece in Pieces(line, file))
        {
            if (piece is "[" or "]") { optional = piece == "["; continue; }
            if (piece[0] != '{') { foreach (var v in variants) v.Add(new PatternWord(piece, [], optional)); continue; }
            var alternatives = piece[1..^1].Split('|', StringSplitOptions.TrimEntries);
            if (alternatives.Any(a => a.Length == 0)) throw Bad(line, file, "An alternative is empty.", "Write {a|b}; use [ ] for what may be missing.");
            // A placeholder changes the tree, so it is written out like an alternative of several words.
            var singles = alternatives.Where(a => !a.Contains(' ') && !IsPlaceholder(a)).ToArray();
            var choices = alternatives.Where(a => a.Contains(' ') || IsPlaceholder(a)).Select(a => a.Split(' ').Select(w => new PatternWord(w, [], optional)).ToArray()).ToList();
            if (singles.Length > 0) choices.Insert(0, [new PatternWord(singles[0], singles[1..], optional)]);
            variants = [.. variants.SelectMany(v => choices.Select(c => v.Concat(c).ToList()))];
        }
        return [.. variants.Select(Spell)];
    }

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
    /// <summary>Offset in <see cref="PatternSentence.Text"/>.</summary>
    public int Start { get; init; }

    /// <summary>The word as it stands in the sentence to parse.</summary>
    public string Shown { get; init; } = "";
}
