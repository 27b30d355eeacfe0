using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// Reads names of states that share a word: "North and South Korea" and "the two Koreas" are two parties, "the North"
/// is North Korea in an article that has named one of the Koreas in full. Takes a phrase and gives the rows of the
/// tables that it stands for, none when it is no such name.
/// </summary>
internal sealed class DividedNames(ActorTables tables, Document document)
{
    private readonly List<ActorEntry> meanings = [];
    private Dictionary<string, ActorEntry>? halves;

    /// <summary>The rows meant by the phrase headed by <paramref name="head"/>, beside what its own name says.</summary>
    public IReadOnlyList<ActorEntry> At(Sentence s, int head, FoundName? name)
    {
        string form = s.Tokens[head].Form;
        if (!char.IsUpper(form[0])) return [];
        if (name is not null) return Left(s, name) is { } left ? [left, name.Entry] : [];
        if (Right(s, head) is { } right) return [right];
        if (form.EndsWith('s') && State("North" + form[..^1]) is { } north && State("South" + form[..^1]) is { } south) return [north, south];
        bool bare = head > 0 && s.Tokens[head - 1].Form.Equals("the", StringComparison.OrdinalIgnoreCase);
        return bare && Halves().TryGetValue(form, out var half) ? [half] : [];
    }

    // "North and" in front of "South Korea".
    private ActorEntry? Left(Sentence s, FoundName name)
    {
        int first = name.First;
        if (name.Last == first || first < 2 || s.Tokens[first - 1].Form is not ("and" or "or") || !char.IsUpper(s.Tokens[first - 2].Form[0])) return null;
        return State(s.Tokens[first - 2].Form + Join(s, first + 1, name.Last));
    }

    // "North" in front of "and South Korea".
    private ActorEntry? Right(Sentence s, int head)
    {
        if (head + 3 >= s.Tokens.Count || s.Tokens[head + 1].Form is not ("and" or "or")) return null;
        return tables.Names.TryLongest(s.Tokens, head + 2, s.Tokens.Count, meanings, out int last) && last > head + 2
            ? State(s.Tokens[head].Form + Join(s, head + 3, last)) : null;
    }

    // "the North", "the South": of states that the article names with the word.
    private Dictionary<string, ActorEntry> Halves()
    {
        if (halves is not null) return halves;
        halves = [];
        foreach (var s in document.Sentences)
            for (int i = 0; i + 1 < s.Tokens.Count; i++)
            {
                if (s.Tokens[i].Form is not ("North" or "South")) continue;
                string rest = s.Tokens[i + 1].Form;
                if (State("North" + rest) is not { } north || State("South" + rest) is not { } south) continue;
                halves.TryAdd("North", north);
                halves.TryAdd("South", south);
            }
        return halves;
    }

    private ActorEntry? State(string name)
    {
        foreach (var entry in tables.Names.Lookup(name)) if (entry.Kind is ActorKind.Country or ActorKind.Nationality) return entry;
        return null;
    }

    private static string Join(Sentence s, int first, int last)
    {
        string text = "";
        for (int i = first; i <= last; i++) text += s.Tokens[i].Form;
        return text;
    }
}
