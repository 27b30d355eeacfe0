namespace Hearsay.Store;

/// <summary>
/// Remembers counts until the store changes: a page of a million records is found in milliseconds, counting them takes
/// seconds. Counts that depend on reviews are not remembered, for reviews leave the revision as it is. Thread-safe.
/// </summary>
internal sealed class CountMemory
{
    private const int Most = 200;

    private readonly Lock gate = new();
    private readonly Dictionary<string, RecordCounts> known = new(StringComparer.Ordinal);
    private long knownRevision = -1;

    /// <summary>The count of a query at the store's present revision.</summary>
    public RecordCounts Of(RecordQuery query, Func<long> revision, Func<RecordCounts> count)
    {
        if (query.Terms.Any(t => t.Field == QueryField.Review)) return count();
        long now = revision();
        string text = QueryText.Write(query);
        lock (gate)
        {
            if (now != knownRevision || known.Count >= Most) known.Clear();
            knownRevision = now;
            if (known.TryGetValue(text, out var counts)) return counts;
        }
        var fresh = count();
        lock (gate)
        {
            if (knownRevision == now) known[text] = fresh;
        }
        return fresh;
    }
}
