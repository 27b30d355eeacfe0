using Hearsay.Articles.Languages;
using Hearsay.Articles.Pages;

namespace Hearsay.Articles.Feeds;

/// <summary>
/// The entries of a feed as articles, made of what the feed itself holds: the headline as first paragraph, then the
/// content without its markup. Entries without a word of text are refused; nothing is fetched.
/// </summary>
internal static class FeedArticles
{
    /// <summary>The articles of a feed; each place is "file[0]", "file[1]" ….</summary>
    public static IEnumerable<ArticleReading> Read(string text, string? address, string place)
    {
        var diagnostics = new List<Diagnostic>();
        if (FeedReader.Read(text, address, place, diagnostics) is not { } feed)
        {
            yield return new(place, null, diagnostics);
            yield break;
        }
        for (int i = 0; i < feed.Items.Count; i++)
        {
            var own = new List<Diagnostic>(i == 0 ? diagnostics : []);
            yield return new($"{place}[{i}]", Of(feed, feed.Items[i], $"{place}[{i}]", own), own);
        }
        if (feed.Items.Count == 0) yield return ArticleReading.Failed(Faults.Empty(place));
    }

    /// <summary>The article that an entry holds, or null with an error among <paramref name="diagnostics"/>.</summary>
    public static Article? Of(Feed feed, FeedItem item, string place, List<Diagnostic> diagnostics)
    {
        string? body = item.Content is null ? null : HtmlPage.TextOfFragment(item.Content, place, diagnostics);
        if (diagnostics.Any(d => d.Severity == Severity.Error)) return null;
        string text = item.Title is null || body?.StartsWith(item.Title, StringComparison.Ordinal) == true ? body ?? "" : $"{item.Title}\n\n{body}".TrimEnd();
        if (string.IsNullOrWhiteSpace(text))
        {
            diagnostics.Add(Faults.Empty(place));
            return null;
        }
        if (TextDecoder.Cleaned(text, place, diagnostics) is not { } clean) return null;
        return PlainText.Checked(new Article
        {
            Id = item.Id ?? PlainText.IdOf(clean),
            Url = item.Link,
            Outlet = feed.Title,
            Title = item.Title,
            PublishedOn = item.PublishedOn,
            Byline = item.Author,
            Language = feed.Language ?? LanguageGate.Undeclared,
            Text = clean,
        }, place, diagnostics);
    }
}
