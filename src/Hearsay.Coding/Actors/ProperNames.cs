using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// The proper name in a noun phrase as a record gives it: the name that the tagger found at the head, else the
/// capitalised words up to it. Titles in front and what stands in brackets behind are left out ("Ohio Sen. Anna Berg
/// (R" is "Anna Berg"). Null for a phrase without a name.
/// </summary>
internal sealed class ProperNames(Document document, ActorTables tables, TitleFinder titles)
{
    private readonly List<ActorEntry> meanings = [];

    /// <summary>The name, or null.</summary>
    public string? Of(Sentence s, NounPhrase phrase)
    {
        foreach (var n in document.Names)
            if (n.Sentence == s.Index && n.First <= phrase.Head && phrase.Head <= n.Last && n.Kind != NameKind.Group)
                return n.Kind == NameKind.Person ? OfPerson(s, n) : n.Span.In(document.Text);
        if (s.Tokens[phrase.Head].Upos != "PROPN") return null;
        int first = phrase.Head;
        while (first - 1 >= phrase.First && s.Tokens[first - 1].Upos == "PROPN" && s.Tokens[first - 1].DepRel is not ("nmod:desc" or "nmod:poss")) first--;
        return Trimmed(s, first, phrase.Last);
    }

    // A known name inside a longer one is the whole of it where no "Jr." follows.
    private string OfPerson(Sentence s, Name name)
    {
        for (int i = name.First; i < name.Last; i++)
            if (tables.Names.TryLongest(s.Tokens, i, name.Last + 1, meanings, out int last) && last > i && meanings.Exists(m => m.Kind == ActorKind.Person) && (last == name.Last || s.Tokens[last + 1].Form is not ("Jr." or "Jr" or "Sr." or "Sr" or "II" or "III" or "IV")))
                return Trimmed(s, i, last);
        return Trimmed(s, name.First, name.Last);
    }

    private string Trimmed(Sentence s, int first, int last)
    {
        for (int i = first; i <= last; i++)
            if (i < last && s.Tokens[i].Form is [.., '.'] && titles.IsTitle(s.Tokens[i].Form)) first = i + 1;
            else if (i > first && s.Tokens[i].Form is "(" or "[") last = i - 1;
        return document.Text[s.Tokens[first].Span.Start..s.Tokens[last].Span.End];
    }

    /// <summary>The words of a description without what wrong trees leave in front of it or behind a dash.</summary>
    public string Words(Sentence s, Mention mention)
    {
        int first = mention.First, last = mention.Last;
        for (int i = mention.First; i < mention.Head; i++)
            if (s.Tokens[i].Xpos is "VBD" or "VBZ" || i == first && s.Tokens[i].Upos is "ADV" or "ADP" or "SCONJ" or "PUNCT") first = i + 1;
        for (int i = last; i > mention.Head; i--)
            if (s.Tokens[i].Form is "—" or "–" or "--" or "-" && i > 0 && s.Tokens[i - 1].Span.End < s.Tokens[i].Span.Start) last = i - 1;
        return document.Text[s.Tokens[first].Span.Start..s.Tokens[last].Span.End];
    }

    /// <summary>The name of two words in a longer one that ends in what a text calls somebody elsewhere; null when there is none.</summary>
    public string? Inside(IReadOnlyCollection<string> names)
    {
        foreach (string name in names)
        {
            string[] words = name.Split(' ');
            for (int i = 0; words.Length > 2 && i + 1 < words.Length; i++)
                if (names.Contains(words[i + 1]) && words[i] + " " + words[i + 1] is var inner && tables.Names.Lookup(inner).Any(e => e.Kind == ActorKind.Person)) return inner;
        }
        return null;
    }

    /// <summary>
    /// The fullest of the names that a text gives a person known as <paramref name="canonical"/>: one that the tables know,
    /// else one that begins and ends as he is called; a headline's "Disown Anna Berg Backing" gives way to "Anna Berg".
    /// </summary>
    public string? Fullest(IReadOnlyCollection<string> names, string canonical)
    {
        string? Longest(Func<string, bool> fits) => names.Where(fits).MaxBy(n => n.Length);
        string surname = canonical[(canonical.LastIndexOf(' ') + 1)..];
        return Longest(n => tables.Names.Lookup(n).Any(e => e.Kind == ActorKind.Person && e.Name == canonical) && n.Contains(' ', StringComparison.Ordinal) && !n.StartsWith("President ", StringComparison.Ordinal))
            ?? Longest(n => (n[0] == canonical[0] || n.Split(' ') is [var given, [_, '.'], var family] && tables.Names.Lookup(given + " " + family).Any(e => e.Name == canonical)) && n.EndsWith(surname, StringComparison.Ordinal) && n.Contains(' ', StringComparison.Ordinal))
            ?? (names.Any(n => n.Contains(canonical, StringComparison.Ordinal)) ? canonical : null)
            ?? (names.Contains(surname) ? surname : canonical);
    }
}
