using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>
/// A coded article on its way into the store: its key, and those of its events and quotations that must be written
/// because they are new or changed. Records keep the key they had; withdrawn ones are named by key.
/// </summary>
internal sealed class PreparedArticle
{
    public required CodedArticle Coded { get; init; }

    public required long Key { get; init; }

    public required string TextHash { get; init; }

    public required string Hash { get; init; }

    /// <summary>When the article was first written; null for one that is new now.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>Whether the article's row must be written.</summary>
    public bool WriteArticle { get; init; }

    /// <summary>Whether its sentences must be written.</summary>
    public bool WriteSentences { get; init; }

    public List<PreparedEvent> Events { get; } = [];

    public List<PreparedQuotation> Quotations { get; } = [];

    /// <summary>Whether the store knew the article before.</summary>
    public bool IsKnown => CreatedAt is not null;

    /// <summary>The key of a sentence; without sentences the whole text counts as one.</summary>
    public long SentenceKey(int sentence) => RecordKey.Of(Key, Coded.Sentences.Count == 0 ? 0 : sentence);

    /// <summary>The key of the sentence that holds a place in the text, or of the last before it.</summary>
    public long SentenceAt(int offset)
    {
        int low = 0, high = Coded.Sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Coded.Sentences[middle].Start <= offset) low = middle;
            else high = middle - 1;
        }
        return RecordKey.Of(Key, low);
    }
}

/// <summary>An event to be written.</summary>
internal sealed record PreparedEvent(long Key, EventRecord Record, string Day, string Happening, string Hash, string ReviewState, string? CreatedAt);

/// <summary>A quotation to be written.</summary>
internal sealed record PreparedQuotation(long Key, string Id, int Ordinal, QuotationRecord Record, string Day, string Hash, string? CreatedAt);
