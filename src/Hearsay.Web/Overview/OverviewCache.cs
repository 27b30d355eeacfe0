using Hearsay.Store;

namespace Hearsay.Web.Overview;

/// <summary>
/// Remembers the overviews of the last queries, each as long as the store does not change: counting a million events
/// for every reader who opens the first page would be waste. Several who ask the same at once wait for one answer.
/// </summary>
internal sealed class OverviewCache(HearsayStore store)
{
    private const int Kept = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (long Revision, long Used, Lazy<Task<OverviewData>> Data)> known = [];
    private long uses;

    /// <summary>The overview of a query.</summary>
    public Task<OverviewData> Get(RecordQuery query)
    {
        string key = QueryText.Write(query);
        long revision = store.Revision();
        Lazy<Task<OverviewData>> data;
        lock (gate)
        {
            if (known.TryGetValue(key, out var found) && found.Revision == revision && !found.Data.Value.IsFaulted) data = found.Data;
            else data = new(() => OverviewData.Of(store, query));
            known[key] = (revision, ++uses, data);
            if (known.Count > Kept) known.Remove(known.MinBy(k => k.Value.Used).Key);
        }
        return data.Value;
    }
}
