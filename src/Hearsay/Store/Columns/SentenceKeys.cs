using System.Buffers;

namespace Hearsay.Store.Columns;

/// <summary>
/// The sentences that have the words of a query, asked for the records of one article after the other in the order of their
/// keys: a place in the list goes along, so that each question costs as much as one article has such sentences.
/// </summary>
internal sealed class SentenceKeys : IDisposable
{
    // Megabytes for frequent words, and wanted for a moment only: the pool gives them to the next query. The shared pool would keep one of each
    // size for every thread.
    private static readonly ArrayPool<long> Pool = ArrayPool<long>.Create(1 << 24, 2);

    private long[] sorted = Pool.Rent(1024);
    private int count, at;

    /// <summary>Adds the next key; they come in order.</summary>
    public void Add(long key)
    {
        if (count == sorted.Length)
        {
            long[] larger = Pool.Rent(count * 2);
            sorted.AsSpan().CopyTo(larger);
            Pool.Return(sorted);
            sorted = larger;
        }
        sorted[count++] = key;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Pool.Return(sorted);
        (sorted, count) = ([], 0);
    }

    /// <summary>Goes back to the first article.</summary>
    public void Restart() => at = 0;

    /// <summary>Whether the sentence is one; its article is that of the question before or a later one.</summary>
    public bool Has(long sentence)
    {
        long first = RecordKey.Of(RecordKey.Article(sentence), 0);
        while (at < count && sorted[at] < first) at++;
        for (int i = at; i < count && sorted[i] <= sentence; i++)
            if (sorted[i] == sentence) return true;
        return false;
    }

    /// <summary>Whether an article has one, whatever was asked before.</summary>
    public bool HasArticle(long article)
    {
        int place = Array.BinarySearch(sorted, 0, count, RecordKey.Of(article, 0));
        if (place < 0) place = ~place;
        return place < count && RecordKey.Article(sorted[place]) == article;
    }
}
