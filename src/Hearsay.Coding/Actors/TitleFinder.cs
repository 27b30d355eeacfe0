using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// Finds the title or role noun of a noun phrase ("foreign minister", "secretary of state", "soldiers") and marks in
/// the phrase which token carries it. In front of a name any title counts ("Foreign Minister Amina Mohamed"); a common
/// noun must be the title itself.
/// </summary>
internal sealed class TitleFinder(ActorTables tables)
{
    // A title anywhere in front of (or at) the head, and "secretary of state"-like ones that run on behind it.
    public TitleEntry? Find(Sentence s, NounPhrase phrase)
    {
        phrase.Title = -1;
        TitleEntry? best = null;
        int bestLength = 0;
        // In front of a name any title counts ("Foreign Minister Amina Mohamed"); a common noun must be one itself.
        int nearest = s.Tokens[phrase.Head].Upos == "PROPN" ? phrase.First : phrase.Head;
        // Parsers hang the first word of "Attorney General Anna Berg" elsewhere.
        int first = phrase.First;
        while (first > 0 && phrase.First - first < 2 && first <= phrase.Head && s.Tokens[first].Upos == "PROPN" && s.Tokens[first - 1].Upos == "PROPN") first--;
        for (int end = phrase.Head; end >= nearest && best is null; end--)
            for (int start = first; start <= end; start++)
                if ((end == phrase.Head || s.Tokens[end].Upos != "ADJ" || char.IsUpper(s.Tokens[end].Form[0])) && TitleAt(s, start, end, end) is { } entry && end - start + 1 > bestLength)
                    (best, bestLength, phrase.Title) = (entry, end - start + 1, end);
        int limit = Math.Min(s.Tokens.Count - 1, phrase.Head + 5);
        for (int end = phrase.Head + 2; end <= limit; end++)
            for (int start = Math.Max(phrase.First, phrase.Head - 2); start <= phrase.Head; start++)
                if (s.Tokens[phrase.Head + 1].Lemma is "of" or "for" or "-" && TitleAt(s, start, phrase.Head, end) is { } entry && end - start + 1 > bestLength)
                    (best, bestLength, phrase.Title) = (entry, end - start + 1, phrase.Head);
        // "Representative Anna Berg" sits in Congress; a representative may be anybody's.
        if (best is { Title: "representative" } && phrase.Title + 1 < s.Tokens.Count && s.Tokens[phrase.Title].Form == "Representative" && s.Tokens[phrase.Title + 1].Upos == "PROPN") return Title("congressman") ?? best;
        return best;
    }

    /// <summary>Whether the word is a title by itself.</summary>
    public bool IsTitle(string form) => Title(form.ToLowerInvariant()) is not null;

    // As written, by the head's lemma, and without a plural -s ("troops", "Foreign Ministers").
    private TitleEntry? TitleAt(Sentence s, int start, int head, int end)
    {
        string before = Join(s, start, head - 1), after = Join(s, head + 1, end);
        var token = s.Tokens[head];
        string form = token.Form.ToLowerInvariant();
        return Title(before + form + after) ?? (token.Upos == "NOUN" ? Title(before + token.Lemma.ToLowerInvariant() + after) : null)
            ?? (form.Length > 3 && form.EndsWith('s') ? Title(before + form[..^1] + after) : null)
            ?? (form.Length > 4 && form.EndsWith("men", StringComparison.Ordinal) ? Title(before + form[..^2] + "an" + after) : null);
    }

    private TitleEntry? Title(string phrase)
    {
        foreach (var entry in tables.Titles.Lookup(phrase)) return entry;
        return null;
    }

    private static string Join(Sentence s, int first, int last)
    {
        string text = "";
        for (int i = first; i <= last; i++) text += s.Tokens[i].Form.ToLowerInvariant();
        return text;
    }
}
