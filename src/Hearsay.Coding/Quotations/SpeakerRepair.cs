using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Corrects the speaker where the parser took a word inside the quoted content for the cue's subject: takes an
/// attribution and its quoted spans, returns it with the noun phrase next to the cue outside the marks ("…," said the
/// mayor) as speaker. An attribution whose speaker stands outside the marks comes back as it is.
/// </summary>
internal static class SpeakerRepair
{
    /// <summary>The attribution with a speaker outside the quoted spans.</summary>
    public static SyntacticAttribution Outside(Sentence s, SyntacticAttribution a, List<QuotedSpan> quoted)
    {
        if (a.Passive && a.Speaker < 0) return a;
        bool inside = a.Speaker >= 0 && quoted.Exists(q => q.Outside.Contains(s.Tokens[a.Speaker].Span));
        bool spills = a.SpeakerSpan is { } span && quoted.Exists(q => q.Inside.Overlaps(span));
        if (!inside && !spills && a.Speaker >= 0) return a;
        if (s.Tokens[a.CueToken].Form.Equals("according", StringComparison.OrdinalIgnoreCase)) return a; // according to "The Long Winter"
        int speaker = a.Speaker >= 0 && !inside ? a.Speaker : Beside(s, a, quoted);
        if (speaker < 0) return a.Speaker < 0 ? a : a with { Speaker = -1, SpeakerSpan = null };
        var held = new List<int>(a.Content);
        for (int k = 0; k < s.Tokens.Count; k++) if (quoted.Exists(q => q.Outside.Overlaps(s.Tokens[k].Span))) held.Add(k);
        held.Remove(speaker);
        return a with { Speaker = speaker, SpeakerSpan = SpeakerExtent.Of(s, speaker, a.CueToken, held) };
    }

    /// <summary>"Rep. Ada Cole (D-Maine) said": a speaker inside brackets is the name before them.</summary>
    public static SyntacticAttribution Unbracketed(Sentence s, SyntacticAttribution a)
    {
        if (a.Speaker < 0 || a.SpeakerSpan is not { } span) return a;
        int open = a.Speaker;
        while (open > 0 && a.Speaker - open <= 6 && s.Tokens[open].Form is not ("(" or "[" or ")" or "]")) open--;
        if (open < 1 || s.Tokens[open].Form is not ("(" or "[") || s.Tokens[open - 1].Upos is not "PROPN") return a;
        int first = open - 1;
        while (first > 0 && s.Tokens[first - 1].Upos is "PROPN" or "NOUN" or "ADJ") first--;
        if (s.Tokens[first].Span.Start > span.Start) return a;
        return a with { Speaker = open - 1, SpeakerSpan = s.Tokens[first].Span.Cover(span) };
    }

    /// <summary>
    /// "Dockers' union head Ada Cole said" cut in two by the parser: nouns that stand between the speaker's phrase and
    /// the cue, with nothing else between, belong to the phrase; the last of them is the speaker.
    /// </summary>
    public static SyntacticAttribution Completed(Sentence s, SyntacticAttribution a)
    {
        if (a.Speaker < 0 || a.SpeakerSpan is not { } whole || s.Tokens[a.Speaker].Upos == "PRON") return a;
        var span = FromTheStart(s, whole, a);
        if (a.Speaker > a.CueTokens[0]) return a with { SpeakerSpan = span };
        int last = a.CueTokens[0] - 1, from = last;
        while (from > a.Speaker && s.Tokens[from].Span.Start >= span.End && s.Tokens[from].Upos is "PROPN" or "NOUN" or "ADJ") from--;
        bool gap = from < last && s.Tokens[from].Span.End == span.End && last - from <= 5 && s.Tokens[last].Upos is "PROPN" && !Calendar.IsTime(s.Tokens[last].Lemma.ToLowerInvariant());
        return gap ? a with { Speaker = last, SpeakerSpan = span.Cover(s.Tokens[last].Span) } : a with { SpeakerSpan = span };
    }

    // An article right before the phrase is part of it, a conjunction at its head is not.
    private static TextSpan FromTheStart(Sentence s, TextSpan span, SyntacticAttribution a)
    {
        for (int k = 0; k < s.Tokens.Count; k++)
        {
            var t = s.Tokens[k];
            if (t.Span.Start != span.Start) continue;
            if (t.Form is "But" or "And" && t.Span.End < span.End && k + 1 < s.Tokens.Count) return new TextSpan(s.Tokens[k + 1].Span.Start, span.End);
            bool article = k > 0 && s.Tokens[k - 1].Lemma.ToLowerInvariant() is "the" or "a" && s.Tokens[k - 1].Upos == "DET" && !a.CueTokens.Contains(k - 1) && t.Upos is not ("DET" or "PRON");
            return article ? s.Tokens[k - 1].Span.Cover(span) : span;
        }
        return span;
    }

    /// <summary>
    /// The noun right before the cue where the parser's subject stands beyond a comma with the content between ("the
    /// odds are poor, Hale said"), or −1.
    /// </summary>
    public static int NextToCue(Sentence s, SyntacticAttribution a, Func<int, bool> canSpeak)
    {
        if (a.Speaker >= 0 && a.Speaker <= DatelineEnd(s)) return FirstBetween(s, DatelineEnd(s), a.CueTokens[0]);
        int before = a.CueTokens[0] - 1;
        if (Apposed(s, a) is var titled and >= 0 && canSpeak(titled)) return titled;
        if (a.Speaker < 0 || a.Speaker >= before || before < 2 || s.Tokens[before].Upos is not ("PROPN" or "PRON" or "NOUN")) return -1;
        int start = before;
        while (start > 0 && s.Tokens[start - 1].Upos != "PUNCT") start--;
        if (start <= a.Speaker || start == 0 || s.Tokens[start - 1].Form is not ("," or "”" or "\"" or "''") || s.Dominates(a.Speaker, before) && s.Tokens[before].Relation != "nsubj") return -1;
        int top = before;
        while (s.Tokens[top].Head >= start && s.Tokens[top].Head < a.CueToken) top = s.Tokens[top].Head;
        bool speaks = s.Tokens[top].Upos is "PROPN" or "PRON" || s.Tokens[top].Upos == "NOUN" && !canSpeak(a.Speaker) && canSpeak(top);
        return speaks && s.Tokens[top].Xpos is not ("WP" or "WDT") && s.Tokens[top].Relation is not ("appos" or "conj" or "obl") ? top : -1;
    }

    // "The strike goes on until the vote, her top aide, Tom Ost, told the Herald": the aide hung on the vote.
    private static int Apposed(Sentence s, SyntacticAttribution a)
    {
        int comma = a.CueTokens[0] - 1;
        if (comma < 4 || s.Tokens[comma].Form != "," || s.Tokens[a.CueToken].Relation != "parataxis" || s.Child(a.CueToken, "nsubj") >= 0) return -1;
        int name = comma - 1;
        while (name > 1 && s.Tokens[name - 1].Upos == "PROPN") name--;
        if (s.Tokens[name] is not { Upos: "PROPN", Relation: "appos", Head: var title } || s.Tokens[name - 1].Form != "," || title < 1 || title > name || s.Tokens[title].Relation != "appos") return -1;
        int first = s.Subtree(title).Min();
        return s.Tokens[first].Form == "," || first > 0 && s.Tokens[first - 1].Form == "," ? title : -1;
    }

    /// <summary>The last token of an opening dateline ("LAGOS, May 3 (Reuters) -"), or −1.</summary>
    private static int DatelineEnd(Sentence s)
    {
        for (int k = 1; k < s.Tokens.Count && k < 14; k++)
        {
            if (s.Tokens[k].Form is not ("-" or "–" or "—" or "―" or "--")) continue;
            bool capitals = s.Tokens[0].Form.Length > 2 && s.Tokens[0].Form.All(c => char.IsUpper(c) || c is '.' or '-');
            return s.Tokens[k - 1].Form == ")" || capitals && k <= 6 ? k : -1;
        }
        return -1;
    }

    private static int FirstBetween(Sentence s, int from, int to)
    {
        for (int k = from + 1; k < to; k++)
        {
            if (s.Tokens[k].Upos is not ("NOUN" or "PROPN" or "PRON")) continue;
            int top = k;
            while (s.Tokens[top].Head > top && s.Tokens[top].Head < to && s.Tokens[s.Tokens[top].Head].Upos is "NOUN" or "PROPN" && s.Tokens[top].Relation is "compound" or "nmod" or "flat" or "amod") top = s.Tokens[top].Head;
            return top;
        }
        return -1;
    }

    /// <summary>The noun between the marks and the cue, or right behind the cue before the next comma; −1 where there is none.</summary>
    internal static int Beside(Sentence s, SyntacticAttribution a, List<QuotedSpan> quoted)
    {
        if (Share(s, a.CueTokens[0]) is var share and >= 0) return share;
        int best = -1;
        for (int k = a.CueTokens[0] - 1; k >= 0 && k >= a.CueTokens[0] - 12; k--)
        {
            if (quoted.Exists(q => q.Outside.Overlaps(s.Tokens[k].Span))) break;
            if (best >= 0 && s.Tokens[k].Form == "," && s.Tokens[best].Relation == "conj") break; // "among the unions, teachers and clerks said"
            if (s.Tokens[k].Upos is "PROPN" or "NOUN" or "PRON" && (best < 0 || s.Dominates(k, best)) && s.Tokens[k].Relation is not ("obl" or "obj")) best = k;
        }
        if (best >= 0) return best;
        for (int k = a.CueTokens[^1] + 1; k < s.Tokens.Count && k <= a.CueTokens[^1] + 6; k++)
        {
            if (s.Tokens[k].Upos == "PUNCT") break;
            if (s.Tokens[k].Upos is "PROPN" or "NOUN" or "PRON" && s.Tokens[k].Relation is not ("obl" or "iobj" or "obl:unmarked")) return Highest(s, k, a.CueTokens[^1]);
        }
        return -1;
    }

    // "Four in ten say", "nearly a third say": a share of those asked stands right before the cue.
    private static int Share(Sentence s, int cue)
    {
        if (cue < 1 || s.Tokens[cue - 1] is not ({ Upos: "NUM" } or { Upos: "ADJ", Lemma: "third" or "quarter" or "fifth" })) return -1;
        int at = cue - 1;
        while (s.Tokens[at].Head >= 0 && s.Tokens[at].Head < at) at = s.Tokens[at].Head;
        return at;
    }

    private static int Highest(Sentence s, int token, int cue)
    {
        int at = token;
        while (s.Tokens[at].Head > cue && s.Tokens[at].Relation is "compound" or "flat" or "nmod" or "amod" or "appos" && s.Tokens[at].Head - at <= 4 && at != s.Tokens[at].Head) at = s.Tokens[at].Head;
        return at;
    }
}
