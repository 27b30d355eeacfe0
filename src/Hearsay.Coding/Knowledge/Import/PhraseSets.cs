namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// The sets that a dictionary defines and its phrases use: "&amp;NAME" with its members on "+" lines below, and
/// "!NAME! = MAN, WOMAN". A phrase that holds sets comes out once for every combination of their members; one that
/// names a set that is defined nowhere in the file gives nothing.
/// </summary>
internal sealed class PhraseSets
{
    private const int MostPhrases = 500;
    private readonly Dictionary<string, List<string>> sets = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> definitions = [];

    /// <summary>Finds the sets among <paramref name="lines"/>; they may be used before they are defined.</summary>
    public static PhraseSets Of(IReadOnlyList<DictionaryLine> lines)
    {
        var found = new PhraseSets();
        List<string>? members = null;
        foreach (var line in lines)
        {
            if (line.Codes.Count == 0 && line.Phrase.StartsWith('&'))
            {
                found.definitions.Add(line.Number);
                found.sets[line.Phrase[1..].TrimEnd('_', ' ')] = members = [];
            }
            else if (members is not null && line.Codes.Count == 0 && line.Phrase.StartsWith('+'))
            {
                found.definitions.Add(line.Number);
                members.Add(DictionaryPhrase.Words(line.Phrase[1..]));
            }
            else
            {
                members = null;
                if (line.Codes.Count == 0 && line.Phrase.StartsWith('!')) found.AddMacro(line);
            }
        }
        return found;
    }

    /// <summary>Whether the line defines a set or one of its members, and so is no phrase.</summary>
    public bool Defines(DictionaryLine line) => definitions.Contains(line.Number);

    /// <summary>All that the phrase stands for; empty when it names an unknown set or stands for too much.</summary>
    public IReadOnlyList<string> Expand(string phrase)
    {
        var open = new List<string> { phrase };
        for (int at; (at = open.FindIndex(p => p.AsSpan().IndexOfAny('&', '!') >= 0)) >= 0;)
        {
            string text = open[at];
            int mark = text.AsSpan().IndexOfAny('&', '!');
            if (Named(text, mark) is not { } named || open.Count + named.Members.Count > MostPhrases) return [];
            open.RemoveAt(at);
            open.InsertRange(at, named.Members.Select(m => text[..mark] + m + text[(mark + named.Length)..]));
        }
        return open;
    }

    // The longest name that stands at the mark; "!NAME!" takes its closing mark along.
    private (List<string> Members, int Length)? Named(string text, int mark)
    {
        string? best = null;
        foreach (string name in sets.Keys)
            if (name.Length > (best?.Length ?? 0) && string.Compare(text, mark + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (text[mark] == '!' ? At(text, mark + 1 + name.Length) == '!' : !char.IsLetterOrDigit(At(text, mark + 1 + name.Length)))) best = name;
        return best is null ? null : (sets[best], best.Length + (text[mark] == '!' ? 2 : 1));
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : ' ';

    private void AddMacro(DictionaryLine line)
    {
        int close = line.Phrase.IndexOf('!', 1), equals = line.Phrase.IndexOf('=');
        if (close < 0 || equals < close) return;
        definitions.Add(line.Number);
        sets[line.Phrase[1..close]] = [.. line.Phrase[(equals + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(DictionaryPhrase.Words)];
    }
}
