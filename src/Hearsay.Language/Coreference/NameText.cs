using System.Globalization;
using System.Text;

namespace Hearsay.Language.Coreference;

/// <summary>
/// Brings the spellings of a name's word together: lower case, without diacritics, final dot, or Arabic article
/// ("al-Bashir" is "bashir"). ASCII words in lower case without any of these come back as they are.
/// </summary>
internal static class NameText
{
    /// <summary>The folded word; never empty for a word that is not.</summary>
    public static string Fold(string word)
    {
        string lower = word.ToLowerInvariant();
        if (!System.Text.Ascii.IsValid(lower)) lower = WithoutMarks(lower);
        if (lower.Length > 4 && lower[2] == '-' && lower[0] is 'a' or 'e' && lower[1] == 'l') lower = lower[3..];
        return lower.Length > 2 && lower[^1] == '.' && lower.IndexOf('.') == lower.Length - 1 ? lower[..^1] : lower;
    }

    private static string WithoutMarks(string word)
    {
        var builder = new StringBuilder(word.Length);
        foreach (char c in word.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) builder.Append(c == '’' ? '\'' : c);
        return builder.Length == 0 ? word : builder.ToString();
    }
}
