using System.Text;
using Hearsay.Articles.Archives;

namespace Hearsay.Articles;

/// <summary>What an input is written in.</summary>
internal enum InputFormat
{
    Text,
    Html,
    Json,
    Csv,
    Xml,
    Mail,
    Warc,
}

/// <summary>
/// Tells the format of an input: by its extension where that says it (".gz" behind it is passed over), else by how it
/// begins. Text is what is nothing else.
/// </summary>
internal static class InputFormats
{
    /// <summary>How many bytes <see cref="OfContent"/> wants to see.</summary>
    public const int SniffedBytes = 2048;

    /// <summary>The format that the extension names, or null for one we do not know.</summary>
    public static InputFormat? OfExtension(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".txt" => InputFormat.Text,
            ".html" or ".htm" => InputFormat.Html,
            ".jsonl" or ".json" => InputFormat.Json,
            ".csv" or ".tsv" => InputFormat.Csv,
            ".xml" or ".rss" or ".atom" or ".nitf" => InputFormat.Xml,
            ".eml" => InputFormat.Mail,
            ".warc" or ".wet" => InputFormat.Warc,
            _ => null,
        };
    }

    /// <summary>The format as the first bytes tell it.</summary>
    public static InputFormat OfContent(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) head = head[3..];
        var trimmed = head.TrimStart(" \t\r\n"u8);
        if (trimmed.IsEmpty) return InputFormat.Text;
        if (WarcReader.IsWarc(trimmed)) return InputFormat.Warc;
        var second = trimmed[1..].TrimStart(" \t\r\n"u8);
        if (trimmed[0] == '{' && (second.IsEmpty || second[0] is (byte)'"' or (byte)'}')) return InputFormat.Json;
        if (trimmed[0] == '[' && (second.IsEmpty || second[0] is (byte)'{' or (byte)']')) return InputFormat.Json;
        return trimmed[0] == '<' ? OfMarkup(Encoding.Latin1.GetString(trimmed).ToLowerInvariant()) : InputFormat.Text;
    }

    private static InputFormat OfMarkup(string start)
    {
        if (start.StartsWith("<?xml", StringComparison.Ordinal) && !start.Contains("<html", StringComparison.Ordinal)) return InputFormat.Xml;
        string[] xml = ["<rss", "<feed", "<rdf:rdf", "<nitf", "<newsitem", "<newsmessage"], html = ["<!doctype html", "<html", "<head", "<body", "<p>", "<div", "<article"];
        if (xml.Any(m => start.StartsWith(m, StringComparison.Ordinal))) return InputFormat.Xml;
        return html.Any(m => start.Contains(m, StringComparison.Ordinal)) ? InputFormat.Html : InputFormat.Text;
    }
}
