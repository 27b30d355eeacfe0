using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>
/// An event as the store holds it: the record, the article it is from, the words of its sentence, and what became of it
/// since. The record equals the one that was written, except that a second event with the same id in one article has
/// "-2" behind it.
/// </summary>
public sealed record StoredEvent
{
    /// <summary>The key in the table <c>events</c>.</summary>
    public required long Key { get; init; }

    /// <summary>The article.</summary>
    public required ArticleHeader Article { get; init; }

    /// <summary>The event.</summary>
    public required EventRecord Record { get; init; }

    /// <summary>The sentence that holds the trigger.</summary>
    public required string SentenceText { get; init; }

    /// <summary>Where <see cref="SentenceText"/> begins in the article's text.</summary>
    public required int SentenceStart { get; init; }

    /// <summary>The day it is filed under: the first of its time, else the day of publication; null if neither is known.</summary>
    public required DateOnly? Day { get; init; }

    /// <summary>Equal for events that report one happening in copies of one text.</summary>
    public required string Happening { get; init; }

    /// <summary>One of <see cref="Store.ReviewState"/>.</summary>
    public required string ReviewState { get; init; }

    /// <summary>Changes when the record does.</summary>
    public required string Hash { get; init; }

    /// <summary>When it came and changed.</summary>
    public required RecordHistory History { get; init; }
}
