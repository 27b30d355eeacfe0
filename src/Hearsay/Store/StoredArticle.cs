using Hearsay.Articles;
using Hearsay.Language;

namespace Hearsay.Store;

/// <summary>
/// An article as the store holds it, with the events and quotations that were asked for: all of them, or those that a
/// query finds. <see cref="ToCoded"/> gives back what was written.
/// </summary>
public sealed record StoredArticle
{
    /// <summary>The key in the table <c>articles</c>.</summary>
    public required long Key { get; init; }

    /// <summary>The article with its text.</summary>
    public required Article Article { get; init; }

    /// <summary>The sentences in text order.</summary>
    public required IReadOnlyList<TextSpan> Sentences { get; init; }

    /// <summary>Events in the order of their keys.</summary>
    public required IReadOnlyList<StoredEvent> Events { get; init; }

    /// <summary>Quotations in text order.</summary>
    public required IReadOnlyList<StoredQuotation> Quotations { get; init; }

    /// <summary>What was wrong with the article when it was last coded.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>When it came and changed.</summary>
    public required RecordHistory History { get; init; }

    /// <summary>The article with its records, as the coder gave them.</summary>
    public CodedArticle ToCoded() => new(
        Article,
        [.. Events.Select(e => e.Record).OrderBy(e => e.Trigger.Start).ThenBy(e => e.Id, StringComparer.Ordinal)],
        [.. Quotations.OrderBy(q => q.Ordinal).Select(q => q.Record)],
        Diagnostics) { Sentences = Sentences };
}
