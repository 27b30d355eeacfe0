using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hearsay.Articles.Pages;

/// <summary>
/// The day on which a page says it was published: what JSON-LD, the meta elements, the address, time elements and, last,
/// the visible text say, in this order of trust. Machines mostly give the moment in Greenwich time, and an article of the
/// evening in New York then carries tomorrow's date: where the page shows its readers the day before or after, or the
/// address carries it, that day counts, because "on Tuesday" in the text counts from it. Null where the page says nothing.
/// </summary>
internal sealed class PageDate(IHtmlDocument page)
{
    private const int LongestLine = 120;
    // Dates of the article stand near its headline; further on they belong to other articles, comments and the text.
    private const int NearHeadline = 1200;

    private static readonly string[] MetaNames =
    [
        "article:published_time", "datePublished", "og:article:published_time", "article:published", "article.published", "parsely-pub-date",
        "sailthru.date", "pubdate", "pub_date", "og:pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published_at",
        "published", "og:datePublished", "article_date_original", "DCSext.articleFirstPublished", "DC.date.issued", "dcterms.issued",
        "dcterms.created", "dcterms.date", "dc.date", "citation_publication_date", "citation_date", "date.release", "pdate", "sn-post-date",
        "post-date", "dateCreated", "date",
    ];

    private static readonly string[] Hints = ["date", "time", "publish", "posted", "dateline", "byline", "stamp", "entry-meta", "post-meta", "article-info"];
    private static readonly string[] Distractors = ["comment", "related", "sidebar", "footer", "copyright", "recommend", "trending", "widget", "popular", "ticker", "tweet"];

    /// <summary>The day, or null.</summary>
    public DateOnly? Day(string? stated, Func<string, string?> meta, string? address)
    {
        var inAddress = InAddress(address);
        string? machine = Usable(stated) ?? MetaNames.Select(n => Usable(meta(n))).FirstOrDefault(m => m is not null) ?? (inAddress is null ? TimeElement() : null);
        if (PublicationDate.Parse(machine) is not { } day) return inAddress ?? Visible(null);
        if (!PublicationDate.HasTime(machine!)) return day;
        return Visible(day) is { } shown ? shown : Beside(inAddress, day) ? inAddress : day;
    }

    private static string? Usable(string? written) => PublicationDate.Parse(written) is null ? null : written;

    private static bool Beside(DateOnly? one, DateOnly other) => one is { } day && Math.Abs(day.DayNumber - other.DayNumber) <= 1;

    private string? TimeElement()
    {
        var times = page.QuerySelectorAll("time[datetime],[itemprop=datePublished],[itemprop=dateCreated]").Where(t => !Distracts(t)).ToList();
        var best = times.FirstOrDefault(t => t.HasAttribute("pubdate") || t.GetAttribute("itemprop") == "datePublished")
            ?? times.FirstOrDefault(t => t.Closest("article,header,main") is not null) ?? times.FirstOrDefault();
        if (best is null) return null;
        return Usable(best.GetAttribute("datetime")) ?? Usable(best.GetAttribute("content")) ?? Usable(best.TextContent);
    }

    /// <summary>"/2024/03/12/", "/2024/mar/12/", "/2024-03-12-…" or "…-20240312" in an address.</summary>
    internal static DateOnly? InAddress(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length >= 10 && parts[i][4] == '-' && DateScanner.Read(parts[i], 0) is { } dashed) return dashed.Day;
            if (parts[i].Length == 4 && i + 2 < parts.Length && parts[i][0] is '1' or '2')
            {
                if (DateScanner.Read($"{parts[i]}-{parts[i + 1]}-{parts[i + 2]}", 0) is { } folders) return folders.Day;
                if (DateScanner.Read($"{parts[i + 2]} {parts[i + 1]} {parts[i]}", 0) is { } named) return named.Day;
            }
            int dash = parts[i].LastIndexOf('-');
            if (dash > 0 && parts[i].Length - dash == 9 && DateScanner.Read(parts[i], dash + 1) is { } last) return last.Day;
        }
        return null;
    }

    // The day that readers see. With a machine's day at hand only that day and its neighbours count, and the first line
    // that shows one of them decides; without one it is the first date near the headline, unless it is an update's.
    private DateOnly? Visible(DateOnly? near)
    {
        DateOnly? updated = null;
        foreach (string line in Lines())
        {
            if (DateScanner.Find(line) is not { } found) continue;
            if (near is { } day)
            {
                if (Beside(found.Day, day)) return found.Day;
                continue;
            }
            if (!IsUpdate(line.AsSpan(0, found.Start))) return found.Day;
            updated ??= found.Day;
            if (DateScanner.Find(line.AsSpan(found.End)) is { } second && !IsUpdate(line.AsSpan(found.End, second.Start))) return second.Day;
        }
        return updated;
    }

    private static bool IsUpdate(ReadOnlySpan<char> before) =>
        before.Contains("updated", StringComparison.OrdinalIgnoreCase) || before.Contains("modified", StringComparison.OrdinalIgnoreCase);

    // Short lines that may carry the article's date: elements that say so by their name, then what follows the headline.
    private IEnumerable<string> Lines()
    {
        var headline = page.QuerySelector("h1");
        foreach (string line in After(headline)) yield return line;
        foreach (var element in page.All)
        {
            if (!IsHinted(element) || element.TextContent is not { Length: > 5 } text || text.Length > 4 * LongestLine) continue;
            string line = Squeezed(text);
            if (line.Length <= LongestLine && !Distracts(element)) yield return line;
        }
    }

    private static IEnumerable<string> After(IElement? headline)
    {
        if (headline is null) yield break;
        int seen = 0;
        for (INode? node = Following(headline, skipChildren: true); node is not null && seen < NearHeadline; node = Following(node, Passed(node)))
        {
            if (node is not IText { Data: { Length: > 0 } data }) continue;
            string line = Squeezed(data);
            seen += line.Length;
            if (line.Length is < 6 or > LongestLine) continue;
            // A date is often split over elements: <span>Nov</span> <span>19, 2019</span>.
            string whole = node.ParentElement?.ParentElement is { } around && around.TextContent.Length <= 2 * LongestLine ? Squeezed(around.TextContent) : line;
            if (whole.Length <= LongestLine && !Distracts(node.ParentElement)) yield return whole;
        }
    }

    private static bool Passed(INode node) => node is IElement { LocalName: "script" or "style" or "noscript" or "template" or "svg" };

    private static INode? Following(INode node, bool skipChildren)
    {
        if (!skipChildren && node.FirstChild is { } child) return child;
        for (INode? at = node; at is not null; at = at.Parent)
            if (at.NextSibling is { } next) return next;
        return null;
    }

    private static bool IsHinted(IElement element) =>
        element.LocalName == "time" || Hints.Any(h => element.ClassName?.Contains(h, StringComparison.OrdinalIgnoreCase) == true || element.Id?.Contains(h, StringComparison.OrdinalIgnoreCase) == true);

    private static bool Distracts(IElement? element)
    {
        for (int depth = 0; element is not null && depth < 8 && element.LocalName is not ("body" or "html"); element = element.ParentElement, depth++)
        {
            if (element.LocalName is "footer" or "aside" or "nav") return true;
            foreach (string word in Distractors)
                if (element.ClassName?.Contains(word, StringComparison.OrdinalIgnoreCase) == true || element.Id?.Contains(word, StringComparison.OrdinalIgnoreCase) == true) return true;
        }
        return false;
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
