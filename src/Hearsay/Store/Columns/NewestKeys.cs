namespace Hearsay.Store.Columns;

/// <summary>The keys of the events that come first in an order, of all that are added: the newest, unless another order is named.</summary>
internal sealed class NewestKeys(int most, RecordOrder order = RecordOrder.Newest, (double Value, long Key)? after = null)
{
    // The last of those that are kept comes out first.
    private readonly PriorityQueue<(long Key, double Value), (double Value, long Key)> kept = new(Comparer<(double, long)>.Create((a, b) => b.CompareTo(a)));
    private double worst = double.PositiveInfinity;

    /// <summary>What an event is ordered by: its day, or how confident the coder was.</summary>
    public static double ValueOf(RecordOrder order, in EventRow row) => order is RecordOrder.Confident or RecordOrder.Doubtful ? row.Confidence : row.Day;

    /// <summary>Adds one.</summary>
    public void Add(in EventRow row)
    {
        double sign = order is RecordOrder.Newest or RecordOrder.Confident ? -1 : 1, value = ValueOf(order, row);
        var rank = (sign * value, sign < 0 ? -row.Key : row.Key);
        if (most == 0 || rank.Item1 > worst || (after is { } last && rank.CompareTo((sign * last.Value, sign < 0 ? -last.Key : last.Key)) <= 0)) return;
        if (kept.Count < most) kept.Enqueue((row.Key, value), rank);
        else kept.EnqueueDequeue((row.Key, value), rank);
        if (kept.Count == most && kept.TryPeek(out _, out var least)) worst = least.Value;
    }

    /// <summary>The keys in their order.</summary>
    public List<long> Done() => [.. Ordered().Select(k => k.Key)];

    /// <summary>The keys in their order, with what they are ordered by.</summary>
    public List<(long Key, double Value)> Ordered()
    {
        var keys = new List<(long, double)>(kept.Count);
        while (kept.TryDequeue(out var key, out _)) keys.Add(key);
        keys.Reverse();
        return keys;
    }
}
