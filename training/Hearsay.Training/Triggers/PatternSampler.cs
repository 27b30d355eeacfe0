using System.Text.RegularExpressions;
using Hearsay.Coding.Knowledge;

namespace Hearsay.Training.Triggers;

/// <summary>
/// Writes sentences out of pattern lines: an alternative of each group, a word of each class, and parties for the placeholders, drawn at random, so that
/// what is learned hangs on the words of the pattern and not on who takes part.
/// </summary>
internal sealed partial class PatternSampler(WordClasses classes, int seed)
{
    private static readonly Dictionary<string, string[]> Fillers = new()
    {
        ["ACTOR"] = ["Russia", "the government", "police", "the president", "protesters", "Iran", "the rebels", "the minister", "Israel", "the army", "the European Union", "workers"],
        ["RECIPIENT"] = ["Ukraine", "the opposition", "the rebels", "villagers", "Turkey", "the protesters", "the company", "the United States", "the government", "soldiers", "the parliament"],
        ["SOMEONE"] = ["Ukraine", "villagers", "the opposition", "France"],
        ["SOMETHING"] = ["the plan", "the decision", "the matter"],
        ["PLACE"] = ["Aleppo", "the border", "the capital", "Kenya"],
        ["EVENT"] = ["withdraw its troops", "hold talks", "release the prisoners", "sign the deal", "cut aid"],
    };

    private readonly Random random = new(seed);

    /// <summary>Some sentences of a line, more of one with many alternatives, each with the words that are the pattern's own.</summary>
    public IEnumerable<(string Text, IReadOnlySet<string> Words)> Sample(PatternLine line)
    {
        int count = 2 + Math.Min(4, line.Text.Count(c => c == '|') / 6);
        for (int i = 0; i < count; i++)
        {
            string written = Brackets().Replace(line.Text, m => random.Next(2) == 0 ? m.Groups[1].Value : "");
            written = Braces().Replace(written, m => m.Groups[1].Value.Split('|') is var choices ? Word(choices[random.Next(choices.Length)]) : "");
            var words = Words().Matches(Placeholders().Replace(written, " ")).Select(m => m.Value).ToHashSet();
            string text = Spaces().Replace(Placeholders().Replace(written, m => Fillers[m.Value][random.Next(Fillers[m.Value].Length)]), " ").Trim();
            if (text.Length > 0) yield return (char.ToUpperInvariant(text[0]) + text[1..] + ".", words);
        }
    }

    // "@deal": any word of the class.
    private string Word(string choice) =>
        choice.StartsWith('@') && (classes.Nouns(choice[1..])?.Words ?? classes.Verbs(choice[1..])) is { } words ? words[random.Next(words.Count)] : choice;

    [GeneratedRegex(@"\[([^\]]*)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\{([^}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Braces();

    [GeneratedRegex("ACTOR|RECIPIENT|SOMEONE|SOMETHING|PLACE|EVENT", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholders();

    [GeneratedRegex("[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
