using System.Text;
using Hearsay.Articles.Archives;
using Hearsay.Articles.Feeds;
using Hearsay.Articles.Pages;
using Hearsay.Articles.Wires;

namespace Hearsay.Articles;

/// <summary>
/// Bytes in a known format to articles: one for a text, page or message, any number for the formats that hold many.
/// Limits stand in front of every parser. Whatever is wrong comes out as a reading with a diagnostic.
/// </summary>
internal sealed class FormatReader(ArticleDefaults defaults)
{
    /// <summary>Whether a format holds any number of articles, so that it must be read in order.</summary>
    public static bool HoldsMany(InputFormat format) => format is InputFormat.Json or InputFormat.Csv or InputFormat.Xml or InputFormat.Warc;

    /// <summary>The articles of a format that holds many.</summary>
    public IEnumerable<ArticleInput> Many(Stream stream, InputFormat format, string place) => format switch
    {
        InputFormat.Warc => ArchiveReader.Inputs(stream, place, One),
        InputFormat.Csv => TableReader.Inputs(stream, place, defaults.Columns, defaults.Complete),
        InputFormat.Xml => FromXml(stream, place),
        _ => FromJson(stream, place),
    };

    /// <summary>The article of a format that holds one.</summary>
    public ArticleReading One(Stream stream, string place, InputFormat format)
    {
        byte[]? content;
        try
        {
            content = ReadAll(stream, ArticleLimits.FileBytes);
        }
        catch (InvalidDataException e)
        {
            return ArticleReading.Failed(Faults.Unreadable(place, e.Message));
        }
        if (content is null) return ArticleReading.Failed(Faults.TooLarge(place, ArticleLimits.FileBytes));
        return One(content, format, null, defaults.Url, null, place);
    }

    /// <summary>The article of a page that was fetched.</summary>
    public ArticleReading Page(byte[] content, string? charset, string url, string place) => One(content, InputFormat.Html, charset, url, null, place);

    private ArticleReading One(byte[] content, InputFormat format, string? charset, string? url, string? id, string place)
    {
        if (content.Length > ArticleLimits.FileBytes) return ArticleReading.Failed(Faults.TooLarge(place, ArticleLimits.FileBytes));
        if (content.Length == 0) return ArticleReading.Failed(Faults.Empty(place));
        var diagnostics = new List<Diagnostic>();
        if (format == InputFormat.Mail)
            return new(place, MailMessage.Read(content, place, diagnostics) is { } mail ? defaults.Complete(mail) : null, diagnostics);
        string? declared = format == InputFormat.Html ? charset ?? HtmlPage.DeclaredCharset(content) : charset;
        string? text = TextDecoder.Decode(content, place, declared, diagnostics);
        var article = text is null ? null
            : format == InputFormat.Html ? HtmlPage.Read(text, place, url, diagnostics)
            : PlainText.Read(text, place, diagnostics);
        if (article is not null) article = defaults.Complete(article with { Id = id ?? article.Id, Url = article.Url ?? url });
        return new(place, article, diagnostics);
    }

    private IEnumerable<ArticleInput> FromJson(Stream stream, string place)
    {
        var (head, whole) = PrefixedStream.Peek(AsUtf8(stream), InputFormats.SniffedBytes);
        if (OpensDocument(head) || IsJsonFeed(head))
        {
            var readings = ReadAll(whole, ArticleLimits.LineBytes) is { } bytes
                ? IsJsonFeed(head) ? FeedArticles.Read(Encoding.UTF8.GetString(bytes), defaults.Url, place) : JsonArticle.ReadDocument(bytes, place, defaults.Columns)
                : [ArticleReading.Failed(Faults.TooLarge(place, ArticleLimits.LineBytes))];
            foreach (var reading in readings) yield return new(reading.Place, () => Completed(reading));
            yield break;
        }
        bool any = false;
        foreach (var (number, line) in LineReader.Lines(whole, ArticleLimits.LineBytes))
        {
            any = true;
            string at = $"{place}:{number}";
            yield return line is null ? ArticleInput.Failed(Faults.LineTooLong(at)) : new(at, () => Completed(JsonArticle.ReadLine(line, at, defaults.Columns)));
        }
        if (!any) yield return ArticleInput.Failed(Faults.Empty(place));
    }

    private IEnumerable<ArticleInput> FromXml(Stream stream, string place)
    {
        if (ReadAll(stream, ArticleLimits.LineBytes) is not { } bytes)
        {
            yield return ArticleInput.Failed(Faults.TooLarge(place, ArticleLimits.LineBytes));
            yield break;
        }
        var diagnostics = new List<Diagnostic>();
        string? text = TextDecoder.Decode(bytes, place, HtmlPage.DeclaredCharset(bytes), diagnostics);
        var readings = text is null ? [new(place, null, diagnostics)]
            : Root(text) is var root && FeedReader.IsFeed(root) ? FeedArticles.Read(text, defaults.Url, place)
            : WireReader.IsWire(root) ? WireReader.Read(text, place)
            : root == "html" ? [One(bytes, InputFormat.Html, null, defaults.Url, null, place)]
            : [ArticleReading.Failed(Faults.BadXml(place, $"its first element is \"{root}\""))];
        foreach (var reading in readings) yield return new(reading.Place, () => Completed(reading));
    }

    // The local name of the first element, behind declarations and comments.
    private static string Root(string text)
    {
        for (int at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (text.AsSpan(at).StartsWith("<!--")) at = text.IndexOf("-->", at, StringComparison.Ordinal) is var close and >= 0 ? close : text.Length - 1;
            if (!char.IsAsciiLetter(text[at + 1 < text.Length ? at + 1 : at])) continue;
            int end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is ':' or '-' or '_' or '.')) end++;
            return LenientMarkup.LocalName(text[(at + 1)..end]);
        }
        return "";
    }

    private static bool IsJsonFeed(ReadOnlySpan<byte> head) => head.IndexOf("jsonfeed.org/version"u8) >= 0;

    // Without its byte order mark, which would otherwise stand in front of the first object.
    private static Stream AsUtf8(Stream stream)
    {
        var (head, whole) = PrefixedStream.Peek(stream, 3);
        if (head is [0xFF, 0xFE, ..]) return Transcoded(whole, Encoding.Unicode);
        if (head is [0xFE, 0xFF, ..]) return Transcoded(whole, Encoding.BigEndianUnicode);
        if (head is [0xEF, 0xBB, 0xBF]) whole.ReadExactly(head);
        return whole;
    }

    private static Stream Transcoded(Stream stream, Encoding encoding)
    {
        stream.ReadExactly(stackalloc byte[2]);
        return Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
    }

    // JSON Lines never begin with a bracket or with a line that ends inside an object; documents over several lines do.
    private static bool OpensDocument(ReadOnlySpan<byte> head)
    {
        var text = head.TrimStart(" \t\r\n"u8);
        int feed = text.IndexOf((byte)'\n');
        var line = (feed < 0 ? text : text[..feed]).TrimEnd(" \t\r"u8);
        return line.StartsWith("["u8) || (feed >= 0 && (line.EndsWith("{"u8) || line.EndsWith(","u8)));
    }

    /// <summary>All bytes, or null when there are more than <paramref name="limit"/>.</summary>
    internal static byte[]? ReadAll(Stream stream, int limit)
    {
        using var all = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (all.Length + read > limit) return null;
            all.Write(chunk, 0, read);
        }
        return all.ToArray();
    }

    private ArticleReading Completed(ArticleReading reading) =>
        reading.Article is null ? reading : reading with { Article = defaults.Complete(reading.Article) };
}
