using System.Globalization;

namespace Hearsay.Articles.Archives;

/// <summary>
/// A web archive to its articles: every response with status 200 that is a page or plain text becomes one input, in the
/// file's order; the costly part (unpacking, finding the article) is left to whoever reads the input. Records that hold no
/// article are counted, and one closing input says how many of each kind were left out; those that cannot be read are named
/// one by one, as "file:number of the record".
/// </summary>
internal static class ArchiveReader
{
    /// <summary>The inputs of an archive whose bytes are unpacked already or come as <see cref="GzipMembers"/>.</summary>
    /// <param name="stream">The archive.</param>
    /// <param name="place">The file.</param>
    /// <param name="read">Reads one page or text: bytes, declared charset, address, id, place.</param>
    public static IEnumerable<ArticleInput> Inputs(Stream stream, string place, ReadPage read)
    {
        var leftOut = new Dictionary<string, long>();
        bool any = false;
        foreach (var record in new WarcReader(stream).Records())
        {
            any = true;
            string at = string.Create(CultureInfo.InvariantCulture, $"{place}:{record.Number}");
            if (record.Fault is { } fault) yield return ArticleInput.Failed(Faults.BadRecord(at, fault));
            else if (Reason(record, out var message) is { } reason) leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
            else yield return new(at, () => Read(record, message!, at, read)) { Collected = true };
        }
        if (!any) yield return ArticleInput.Failed(Faults.Empty(place));
        if (leftOut.Count == 0) yield break;
        long sum = leftOut.Values.Sum();
        string kinds = string.Join(", ", leftOut.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Value:N0} {l.Key}")));
        yield return new(place, () => new(place, null, [Faults.LeftOut(place, sum, kinds)]) { LeftOut = sum });
    }

    // Why a record holds no article, or null and its content.
    private static string? Reason(WarcRecord record, out HttpMessage? message)
    {
        message = null;
        if (!WarcRecord.HasContent(record.Type)) return record.Type is "request" or "revisit" or "metadata" or "warcinfo" ? record.Type : "of other types";
        if (record.Address?.StartsWith("http", StringComparison.OrdinalIgnoreCase) != true) return "without a web address";
        message = new(record.Block!);
        if (message.Status != 200) return message.Status is >= 300 and < 400 ? "redirects" : "errors of the server";
        string type = message.ContentType ?? (record.Type == "response" ? "" : record.ContentType ?? "");
        return type.Length == 0 || IsPage(type) || IsText(type) ? null : "neither pages nor text";
    }

    private static bool IsPage(string type) => type.Contains("html", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(string type) => type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    private static ArticleReading Read(WarcRecord record, HttpMessage message, string place, ReadPage read)
    {
        byte[] body;
        try
        {
            body = message.Body();
        }
        catch (InvalidDataException e)
        {
            return ArticleReading.Failed(Faults.BadRecord(place, e.Message));
        }
        string type = message.ContentType ?? record.ContentType ?? "";
        var reading = read(body, IsText(type) ? InputFormat.Text : InputFormat.Html, Charset(type), record.Address, record.Id, place);
        return reading.Article is not null && (record.Truncated || IsCutOff(body))
            ? reading with { Diagnostics = [.. reading.Diagnostics, Faults.CutOff(place)] }
            : reading;
    }

    // Common Crawl cuts at a mebibyte and does not always say so.
    private static bool IsCutOff(ReadOnlySpan<byte> body) => body.Length == 1024 * 1024 && body[^64..].IndexOf("</html>"u8) < 0;

    private static string? Charset(string type)
    {
        int at = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : type[(at + 8)..].Split(';')[0].Trim(' ', '"', '\'');
    }
}

/// <summary>Reads one page or text of a collection.</summary>
internal delegate ArticleReading ReadPage(byte[] content, InputFormat format, string? charset, string? url, string? id, string place);
