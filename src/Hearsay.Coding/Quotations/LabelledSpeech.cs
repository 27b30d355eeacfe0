using System.Collections.Frozen;
using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Reads speech that a label at the head of a paragraph credits: headlines ("Minister: bridge is safe") and transcripts
/// ("KEMP: We start on Monday."). The rest of the paragraph is the content, the colon the cue. A label is a short
/// phrase for somebody who can speak, not a heading of a list; paragraphs that other quotations already cover are left.
/// </summary>
internal sealed class LabelledSpeech(Document document, ActorIndex actors)
{
    private const int LongestLabel = 7;

    private static readonly FrozenSet<string> Notices = FrozenSet.ToFrozenSet(
        ["LOOK", "WATCH", "READ", "LISTEN", "UPDATE", "UPDATED", "BREAKING", "CORRECTION", "CLARIFICATION", "NOTE", "VIDEO", "PHOTO", "PHOTOS", "BOOM", "EXCLUSIVE", "ALSO", "MORE", "RELATED", "WARNING"]);

    /// <summary>The quotations that labels credit, one a paragraph.</summary>
    public IEnumerable<Quotation> Find(IReadOnlyList<QuotedSpan> marks, IReadOnlyList<Quotation> found)
    {
        int paragraph = -1;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Paragraph == paragraph) continue;
            paragraph = sentence.Paragraph;
            int colon = Colon(sentence);
            if (colon < 0) continue;
            var label = sentence.Tokens[0].Span.Cover(sentence.Tokens[colon - 1].Span);
            if (marks.Any(m => m.Outside.Overlaps(label)) || found.Any(q => q.Sentence == sentence.Index && q.Cue is { } c && c.Start < sentence.Tokens[colon].Span.Start)) continue;
            int speaker = Speaker(sentence, colon);
            if (speaker < 0 || Rest(sentence, colon) is not { } content) continue;
            var actor = actors.One(sentence.Index, speaker);
            var hop = HopKinds.Hop(actor, ":", document);
            yield return new Quotation
            {
                Content = ContentPieces.Trim(document.Text, [content]), Sentence = sentence.Index, CueToken = colon, Cue = sentence.Tokens[colon].Span,
                Speaker = actor, SpeakerSpan = label, Form = Form(marks, content), Hops = [hop], Chain = [hop],
            };
        }
    }

    /// <summary>Whether the verb stands in what a label at the head of its sentence credits.</summary>
    public bool Holds(Sentence s, int verb) => Colon(s) is var colon && colon >= 0 && verb > colon && Speaker(s, colon) >= 0;

    /// <summary>Whether a label between the cue and what begins at <paramref name="content"/> credits somebody else with it ("the polls said so - Herald: …").</summary>
    public static bool Intervenes(Sentence s, int cue, int content)
    {
        for (int colon = cue + 2; colon <= content && colon < s.Tokens.Count; colon++)
        {
            if (s.Tokens[colon].Form != ":" || s.Tokens[colon - 1].Upos != "PROPN") continue;
            int at = colon - 1;
            while (at > cue && s.Tokens[at].Upos == "PROPN") at--;
            if (at > cue && s.Tokens[at].Form is "-" or "–" or "—" or "--") return true;
        }
        return false;
    }

    private static int Colon(Sentence s)
    {
        if (!char.IsUpper(s.Tokens[0].Form[0])) return -1;
        for (int i = 1; i < s.Tokens.Count && i <= LongestLabel; i++)
        {
            if (s.Tokens[i].Form == ":") return s.Tokens[i].Span.Start - s.Tokens[i - 1].Span.End == 0 ? i : -1;
            if (s.Tokens[i].Upos is "VERB" or "AUX" or "NUM" || s.Tokens[i].Form is ";" or "/" || s.Tokens[i].Form == "," && i > 4) return -1;
        }
        return -1;
    }

    // A name, or polls and their like; notes, photographs, places and dates are labels of other things.
    private int Speaker(Sentence s, int colon)
    {
        int last = colon - 1;
        if (s.Tokens[last].Lemma.ToLowerInvariant() is "poll" or "newspaper" or "report" or "study" or "survey" or "police" or "minister" or "officials" or "official") return last;
        foreach (var n in document.Names)
        {
            if (n.Sentence != s.Index || n.Last >= colon || s.Tokens[n.First].Lemma is "the" or "The" || n.Last != last && s.Tokens[n.Last + 1].Form is not ("," or "(") || n.Kind is not (NameKind.Person or NameKind.Organization)) continue;
            for (int k = 0; k < n.First; k++) if (s.Tokens[k].Upos is not ("PROPN" or "NOUN" or "ADJ" or "DET") && s.Tokens[k].Form != ".") return -1;
            int head = n.First;
            while (s.Tokens[head].Head >= n.First && s.Tokens[head].Head <= n.Last) head = s.Tokens[head].Head;
            return head;
        }
        if (last == 0 && document.Names.Any(n => n.Kind == NameKind.Person && (n.Sentence != s.Index && n.Span.In(document.Text) == s.Tokens[0].Form || n.Span.In(document.Text).EndsWith(" " + s.Tokens[0].Form, StringComparison.Ordinal)))) return 0;
        if (last == 0 && s.Tokens[0].Form is "Q" or "A") return 0;
        return last == 0 && s.Tokens[0].Form.Length > 2 && s.Tokens[0].Form.All(char.IsUpper) && !Notices.Contains(s.Tokens[0].Form) ? 0 : -1;
    }

    private TextSpan? Rest(Sentence s, int colon)
    {
        if (colon + 1 >= s.Tokens.Count) return null;
        int start = s.Tokens[colon + 1].Span.Start, end = s.Span.End, words = s.Tokens.Count - colon - 1;
        for (int k = s.Index + 1; k < document.Sentences.Count && document.Sentences[k].Paragraph == s.Paragraph; k++)
        {
            end = document.Sentences[k].Span.End;
            words += document.Sentences[k].Tokens.Count;
        }
        return words >= 4 ? new TextSpan(start, end) : null;
    }

    private static QuotationForm Form(IReadOnlyList<QuotedSpan> marks, TextSpan content)
    {
        foreach (var m in marks)
            if (m.Outside.Overlaps(content)) return m.Outside.Start <= content.Start && m.Outside.End >= content.End - 1 ? QuotationForm.Direct : QuotationForm.Mixed;
        return QuotationForm.Indirect;
    }
}
