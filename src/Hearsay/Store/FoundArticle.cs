namespace Hearsay.Store;

/// <summary>An article that a query found, with how much was coded from it and how it begins.</summary>
/// <param name="Key">The key in the table <c>articles</c>.</param>
/// <param name="Article">What is said of it.</param>
/// <param name="Events">Events that stand.</param>
/// <param name="Quotations">Quotations that stand.</param>
/// <param name="Beginning">Its first words, at most 300 characters.</param>
public sealed record FoundArticle(long Key, ArticleHeader Article, long Events, long Quotations, string Beginning);
