namespace Hearsay.Language.Morphology;

/// <summary>
/// Maps a form to the number of a rule, by the form itself or else by its longest listed ending. Endings have at
/// most <see cref="LongestEnding"/> code units; a whole form is listed with "^" before it, and the empty ending is
/// the default. Lookups allocate nothing for forms of ordinary length.
/// </summary>
public sealed class LemmaRules
{
    /// <summary>The longest ending that is looked up.</summary>
    public const int LongestEnding = 6;

    private const int LongestForm = 40;

    private readonly Dictionary<string, ushort> rules;
    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>Takes rule numbers by ending, or by "^" and the whole form.</summary>
    public LemmaRules(Dictionary<string, ushort> rules)
    {
        this.rules = rules;
        lookup = rules.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The entries, for writing them to a file.</summary>
    public IReadOnlyDictionary<string, ushort> Entries => rules;

    /// <summary>The rule listed for the whole form, or −1.</summary>
    public int FindWhole(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm) return -1;
        Span<char> key = stackalloc char[LongestForm + 1];
        key[0] = '^';
        form.CopyTo(key[1..]);
        return lookup.TryGetValue(key[..(form.Length + 1)], out ushort rule) ? rule : -1;
    }

    /// <summary>The rule for the form, or −1 when not even a default is listed.</summary>
    public int Find(ReadOnlySpan<char> form)
    {
        if (FindWhole(form) is var whole and >= 0) return whole;
        for (int length = Math.Min(LongestEnding, form.Length); length >= 0; length--)
            if (lookup.TryGetValue(form[^length..], out ushort rule)) return rule;
        return -1;
    }
}
