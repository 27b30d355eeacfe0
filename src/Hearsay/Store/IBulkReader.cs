namespace Hearsay.Store;

/// <summary>
/// A connection that reads a store from one end to the other, a part at a time, each part as it stands at one moment. It is
/// used by one thread at a time.
/// </summary>
internal interface IBulkReader : IDisposable
{
    /// <summary>Reads a part; <paramref name="part"/> is given what runs queries.</summary>
    T Read<T>(Func<RowQuery, T> part);
}
