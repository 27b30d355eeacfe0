using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Coding.Predicates;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Reads speech that the layout alone sets off: a paragraph without marks behind one that ends in a verb of saying and
/// a colon ("the bank denied this:"), and a pulled quote, a paragraph in the first person with a name for its last
/// sentence. A block ends where the writer speaks of its speaker again. Lists, posts and marked speech are left to others.
/// </summary>
internal sealed class SetOffSpeech(Document document, ActorIndex actors, CueTable cues)
{
    private const int Shortest = 6;

    /// <summary>The quotations that paragraphs make, given those found so far.</summary>
    public IEnumerable<Quotation> Find(IReadOnlyList<QuotedSpan> marks, IReadOnlyList<Quotation> found)
    {
        for (int k = 0; k + 1 < document.Sentences.Count; k++)
        {
            if (document.Sentences[k].Paragraph != document.Sentences[k + 1].Paragraph) { if (Block(k, marks, found) is { } block) yield return block; }
            else if (Pulled(k + 1, marks) is { } pulled) yield return pulled;
        }
    }

    private Quotation? Block(int k, IReadOnlyList<QuotedSpan> marks, IReadOnlyList<Quotation> found)
    {
        var s = document.Sentences[k];
        if (s.Root < 0 || s.Tokens[^1].Form != ":" || s.Tokens.Count < 3) return null;
        int verb = s.Root;
        if (cues.Verb(s.Tokens[verb].Lemma.ToLowerInvariant(), null) is not { Proof: CueProof.Clause } cue || !cue.Takes("quote") || found.Any(q => q.Sentence == k)) return null;
        var graph = new PredicateGraph(s);
        int speaker = graph.IsPassive(verb) ? -1 : graph.Heads(verb, Role.Subject).DefaultIfEmpty(-1).First();
        if (speaker < 0 || !actors.One(k, speaker).CanAct || !ReportingContext.IsPlain(s, verb, speaker)) return null;
        int last = k + 1;
        while (last + 1 < document.Sentences.Count && document.Sentences[last + 1].Paragraph == document.Sentences[k + 1].Paragraph && !ResumesReport(last + 1, found)) last++;
        var content = document.Sentences[k + 1].Span.Cover(document.Sentences[last].Span);
        if (!char.IsLetter(document.Text[content.Start]) || Words(k + 1, last) < Shortest || marks.Any(m => m.Outside.Overlaps(content) && m.Outside.Start - content.Start < 2)) return null;
        var carriers = new CarrierReader(graph, actors).Read(verb, -1).Where(c => c != speaker).Append(speaker);
        string said = s.Tokens[verb].Form;
        List<ChainHop> hops = [.. carriers.Select(c => HopKinds.Hop(actors.One(k, c), said, document))];
        return Make(content, k, actors.One(k, speaker), SpeakerExtent.Of(s, speaker, verb, []), hops) with { CueToken = verb, Cue = s.Tokens[verb].Span, Stance = cue.Stance == "denies" ? "asserts" : cue.Stance }; // what is denied stands before the colon
    }

    // "They also said …": the writer reports the speaker again.
    private bool ResumesReport(int k, IReadOnlyList<Quotation> found) =>
        found.Any(q => q.Sentence == k && q.CueToken == document.Sentences[k].Root && q.Speaker is { } s && s.Span.In(document.Text) is not ("I" or "We" or "we"));

    private Quotation? Pulled(int k, IReadOnlyList<QuotedSpan> marks)
    {
        var s = document.Sentences[k];
        if (s.Tokens.Count > 4 || k + 1 < document.Sentences.Count && document.Sentences[k + 1].Paragraph == s.Paragraph) return null;
        int closing = s.Tokens[^1].Upos == "PUNCT" ? s.Tokens.Count - 2 : s.Tokens.Count - 1;
        if (!document.Names.Any(n => n.Sentence == k && n.Kind == NameKind.Person && n.First == 0 && n.Last == closing)) return null;
        int first = k - 1;
        while (first > 0 && document.Sentences[first - 1].Paragraph == s.Paragraph) first--;
        var content = document.Sentences[first].Span.Cover(document.Sentences[k - 1].Span);
        if (Words(first, k - 1) < Shortest || marks.Any(m => m.Outside.Overlaps(content)) || !IsFirstPerson(first, k - 1)) return null;
        var speaker = actors.One(k, closing);
        return Make(content, first, speaker, s.Tokens[0].Span.Cover(s.Tokens[closing].Span), [HopKinds.Hop(speaker, null, document)]);
    }

    private bool IsFirstPerson(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Any(k => document.Sentences[k].Tokens.Any(t => t.Form is "I" or "we" or "We" or "my" or "My" or "me" or "our" or "Our" or "us"));

    private int Words(int first, int last) => Enumerable.Range(first, last - first + 1).Sum(k => document.Sentences[k].Tokens.Count);

    private Quotation Make(TextSpan content, int sentence, ResolvedActor speaker, TextSpan span, List<ChainHop> hops) => new()
    {
        Content = ContentPieces.Trim(document.Text, [content]), Sentence = sentence, Speaker = speaker, SpeakerSpan = span, Form = QuotationForm.Direct, Hops = hops, Chain = hops,
    };
}
