using System.Collections.Concurrent;

namespace Hearsay.Store;

/// <summary>
/// Reads the parts of a store on other threads while the parts before are used, and hands them over in their order. A few
/// parts are ahead at a time, so that memory does not grow with their number; whoever stops early leaves nothing running.
/// </summary>
internal static class ReadAhead
{
    // More readers than this gain nothing: what is done with the parts takes longer.
    private static readonly int Readers = Math.Clamp(Environment.ProcessorCount, 2, 4);

    /// <summary>What <paramref name="read"/> makes of the parts, in their order.</summary>
    public static IEnumerable<T> Of<TPart, T>(IDatabase database, IEnumerable<TPart> parts, Func<Func<string, RowReading>, TPart, IReadOnlyList<T>> read)
    {
        var idle = new ConcurrentBag<IBulkReader>();
        var ahead = new Queue<Task<IReadOnlyList<T>>>();
        try
        {
            foreach (var part in parts)
            {
                if (ahead.Count == Readers)
                    foreach (var item in ahead.Dequeue().GetAwaiter().GetResult()) yield return item;
                ahead.Enqueue(Task.Run(() => Read(part)));
            }
            while (ahead.TryDequeue(out var next))
                foreach (var item in next.GetAwaiter().GetResult()) yield return item;
        }
        finally
        {
            Task.WhenAll(ahead).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
            foreach (var reader in idle) reader.Dispose();
        }

        IReadOnlyList<T> Read(TPart part)
        {
            var reader = idle.TryTake(out var other) ? other : database.BulkReader();
            try
            {
                return reader.Read(rows => read(rows, part));
            }
            finally
            {
                idle.Add(reader);
            }
        }
    }
}
