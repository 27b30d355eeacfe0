using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// Phrases to meanings, looked up in a sentence from a given token, longest first. Keys ignore case and white
/// space, so that it does not matter how a phrase is cut into tokens ("Guinea-Bissau"); a phrase written with a
/// capital is found only where the text has one, and a short all-capital one ("US", "WHO") only as written or in
/// a line of capitals.
/// </summary>
internal sealed class PhraseTable<T>
{
    private const int LongestPhrase = 9;
    private readonly Dictionary<string, List<(string Alias, bool OneWord, T Value)>> phrases = [];
    private readonly HashSet<string> firstWords = [];

    public int Count => phrases.Count;

    public void Add(string phrase, T value)
    {
        string alias = Squeeze(phrase);
        if (alias.Length < 2) return;
        string key = alias.ToLowerInvariant();
        firstWords.Add(FirstRun(key));
        if (!phrases.TryGetValue(key, out var list)) phrases[key] = list = [];
        list.Add((alias, !phrase.AsSpan().ContainsAny(" -–"), value));
    }

    /// <summary>All meanings of a phrase written out.</summary>
    public IEnumerable<T> Lookup(string phrase)
    {
        string alias = Squeeze(phrase);
        if (!phrases.TryGetValue(alias.ToLowerInvariant(), out var list)) yield break;
        foreach (var (a, _, value) in list) if (CaseFits(a, alias)) yield return value;
    }

    /// <summary>Meanings of the longest phrase that starts at <paramref name="first"/> and ends before <paramref name="limit"/>.</summary>
    public bool TryLongest(IReadOnlyList<Token> tokens, int first, int limit, List<T> values, out int last)
    {
        values.Clear();
        last = -1;
        limit = Math.Min(limit, first + LongestPhrase);
        Span<char> key = stackalloc char[160];
        Span<char> shape = stackalloc char[160];
        int length = 0;
        for (int i = first; i < limit; i++)
        {
            string form = tokens[i].Form;
            if (length + form.Length > key.Length) break;
            foreach (char c in form)
            {
                shape[length] = Straight(c);
                key[length++] = char.ToLowerInvariant(Straight(c));
            }
            if (i == first && !firstWords.Contains(FirstRun(new string(key[..length])))) return false;
            if (!phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..length], out var list)) continue;
            bool any = false;
            // "A man" is not the service Aman.
            bool apart = i > first && tokens[first].Span.End < tokens[first + 1].Span.Start;
            foreach (var (alias, oneWord, value) in list)
            {
                if (apart && oneWord || !CaseFits(alias, shape[..length])) continue;
                if (!any) values.Clear();
                any = true;
                values.Add(value);
            }
            if (any) last = i;
        }
        return last >= 0;
    }

    private static bool CaseFits(ReadOnlySpan<char> alias, ReadOnlySpan<char> text)
    {
        if (!char.IsUpper(alias[0])) return true;
        if (!char.IsUpper(text[0])) return false;
        bool acronym = alias.Length <= 5;
        foreach (char c in alias) if (char.IsLower(c)) acronym = false;
        return !acronym || alias.SequenceEqual(text);
    }

    private static string FirstRun(string key)
    {
        int n = 0;
        while (n < key.Length && n < 3 && char.IsLetterOrDigit(key[n])) n++;
        return key[..Math.Min(n, key.Length)];
    }

    private static char Straight(char c) => c is '’' or '‘' ? '\'' : c is '–' or '‑' ? '-' : c;

    private static string Squeeze(string phrase)
    {
        var kept = new System.Text.StringBuilder(phrase.Length);
        foreach (char c in phrase) if (!char.IsWhiteSpace(c)) kept.Append(Straight(c));
        return kept.ToString();
    }
}
