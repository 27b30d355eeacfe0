using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Finds who is quoted with what in a document: direct, indirect and mixed quotations with cue, speaker, addressee
/// and chain. Syntax proposes attributions sentence by sentence, quotation marks extend or confirm them, and a
/// quotation without a cue takes the speaker of the one before it in the paragraph.
/// </summary>
public sealed class QuotationFinder(CueTable cues)
{
    /// <summary>Marks around fewer words than this and without a cue are a title or a scare quote.</summary>
    private const int ShortestUncued = 5;

    /// <summary>The quotations in text order, with chains over nesting.</summary>
    public IReadOnlyList<Quotation> Find(Document document, ActorIndex actors)
    {
        var marks = QuotationMarks.Find(document);
        var found = new List<Quotation>();
        var used = new HashSet<QuotedSpan>();
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Root < 0) continue;
            foreach (var attribution in new SyntacticReader(cues, actors, sentence).Read())
                if (FromSyntax(document, actors, sentence, attribution, marks, used) is { } quotation) found.Add(quotation);
        }
        AddUncued(document, actors, marks, used, found);
        found.Sort((a, b) => a.Content[0].Start != b.Content[0].Start ? a.Content[0].Start.CompareTo(b.Content[0].Start) : b.Content[^1].End.CompareTo(a.Content[^1].End));
        return Nest(found, document);
    }

    private static Quotation? FromSyntax(
        Document document, ActorIndex actors, Sentence sentence, SyntacticAttribution a, IReadOnlyList<QuotedSpan> marks, HashSet<QuotedSpan> used)
    {
        int cueOffset = sentence.Tokens[a.CueToken].Span.Start;
        var around = EnclosingMark(marks, cueOffset);
        var pieces = Pieces(document, sentence, a.Content);
        var quoted = new List<QuotedSpan>();
        foreach (var mark in marks)
        {
            if (mark == around || around is not null && around.Inside.Contains(mark.Inside)) continue;
            if (mark.Outside.Contains(sentence.Tokens[a.CueToken].Span)) continue;
            bool touches = pieces.Exists(p => p.Overlaps(mark.Inside));
            bool beside = mark.Words >= 2 && mark.Outside.Overlaps(new TextSpan(sentence.Span.Start, sentence.Span.End)) && a.Cue is not null && a.Cue.Takes("quote")
                && (pieces.Count == 0 || mark.Words >= 4) && Beside(document, sentence, a, mark);
            if (touches || beside && around is null) quoted.Add(mark);
        }
        if (pieces.Count == 0 && quoted.Count == 0) return null;
        if (pieces.Count == 0 && a.Speaker < 0 && quoted.TrueForAll(q => q.Words < ShortestUncued)) return null;
        used.UnionWith(quoted);
        bool direct = quoted.Count > 0 && Outside(document, pieces, quoted) <= 2;
        var content = direct ? [.. quoted.Select(q => q.Inside)] : Union(pieces, quoted);
        content = Trim(document.Text, content);
        if (content.Count == 0) return null;
        var speaker = a.Speaker >= 0 ? actors.One(sentence.Index, a.Speaker) : null;
        string cueText = document.Text[sentence.Tokens[a.CueTokens[0]].Span.Start..sentence.Tokens[a.CueTokens[^1]].Span.End];
        var hops = a.Carriers.Where(c => c != a.Speaker).Select(c => HopKinds.Hop(actors.One(sentence.Index, c), cueText, document)).ToList();
        if (speaker is not null) hops.Add(HopKinds.Hop(speaker, cueText, document));
        return new Quotation
        {
            Content = content, Sentence = sentence.Index, CueToken = a.CueToken,
            Cue = new TextSpan(sentence.Tokens[a.CueTokens[0]].Span.Start, sentence.Tokens[a.CueTokens[^1]].Span.End),
            Speaker = speaker, SpeakerSpan = speaker?.Span, Addressee = a.Addressee >= 0 ? actors.One(sentence.Index, a.Addressee) : null,
            Form = direct ? QuotationForm.Direct : quoted.Count > 0 ? QuotationForm.Mixed : QuotationForm.Indirect,
            Stance = a.Cue?.Stance ?? "asserts", Hops = hops, Chain = hops,
        };
    }

    // A mark belongs to a cue of its sentence when nothing but the cue's own clause and punctuation lies between.
    private static bool Beside(Document document, Sentence sentence, SyntacticAttribution a, QuotedSpan mark)
    {
        int cue = sentence.Tokens[a.CueToken].Span.Start;
        int from = Math.Min(mark.Outside.End, cue), to = Math.Max(mark.Outside.Start, cue);
        if (mark.Outside.Start <= cue && cue < mark.Outside.End) return false;
        (from, to) = mark.Outside.End <= cue ? (mark.Outside.End, cue) : (cue, mark.Outside.Start);
        int words = 0;
        for (int i = from; i < to; i++) if (char.IsWhiteSpace(document.Text[i])) words++;
        return words <= 14 && !document.Text.AsSpan(from, to - from).Contains("\n\n", StringComparison.Ordinal);
    }

    private static void AddUncued(Document document, ActorIndex actors, IReadOnlyList<QuotedSpan> marks, HashSet<QuotedSpan> used, List<Quotation> found)
    {
        foreach (var mark in marks)
        {
            if (used.Contains(mark) || mark.Words < ShortestUncued) continue;
            var sentence = SentenceAt(document, mark.Inside.Start);
            if (sentence is null || found.Exists(q => q.Content.Any(c => c.Contains(mark.Inside)))) continue;
            bool whole = mark.Outside.Start <= sentence.Span.Start + 1;
            var previous = found.Where(q => q.Content[^1].End <= mark.Inside.Start && q.Form != QuotationForm.Indirect).OrderBy(q => q.Content[^1].End).LastOrDefault();
            bool carries = previous is not null && (mark.Continued || whole && SameTurn(document, previous, sentence));
            var speaker = carries ? previous!.Speaker : Named(document, actors, sentence, mark);
            if (speaker is null && !whole) continue;
            var hops = speaker is null ? [] : carries ? previous!.Hops : [HopKinds.Hop(speaker, null, document)];
            found.Add(new Quotation
            {
                Content = [mark.Inside], Sentence = sentence.Index, Speaker = speaker, SpeakerSpan = speaker?.Span, Form = QuotationForm.Direct, Hops = hops, Chain = hops,
            });
        }
    }

    // "…" – Name; and Name: "…"
    private static ResolvedActor? Named(Document document, ActorIndex actors, Sentence sentence, QuotedSpan mark)
    {
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            var t = sentence.Tokens[i];
            bool before = t.Form == ":" && t.Span.End <= mark.Outside.Start && mark.Outside.Start - t.Span.End <= 2;
            if (before)
                for (int k = i - 1; k >= 0; k--)
                    if (sentence.Tokens[k].Upos is "PROPN" or "NOUN" or "PRON" && actors.One(sentence.Index, k) is { CanAct: true } named) return named;
            bool dash = t.Form is "–" or "—" or "-" or "--" && t.Span.Start >= mark.Outside.End && t.Span.Start - mark.Outside.End <= 2;
            if (dash && i + 1 < sentence.Tokens.Count && sentence.Tokens[i + 1].Upos == "PROPN") return actors.One(sentence.Index, i + 1);
        }
        return null;
    }

    private static bool SameTurn(Document document, Quotation previous, Sentence sentence)
    {
        var before = document.Sentences[previous.Sentence];
        return before.Paragraph == sentence.Paragraph || sentence.Paragraph - before.Paragraph == 1 && previous.Content[^1].End >= before.Span.End - 2;
    }

    private static IReadOnlyList<Quotation> Nest(List<Quotation> found, Document document)
    {
        var result = new List<Quotation>();
        foreach (var q in found)
        {
            int anchor = q.CueToken >= 0 ? document.Sentences[q.Sentence].Tokens[q.CueToken].Span.Start : q.Content[0].Start;
            var chain = new List<ChainHop>();
            foreach (var outer in found)
                if (!ReferenceEquals(outer, q) && outer.Holds(anchor) && (outer.Holds(q.Content[0].Start) || outer.Holds(q.Content[^1].End - 1)) && !Equal(outer, q)) chain.AddRange(outer.Hops);
            chain.AddRange(q.Hops);
            result.Add(q with { Chain = [.. chain.DistinctBy(h => (h.Start, h.End))] });
        }
        return result;
    }

    private static bool Equal(Quotation a, Quotation b) => a.Content[0].Start == b.Content[0].Start && a.Content[^1].End == b.Content[^1].End;

    private static QuotedSpan? EnclosingMark(IReadOnlyList<QuotedSpan> marks, int offset)
    {
        foreach (var m in marks) if (m.Inside.Start <= offset && offset < m.Inside.End) return m;
        return null;
    }

    private static Sentence? SentenceAt(Document document, int offset)
    {
        foreach (var s in document.Sentences) if (offset < s.Span.End) return s;
        return null;
    }

    // Runs of content tokens become pieces; a gap of punctuation alone does not break one.
    private static List<TextSpan> Pieces(Document document, Sentence sentence, IReadOnlyList<int> tokens)
    {
        var pieces = new List<TextSpan>();
        int previous = -2;
        foreach (int t in tokens)
        {
            var span = sentence.Tokens[t].Span;
            bool joined = pieces.Count > 0 && (t == previous + 1 || Enumerable.Range(previous + 1, t - previous - 1).All(k => sentence.Tokens[k].Upos == "PUNCT"));
            if (joined) pieces[^1] = new TextSpan(pieces[^1].Start, span.End);
            else pieces.Add(span);
            previous = t;
        }
        return Trim(document.Text, pieces);
    }

    private static List<TextSpan> Union(List<TextSpan> pieces, List<QuotedSpan> quoted)
    {
        var all = pieces.Concat(quoted.Select(q => q.Outside)).OrderBy(p => p.Start).ToList();
        var merged = new List<TextSpan>();
        foreach (var p in all)
        {
            if (merged.Count > 0 && p.Start <= merged[^1].End + 1) merged[^1] = merged[^1].Cover(p);
            else merged.Add(p);
        }
        return merged;
    }

    private static int Outside(Document document, List<TextSpan> pieces, List<QuotedSpan> quoted)
    {
        int words = 0;
        bool inside = false;
        foreach (var p in pieces)
            for (int i = p.Start; i < p.End; i++)
            {
                bool letter = char.IsLetterOrDigit(document.Text[i]) && !quoted.Exists(q => q.Outside.Start <= i && i < q.Outside.End);
                if (letter && !inside) words++;
                inside = letter;
            }
        return words;
    }

    private static List<TextSpan> Trim(string text, List<TextSpan> pieces)
    {
        var result = new List<TextSpan>();
        foreach (var p in pieces)
        {
            int start = p.Start, end = p.End;
            while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or '.' or ';' or ':' or '—' or '–')) start++;
            while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '.' or ';' or ':' or '—' or '–')) end--;
            if (end - start >= 2 && text[start] is '“' or '"' && text[end - 1] is '”' or '"' && !text.AsSpan(start + 1, Math.Max(0, end - start - 2)).ContainsAny('"', '”')) { start++; end--; }
            while (end > start && text[end - 1] is ',' or '.') end--;
            if (end > start) result.Add(new TextSpan(start, end));
        }
        return result;
    }
}
