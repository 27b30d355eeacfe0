using System.Text;
using System.Text.Json;
using System.Xml;

namespace Hearsay.Articles.Feeds;

/// <summary>
/// RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom and JSON Feed to entries, with the defects they have in the wild: names of HTML
/// entities, bare ampersands, prefixes without a namespace, text before the declaration, a DOCTYPE, relative links, entries
/// without an id. A feed that is no well-formed XML gives the entries before the fault. Document type definitions are never read:
/// a DOCTYPE without declarations is cut out, one with declarations is refused.
/// </summary>
public static class FeedReader
{
    private const int MostItems = 10_000;

    /// <summary>The feed in a text, or null with an error among <paramref name="diagnostics"/>.</summary>
    /// <param name="text">The decoded file.</param>
    /// <param name="address">Where it comes from, for relative links; or null.</param>
    /// <param name="place">How diagnostics name it.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static Feed? Read(string text, string? address, string place, IList<Diagnostic> diagnostics)
    {
        var trimmed = text.AsSpan().TrimStart();
        var feed = trimmed.StartsWith("{") ? FromJson(text, address) : FromXml(text, address);
        if (feed is null || (feed.Items.Count == 0 && feed.BrokenOff is not null))
        {
            diagnostics.Add(Faults.BadFeed(place, feed?.BrokenOff ?? "it is neither RSS nor Atom nor JSON Feed"));
            return null;
        }
        if (feed.BrokenOff is { } reason) diagnostics.Add(Faults.FeedBrokenOff(place, feed.Items.Count, reason));
        return feed;
    }

    /// <summary>Whether the name of a document's first element is that of a feed.</summary>
    internal static bool IsFeed(string root) => root is "rss" or "RDF" or "feed";

    private static Feed? FromXml(string text, string? address)
    {
        if (LenientMarkup.Mended(text, out string? refused) is not { } mended) return new(null, null, [], refused);
        var items = new List<FeedItem>();
        var head = new FeedFields(address);
        string? brokenOff = null;
        // Namespaces off: prefixes that nobody declared are the most frequent defect after bare ampersands.
        using var reader = new XmlTextReader(new StringReader(mended)) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, WhitespaceHandling = WhitespaceHandling.All };
        try
        {
            while (reader.Read() && items.Count < MostItems)
            {
                if (reader.Depth > ArticleLimits.HtmlDepth) return new(null, null, [], "it nests elements too deep");
                if (reader.NodeType != XmlNodeType.Element) continue;
                string name = LenientMarkup.LocalName(reader.Name);
                if (reader.Depth == 0)
                {
                    if (!IsFeed(name)) return null;
                    head.ReadRoot(reader);
                }
                else if (name is "item" or "entry") items.Add(Entry(reader, head.Base));
                else if (reader.Depth <= 2 && name is not "channel") head.Read(reader, name);
            }
        }
        catch (XmlException e)
        {
            brokenOff = $"{e.Message.Split(" Line ", 2)[0].TrimEnd('.')} in line {e.LineNumber}";
        }
        return new(head.Title, head.Language, items, brokenOff);
    }

    private static FeedItem Entry(XmlTextReader reader, string? address)
    {
        var fields = new FeedFields(address);
        if (reader.IsEmptyElement) return fields.Item();
        int depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element) fields.Read(reader, LenientMarkup.LocalName(reader.Name));
        }
        return fields.Item();
    }

    private static Feed? FromJson(string text, string? address)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var list) || list.ValueKind != JsonValueKind.Array) return null;
            var items = list.EnumerateArray().Take(MostItems).Where(i => i.ValueKind == JsonValueKind.Object).Select(i => FromJson(i, address)).ToList();
            return new(Text(root, "title"), Text(root, "language"), items, null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new(null, null, [], e is JsonException ? "it is not valid JSON" : "a string holds half of a surrogate pair");
        }
    }

    private static FeedItem FromJson(JsonElement item, string? address)
    {
        string? link = FeedFields.Absolute(Text(item, "url") ?? Text(item, "external_url"), address);
        string? content = Text(item, "content_html") ?? System.Net.WebUtility.HtmlEncode(Text(item, "content_text")) ?? Text(item, "summary");
        string? author = item.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array
            ? string.Join(", ", authors.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.Object).Select(a => Text(a, "name")).Where(n => n is not null)) : null;
        return new(Text(item, "id") ?? link, link, Text(item, "title"), content, PublicationDate.Parse(Text(item, "date_published")), string.IsNullOrEmpty(author) ? null : author);
    }

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        string? text = value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
