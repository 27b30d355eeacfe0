using System.Xml;
using System.Xml.Linq;
using Hearsay.Articles.Languages;

namespace Hearsay.Articles.Wires;

/// <summary>
/// What news agencies send: NITF 3, NewsML-G2 (a newsItem alone or many in a newsMessage or itemSet) and the text inside, be it
/// NITF, XHTML or plain. Elements are told by their local names, because editions differ in their namespaces. Packages
/// and pictures hold no text and are passed over; document type definitions are refused.
/// </summary>
internal static class WireReader
{
    private static readonly string[] Paragraphs = ["p", "h1", "h2", "h3", "h4", "hl2", "li", "td", "pre"];

    /// <summary>Whether the name of a document's first element is that of a wire format.</summary>
    public static bool IsWire(string root) => root is "nitf" or "newsItem" or "newsMessage" or "itemSet";

    /// <summary>The articles of a document.</summary>
    public static IEnumerable<ArticleReading> Read(string text, string place)
    {
        var diagnostics = new List<Diagnostic>();
        if (Load(text, place, diagnostics) is not { } root)
        {
            yield return new(place, null, diagnostics);
            yield break;
        }
        int index = 0;
        var items = root.Name.LocalName == "nitf" ? [root] : root.DescendantsAndSelf().Where(e => e.Name.LocalName == "newsItem");
        foreach (var item in items)
        {
            string at = root == item ? place : $"{place}[{index}]";
            index++;
            var own = new List<Diagnostic>();
            var article = item.Name.LocalName == "nitf" ? FromNitf(item, at, own) : FromItem(item, at, own);
            yield return new(at, article, own);
        }
        if (index == 0) yield return ArticleReading.Failed(Faults.Empty(place));
    }

    // Depth is looked at before a tree is built.
    private static XElement? Load(string text, string place, List<Diagnostic> diagnostics)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using (var scout = XmlReader.Create(new StringReader(text), settings))
                while (scout.Read())
                    if (scout.Depth > ArticleLimits.HtmlDepth) throw new XmlException($"It nests elements more than {ArticleLimits.HtmlDepth} deep");
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException e)
        {
            diagnostics.Add(Faults.BadXml(place, e.Message));
            return null;
        }
    }

    private static Article? FromNitf(XElement nitf, string place, List<Diagnostic> diagnostics)
    {
        var head = First(nitf, "head");
        string? issued = First(nitf, "date.issue")?.Attribute("norm")?.Value ?? First(nitf, "story.date")?.Attribute("norm")?.Value ?? Line(First(nitf, "story.date"));
        return Article(place, diagnostics, First(nitf, "body.content"), new Article
        {
            Id = First(nitf, "doc-id")?.Attribute("id-string")?.Value ?? "",
            Title = Line(First(nitf, "hl1")) ?? Line(First(head ?? nitf, "title")),
            Outlet = First(nitf, "pubdata")?.Attribute("name")?.Value ?? Line(First(nitf, "distributor")),
            PublishedOn = PublicationDate.Parse(issued),
            Byline = WithoutBy(Line(First(nitf, "byline"))),
            Language = Attribute(nitf, "lang") ?? LanguageGate.Undeclared,
            Text = "",
        }, Line(First(nitf, "dateline")));
    }

    private static Article? FromItem(XElement item, string place, List<Diagnostic> diagnostics)
    {
        var content = First(item, "inlineXML") ?? First(item, "inlineData");
        var nitf = content is null ? null : First(content, "nitf");
        string? date = Line(First(item, "firstCreated")) ?? Line(First(item, "versionCreated"));
        var provider = First(item, "provider");
        return Article(place, diagnostics, nitf is null ? content is null ? null : First(content, "body") ?? content : First(nitf, "body.content"), new Article
        {
            Id = item.Attribute("guid")?.Value ?? "",
            Title = Line(First(item, "headline")) ?? Line(nitf is null ? null : First(nitf, "hl1")),
            Outlet = Line(provider is null ? null : First(provider, "name")) ?? provider?.Attribute("literal")?.Value,
            PublishedOn = PublicationDate.Parse(date),
            Byline = WithoutBy(Line(First(item, "by"))),
            Language = First(item, "language")?.Attribute("tag")?.Value ?? Attribute(item, "lang") ?? LanguageGate.Undeclared,
            Text = "",
        }, Line(First(item, "dateline")));
    }

    private static Article? Article(string place, List<Diagnostic> diagnostics, XElement? content, Article article, string? dateline)
    {
        var lines = content is null ? [] : content.Descendants().Where(e => Paragraphs.Contains(e.Name.LocalName)).Select(Line).OfType<string>().ToList();
        if (lines.Count == 0 && content is not null)
            lines = [.. content.Value.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (lines.Count == 0)
        {
            diagnostics.Add(Faults.Empty(place));
            return null;
        }
        if (dateline is not null && !lines[0].StartsWith(dateline, StringComparison.OrdinalIgnoreCase)) lines[0] = $"{dateline} - {lines[0]}";
        if (article.Title is { } title && lines[0] != title) lines.Insert(0, title);
        if (TextDecoder.Cleaned(string.Join("\n\n", lines), place, diagnostics) is not { } text) return null;
        return PlainText.Checked(article with { Text = text, Id = article.Id.Length > 0 ? article.Id : PlainText.IdOf(text) }, place, diagnostics);
    }

    private static XElement? First(XElement within, string name) => within.Descendants().FirstOrDefault(e => e.Name.LocalName == name);

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    private static string? WithoutBy(string? byline) => byline?.StartsWith("by ", StringComparison.OrdinalIgnoreCase) == true ? byline[3..] : byline;

    private static string? Line(XElement? element)
    {
        if (element is null || string.IsNullOrWhiteSpace(element.Value)) return null;
        return string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
