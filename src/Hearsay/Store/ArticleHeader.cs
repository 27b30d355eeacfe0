namespace Hearsay.Store;

/// <summary>What is said of an article beside its text; fields as in <see cref="Articles.Article"/>.</summary>
public sealed record ArticleHeader(string Id, string? Url, string? Outlet, string? Title, DateOnly? PublishedOn, string Language);
