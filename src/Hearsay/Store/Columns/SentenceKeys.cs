using System.Buffers;

namespace Hearsay.Store.Columns;

/// <summary>
/// The sentences that have the words of a query, asked for the records of one article after the other in the order of their
/// keys: a place in the list goes along, so that each question costs as much as one article has such sentences.
/// </summary>
internal sealed class SentenceKeys : IDisposable
{
    // Frequent words have megabytes of them. In parts the collector takes them back as it does small objects, and most come from the pool.
    private const int Part = 1 << 13;

    private readonly List<long[]> parts = [];
    private int count, at;

    /// <summary>Adds the next key; they come in order.</summary>
    public void Add(long key)
    {
        if (count == parts.Count * Part) parts.Add(ArrayPool<long>.Shared.Rent(Part));
        parts[count / Part][count++ % Part] = key;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (long[] part in parts) ArrayPool<long>.Shared.Return(part);
        parts.Clear();
        count = 0;
    }

    /// <summary>Goes back to the first article.</summary>
    public void Restart() => at = 0;

    /// <summary>Whether the sentence is one; its article is that of the question before or a later one.</summary>
    public bool Has(long sentence)
    {
        GoTo(RecordKey.Article(sentence));
        for (int i = at; i < count && Key(i) <= sentence; i++)
            if (Key(i) == sentence) return true;
        return false;
    }

    /// <summary>Whether an article has one; it is that of the question before or a later one.</summary>
    public bool HasArticle(long article)
    {
        GoTo(article);
        return at < count && RecordKey.Article(Key(at)) == article;
    }

    private long Key(int place) => parts[place / Part][place % Part];

    private void GoTo(long article)
    {
        long first = RecordKey.Of(article, 0);
        while (at < count && Key(at) < first) at++;
    }
}
