using Hearsay.Language;

namespace Hearsay.Coding.Records;

/// <summary>
/// A stretch of the article with the words that stand there: <c>Text</c> is always
/// <c>article.Text[Start..End]</c>, offsets in UTF-16 code units.
/// </summary>
public sealed record Excerpt(int Start, int End, string Text)
{
    /// <summary>Cuts <paramref name="span"/> out of <paramref name="text"/>.</summary>
    public static Excerpt Of(TextSpan span, string text) => new(span.Start, span.End, span.In(text));
}
