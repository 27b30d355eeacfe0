using System.Runtime.InteropServices;

namespace Hearsay.Store;

/// <summary>
/// Rows that belong to others (the parties and hops of events, the headers of articles), read in the order of the keys of
/// what they belong to. Whoever asks for those of one key after the other, in the same order, finds them by one walk.
/// </summary>
internal sealed class ChildRows<T>
{
    private readonly List<(long Key, T Row)> rows = new(512);
    private int next;

    /// <summary>Adds a row behind the others.</summary>
    public void Add(long key, T row) => rows.Add((key, row));

    /// <summary>The rows of a key, which is no smaller than the one before.</summary>
    public ReadOnlySpan<(long Key, T Row)> Of(long key)
    {
        while (next < rows.Count && rows[next].Key < key) next++;
        int first = next, last = next;
        while (last < rows.Count && rows[last].Key == key) last++;
        return CollectionsMarshal.AsSpan(rows)[first..last];
    }

    /// <summary>The same without their keys.</summary>
    public IReadOnlyList<T> ListOf(long key)
    {
        var found = Of(key);
        if (found.Length == 0) return [];
        var list = new T[found.Length];
        for (int i = 0; i < list.Length; i++) list[i] = found[i].Row;
        return list;
    }
}
