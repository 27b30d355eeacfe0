using Hearsay.Coding.Records;
using Hearsay.Explaining;

namespace Hearsay.Web.Articles;

/// <summary>
/// Lays the values of an article's records over its text: trigger, parties, time, place and chain of every event;
/// content, speaker, addressee and cue of every quotation. Records give the words of a time, a place and a hop's cue without offsets;
/// the occurrence nearest to what they belong to is taken, and none when the words do not stand in the text.
/// </summary>
internal static class Marks
{
    /// <summary>All marks whose span lies inside the text, in no particular order.</summary>
    public static IEnumerable<Mark> Of(CodedArticle coded)
    {
        string text = coded.Article.Text;
        var marks = coded.Events.SelectMany((e, i) => OfEvent(e, i + 1, text))
            .Concat(coded.Quotations.SelectMany((q, i) => OfQuotation(q, i + 1)));
        return marks.Where(m => 0 <= m.Start && m.Start < m.End && m.End <= text.Length);
    }

    private static IEnumerable<Mark> OfEvent(EventRecord record, int number, string text)
    {
        string quadrant = Quadrants.Of(record.Type) is { } q ? $"trigger quadrant-{q}" : "trigger";
        yield return new(record.Trigger.Start, record.Trigger.End, $"e{number}t", quadrant, number);
        for (int i = 0; i < record.Actors.Count; i++) yield return new(record.Actors[i].Start, record.Actors[i].End, $"e{number}a{i}", "party");
        for (int i = 0; i < record.Recipients.Count; i++) yield return new(record.Recipients[i].Start, record.Recipients[i].End, $"e{number}r{i}", "party");
        for (int i = 0; i < record.Chain.Count; i++)
        {
            var hop = record.Chain[i];
            yield return new(hop.Start, hop.End, $"e{number}h{i}", "");
            if (hop.Cue is { } cue && Nearest(text, cue, hop.Start) is { } at) yield return new(at, at + cue.Length, $"e{number}c{i}", "");
        }
        if (record.Time is { } time && Nearest(text, time.Text, record.Trigger.Start) is { } when) yield return new(when, when + time.Text.Length, $"e{number}w", "");
        if (record.Place is { } place && Nearest(text, place.Text, record.Trigger.Start) is { } where) yield return new(where, where + place.Text.Length, $"e{number}p", "");
    }

    private static IEnumerable<Mark> OfQuotation(QuotationRecord quotation, int number)
    {
        string style = quotation.Form == "indirect" ? "reported" : "said";
        foreach (var piece in quotation.Content) yield return new(piece.Start, piece.End, $"q{number}", style);
        if (quotation.Speaker is { } speaker) yield return new(speaker.Start, speaker.End, $"q{number}s", "speaker");
        if (quotation.Addressee is { } addressee) yield return new(addressee.Start, addressee.End, $"q{number}d", "");
        if (quotation.Cue is { } cue) yield return new(cue.Start, cue.End, $"q{number}c", "cue");
    }

    private static int? Nearest(string text, string words, int to)
    {
        if (words.Length == 0) return null;
        to = Math.Clamp(to, 0, text.Length);
        int after = text.IndexOf(words, to, StringComparison.Ordinal);
        int before = text[..Math.Min(text.Length, to + words.Length)].LastIndexOf(words, StringComparison.Ordinal);
        if (after < 0 || before < 0) return Math.Max(after, before) is >= 0 and var only ? only : null;
        return after - to < to - before ? after : before;
    }
}
