namespace Hearsay.Language.Segmentation;

/// <summary>
/// What the sentence splitter sees of the gap between two tokens: their forms and shapes and their neighbours',
/// open quotation marks and brackets, and how long the sentence has run. Features are 32-bit hashes. The state is
/// carried from token to token, so a paragraph is read once, left to right.
/// </summary>
public ref struct SentenceFeatures(string text, ReadOnlySpan<TextSpan> tokens)
{
    /// <summary>The number of features of a gap.</summary>
    public const int Count = 30;

    private readonly string text = text;
    private readonly ReadOnlySpan<TextSpan> tokens = tokens;
    private int openQuotes, depth, sentenceStart, terminals;

    /// <summary>Reads the token before the gap; call it for each token in order.</summary>
    public void Read(int index)
    {
        var span = tokens[index];
        char c = text[span.Start];
        if (c is '"') openQuotes ^= 1;
        else if (c is '“' or '„' or '«') openQuotes = 1;
        else if (c is '”' or '»') openQuotes = 0;
        else if (span.Length == 2 && c == '`' ) openQuotes = 1;
        else if (span.Length == 2 && c is '\'' or '’' && text[span.End - 1] == c) openQuotes = 0;
        if (span.Length != 1) return;
        if (Characters.IsOpener(c)) depth++;
        else if (Characters.IsCloser(c) && depth > 0) depth--;
        else if (Characters.IsTerminal(c)) terminals++;
    }

    /// <summary>A sentence ends after the token last read.</summary>
    public void EndSentence(int index)
    {
        sentenceStart = index + 1;
        depth = 0;
    }

    /// <summary>Whether the gap after the token could end a sentence at all.</summary>
    public readonly bool IsCandidate(int index)
    {
        var left = tokens[index];
        var right = tokens[index + 1];
        char last = text[left.End - 1], next = text[right.Start];
        bool spaced = right.Start > left.End;
        if (!spaced)
        {
            bool afterEnd = Characters.IsTerminal(last) || (Characters.IsQuote(last) || Characters.IsCloser(last)) && index > 0 && Characters.IsTerminal(text[tokens[index - 1].End - 1]);
            return afterEnd && char.IsLetter(next) && !char.IsLower(next) || Characters.IsTerminal(last) && (Characters.IsOpener(next) || next == '“');
        }
        if (next is ',' or ';' or '.' or '!' or '?' || Characters.IsCloser(next)) return false;
        if (last == ',') return false;
        return !char.IsLetterOrDigit(last) || !char.IsLower(next);
    }

    /// <summary>The features of the gap after the token <paramref name="i"/>; <paramref name="into"/> holds <see cref="Count"/>.</summary>
    public readonly void Compute(int i, Span<uint> into)
    {
        uint p1 = Form(i), p2 = Form(i - 1), p3 = Form(i - 2), n1 = Form(i + 1), n2 = Form(i + 2), n3 = Form(i + 3);
        uint sp1 = Shape(i), sp2 = Shape(i - 1), sp3 = Shape(i - 2), sn1 = Shape(i + 1), sn2 = Shape(i + 2), sn3 = Shape(i + 3);
        if (sp1 == '"') sp1 = openQuotes == 1 ? 5u : 6u;
        if (sn1 == '"') sn1 = openQuotes == 1 ? 6u : 5u;
        uint gap = Gap(i), pair = Mix(sp1, sn1), around = Mix(Mix(pair, sp2), gap);
        uint kind = (uint)Abbreviations.KindOf(text.AsSpan(tokens[i].Start, tokens[i].Length));
        uint length = Bucket(i + 1 - sentenceStart), rest = Bucket(tokens.Length - i - 1);
        uint quote = (uint)openQuotes, bracket = depth > 0 ? 1u : 0u, marked = terminals > 0 ? 1u : 0u;
        int f = 0;
        into[f++] = Mix(1, pair);
        into[f++] = Mix(2, p1);
        into[f++] = Mix(3, Mix(p2, sp1));
        into[f++] = Mix(4, n1);
        into[f++] = Mix(5, Mix(n2, pair));
        into[f++] = Mix(6, Mix(p1, n1));
        into[f++] = Mix(7, Mix(p1, Mix(sn1, gap)));
        into[f++] = Mix(8, around);
        into[f++] = Mix(9, Mix(p2, p1));
        into[f++] = Mix(10, Mix(p1, Mix(sp2, sn1)));
        into[f++] = Mix(11, Mix(p2, pair));
        into[f++] = Mix(12, Mix(n1, Mix(n2, sp1)));
        into[f++] = Mix(13, Mix(around, sn2));
        into[f++] = Mix(14, Mix(kind, Mix(sn1, n1)));
        into[f++] = Mix(15, Mix(kind, Mix(sn1, sn2)));
        into[f++] = Mix(16, Mix(quote, Mix(around, sn2)));
        into[f++] = Mix(17, Mix(bracket, pair));
        into[f++] = Mix(18, Mix(length, pair));
        into[f++] = Mix(19, Mix(rest, pair));
        into[f++] = Mix(20, Mix(marked, Mix(pair, gap)));
        into[f++] = Mix(21, Mix(Mix(sp3, sp2), pair));
        into[f++] = Mix(22, Mix(pair, Mix(sn2, sn3)));
        into[f++] = Mix(23, Mix(n3, Mix(pair, sn2)));
        into[f++] = Mix(24, Mix(n1, pair));
        into[f++] = Mix(25, Mix(quote, Mix(p1, n1)));
        into[f++] = Mix(26, Mix(p3, Mix(sp2, pair)));
        into[f++] = Mix(27, Mix(Form(sentenceStart), Mix(length, pair)));
        into[f++] = Mix(28, Mix(Shape(sentenceStart), Mix(length, pair)));
        into[f++] = Mix(29, Mix(n2, Mix(quote, pair)));
        into[f++] = Mix(30, Mix(length, Mix(rest, pair)));
    }

    /// <summary>0 no white space, 1 white space, 2 a line break.</summary>
    private readonly uint Gap(int i)
    {
        var between = text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End);
        return between.IsEmpty ? 0u : between.Contains('\n') ? 2u : between.Length > 1 ? 3u : 1u;
    }

    private readonly uint Form(int i)
    {
        if (i < 0 || i >= tokens.Length) return 17;
        var span = tokens[i];
        uint hash = 2166136261;
        int end = Math.Min(span.End, span.Start + 24);
        for (int k = span.Start; k < end; k++)
        {
            char c = text[k];
            if (Characters.IsDigit(c)) c = '0';
            else if (Characters.IsApostrophe(c)) c = '\'';
            else if (Characters.IsQuote(c)) c = '"';
            else if ((uint)(c - 'A') <= 25) c = (char)(c | 0x20);
            hash = (hash ^ c) * 16777619;
        }
        return hash;
    }

    /// <summary>A word's pattern of capitals and digits; a mark stands for itself.</summary>
    private readonly uint Shape(int i)
    {
        if (i < 0 || i >= tokens.Length) return 1;
        var span = tokens[i];
        char c = text[span.Start], last = text[span.End - 1];
        if (Characters.IsDigit(c)) return 2;
        if (!char.IsLetter(c))
        {
            if (char.IsSurrogate(c)) return 3;
            if (Characters.IsApostrophe(c)) return span.Length > 1 && !Characters.IsApostrophe(last) ? 300u : '\'';
            if (Characters.IsQuote(c)) return '"';
            if (span.Length > 1 && Characters.IsTerminal(c)) return text.AsSpan(span.Start, span.Length).IndexOfAny('?', '!') >= 0 ? '!' : 4u;
            return c;
        }
        uint stop = last == '.' ? 1u : 0u;
        if (!Characters.IsUpper(c)) return 300 + stop;
        if (span.Length - stop == 1) return c == 'I' ? 308 + stop : 302 + stop;
        return Characters.IsUpper(text[span.Start + 1]) ? 304 + stop : 306 + stop;
    }

    private static uint Bucket(int n) => n switch { < 4 => (uint)n, < 6 => 4, < 9 => 5, < 14 => 6, < 22 => 7, < 35 => 8, _ => 9 };

    private static uint Mix(uint a, uint b)
    {
        uint h = (a * 0x9E3779B1u) ^ (b + 0x7F4A7C15u + (a << 6) + (a >> 2));
        h ^= h >> 15;
        h *= 0x85EBCA6Bu;
        return h ^ (h >> 13);
    }
}
