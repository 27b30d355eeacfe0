using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hearsay.Articles.Pages;

/// <summary>
/// What a page says about itself: title, dek, byline, section, outlet, day, address, language, and the article's text where the page
/// gives it as data. Asked in the order JSON-LD, OpenGraph and other meta elements, visible elements; days are weighed
/// by <see cref="PageDate"/>.
/// </summary>
internal sealed class PageFacts
{
    private readonly IHtmlDocument page;
    private readonly JsonElement? data;
    private readonly Dictionary<string, string> metas;

    /// <summary>Reads <paramref name="page"/>; its JSON-LD is looked through once.</summary>
    public PageFacts(IHtmlDocument page)
    {
        this.page = page;
        metas = Metas();
        data = ArticleData();
    }

    public string? Title =>
        Text("headline") ?? Meta("og:title") ?? Meta("twitter:title") ?? Line(page.QuerySelector("h1")?.TextContent) ?? Line(page.Title);

    public string? Outlet => PublisherName() ?? Meta("og:site_name") ?? Meta("application-name");

    public string? Language => Line(page.DocumentElement?.GetAttribute("lang")) is { Length: <= 20 } tag ? tag : null;

    public string? Body => data is { } d && d.TryGetProperty("articleBody", out var body) && body.ValueKind == JsonValueKind.String ? Safe(body) : null;

    public string? Url =>
        Address(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Address(Meta("og:url")) ?? Address(Text("url"));

    /// <summary>Who wrote it, or null: "By Amina Noor and Jo Hale" without the "By".</summary>
    public string? Byline => Names("author") ?? Credited(Meta("author") ?? Meta("byl") ?? Meta("parsely-author") ?? Meta("sailthru.author"));

    /// <summary>The sentence below the headline, or null.</summary>
    public string? Dek => Text("description") ?? Meta("og:description") ?? Meta("description");

    /// <summary>The part of the paper, or null.</summary>
    public string? Section => Text("articleSection") ?? Meta("article:section") ?? Meta("parsely-section");

    /// <summary>The moment of publication with its offset from Greenwich, where the page states both; else null.</summary>
    public DateTimeOffset? PublishedAt
    {
        get
        {
            string? written = Text("datePublished") ?? Meta("article:published_time") ?? Meta("datePublished");
            bool zoned = written is not null && (written.EndsWith('Z') || written.LastIndexOfAny(['+', '-']) > 10);
            return zoned && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is >= 1800 and <= 2100 ? moment : null;
        }
    }

    /// <summary>Day of publication; <paramref name="url"/> is where the page comes from, or null.</summary>
    public DateOnly? PublishedOn(string? url) => new PageDate(page).Day(Text("datePublished"), Meta, url ?? Url);

    /// <summary>The address if it is absolute and of the web, else null.</summary>
    public static string? Address(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? text!.Trim() : null;

    private string? Meta(string name) => metas.GetValueOrDefault(name);

    private Dictionary<string, string> Metas()
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            if (Line(meta.GetAttribute("content")) is not { } value) continue;
            foreach (string attribute in (string[])["property", "name", "itemprop"])
                foreach (string key in (meta.GetAttribute(attribute) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) found.TryAdd(key, value);
        }
        return found;
    }

    private string? Text(string property) =>
        data is { } d && d.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? Line(Safe(value)) : null;

    private string? PublisherName()
    {
        if (data is not { } d || !d.TryGetProperty("publisher", out var publisher)) return null;
        if (publisher.ValueKind == JsonValueKind.Array && publisher.GetArrayLength() > 0) publisher = publisher[0];
        return publisher.ValueKind switch
        {
            JsonValueKind.String => Line(Safe(publisher)),
            JsonValueKind.Object when publisher.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => Line(Safe(name)),
            _ => null,
        };
    }

    private string? Names(string property)
    {
        if (data is not { } d || !d.TryGetProperty(property, out var value)) return null;
        var people = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        var names = people.Select(p => p.ValueKind == JsonValueKind.String ? Safe(p)
            : p.ValueKind == JsonValueKind.Object && p.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? Safe(name) : null);
        return Credited(Line(string.Join(", ", names.Where(n => !string.IsNullOrWhiteSpace(n)))));
    }

    private static string? Credited(string? byline)
    {
        if (byline is null || byline.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return null;
        return byline.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? byline[3..] : byline;
    }

    private JsonElement? ArticleData()
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                if (FindArticle(json.RootElement, 0) is { } found) return found.Clone();
            }
            catch (JsonException)
            {
                // Broken JSON-LD is common, and the page has other places that say the same.
            }
        }
        return null;
    }

    private static JsonElement? FindArticle(JsonElement element, int depth)
    {
        if (depth > 4) return null;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) if (FindArticle(item, depth + 1) is { } found) return found;
            return null;
        }
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (element.TryGetProperty("@type", out var type) && IsArticle(type)) return element;
        if (element.TryGetProperty("@graph", out var graph) && FindArticle(graph, depth + 1) is { } inGraph) return inGraph;
        return element.TryGetProperty("mainEntity", out var main) ? FindArticle(main, depth + 1) : null;
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => Safe(type) is { } name && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal) || name == "Report"),
        JsonValueKind.Array => type.EnumerateArray().Any(IsArticle),
        _ => false,
    };

    private static string? Safe(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    private static string? Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
