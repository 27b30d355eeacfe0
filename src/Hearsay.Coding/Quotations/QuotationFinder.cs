using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Finds who is quoted with what in a document: direct, indirect and mixed quotations with cue, speaker, addressee
/// and chain. Syntax proposes attributions sentence by sentence, quotation marks extend or confirm them, and a
/// quotation without a cue takes the speaker of the one before it.
/// </summary>
public sealed class QuotationFinder(CueTable cues)
{
    /// <summary>Marks around this many words next to a cue are quoted speech, not a title.</summary>
    private const int SurelyQuoted = 4;

    /// <summary>The quotations in text order, with chains over nesting; <paramref name="outlet"/>, the article's own, is no hop.</summary>
    public IReadOnlyList<Quotation> Find(Document document, ActorIndex actors, string? outlet = null)
    {
        var marks = QuotationMarks.Find(document);
        var found = new List<Quotation>();
        var used = new HashSet<QuotedSpan>();
        var labels = new LabelledSpeech(document, actors);
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Root < 0) continue;
            var proposals = new SyntacticReader(cues, actors, sentence).Read().Where(a => !a.QuotedOnly || a.Cue is { Proof: CueProof.Clause } || !labels.Holds(sentence, a.CueToken)).ToList();
            foreach (bool doubtful in new[] { false, true })
                foreach (var attribution in proposals)
                    if (attribution.QuotedOnly == doubtful && FromSyntax(document, actors, sentence, attribution, marks, used, proposals) is { } quotation) found.Add(quotation);
        }
        found.AddRange(labels.Find(marks, found).ToList());
        found.AddRange(new SetOffSpeech(document, actors, cues).Find(marks, found).ToList());
        new UncuedQuotations(document, actors, marks, found).Add(used);
        found.Sort((a, b) => a.Content[0].Start != b.Content[0].Start ? a.Content[0].Start.CompareTo(b.Content[0].Start) : b.Content[^1].End.CompareTo(a.Content[^1].End));
        PronounSpeakers.Correct(document, actors, found);
        if (outlet is not null)
            for (int k = 0; k < found.Count; k++)
                if (found[k].Hops.Any(h => HopKinds.IsOwnOutlet(h, outlet))) found[k] = found[k] with { Hops = [.. found[k].Hops.Where(h => !HopKinds.IsOwnOutlet(h, outlet))] };
        return QuotationNesting.Nest(found, document);
    }

    private static Quotation? FromSyntax(
        Document document, ActorIndex actors, Sentence sentence, SyntacticAttribution a, IReadOnlyList<QuotedSpan> marks, HashSet<QuotedSpan> used, IReadOnlyList<SyntacticAttribution> all)
    {
        var around = EnclosingMark(marks, sentence.Tokens[a.CueToken].Span.Start);
        if (around is { Words: >= SurelyQuoted } && !Reports(sentence, a)) return null;
        var pieces = ContentPieces.Of(document, sentence, a.Content);
        if (around is not null && pieces.Count > 0 && pieces[0].Start < around.Outside.Start) return null; // what is quoted credits nothing in front of the marks
        if (around is not null) pieces = ContentPieces.Within(pieces, around.Inside);
        var theirs = all.Where(o => o != a && !o.QuotedOnly && o.CueToken > a.CueToken && o.Content.Count > 0 && o.Content[0] > o.CueToken && !o.Content.Contains(a.CueToken)).SelectMany(o => ContentPieces.Of(document, sentence, o.Content)).ToList();
        var quoted = around is null ? Quoted(document, sentence, a, pieces, marks, used, theirs) : [];
        if (Brackets(document, sentence, a.CueToken) is { } aside && quoted.Exists(q => aside.Contains(q.Outside))) pieces = ContentPieces.Within(pieces, aside);
        if (pieces.Count == 0 && quoted.Count == 0) return null;
        if (a.QuotedOnly && !Proven(document, a, pieces, quoted)) return null;
        if (!a.Clausal && quoted.Count > 0 && quoted.TrueForAll(q => IsTitle(document.Text, q)) && ContentPieces.WordsOutside(document, pieces, quoted) <= 1) return null;
        used.UnionWith(quoted);
        bool direct = quoted.Count > 0 && IsDirect(document, sentence, a, pieces, quoted);
        if (direct && (a.Cue is null || a.Cue is { Proof: CueProof.Speaker, Class: "say" } weak && !weak.Takes("np")) && quoted.Sum(q => q.Words) < SurelyQuoted
            && (!EndsAsSpeech(document.Text, quoted[0]) || sentence.Tokens[a.CueToken].DepRel == "acl:relcl")) return null; // "ended the "virtual tie""
        if (quoted.Count > 0) a = SpeakerRepair.Outside(sentence, a, quoted);
        a = SpeakerRepair.Completed(sentence, SpeakerRepair.Unbracketed(sentence, a));
        if (a.Speaker >= 0 && ReportingContext.IsNobody(sentence, a.Speaker)) return null;
        if (quoted.Count > 0 && !direct) pieces = ContentPieces.CutTail(document, sentence, pieces, quoted[^1]);
        var content = ContentPieces.Trim(document.Text, direct ? [.. quoted.Select(q => q.Inside)] : ContentPieces.Union(pieces, quoted));
        return content.Count == 0 ? null : Make(document, actors, sentence, a, content, direct ? QuotationForm.Direct : quoted.Count > 0 ? QuotationForm.Mixed : QuotationForm.Indirect);
    }

    private static Quotation Make(Document document, ActorIndex actors, Sentence sentence, SyntacticAttribution a, List<TextSpan> content, QuotationForm form)
    {
        var speaker = a.Speaker >= 0 ? actors.One(sentence.Index, NamedHead(document, sentence, a)) : null;
        if (speaker is { Name: null } && a.SpeakerSpan is { } phrase && speaker.Span.Start < phrase.Start && speaker.Span.End == phrase.End) speaker = speaker with { Span = phrase };
        var cue = sentence.Tokens[a.CueTokens[0]].Span.Cover(sentence.Tokens[a.CueTokens[^1]].Span);
        string cueText = cue.In(document.Text);
        List<ChainHop> hops = [.. a.Carriers.Where(c => c != a.Speaker).Select(c => HopKinds.Hop(actors.One(sentence.Index, c), cueText, document))];
        // "ABC's Sunday programme" is one outlet, however many of its words name one.
        for (int k = hops.Count - 1; k > 0; k--) if (hops.Exists(h => h != hops[k] && h.Start < hops[k].End && hops[k].Start < h.End) || hops[..k].Exists(h => h.Start == hops[k].Start)) hops.RemoveAt(k);
        if (speaker is not null && !a.OwnAct) hops.Add(HopKinds.Hop(speaker, cueText, document));
        return new Quotation
        {
            Content = content, Sentence = sentence.Index, CueToken = a.CueToken, Cue = cue,
            Speaker = speaker, SpeakerSpan = Whole(document, a.SpeakerSpan ?? speaker?.Span), Addressee = a.Addressee >= 0 ? actors.One(sentence.Index, a.Addressee) : null,
            Form = form, Stance = a.Cue?.Stance ?? "asserts", Presupposed = a.Presupposed, Hops = hops, Chain = hops,
        };
    }

    // A name is never cut in two.
    private static TextSpan? Whole(Document document, TextSpan? span)
    {
        if (span is not { } s) return null;
        int start = s.Start;
        while (start > 0 && document.Text[start - 1] is var c && (c == '-' || start < s.Start && char.IsLetterOrDigit(c))) start--;
        if (document.Text[start] != '-') s = new TextSpan(start, s.End);
        foreach (var name in document.Names) if (name.Span.Overlaps(s) && !s.Contains(name.Span) && name.Kind == NameKind.Person) s = s.Cover(name.Span);
        return s;
    }

    // "Minister of Works Ada Cole", "the secretary, Ada Cole": the name tells more than the office.
    private static int NamedHead(Document document, Sentence sentence, SyntacticAttribution a)
    {
        if (a.SpeakerSpan is not { } span || sentence.Tokens[a.Speaker].Upos == "PRON") return a.Speaker;
        int best = -1;
        foreach (var name in document.Names)
        {
            if (name.Sentence != sentence.Index || name.Kind != NameKind.Person || !span.Contains(name.Span)) continue;
            if (name.First <= a.Speaker && a.Speaker <= name.Last) return a.Speaker;
            int head = name.First;
            while (sentence.Tokens[head].Head >= name.First && sentence.Tokens[head].Head <= name.Last) head = sentence.Tokens[head].Head;
            bool apart = sentence.Tokens[head].Relation == "appos" && sentence.Tokens[head].Head == a.Speaker || span.End - name.Span.End <= 1;
            bool possessive = name.Last + 1 < sentence.Tokens.Count && sentence.Tokens[name.Last + 1].Xpos == "POS";
            bool phrase = sentence.Child(head, "case") >= 0 && !(name.First > 0 && sentence.Tokens[name.First - 1].Upos == "NOUN" && span.End - name.Span.End <= 1);
            bool role = name.First > a.Speaker && apart && !possessive && !phrase;
            if (role) best = head;
        }
        return best >= 0 ? best : a.Speaker;
    }

    // The marks that hold content of the cue, and those that stand beside it.
    private static List<QuotedSpan> Quoted(
        Document document, Sentence sentence, SyntacticAttribution a, List<TextSpan> pieces, IReadOnlyList<QuotedSpan> marks, HashSet<QuotedSpan> used, List<TextSpan> theirs)
    {
        var quoted = new List<QuotedSpan>();
        var cue = sentence.Tokens[a.CueToken].Span;
        foreach (var mark in marks)
        {
            if (mark.Outside.Contains(cue) || IsProgramme(document.Text, mark) || IsLabelled(sentence, a.CueToken, mark)) continue;
            if (mark.Outside.Start > sentence.Span.End + 4) break;
            if (a.SpeakerSpan is { } named && named.Contains(mark.Outside) && named.Start < mark.Outside.Start) continue;
            if (a.QuotedOnly && used.Contains(mark)) continue;
            bool touches = pieces.Exists(p => p.Overlaps(mark.Inside));
            bool near = mark.Outside.Overlaps(sentence.Span) || pieces.Count == 0 && IsBefore(document, sentence, a, mark) || mark.Outside.Start >= sentence.Span.End && document.Text[sentence.Span.End - 1] is ':' or ',';
            bool beside = near && !touches && mark.Words >= 2 && (mark.Outside.Start >= cue.Start || mark.Words >= SurelyQuoted || EndsAsSpeech(document.Text, mark)) && a.Cue is { } c && c.Takes("quote") && (pieces.Count == 0 || mark.Words >= SurelyQuoted) && !used.Contains(mark) && Beside(document, cue, mark)
                && !IsAnother(document, mark, quoted) && !(a.QuotedOnly && cue.End <= mark.Outside.Start && IsOfAnother(sentence, a, mark)) && !theirs.Exists(t => t.Overlaps(mark.Inside));
            bool begins = near && !touches && mark.Outside.End <= cue.Start && mark.Outside.Start <= sentence.Span.Start + 1 && EndsAsSpeech(document.Text, mark) && mark.Words < SurelyQuoted && pieces.Count > 0
                && a.Cue is { } opening && opening.Takes("quote") && !used.Contains(mark) && Beside(document, cue, mark);
            if (touches || beside || begins) quoted.Add(mark);
        }
        return quoted;
    }

    // The brackets around a cue: ("I want my dues back," wrote a clerk).
    private static TextSpan? Brackets(Document document, Sentence sentence, int cue)
    {
        int open = cue, close = cue;
        while (open >= 0 && sentence.Tokens[open].Form is not ("(" or ")")) open--;
        while (close < sentence.Tokens.Count && sentence.Tokens[close].Form is not ("(" or ")")) close++;
        return open >= 0 && close < sentence.Tokens.Count && sentence.Tokens[open].Form == "(" && sentence.Tokens[close].Form == ")"
            ? new TextSpan(sentence.Tokens[open].Span.End, sentence.Tokens[close].Span.Start) : null;
    }

    // "Who knows?" Kemp told them.: the question was cut off as a sentence of its own.
    private static bool IsBefore(Document document, Sentence sentence, SyntacticAttribution a, QuotedSpan mark) =>
        a.Cue is { Proof: CueProof.Clause } && sentence.Tokens[a.CueToken].Relation == "root" && document.Text[mark.Inside.End - 1] is '?' or '!'
        && mark.Outside.End <= sentence.Span.Start && sentence.Span.Start - mark.Outside.End <= 1;

    // A mark belongs to a cue of its sentence when only a few words and punctuation lie between.
    private static bool Beside(Document document, TextSpan cue, QuotedSpan mark)
    {
        var (from, to) = mark.Outside.End <= cue.Start ? (mark.Outside.End, cue.Start) : (cue.End, mark.Outside.Start);
        if (to < from) return false;
        int words = 0;
        for (int i = from; i < to; i++) if (char.IsWhiteSpace(document.Text[i])) words++;
        var between = document.Text.AsSpan(from, to - from);
        return words <= 14 && (!between.Contains("\n\n", StringComparison.Ordinal) || between.TrimEnd() is [.., ':'] or [',']);
    }

    private static bool IsLabelled(Sentence sentence, int cue, QuotedSpan mark)
    {
        int first = 0;
        while (first < sentence.Tokens.Count && sentence.Tokens[first].Span.Start < mark.Outside.Start) first++;
        return LabelledSpeech.Intervenes(sentence, cue, first);
    }

    // "called it "harsh": "We face …"": behind a colon, what has been quoted is borne out by another quotation.
    private static bool IsAnother(Document document, QuotedSpan mark, List<QuotedSpan> quoted) =>
        quoted.Count > 0 && document.Text.AsSpan(quoted[^1].Outside.End, Math.Max(0, mark.Outside.Start - quoted[^1].Outside.End)).TrimEnd() is [.., ':'];

    // "ran two articles that examined "the gap"": the marks hang on a verb of a clause below.
    private static bool IsOfAnother(Sentence sentence, SyntacticAttribution a, QuotedSpan mark)
    {
        if (a.Cue is { Proof: CueProof.Clause }) return false;
        foreach (var t in sentence.Tokens)
            if (mark.Inside.Contains(t.Span) && t.Upos != "PUNCT" && t.Head > a.CueToken && !mark.Outside.Overlaps(sentence.Tokens[t.Head].Span))
                return sentence.Tokens[t.Head] is { Upos: "VERB", Relation: "acl" or "advcl" };
        return false;
    }

    // Somebody else's words inside quoted words: a clause with a third party for its subject.
    private static bool Reports(Sentence sentence, SyntacticAttribution a) =>
        a.Clausal && !a.QuotedOnly && a.Speaker >= 0 && (sentence.Tokens[a.Speaker].Upos == "PROPN" || sentence.Tokens[a.Speaker].Upos != "PRON" && char.IsUpper(sentence.Tokens[a.Speaker].Form[0]));

    // Marks hold all of the content, or stand where only speech stands: "…," before the cue, or a comma or colon behind it.
    private static bool IsDirect(Document document, Sentence sentence, SyntacticAttribution a, List<TextSpan> pieces, List<QuotedSpan> quoted)
    {
        int outside = ContentPieces.WordsOutside(document, pieces, quoted), inside = quoted.Sum(q => q.Words);
        if (outside == 0) return true;
        if (StartsWithThat(document.Text, pieces[0])) return false;
        var cue = sentence.Tokens[a.CueToken].Span;
        var first = quoted[0];
        if (outside <= 2 && inside >= 8 && char.IsUpper(document.Text[first.Inside.Start])) return true;
        if (first.Outside.End <= cue.Start) return first.Words >= SurelyQuoted && EndsAsSpeech(document.Text, first) && pieces[0].Start >= first.Outside.Start - 2;
        int between = sentence.Tokens[a.CueTokens[^1]].Span.End;
        return first.Words >= SurelyQuoted && between <= first.Outside.Start && document.Text[between..first.Outside.Start].Trim() is "," or ":" && document.Text[first.Inside.Start] is var c && char.IsUpper(c);
    }

    private static bool EndsAsSpeech(string text, QuotedSpan mark)
    {
        char last = text[mark.Inside.End], end = text[mark.Inside.End - 1];
        return last is ',' or '—' or '–' || end is '?' or '!' || mark.Outside.End < text.Length && text[mark.Outside.End] == ',';
    }

    private static bool Proven(Document document, SyntacticAttribution a, List<TextSpan> pieces, List<QuotedSpan> quoted)
    {
        if (a.Cue is null && (pieces.Count == 0 || !quoted.Exists(q => EndsAsSpeech(document.Text, q) || document.Text.AsSpan(0, q.Outside.Start).TrimEnd() is [.., ',' or ':']))) return false;
        int least = a.Cue is { Proof: not CueProof.Marks } cue && cue.Takes("quote") && (pieces.Count == 0 || quoted.Count > 0 && EndsAsSpeech(document.Text, quoted[0])) ? 2 : SurelyQuoted;
        if (quoted.Count == 0 || quoted.Sum(q => q.Words) < least) return false;
        if (a.Speaker < 0 && quoted.TrueForAll(q => q.Words < SurelyQuoted)) return false;
        return pieces.Count == 0 || ContentPieces.WordsOutside(document, pieces, quoted) <= quoted.Sum(q => q.Words);
    }

    // "Coast Radio's "Harbour Hour"": what a possessor stands before is a programme, not speech.
    private static bool IsProgramme(string text, QuotedSpan mark) =>
        mark.Words <= 7 && IsCapitalised(mark.Inside.In(text)) && text.AsSpan(0, mark.Outside.Start).TrimEnd() is [.., '\'' or '’', 's'];

    // Capitals on every long word and no full stop or comma: the name of a film or a song.
    private static bool IsTitle(string text, QuotedSpan mark)
    {
        if (EndsAsSpeech(text, mark) || text[mark.Inside.End] is '.') return false;
        return IsCapitalised(mark.Inside.In(text));
    }

    private static bool IsCapitalised(string words)
    {
        foreach (string word in words.Split(' ')) if (word.Length > 3 && !char.IsUpper(word[0])) return false;
        return char.IsUpper(words[0]);
    }

    private static bool StartsWithThat(string text, TextSpan piece) => piece.In(text).StartsWith("that ", StringComparison.OrdinalIgnoreCase);

    private static QuotedSpan? EnclosingMark(IReadOnlyList<QuotedSpan> marks, int offset)
    {
        foreach (var m in marks) if (m.Inside.Start <= offset && offset < m.Inside.End) return m;
        return null;
    }
}
