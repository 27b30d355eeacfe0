using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// The proper name in a noun phrase as a record gives it: the name that the tagger found at the head, else the
/// capitalised words up to it. Titles in front and what stands in brackets behind are left out ("Ohio Sen. Anna Berg
/// (R" is "Anna Berg"). Null for a phrase without a name.
/// </summary>
internal sealed class ProperNames(Document document, TitleFinder titles)
{
    /// <summary>The name, or null.</summary>
    public string? Of(Sentence s, NounPhrase phrase)
    {
        foreach (var n in document.Names)
            if (n.Sentence == s.Index && n.First <= phrase.Head && phrase.Head <= n.Last && n.Kind != NameKind.Group)
                return n.Kind == NameKind.Person ? OfPerson(s, n) : n.Span.In(document.Text);
        if (s.Tokens[phrase.Head].Upos != "PROPN") return null;
        int first = phrase.Head;
        while (first - 1 >= phrase.First && s.Tokens[first - 1].Upos == "PROPN" && s.Tokens[first - 1].DepRel is not ("nmod:desc" or "nmod:poss")) first--;
        return document.Text[s.Tokens[first].Span.Start..s.Tokens[phrase.Last].Span.End];
    }

    private string OfPerson(Sentence s, Name name)
    {
        int first = name.First, last = name.Last;
        for (int i = name.First + 1; i <= name.Last; i++)
            if (i < name.Last && s.Tokens[i].Form is [.., '.'] && titles.IsTitle(s.Tokens[i].Form)) first = i + 1;
            else if (i > first && s.Tokens[i].Form is "(" or "[") { last = i - 1; break; }
        return document.Text[s.Tokens[first].Span.Start..s.Tokens[last].Span.End];
    }
}
