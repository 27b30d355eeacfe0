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
            if (c > at && t.Relation is "nmod" or "obl" && IsAside(s, c)) continue;
            Collect(s, c, head, cue, content, into);
        }
    }

    // "on Tuesday", "for instance": said of the saying, not of the speaker.
    private static bool IsAside(Sentence s, int c)
    {
        int preposition = s.Child(c, "case");
        if (preposition < 0) return false;
        string lemma = s.Tokens[c].Lemma.ToLowerInvariant();
        return lemma is "example" or "instance" || s.Tokens[preposition].Lemma == "on" && Calendar.IsTime(lemma);
    }

    // A gap of punctuation does not end the phrase.
    private static bool Near(Sentence s, int left, int right)
    {
        for (int k = left + 1; k < right; k++) if (s.Tokens[k].Upos != "PUNCT") return false;
        return true;
    }
}
