namespace Hearsay.Language.Segmentation;

/// <summary>
/// Cuts English text into syntactic words by the conventions of UD English (EWT and GUM): contractions and
/// possessives are cut ("don't" is "do" + "n't"), compounds are cut at hyphens and slashes, a currency sign, a per
/// cent sign and a unit stand apart from their number, and web addresses, numbers with separators, acronyms and
/// abbreviations with their full stop are one token. Every token is a span of the text; white space and control
/// characters belong to none. Linear in the length of the text; refuses nothing.
/// <example>"The U.S. won't pay $5bn." → The | U.S. | wo | n't | pay | $ | 5 | bn | .</example>
/// </summary>
public static class Tokenizer
{
    /// <summary>The tokens of the whole text, taken as one paragraph.</summary>
    public static IReadOnlyList<TextSpan> Tokenize(string text)
    {
        var tokens = new List<TextSpan>();
        Tokenize(text, 0, text.Length, tokens);
        return tokens;
    }

    /// <summary>Appends the tokens of the paragraph <c>[start, end)</c> to <paramref name="into"/>, in text order.</summary>
    public static void Tokenize(string text, int start, int end, List<TextSpan> into)
    {
        var scanner = new TokenScanner(text, end, into);
        int i = start;
        while (true)
        {
            while (i < end && Characters.IsSpace(text[i])) i++;
            if (i >= end) return;
            int stop = i + 1;
            bool letters = Characters.IsAsciiLetter(text[i]);
            while (stop < end && !Characters.IsSpace(text[stop])) letters &= Characters.IsAsciiLetter(text[stop++]);
            if (letters) scanner.EmitWord(i, stop);
            else scanner.Scan(i, stop);
            i = stop;
        }
    }
}
