namespace Hearsay.Store;

/// <summary>A sentence that a query found. Offsets count UTF-16 code units of the article's text.</summary>
public sealed record FoundSentence(long Key, ArticleHeader Article, int Sentence, int Start, int End, string Text);
