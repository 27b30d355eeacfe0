namespace Hearsay.Store.Columns;

/// <summary>
/// The sentences that have the words of a query, asked for the records of one article after the other in the order of their
/// keys: a place in the list goes along, so that each question costs as much as one article has such sentences.
/// </summary>
internal sealed class SentenceKeys(List<long> sorted)
{
    private int at;

    /// <summary>Goes back to the first article.</summary>
    public void Restart() => at = 0;

    /// <summary>Whether the sentence is one; its article is that of the question before or a later one.</summary>
    public bool Has(long sentence)
    {
        long first = RecordKey.Of(RecordKey.Article(sentence), 0);
        while (at < sorted.Count && sorted[at] < first) at++;
        for (int i = at; i < sorted.Count && sorted[i] <= sentence; i++)
            if (sorted[i] == sentence) return true;
        return false;
    }

    /// <summary>Whether an article has one, whatever was asked before.</summary>
    public bool HasArticle(long article)
    {
        int place = sorted.BinarySearch(RecordKey.Of(article, 0));
        if (place < 0) place = ~place;
        return place < sorted.Count && RecordKey.Article(sorted[place]) == article;
    }
}
