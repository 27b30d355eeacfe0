using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// The extent of a mention: the head with its determiners, adjectives, compounds, possessor and name parts, and a
/// directly following "of"-phrase; without relative clauses, appositions and other prepositional phrases.
/// </summary>
internal sealed class NounPhrase
{
    public required int Head { get; init; }

    public required int First { get; init; }

    public required int Last { get; init; }

    /// <summary>Head of the apposition, or −1.</summary>
    public required int Apposition { get; init; }

    /// <summary>Head of the possessor ("his" of "his wife"), or −1.</summary>
    public required int Possessor { get; init; }

    /// <summary>The token that carries the title, set by the reader; −1 when there is none.</summary>
    public int Title { get; set; } = -1;

    /// <summary>The characters, without an outer article's loss: from the first token to the last.</summary>
    public TextSpan Span(Sentence s) => new(s.Tokens[First].Span.Start, s.Tokens[End(s)].Span.End);

    public static NounPhrase Of(Sentence s, int head)
    {
        int first = head, last = head, apposition = -1, possessor = -1;
        foreach (int c in s.Children(head))
        {
            var t = s.Tokens[c];
            if (t.DepRel == "nmod:poss") possessor = c;
            if (t.Relation == "appos" && (apposition < 0 || c - apposition <= 2 && s.Tokens[c - 1].Upos != "PUNCT")) apposition = c; // "Vermont Sen. Ada Lee"
            if (t.Relation == "advmod" && s.Child(head, "case") > c) continue; // "not only on the radio": said of the preposition
            if (c < head && t.Relation is "det" or "amod" or "compound" or "nummod" or "nmod" or "flat" or "advmod" && t.DepRel != "nmod:tmod") first = Math.Min(first, Leftmost(s, c));
            if (c > head && (t.Relation == "flat" || t.DepRel == "nmod:desc")) last = Math.Max(last, Rightmost(s, c));
        }
        return new NounPhrase { Head = head, First = first, Last = last, Apposition = apposition, Possessor = possessor };
    }

    /// <summary>Whether a name says whose friend or foe somebody is ("Iran-backed", "pro-Russian"), not where he is from.</summary>
    public static bool IsBacker(Sentence s, int first, int last)
    {
        if (first > 1 && s.Tokens[first - 1].Form is "-" or "–" && s.Tokens[first - 2].Form.ToLowerInvariant() is "pro" or "anti") return true;
        return last + 2 < s.Tokens.Count && s.Tokens[last + 1].Form is "-" or "–" && Backing.Contains(s.Tokens[last + 2].Form.ToLowerInvariant())
            || s.Tokens[last].Form.Contains('-', StringComparison.Ordinal) && Backing.Contains(s.Tokens[last].Form[(s.Tokens[last].Form.LastIndexOf('-') + 1)..].ToLowerInvariant());
    }

    private static readonly HashSet<string> Backing = ["backed", "allied", "aligned", "sponsored", "supported", "funded", "trained", "armed", "friendly", "linked", "supplied", "inspired", "financed", "equipped", "appointed", "installed", "imposed"];

    // "the president of the region": a following "of"-phrase belongs to the mention as written.
    private int End(Sentence s)
    {
        if (s.Tokens[Head].Upos != "NOUN") return Last;
        foreach (int c in s.Children(Head))
            if (c > Head && s.Tokens[c].Relation == "nmod" && ArgumentReader.Case(s, c) == "of" && s.Tokens[Last + 1 < s.Tokens.Count ? Last + 1 : Last].Lemma == "of")
                return SimpleEnd(s, c);
        return Last;
    }

    private static int SimpleEnd(Sentence s, int head) => Of(s, head).Last;

    private static int Leftmost(Sentence s, int token)
    {
        int result = token;
        foreach (int c in s.Children(token)) if (c < token && s.Tokens[c].Relation != "punct") result = Math.Min(result, Leftmost(s, c));
        return result;
    }

    private static int Rightmost(Sentence s, int token)
    {
        int result = token;
        foreach (int c in s.Children(token)) if (s.Tokens[c].Relation is "flat") result = Math.Max(result, Rightmost(s, c));
        return result;
    }
}
