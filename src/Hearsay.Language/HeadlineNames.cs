namespace Hearsay.Language;

/// <summary>
/// Cuts persons' names in headlines down to what the body calls them. Where most words have capitals a tagger cannot
/// tell where a name ends and gives "Disown Anna Berg Backing"; the running text has "Anna Berg". Takes the names of a
/// document and gives them back in the same order, those of headlines that hold a fuller name of the body cut to it, or
/// to the several that they hold. A name that the body never gives stays as it was read.
/// </summary>
internal static class HeadlineNames
{
    private const int ShortestHeadline = 4;

    /// <summary>The names with those in headlines trimmed.</summary>
    public static List<Name> Trim(IReadOnlyList<Sentence> sentences, List<Name> names)
    {
        var headlines = sentences.Select(IsHeadline).ToArray();
        if (!Array.Exists(headlines, h => h)) return names;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            if (name.Kind == NameKind.Person && name.Last > name.First && !headlines[name.Sentence]) known.Add(Words(sentences[name.Sentence], name.First, name.Last));
        if (known.Count == 0) return names;
        var trimmed = new List<Name>(names.Count);
        foreach (var name in names)
            if (name.Last - name.First < 2 || !headlines[name.Sentence] || !Cut(sentences[name.Sentence], name, known, trimmed)) trimmed.Add(name);
        return trimmed;
    }

    // Every word but the small ones begins with a capital.
    private static bool IsHeadline(Sentence sentence)
    {
        int large = 0, small = 0;
        foreach (var token in sentence.Tokens)
            if (token.Form.Length > 3 && char.IsLetter(token.Form[0]))
                if (char.IsUpper(token.Form[0])) large++;
                else small++;
        return large >= ShortestHeadline && large > 3 * small;
    }

    private static bool Cut(Sentence sentence, Name name, HashSet<string> known, List<Name> into)
    {
        if (known.Contains(Words(sentence, name.First, name.Last))) return false;
        int before = into.Count;
        for (int first = name.First; first < name.Last; first++)
            for (int last = name.Last; last > first; last--)
            {
                if (!known.Contains(Words(sentence, first, last)) || last < name.Last && Coreference.PersonNames.IsSuffix(sentence.Tokens[last + 1].Form.ToLowerInvariant())) continue;
                into.Add(name with { First = first, Last = last, Span = sentence.Tokens[first].Span.Cover(sentence.Tokens[last].Span) });
                first = last;
                break;
            }
        return into.Count > before;
    }

    private static string Words(Sentence sentence, int first, int last) =>
        string.Join(' ', Enumerable.Range(first, last - first + 1).Select(i => sentence.Tokens[i].Form));
}
