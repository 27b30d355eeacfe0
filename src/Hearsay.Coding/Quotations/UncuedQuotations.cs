using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Credits quotation marks that no cue took: what follows at once on a quotation of the same paragraph goes on with it,
/// a quoted paragraph after a quoted paragraph keeps its speaker, "Name: …" and "… – Name" name theirs. Adds to the
/// quotations found; marks around few words are titles or scare quotes and stay out.
/// </summary>
internal sealed class UncuedQuotations(Document document, ActorIndex actors, IReadOnlyList<QuotedSpan> marks, List<Quotation> found)
{
    /// <summary>Marks around fewer words than this and without a cue are a title or a scare quote.</summary>
    private const int ShortestUncued = 5;

    /// <summary>Adds what the marks in none of <paramref name="used"/> show.</summary>
    public void Add(HashSet<QuotedSpan> used)
    {
        foreach (var mark in marks)
        {
            if (used.Contains(mark)) continue;
            var sentence = SentenceAt(mark.Inside.Start);
            if (sentence is null || found.Exists(q => q.Content.Any(c => c.Contains(mark.Inside)))) continue;
            bool whole = mark.Outside.Start <= sentence.Span.Start + 1;
            bool colon = document.Text.AsSpan(0, mark.Outside.Start).TrimEnd() is [.., ':'];
            if (whole && !colon && Continues(mark, sentence)) continue;
            if (mark.Words >= ShortestUncued) AddOwn(mark, sentence, whole, colon);
        }
    }

    // "A," he said. "B.": one quotation in two pieces.
    private bool Continues(QuotedSpan mark, Sentence sentence)
    {
        for (int k = 0; k < found.Count; k++)
        {
            var q = found[k];
            if (q.Form == QuotationForm.Indirect) continue;
            var cueSentence = document.Sentences[q.Sentence];
            int from = Math.Max(q.Content[^1].End, q.Cue?.End ?? 0);
            var last = q.Content[^1].End > cueSentence.Span.End ? SentenceAt(q.Content[^1].End - 1) ?? cueSentence : cueSentence;
            bool follows = from <= mark.Outside.Start && last.Index + 1 >= sentence.Index && last.Index <= sentence.Index
                && (sentence.Paragraph - last.Paragraph <= 1 || mark.Continued) && !Words(Math.Max(from, last.Span.End), mark.Outside.Start);
            if (!follows || q.Cue is null || Interrupted(q, mark) || IsAnswered(q, last, sentence)) continue;
            found[k] = q with { Content = [.. q.Content, mark.Inside] };
            return true;
        }
        return false;
    }

    // What follows a question in a new paragraph is somebody's answer.
    private bool IsAnswered(Quotation q, Sentence before, Sentence sentence) =>
        before.Paragraph != sentence.Paragraph && document.Text[q.Content[^1].End - 1] == '?';

    private bool Interrupted(Quotation q, QuotedSpan mark) =>
        found.Exists(o => !ReferenceEquals(o, q) && o.Speaker is not null && o.Cue is { } c && c.Start > q.Cue!.Value.Start && c.End <= mark.Outside.Start && !q.Holds(c.Start));

    private bool Words(int from, int to)
    {
        for (int i = from; i < to; i++) if (char.IsLetterOrDigit(document.Text[i])) return true;
        return false;
    }

    private void AddOwn(QuotedSpan mark, Sentence sentence, bool whole, bool colon)
    {
        var previous = found.Where(q => q.Content[^1].End <= mark.Inside.Start && q.Form != QuotationForm.Indirect).MaxBy(q => q.Content[^1].End);
        bool borneOut = colon && previous is { Cue: not null } && !Words(Math.Max(previous.Content[^1].End, previous.Cue.Value.End), mark.Outside.Start);
        bool carries = borneOut || previous is not null && (mark.Continued || whole && mark.Words >= 8 && document.Sentences[previous.Sentence].Paragraph == sentence.Paragraph);
        var speaker = carries ? previous!.Speaker : Named(sentence, mark);
        if (speaker is null || !carries && speaker.Span.In(document.Text) is "I" or "We" or "we" or "You" or "you") return;
        var hops = carries ? previous!.Hops : [HopKinds.Hop(speaker, null, document)];
        found.Add(new Quotation
        {
            Content = [mark.Inside], Sentence = sentence.Index, Speaker = speaker, SpeakerSpan = carries ? previous!.SpeakerSpan : speaker.Span, Form = QuotationForm.Direct, Hops = hops, Chain = hops,
        });
    }

    // "…" – Name; and Name: "…"
    private ResolvedActor? Named(Sentence sentence, QuotedSpan mark)
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

    private Sentence? SentenceAt(int offset)
    {
        foreach (var s in document.Sentences) if (offset < s.Span.End) return s;
        return null;
    }
}
