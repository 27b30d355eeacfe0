using System.Xml;

namespace Hearsay.Articles.Feeds;

/// <summary>
/// The feeds to follow: an OPML file as every feed reader exports it, or a text file with one address a line ("#" begins a
/// remark). Addresses that are none of the web are left out; each comes once.
/// </summary>
public static class FeedList
{
    /// <summary>The addresses with the names that the list gives them, in its order.</summary>
    /// <exception cref="InvalidDataException">It is OPML that cannot be read, or names no feed.</exception>
    public static IReadOnlyList<(string Address, string? Name)> Read(string text)
    {
        var feeds = text.TrimStart().StartsWith('<') ? FromOpml(text) : FromLines(text);
        var unique = feeds.Where(f => FeedFields.Absolute(f.Address, null) is not null).DistinctBy(f => f.Address).ToList();
        return unique.Count > 0 ? unique : throw new InvalidDataException("it names no feed");
    }

    private static IEnumerable<(string Address, string? Name)> FromLines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(l => (l, (string?)null));

    private static List<(string Address, string? Name)> FromOpml(string text)
    {
        if (LenientMarkup.Mended(text, out string? refused) is not { } mended) throw new InvalidDataException(refused);
        var feeds = new List<(string, string?)>();
        try
        {
            using var reader = new XmlTextReader(new StringReader(mended)) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element && reader.Name == "outline" && (reader.GetAttribute("xmlUrl") ?? reader.GetAttribute("xmlurl")) is { } address)
                    feeds.Add((address.Trim(), reader.GetAttribute("title") ?? reader.GetAttribute("text")));
        }
        catch (XmlException e)
        {
            throw new InvalidDataException(e.Message.TrimEnd('.'), e);
        }
        return feeds;
    }
}
