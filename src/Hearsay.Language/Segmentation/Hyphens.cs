using System.Collections.Frozen;

namespace Hearsay.Language.Segmentation;

/// <summary>
/// Which hyphens stay inside a word. UD English cuts compounds at the hyphen ("long-term" is three tokens) and
/// keeps it after a bound prefix ("anti-war", "re-elected"), before a bound suffix ("bell-wise"), and inside
/// telephone numbers, dates and codes of digits ("555-0147", "2024-03-12").
/// </summary>
internal static class Hyphens
{
    private const int LongestAffix = 8;

    private static readonly FrozenSet<string> Prefixes = new[]
    {
        "non", "e", "anti", "re", "co", "pre", "pro", "mid", "cross", "post", "over", "semi", "multi", "ex", "sub",
        "counter", "mini", "inter", "intra", "socio", "psycho", "arch", "micro", "macro", "un", "under", "trans",
        "ultra", "super", "hyper", "bi", "tri", "de", "extra", "infra", "para", "peri", "ante", "proto", "pseudo",
        "mega", "cyber", "bio", "electro", "hydro", "geo", "neuro", "narco", "neo", "mis", "dis", "kilo", "giga", "uni",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Suffixes = new[]
    {
        "wise", "esque", "ish", "fest", "gate", "itis", "ette", "hood", "dom", "rama", "centric", "ism", "ist",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Whole = new[]
    {
        "uh-oh", "uh-huh", "mm-hm", "mm-hmm", "hm-m", "yo-yo", "tut-tut",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the hyphen at <paramref name="hyphen"/> belongs to the word that began at <paramref name="start"/>.
    /// Looks at no more than <paramref name="end"/>, and at a bounded number of code units.
    /// </summary>
    public static bool Keep(string text, int start, int hyphen, int end)
    {
        if (hyphen + 1 >= end || !Characters.IsWord(text, hyphen + 1)) return false;
        var left = text.AsSpan(start, hyphen - start);
        int stop = hyphen + 1;
        while (stop < end && stop - hyphen <= 12 && Characters.IsWord(text, stop)) stop++;
        var right = text.AsSpan(hyphen + 1, stop - hyphen - 1);
        if (Characters.IsDigit(left[^1]) && Characters.IsDigit(right[0])) return KeepDigits(text, left, right, stop, end);
        if (left.Length <= LongestAffix && Contains(Prefixes, left)) return !IsPlainWordBeside(left, right);
        if (right.Length <= LongestAffix && Contains(Suffixes, right)) return true;
        return left.Length + right.Length < 8 && Contains(Whole, text.AsSpan(start, stop - start));
    }

    /// <summary>Telephone numbers and numeric dates are one token; ranges, scores and years are three.</summary>
    private static bool KeepDigits(string text, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int stop, int end)
    {
        bool more = stop + 1 < end && text[stop] == '-' && Characters.IsDigit(text[stop + 1]);
        if (left.Contains('-')) return true;
        if (!AllDigits(left) || !AllDigits(right)) return false;
        if (left.Length == 3 && right.Length == 4) return true;
        return more && (left.Length, right.Length) is (4, 2) or (4, 1) or (2, 2) or (1, 2) or (1, 1) or (2, 1) or (1, 3) or (3, 3) or (3, 2);
    }

    /// <summary>"post-" and "over-" are words too; before a preposition they are no prefix ("over-the-top").</summary>
    private static bool IsPlainWordBeside(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        right is "the" or "and" or "of" or "to" or "by" or "in" or "at" or "or"
        || (left is "e" or "E" && right.Length == 1);

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> item) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(item);
}
