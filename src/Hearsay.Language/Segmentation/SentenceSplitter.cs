namespace Hearsay.Language.Segmentation;

/// <summary>
/// Cuts the tokens of a paragraph into sentences. Takes tokens in text order and answers with the index at which
/// each sentence ends. A full stop after a title or an initial ends no sentence, a closing quotation mark stays with
/// the sentence it closes, and a dateline stays with the sentence it opens. A run of more than
/// <see cref="LongestSentence"/> tokens is cut, so that no later step meets a sentence without bounds. Linear.
/// </summary>
public sealed class SentenceSplitter(SentenceModel model)
{
    /// <summary>A sentence has no more tokens than this.</summary>
    public const int LongestSentence = 256;

    /// <summary>Appends to <paramref name="ends"/> the exclusive end, as an index into <paramref name="tokens"/>, of each sentence.</summary>
    public void Split(string text, ReadOnlySpan<TextSpan> tokens, List<int> ends)
    {
        if (tokens.IsEmpty) return;
        Span<uint> features = stackalloc uint[SentenceFeatures.Count];
        var reader = new SentenceFeatures(text, tokens);
        int start = 0, best = -1, bestScore = int.MinValue;
        for (int i = 0; i + 1 < tokens.Length; i++)
        {
            reader.Read(i);
            bool boundary = false;
            if (reader.IsCandidate(i) && !IsBarred(text, tokens, i))
            {
                reader.Compute(i, features);
                int score = model.Score(features);
                boundary = score > model.Threshold;
                if (score >= bestScore && i > start + LongestSentence / 4) (best, bestScore) = (i, score);
            }
            if (!boundary && i + 1 - start < LongestSentence) continue;
            int end = boundary ? i + 1 : best >= start ? best + 1 : i + 1;
            ends.Add(end);
            reader.EndSentence(end - 1);
            (start, best, bestScore) = (end, -1, int.MinValue);
        }
        ends.Add(tokens.Length);
    }

    /// <summary>Gaps that no score may cut: inside "Sen. Okoro", and after the dash or colon of a dateline.</summary>
    private static bool IsBarred(string text, ReadOnlySpan<TextSpan> tokens, int i)
    {
        var token = text.AsSpan(tokens[i].Start, tokens[i].Length);
        char next = text[tokens[i + 1].Start];
        if (token.Length > 1 && token[^1] == '.' && Characters.IsUpper(next) && Abbreviations.KindOf(token) == AbbreviationKind.Title)
            return true;
        return i < 12 && token is "—" or "–" or "-" or "--" && i > 0 && text[tokens[i - 1].Start] == ')';
    }
}
