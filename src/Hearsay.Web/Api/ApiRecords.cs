using Hearsay.Coding.Records;
using Hearsay.Store;

namespace Hearsay.Web.Api;

/// <summary>An event as the API gives it: the record under the names that <c>hearsay code</c> uses, with what the store knows of it.</summary>
/// <param name="Event">The record.</param>
/// <param name="Article">The article that it is from.</param>
/// <param name="Sentence">The sentence that holds the trigger.</param>
/// <param name="Day">The day it is filed under, or null.</param>
/// <param name="Review">What reviewers made of it.</param>
/// <param name="Withdrawn">Whether a later run no longer finds it.</param>
internal sealed record ApiEvent(EventRecord Event, ArticleHeader Article, string Sentence, DateOnly? Day, string Review, bool Withdrawn)
{
    /// <summary>From the store's.</summary>
    public static ApiEvent Of(StoredEvent e) => new(e.Record, e.Article, e.SentenceText, e.Day, e.ReviewState, e.History.WithdrawnAt is not null);
}

/// <summary>A page of events, and where to go on: the value of <c>after</c> for the next page, null on the last.</summary>
internal sealed record ApiEvents(IReadOnlyList<ApiEvent> Events, string? Next);

/// <summary>A quotation with the article that it is from.</summary>
internal sealed record ApiQuotation(string Id, QuotationRecord Quotation, ArticleHeader Article);

/// <summary>A page of quotations.</summary>
internal sealed record ApiQuotations(IReadOnlyList<ApiQuotation> Quotations, string? Next);

/// <summary>A page of articles, without their texts.</summary>
internal sealed record ApiArticles(IReadOnlyList<FoundArticle> Articles, string? Next);

/// <summary>What was wrong with a request: a code of docs/diagnostics.md, and what to do.</summary>
internal sealed record ApiFault(string Code, string Message, string Remedy);
