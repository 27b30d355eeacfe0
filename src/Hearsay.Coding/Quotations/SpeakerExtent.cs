using System.Collections.Frozen;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// The whole phrase that names a speaker, with title, appositions and modifiers ("Rep. Jim Jordan, an Ohio
/// Republican"). Takes the head token and the cue, returns a span of the text; what belongs to the cue's own clause
/// or the content stays out.
/// </summary>
internal static class SpeakerExtent
{
    private const int LongestAside = 21;

    private static readonly FrozenSet<string> Saying = FrozenSet.ToFrozenSet(
        ["say", "tell", "note", "add", "echo", "concede", "call", "liken", "argue", "describe", "write", "warn", "admit", "believe", "think", "accuse", "conclude", "declare", "recall"]);

    /// <summary>The span of the phrase headed by <paramref name="head"/>.</summary>
    public static TextSpan Of(Sentence s, int head, int cue, IReadOnlyList<int> content)
    {
        if (s.Tokens[head].Upos == "PRON" && s.Tokens[head].Xpos != "WP" && s.Child(head, "conj") < 0 && s.Child(head, "acl") < 0 && s.Child(head, "nmod") < 0) return s.Tokens[head].Span;
        var mine = new List<int>();
        Collect(s, head, head, cue, content, mine);
        mine.Sort();
        int at = mine.IndexOf(head), first = at, last = at;
        while (first > 0 && Near(s, mine[first - 1], mine[first])) first--;
        while (last + 1 < mine.Count && Near(s, mine[last], mine[last + 1])) last++;
        for (int k = at - 1; k >= first; k--) if (s.Tokens[mine[k]].Form is "—" or "–" or "―" or "--") { first = k + 1; break; }
        while (last > at && s.Tokens[mine[last]].Upos is "PUNCT" && s.Tokens[mine[last]].Form is not (")" or "]")) last--;
        while (first < at && s.Tokens[mine[first]].Upos is "PUNCT" or "CCONJ") first++;
        if (last > at && s.Tokens[mine[last]].Xpos == "POS") last--;
        return s.Tokens[mine[first]].Span.Cover(s.Tokens[mine[last]].Span);
    }

    private static void Collect(Sentence s, int at, int head, int cue, IReadOnlyList<int> content, List<int> into)
    {
        if (at != head && (at == cue || content.Contains(at))) return;
        into.Add(at);
        foreach (int c in s.Children(at))
        {
            var t = s.Tokens[c];
            if (at == head && t.Relation is "case" or "mark" or "parataxis" or "cop" or "nsubj" or "advcl" or "ccomp") continue;
            if (at == head && t.Relation == "acl" && (c == cue || s.Dominates(c, cue) || t.Xpos == "VBG" && c > 0 && s.Tokens[c - 1].Form == ",")) continue;
            if (at == head && c < head && t.Relation == "advmod" && t.Lemma is "even" or "also") continue;
            if (t.DepRel == "acl:relcl" && c > at && IsReport(s, at, c)) continue;
            if (c > at && t.Relation is "nmod" or "obl" && IsAside(s, c)) continue;
            Collect(s, c, head, cue, content, into);
        }
    }

    // ", who said she was shocked", ", which filed the suit", and any long aside: told about the speaker, not his name.
    private static bool IsReport(Sentence s, int noun, int clause)
    {
        var words = s.Subtree(clause).ToList();
        int first = words[0];
        while (first < clause && s.Tokens[first].Upos == "PUNCT") first++;
        if (Saying.Contains(s.Tokens[clause].Lemma) && s.Tokens[first].Lemma.ToLowerInvariant() is "who" or "which") return true;
        bool apart = first > 0 && s.Tokens[first - 1].Form == ",";
        return apart && (words.Count > LongestAside || s.Tokens[first].Form == "which" && s.Child(noun, "appos") < 0 && s.Tokens[noun].Relation != "appos");
    }

    // "on Tuesday", "for instance", "in a statement": said of the saying, not of the speaker.
    private static bool IsAside(Sentence s, int c)
    {
        int preposition = s.Child(c, "case");
        if (preposition < 0) return false;
        string lemma = s.Tokens[c].Lemma.ToLowerInvariant(), link = s.Tokens[preposition].Lemma;
        return lemma is "example" or "instance" || link == "on" && Calendar.IsTime(lemma) || link == "in" && lemma is "statement" or "interview" or "post" or "tweet" or "email" or "filing" or "letter" or "speech"
            || link == "at" && lemma == "time";
    }

    // A gap of punctuation does not end the phrase.
    private static bool Near(Sentence s, int left, int right)
    {
        for (int k = left + 1; k < right; k++) if (s.Tokens[k].Upos != "PUNCT") return false;
        return true;
    }
}
