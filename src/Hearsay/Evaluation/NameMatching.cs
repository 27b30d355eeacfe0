using System.Text.RegularExpressions;

namespace Hearsay.Evaluation;

/// <summary>
/// When two strings name the same party: one is a run of the other's words, or their head words agree. Titles do not
/// count as modifiers, and a possessor is not its possession.
/// </summary>
public static partial class NameMatching
{
    private static readonly HashSet<string> Light = ["the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "president", "minister", "prime", "foreign", "senator", "sen", "gen", "general", "king", "queen"];

    /// <summary>The words of a text, lower case: \w+ runs with inner apostrophes, hyphens and full stops.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. WordPattern().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    /// <summary>Whether both name the same party.</summary>
    public static bool Same(string a, string b)
    {
        var x = Content(a);
        var y = Content(b);
        if (x.Count == 0 || y.Count == 0) return false;
        bool possession = IsPossessorOf(a, b) || IsPossessorOf(b, a);
        if (!possession && (Run(x, y) || Run(y, x))) return true;
        return Head(a) is { } h && h == Head(b);
    }

    private static List<string> Content(string text)
    {
        var words = Words(text).Select(w => w.EndsWith("'s", StringComparison.Ordinal) || w.EndsWith("’s", StringComparison.Ordinal) ? w[..^2] : w).ToList();
        var kept = words.Where(w => !Light.Contains(w)).ToList();
        return kept.Count > 0 ? kept : words;
    }

    // "Iran" is no name for "Iran's navy".
    private static bool IsPossessorOf(string part, string whole)
    {
        int at = whole.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        string rest = whole[(at + part.Length)..];
        return rest.StartsWith("'s ", StringComparison.Ordinal) || rest.StartsWith("’s ", StringComparison.Ordinal) || rest.StartsWith("' ", StringComparison.Ordinal);
    }

    private static bool Run(List<string> needle, List<string> hay)
    {
        for (int i = 0; i + needle.Count <= hay.Count; i++)
            if (needle.SequenceEqual(hay.Skip(i).Take(needle.Count))) return true;
        return false;
    }

    private static string? Head(string text)
    {
        string front = Regex.Split(text, @",| of | in | from | for | who | that | at ", RegexOptions.NonBacktracking)[0];
        var words = Words(front);
        return words.Count > 0 ? words[^1] : null;
    }

    [GeneratedRegex(@"\w+(?:['’\-.]\w+)*", RegexOptions.NonBacktracking)]
    private static partial Regex WordPattern();
}
