using System.Globalization;

namespace Hearsay.Language.Segmentation;

/// <summary>
/// Sorts UTF-16 code units into the few classes that segmentation needs. Separators are white space, control
/// characters (NUL too), the byte order mark and zero-width spaces: they stand in no token. A lone surrogate is a
/// symbol, so it becomes a token of its own and no text is refused.
/// </summary>
internal static class Characters
{
    private const byte Space = 1, Letter = 2, Digit = 4, Upper = 8;

    private static readonly byte[] Latin = BuildLatin();

    /// <summary>Whether the code unit separates tokens.</summary>
    public static bool IsSpace(char c) =>
        c < 256 ? (Latin[c] & Space) != 0
        : c is '\u200B' or '\uFEFF' or '\u2060' or '\u200E' or '\u200F' || char.IsWhiteSpace(c);

    /// <summary>Letters, also combining marks and the surrogates of letters outside the first plane.</summary>
    public static bool IsLetter(string text, int i)
    {
        char c = text[i];
        if (c < 256) return (Latin[c] & Letter) != 0;
        if (char.IsSurrogate(c)) return IsSurrogateLetter(text, i);
        return char.IsLetter(c) || IsMark(c);
    }

    /// <summary>A decimal digit of ASCII; other scripts' digits count as letters of a word.</summary>
    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    /// <summary>An ASCII letter.</summary>
    public static bool IsAsciiLetter(char c) => (uint)((c | 0x20) - 'a') <= 25;

    /// <summary>Whether the code unit belongs to the inside of a word: letter, mark, digit or underscore.</summary>
    public static bool IsWord(string text, int i)
    {
        char c = text[i];
        if (c < 256) return (Latin[c] & (Letter | Digit)) != 0 || c == '_';
        return IsLetter(text, i) || char.IsNumber(c) && !IsSuperscript(c);
    }

    /// <summary>Whether the code unit is an upper-case letter.</summary>
    public static bool IsUpper(char c) => c < 256 ? (Latin[c] & Upper) != 0 : char.IsUpper(c);

    /// <summary>Straight, curly or backtick single quotation marks, which also write the apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    /// <summary>A mark that opens or closes a quotation, whichever script writes it.</summary>
    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‟' or '‹' or '›' || IsApostrophe(c);

    /// <summary>A closing bracket.</summary>
    public static bool IsCloser(char c) => c is ')' or ']' or '}';

    /// <summary>An opening bracket.</summary>
    public static bool IsOpener(char c) => c is '(' or '[' or '{';

    /// <summary>A mark that can end a sentence.</summary>
    public static bool IsTerminal(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private static bool IsSuperscript(char c) => c is >= '⁰' and <= '₟';

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsSurrogateLetter(string text, int i)
    {
        int high = char.IsHighSurrogate(text[i]) ? i : i - 1;
        if (high < 0 || high + 1 >= text.Length || !char.IsSurrogatePair(text[high], text[high + 1])) return false;
        return CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[high], text[high + 1]))
            is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
    }

    private static byte[] BuildLatin()
    {
        var table = new byte[256];
        for (int i = 0; i < 256; i++)
        {
            char c = (char)i;
            if (char.IsWhiteSpace(c) || char.IsControl(c)) table[i] |= Space;
            // The soft hyphen marks a place inside a word; the ordinal signs º and ª are letters to Unicode, not to us.
            if (char.IsLetter(c) && c is not ('º' or 'ª') || c == '\u00AD') table[i] |= Letter;
            if (IsDigit(c)) table[i] |= Digit;
            if (char.IsUpper(c)) table[i] |= Upper;
        }
        return table;
    }
}
