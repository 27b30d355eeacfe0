using Hearsay.Store;
using Hearsay.Store.Columns;

namespace Hearsay.Web.Overview;

/// <summary>
/// Remembers the overviews of the last queries, each as long as the store does not change. Several who ask the same at once wait for
/// one answer, and when all of them have gone away it is no longer sought; no more are sought at once than there are processors.
/// </summary>
internal sealed class OverviewCache(HearsayStore store, StoreColumns columns) : IDisposable
{
    private const int Kept = 64;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim turns = new(Math.Max(2, Environment.ProcessorCount));
    private readonly Dictionary<string, Answer> known = [];
    private long uses;

    /// <summary>The overview of a query.</summary>
    public async Task<OverviewData> Get(RecordQuery query, CancellationToken stop)
    {
        string key = QueryText.Write(query);
        long revision = store.Revision();
        Answer? answer;
        lock (gate)
        {
            if (!known.TryGetValue(key, out answer) || answer.Revision != revision || answer.Data.IsFaulted || answer.Stop.IsCancellationRequested || answer.DependsOnReviews)
                known[key] = answer = new(revision, query.Terms.Any(t => t.Field == QueryField.Review), stopped => Seek(query, stopped));
            answer.Used = ++uses;
            answer.Waiting++;
            if (known.Count > Kept) known.Remove(known.MinBy(k => k.Value.Used).Key);
        }
        try
        {
            return await answer.Data.WaitAsync(stop);
        }
        finally
        {
            lock (gate)
            {
                if (--answer.Waiting == 0 && !answer.Data.IsCompleted) answer.Stop.Cancel();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();

    private async Task<OverviewData> Seek(RecordQuery query, CancellationToken stop)
    {
        await turns.WaitAsync(stop);
        try
        {
            return OverviewData.Of(columns.Summary(query, OverviewData.Size, stop));
        }
        finally
        {
            turns.Release();
        }
    }

    private sealed class Answer
    {
        public Answer(long revision, bool dependsOnReviews, Func<CancellationToken, Task<OverviewData>> seek)
        {
            (Revision, DependsOnReviews) = (revision, dependsOnReviews);
            Data = Task.Run(() => seek(Stop.Token));
        }

        public long Revision { get; }

        /// <summary>Reviews leave the store's revision as it is, so that such an answer may be old at once.</summary>
        public bool DependsOnReviews { get; }

        public CancellationTokenSource Stop { get; } = new();

        public Task<OverviewData> Data { get; }

        public long Used { get; set; }

        public int Waiting { get; set; }
    }
}
