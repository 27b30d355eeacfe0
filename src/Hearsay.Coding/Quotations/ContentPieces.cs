using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Makes the pieces of a content from tokens and quoted spans: runs of tokens joined over punctuation, united with the
/// quoted spans they touch, outer marks and edge punctuation cut off. Returns pieces in text order, never empty ones.
/// </summary>
internal static class ContentPieces
{
    /// <summary>The pieces that the tokens make; a gap of punctuation alone does not break one.</summary>
    public static List<TextSpan> Of(Document document, Sentence sentence, IReadOnlyList<int> tokens)
    {
        var pieces = new List<TextSpan>();
        int previous = -2;
        foreach (int t in tokens)
        {
            var span = sentence.Tokens[t].Span;
            bool joined = pieces.Count > 0;
            for (int k = previous + 1; joined && k < t; k++) joined = sentence.Tokens[k].Upos == "PUNCT";
            if (joined) pieces[^1] = new TextSpan(pieces[^1].Start, span.End);
            else pieces.Add(span);
            previous = t;
        }
        return Trim(document.Text, pieces);
    }

    /// <summary>Pieces and quoted spans together, what touches made one.</summary>
    public static List<TextSpan> Union(List<TextSpan> pieces, List<QuotedSpan> quoted)
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

    /// <summary>How many words of the pieces stand outside the quoted spans.</summary>
    public static int WordsOutside(Document document, List<TextSpan> pieces, List<QuotedSpan> quoted)
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

    /// <summary>The pieces without a clause of time that follows the closing mark: that is the writer's.</summary>
    public static List<TextSpan> CutTail(Document document, Sentence sentence, List<TextSpan> pieces, QuotedSpan mark)
    {
        if (pieces.Count == 0 || pieces[^1].End <= mark.Outside.End || pieces[^1].Start >= mark.Outside.End) return pieces;
        foreach (var t in sentence.Tokens)
        {
            if (t.Span.Start < mark.Outside.End) continue;
            if (t.Upos == "PUNCT") continue;
            if (t.Lemma is not ("as" or "after" or "before" or "while" or "when" or "following") || !Verbal(sentence, t.Index)) break;
            return [.. pieces.Take(pieces.Count - 1), new TextSpan(pieces[^1].Start, mark.Outside.End)];
        }
        return pieces;
    }

    /// <summary>What of the pieces lies in <paramref name="span"/>.</summary>
    public static List<TextSpan> Within(List<TextSpan> pieces, TextSpan span) =>
        [.. pieces.Where(p => p.Overlaps(span)).Select(p => new TextSpan(Math.Max(p.Start, span.Start), Math.Min(p.End, span.End)))];

    private static bool Verbal(Sentence sentence, int from)
    {
        for (int k = from; k < sentence.Tokens.Count; k++) if (sentence.Tokens[k].Upos is "VERB" or "AUX") return true;
        return false;
    }

    /// <summary>The pieces without edge punctuation and without marks that enclose a whole piece.</summary>
    public static List<TextSpan> Trim(string text, List<TextSpan> pieces)
    {
        var result = new List<TextSpan>();
        foreach (var p in pieces)
        {
            int start = p.Start, end = p.End;
            while (start < end && (char.IsWhiteSpace(text[start]) || IsEdge(text[start]))) start++;
            while (end > start && (char.IsWhiteSpace(text[end - 1]) || IsEdge(text[end - 1]))) end--;
            if (end - start >= 2 && text[start] is '“' or '"' && text[end - 1] is '”' or '"' && !text.AsSpan(start + 1, Math.Max(0, end - start - 2)).ContainsAny('"', '”')) { start++; end--; }
            while (end > start && text[end - 1] is ',' or '.') end--;
            if (end > start) result.Add(new TextSpan(start, end));
        }
        return result;
    }

    private static bool IsEdge(char c) => c is ',' or '.' or ';' or ':' or '—' or '–';
}
