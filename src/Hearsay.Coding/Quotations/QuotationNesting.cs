using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Gives quotations their chains: a quotation whose cue lies in the content of another is vouched for by the outer
/// speaker first. Takes quotations in text order, returns them in that order; of two with the same words one is kept.
/// </summary>
internal static class QuotationNesting
{
    /// <summary>The quotations with chains.</summary>
    public static IReadOnlyList<Quotation> Nest(List<Quotation> found, Document document)
    {
        RemoveDoubles(found);
        var result = new List<Quotation>();
        foreach (var q in found)
        {
            int anchor = q.CueToken >= 0 ? document.Sentences[q.Sentence].Tokens[q.CueToken].Span.Start : q.Content[0].Start;
            var outer = found.Where(o => !ReferenceEquals(o, q) && Encloses(o, q, anchor, document)).OrderByDescending(Length);
            var chain = new List<ChainHop>();
            Quotation? above = null;
            foreach (var o in outer)
            {
                Append(chain, o, above);
                above = o;
            }
            Append(chain, q, above);
            result.Add(q with { Chain = [.. chain.DistinctBy(h => (h.Start, h.End))] });
        }
        return result;
    }

    // "He said he believes …" has one voice: who reports his own words is one hop.
    private static void Append(List<ChainHop> chain, Quotation q, Quotation? above)
    {
        // "Some said …, they said": the later pronoun is the same party.
        if (above is { Form: not QuotationForm.Direct } && above.Sentence == q.Sentence && above.CueToken > q.CueToken && q.Speaker is not null && chain.Count > 0 && IsPronoun(chain[^1]) && (!IsNamed(chain[^1]) || chain[^1].Cue == q.Hops.LastOrDefault()?.Cue))
            chain.RemoveAt(chain.Count - 1);
        foreach (var hop in q.Hops)
        {
            bool speaks = above?.Speaker is not null && chain.Count > 0 && ReferenceEquals(hop, q.Hops[^1]);
            bool again = speaks && (hop.Name is { } name && name == chain[^1].Name
                || above!.Form != QuotationForm.Direct && above.Sentence == q.Sentence && IsPronoun(hop) && (!IsNamed(hop) || IsDescription(chain[^1]) || LastWord(hop) == LastWord(chain[^1])));
            if (!again) chain.Add(hop);
        }
    }

    private static bool IsPronoun(ChainHop hop) => hop.Text.ToLowerInvariant() is "he" or "she" or "they" or "it";

    private static bool IsNamed(ChainHop hop) => hop.Name is { } name && !name.Equals(hop.Text, StringComparison.OrdinalIgnoreCase);

    // "the documentarian": the pronoun behind it means him, whatever name it resolved to.
    private static bool IsDescription(ChainHop hop)
    {
        foreach (string word in hop.Text.Split(' ')[1..]) if (word.Length > 0 && char.IsUpper(word[0])) return false;
        return hop.Text.Contains(' ', StringComparison.Ordinal);
    }

    private static string LastWord(ChainHop hop) => (hop.Name ?? hop.Text).Split(' ')[^1];

    private static bool Encloses(Quotation outer, Quotation inner, int anchor, Document document) =>
        outer.Holds(anchor) && (inner.CueToken >= 0 && outer.Holds(inner.Content[0].Start) || outer.Holds(inner.Content[^1].End - 1)) && !Same(outer, inner)
        && !(inner.CueToken >= 0 && inner.Sentence == outer.Sentence && IsApart(document.Sentences[inner.Sentence], outer, inner));

    // "said the mayor, who has accused them of theft, would stay": an aside between commas is the writer's. "dismissed
    // the union's charge that …": who rejects a claim does not pass it on.
    private static bool IsApart(Sentence s, Quotation outer, Quotation inner)
    {
        if (s.Tokens[inner.CueToken].Form == ":") return true; // the label of a transcript stands above its words
        if (outer.Stance == "denies" && s.Tokens[inner.CueToken].Upos == "NOUN" && s.Tokens[inner.CueToken].Head == outer.CueToken) return true;
        if (outer.Form != QuotationForm.Indirect) return false;
        for (int at = inner.CueToken; at >= 0 && at != outer.CueToken; at = s.Tokens[at].Head)
        {
            if (s.Tokens[at].Relation != "acl" || !s.Dominates(outer.CueToken, at)) continue;
            int first = s.Subtree(at)[0];
            if (s.Tokens[first].Form == ",") first++;
            if (first > 0 && s.Tokens[first - 1].Form == "," && s.Tokens[first].Xpos is "WP" or "WDT" or "WP$") return true;
        }
        return false;
    }

    // Two cues for the same words: the one that names a speaker stays, else the first.
    private static void RemoveDoubles(List<Quotation> found)
    {
        for (int i = 0; i < found.Count; i++)
            for (int k = found.Count - 1; k > i; k--)
            {
                if (found[k].Content[0].Start > found[i].Content[^1].End || !Same(found[i], found[k])) continue;
                if (found[i].Speaker is null && found[k].Speaker is not null) found[i] = found[k];
                found.RemoveAt(k);
            }
    }

    private static bool Same(Quotation a, Quotation b) => a.Content[0].Start == b.Content[0].Start && a.Content[^1].End == b.Content[^1].End;

    private static int Length(Quotation q) => q.Content.Sum(c => c.Length);
}
