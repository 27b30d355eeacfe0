using System.Text;
using System.Xml;

namespace Hearsay.Articles.Feeds;

/// <summary>
/// The fields of one entry or of the feed itself, collected element by element in whatever order and dialect they come:
/// pubDate, dc:date, published, issued and updated all give the day, the longest of content, summary and description the content.
/// </summary>
internal sealed class FeedFields(string? address)
{
    private string? id, link, content, author;
    private DateOnly? published, updated;

    /// <summary>Headline of an entry, name of a feed.</summary>
    public string? Title { get; private set; }

    /// <summary>Declared language.</summary>
    public string? Language { get; private set; }

    /// <summary>What relative links count from.</summary>
    public string? Base => address ?? link;

    /// <summary>Takes what the first element says.</summary>
    public void ReadRoot(XmlTextReader reader) => Language = reader.GetAttribute("xml:lang");

    /// <summary>Takes the element that the reader stands on, and goes to its end.</summary>
    public void Read(XmlTextReader reader, string name)
    {
        switch (name)
        {
            case "title":
                Title ??= Line(LenientMarkup.PlainText(Inner(reader)));
                break;
            case "link":
                ReadLink(reader);
                break;
            case "guid" or "id":
                id ??= Line(Inner(reader));
                break;
            case "encoded" or "content" or "description" or "summary" or "body":
                if (Inner(reader).Trim() is { Length: > 0 } text && text.Length > (content?.Length ?? 0)) content = text;
                break;
            case "pubDate" or "published" or "issued" or "date" or "created":
                published ??= PublicationDate.Parse(Line(Inner(reader)));
                break;
            case "updated" or "modified":
                updated ??= PublicationDate.Parse(Line(Inner(reader)));
                break;
            case "author" or "creator":
                author ??= Line(LenientMarkup.PlainText(Inner(reader)));
                break;
            case "language":
                Language ??= Line(Inner(reader));
                break;
            default:
                Inner(reader);
                break;
        }
    }

    /// <summary>The entry that the fields add up to.</summary>
    public FeedItem Item()
    {
        string? page = Absolute(link, address) ?? Absolute(id, null);
        return new(id ?? page, page, Title, content, published ?? updated, author);
    }

    /// <summary>An address made absolute, or null when it is none of the web.</summary>
    public static string? Absolute(string? link, string? address)
    {
        if (string.IsNullOrWhiteSpace(link)) return null;
        bool found = Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            || (Uri.TryCreate(address, UriKind.Absolute, out var origin) && Uri.TryCreate(origin, link.Trim(), out uri));
        return found && uri!.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri.AbsoluteUri : null;
    }

    // Atom has several links, of which the one without a relation or "alternate" is the page; RSS writes it as text.
    private void ReadLink(XmlTextReader reader)
    {
        string? href = reader.GetAttribute("href"), relation = reader.GetAttribute("rel");
        string text = Inner(reader);
        if (href is null) link ??= Line(text);
        else if (relation is null or "alternate") link ??= href;
    }

    // All text below the element; elements inside (XHTML in Atom) come out as tags without attributes.
    private static string Inner(XmlTextReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var text = new StringBuilder();
        int depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Depth > ArticleLimits.HtmlDepth) throw new XmlException("It nests elements too deep");
            switch (reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.Element:
                    text.Append('<').Append(LenientMarkup.LocalName(reader.Name)).Append('>');
                    break;
                case XmlNodeType.EndElement:
                    text.Append("</").Append(LenientMarkup.LocalName(reader.Name)).Append('>');
                    break;
            }
        }
        return text.ToString();
    }

    private static string? Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
