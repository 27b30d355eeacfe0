using System.Text;

namespace Hearsay.Articles;

/// <summary>What an input is written in.</summary>
internal enum InputFormat
{
    Text,
    Html,
    Json,
}

/// <summary>
/// Tells the format of an input: by its extension where that says it, else by how it begins. Text is what is
/// neither a page nor JSON.
/// </summary>
internal static class InputFormats
{
    /// <summary>How many bytes <see cref="OfContent"/> wants to see.</summary>
    public const int SniffedBytes = 2048;

    /// <summary>The format that the extension names, or null for one we do not know.</summary>
    public static InputFormat? OfExtension(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" => InputFormat.Text,
        ".html" or ".htm" => InputFormat.Html,
        ".jsonl" or ".json" => InputFormat.Json,
        _ => null,
    };

    /// <summary>The format as the first bytes tell it.</summary>
    public static InputFormat OfContent(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) head = head[3..];
        var trimmed = head.TrimStart(" \t\r\n"u8);
        if (trimmed.IsEmpty) return InputFormat.Text;
        var second = trimmed[1..].TrimStart(" \t\r\n"u8);
        if (trimmed[0] == '{' && (second.IsEmpty || second[0] is (byte)'"' or (byte)'}')) return InputFormat.Json;
        if (trimmed[0] == '[' && (second.IsEmpty || second[0] is (byte)'{' or (byte)']')) return InputFormat.Json;
        if (trimmed[0] != '<') return InputFormat.Text;
        string start = Encoding.Latin1.GetString(trimmed).ToLowerInvariant();
        return start.Contains("<!doctype html", StringComparison.Ordinal) || start.Contains("<html", StringComparison.Ordinal)
            || start.Contains("<head", StringComparison.Ordinal) || start.Contains("<body", StringComparison.Ordinal)
            || start.Contains("<p>", StringComparison.Ordinal) || start.Contains("<div", StringComparison.Ordinal)
            || start.Contains("<article", StringComparison.Ordinal)
            ? InputFormat.Html
            : InputFormat.Text;
    }
}
