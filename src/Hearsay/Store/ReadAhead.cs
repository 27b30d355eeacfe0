using System.Collections.Concurrent;

namespace Hearsay.Store;

/// <summary>
/// Reads the parts of a store on other threads while the parts before are used, and hands over what was made of them in
/// their order. Some parts are ahead at a time, so that memory does not grow with their number; whoever stops early leaves nothing running.
/// </summary>
internal static class ReadAhead
{
    // Enough that readers go on while what takes the parts does something longer with one, such as writing a file.
    private const int Ahead = 4;

    /// <summary>What <paramref name="read"/> makes of the parts, in their order.</summary>
    public static IEnumerable<T> Of<TPart, T>(IDatabase database, IEnumerable<TPart> parts, Func<RowQuery, TPart, T> read)
    {
        var idle = new ConcurrentBag<IBulkReader>();
        var ahead = new Queue<Task<T>>();
        try
        {
            foreach (var part in parts)
            {
                ahead.Enqueue(Task.Run(() => Read(part)));
                if (ahead.Count > Ahead) yield return ahead.Dequeue().GetAwaiter().GetResult();
            }
            while (ahead.TryDequeue(out var next)) yield return next.GetAwaiter().GetResult();
        }
        finally
        {
            Task.WhenAll(ahead).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
            foreach (var reader in idle) reader.Dispose();
        }

        T Read(TPart part)
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
