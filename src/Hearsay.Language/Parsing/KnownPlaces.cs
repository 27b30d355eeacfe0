namespace Hearsay.Language.Parsing;

/// <summary>
/// Words that the model was told belong to the names of countries and places or mean their people. A hint to the
/// network, not a decision: "Reading" is listed, and is a place only where the sentence makes it one. Looks at
/// capitalised words only, and at shouted ones as if only their first letter were a capital.
/// </summary>
internal sealed class KnownPlaces
{
    private const int ShortestShouted = 4, LongestShouted = 64;
    private readonly Dictionary<string, byte> kinds;
    private readonly Dictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public KnownPlaces(IReadOnlyDictionary<string, byte> entries)
    {
        kinds = new Dictionary<string, byte>(entries, StringComparer.Ordinal);
        lookup = kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What a word may be; kinds add up.</summary>
    [Flags]
    public enum Kind : byte
    {
        None = 0,

        /// <summary>A country's whole name.</summary>
        Country = 1,

        /// <summary>A word of a longer name.</summary>
        Part = 2,

        /// <summary>The whole name of a region, city or other place.</summary>
        Place = 4,

        /// <summary>The people of a country or place, or what belongs to them.</summary>
        People = 8,
    }

    /// <summary>Word and kind of each entry.</summary>
    public IReadOnlyDictionary<string, byte> Entries => kinds;

    public Kind Find(string word)
    {
        if (word.Length == 0 || !char.IsUpper(word[0])) return Kind.None;
        if (kinds.TryGetValue(word, out byte kind)) return (Kind)kind;
        if (word.Length < ShortestShouted || word.Length > LongestShouted || !char.IsUpper(word[^1])) return Kind.None;
        Span<char> folded = stackalloc char[LongestShouted];
        folded[0] = word[0];
        for (int i = 1; i < word.Length; i++) folded[i] = char.ToLowerInvariant(word[i]);
        return lookup.TryGetValue(folded[..word.Length], out kind) ? (Kind)kind : Kind.None;
    }
}
