using System.Collections.Frozen;

namespace Hearsay.Language.Segmentation;

/// <summary>
/// Where English contractions are cut into syntactic words, as in UD English: "don't" is "do" + "n't", "she'll" is
/// "she" + "'ll", "cannot" is "can" + "not". Takes a word without white space and answers with the offset of the
/// last cut, so that a caller cuts again what is left ("wouldn't've").
/// </summary>
internal static class Contractions
{
    /// <summary>Words written as one, with the lengths of their parts.</summary>
    private static readonly FrozenDictionary<string, int[]> Fused = new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["cannot"] = [3, 3], ["gonna"] = [3, 2], ["wanna"] = [3, 2], ["gotta"] = [3, 2], ["gimme"] = [3, 2],
        ["lemme"] = [3, 2], ["dunno"] = [2, 1, 2], ["whaddya"] = [3, 2, 2], ["outta"] = [3, 2], ["lotta"] = [3, 2],
        ["wana"] = [3, 1], ["shoulda"] = [6, 1], ["coulda"] = [5, 1],
        ["woulda"] = [5, 1], ["dont"] = [2, 2], ["doesnt"] = [4, 2], ["didnt"] = [3, 2], ["cant"] = [2, 2],
        ["wont"] = [2, 2], ["isnt"] = [2, 2], ["arent"] = [3, 2], ["wasnt"] = [3, 2], ["werent"] = [4, 2],
        ["havent"] = [4, 2], ["hasnt"] = [3, 2], ["hadnt"] = [3, 2], ["couldnt"] = [5, 2], ["wouldnt"] = [5, 2],
        ["shouldnt"] = [6, 2], ["aint"] = [2, 2], ["im"] = [1, 1], ["ive"] = [1, 2], ["youre"] = [3, 2],
        ["youve"] = [3, 2], ["youll"] = [3, 2], ["theyre"] = [4, 2], ["theyve"] = [4, 2], ["theyll"] = [4, 2],
        ["thats"] = [4, 1], ["whats"] = [4, 1], ["theres"] = [5, 1], ["heres"] = [4, 1], ["shes"] = [3, 1],
        ["hes"] = [2, 1], ["itll"] = [2, 2], ["weve"] = [2, 2],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> FusedLookup =
        Fused.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int MinLength = Fused.Keys.Min(k => k.Length), MaxLength = Fused.Keys.Max(k => k.Length);

    /// <summary>Words that keep a leading apostrophe, without it.</summary>
    private static readonly FrozenSet<string> Clipped = new[]
    {
        "em", "til", "till", "cause", "cuz", "cos", "coz", "n", "bout", "round", "tude", "hood", "cept", "nother", "nuff",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that keep a final apostrophe, without it.</summary>
    private static readonly FrozenSet<string> Apocopated = new[]
    {
        "goin", "comin", "talkin", "nothin", "somethin", "anythin", "everythin", "doin", "gettin", "lookin", "tryin",
        "sayin", "makin", "workin", "livin", "lovin", "cookin", "runnin", "playin", "havin", "bein", "givin", "takin",
        "tellin", "thinkin", "walkin", "ol", "th", "lil", "d", "j", "l", "y", "n",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lengths of the parts of a word written as one ("cannot"), or null.</summary>
    public static int[]? FusedParts(ReadOnlySpan<char> word)
    {
        if (word.Length < MinLength || word.Length > MaxLength) return null;
        if (!FusedLookup.TryGetValue(word, out var parts)) return null;
        // "IM", "CANT" and "HES" in capitals are as often abbreviations; only the long ones are cut.
        bool capitals = word.Length < 5 && Characters.IsUpper(word[^1]) && Characters.IsUpper(word[0]);
        return capitals ? null : parts;
    }

    /// <summary>Offset in <paramref name="word"/> where a final clitic ("n't", "'s", "'ll") begins, or −1.</summary>
    public static int CliticStart(ReadOnlySpan<char> word)
    {
        int n = word.Length;
        if (n >= 4 && Is(word[n - 1], 't') && Characters.IsApostrophe(word[n - 2]) && Is(word[n - 3], 'n')) return n - 3;
        if (n >= 3 && Characters.IsApostrophe(word[n - 2]) && (word[n - 1] | 0x20) is 's' or 'm' or 'd')
            return n - 2;
        if (n >= 4 && Characters.IsApostrophe(word[n - 3]) && IsLongClitic(word[n - 2], word[n - 1])) return n - 3;
        return -1;
    }

    /// <summary>Whether the letters after an apostrophe are a whole clitic ("s", "re", "ll").</summary>
    public static bool IsCliticTail(ReadOnlySpan<char> letters) => letters.Length switch
    {
        1 => (letters[0] | 0x20) is 's' or 'm' or 'd' or 't',
        2 => IsLongClitic(letters[0], letters[1]),
        _ => false,
    };

    /// <summary>Whether the token is a clitic that UD English writes as part of a multiword token.</summary>
    public static bool IsClitic(string form)
    {
        if (form.Length == 1) return form[0] is '\'' or '’';
        if (Characters.IsApostrophe(form[0])) return IsCliticTail(form.AsSpan(1));
        return form.Length == 3 && Is(form[0], 'n') && Characters.IsApostrophe(form[1]) && Is(form[2], 't');
    }

    /// <summary>Whether an apostrophe before these letters belongs to them ("'em", "'til").</summary>
    public static bool IsClipped(ReadOnlySpan<char> letters) =>
        letters.Length <= 6 && Clipped.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters);

    /// <summary>Whether an apostrophe after these letters belongs to them ("lovin'", "ol'").</summary>
    public static bool IsApocopated(ReadOnlySpan<char> letters) =>
        letters.Length <= 9 && Apocopated.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters);

    private static bool IsLongClitic(char a, char b) =>
        (Is(a, 'r') && Is(b, 'e')) || (Is(a, 'v') && Is(b, 'e')) || (Is(a, 'l') && Is(b, 'l'));

    private static bool Is(char c, char lower) => (c | 0x20) == lower;
}
