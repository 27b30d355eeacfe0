namespace Hearsay.Language.Parsing;

/// <summary>
/// A numbered list of strings: 0 is the first. Looks up a span without making a string of it.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Number of the entry that stands for everything unknown, in vocabularies of word keys.</summary>
    public const int Unknown = 0;

    /// <summary>Number of the entry that stands for the artificial root, in vocabularies of word keys.</summary>
    public const int Root = 1;

    private readonly Dictionary<string, int> numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public Vocabulary(string[] entries)
    {
        Entries = entries;
        numbers = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        for (int i = 0; i < entries.Length; i++) numbers.TryAdd(entries[i], i);
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The strings; callers must not write to the array.</summary>
    public string[] Entries { get; }

    public int Count => Entries.Length;

    /// <summary>Number of <paramref name="entry"/>, or <paramref name="otherwise"/> when it is not listed.</summary>
    public int Find(ReadOnlySpan<char> entry, int otherwise) => lookup.TryGetValue(entry, out int n) ? n : otherwise;
}
