using System.Text;

namespace Hearsay.Articles;

/// <summary>
/// Names of files and directories (and "-" for standard input) to articles. Takes plain text, HTML pages, JSON
/// Lines and JSON documents; a directory is read with all that is below it, in ordinal order of path. Whatever is
/// wrong becomes a <see cref="Diagnostic"/> with a place and a remedy, never an exception, and the next input is
/// read. Inputs come out one by one: memory does not grow with their number.
/// </summary>
public sealed class ArticleReader(ArticleDefaults? defaults = null, Func<Stream>? standardInput = null)
{
    private const string StandardInput = "-";

    private readonly ArticleDefaults defaults = defaults ?? new();
    private readonly Func<Stream> standardInput = standardInput ?? Console.OpenStandardInput;

    /// <summary>The articles behind <paramref name="inputs"/>, in their order.</summary>
    public IEnumerable<ArticleInput> Open(IEnumerable<string> inputs)
    {
        foreach (string input in inputs)
        {
            if (input == StandardInput)
            {
                foreach (var article in FromStandardInput()) yield return article;
            }
            else if (Directory.Exists(input))
            {
                foreach (var article in FromDirectory(input)) yield return article;
            }
            else
            {
                foreach (var article in FromFile(input)) yield return article;
            }
        }
    }

    private IEnumerable<ArticleInput> FromDirectory(string directory)
    {
        if (Files(directory, out var fault) is not { } files)
        {
            yield return Failed(fault!);
            yield break;
        }
        bool any = false;
        foreach (string file in files)
        {
            if (InputFormats.OfExtension(file) is null)
            {
                yield return Failed(Faults.Skipped(file));
                continue;
            }
            any = true;
            foreach (var article in FromFile(file)) yield return article;
        }
        if (!any) yield return Failed(Faults.NothingInDirectory(directory));
    }

    private static List<string>? Files(string directory, out Diagnostic? fault)
    {
        fault = null;
        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
            var files = Directory.EnumerateFiles(directory, "*", options).ToList();
            files.Sort(StringComparer.Ordinal);
            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = Faults.Unreadable(directory, e.Message);
            return null;
        }
    }

    private IEnumerable<ArticleInput> FromFile(string path)
    {
        if (OpenFile(path, out var fault) is not { } opened)
        {
            yield return Failed(fault!);
            yield break;
        }
        var (head, whole) = opened;
        var format = InputFormats.OfExtension(path) ?? InputFormats.OfContent(head);
        if (format == InputFormat.Json)
        {
            using (whole)
                foreach (var article in FromJson(whole, path)) yield return article;
            yield break;
        }
        // A text or page is opened again by the thread that reads it, so that waiting inputs hold no handles.
        whole.Dispose();
        yield return new(path, () => ReadFile(path, format));
    }

    private static (byte[] Head, Stream Whole)? OpenFile(string path, out Diagnostic? fault)
    {
        fault = null;
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            return PrefixedStream.Peek(file, InputFormats.SniffedBytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            fault = Faults.NotFound(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            file?.Dispose();
            fault = Faults.Unreadable(path, e is UnauthorizedAccessException ? "access is denied" : e.Message);
        }
        return null;
    }

    private ArticleReading ReadFile(string path, InputFormat format)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            return ReadOne(file, path, format);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ArticleReading.Failed(Faults.Unreadable(path, e.Message));
        }
    }

    private IEnumerable<ArticleInput> FromStandardInput()
    {
        using var stream = standardInput();
        var (head, whole) = PrefixedStream.Peek(stream, InputFormats.SniffedBytes);
        var format = InputFormats.OfContent(head);
        if (format == InputFormat.Json)
        {
            foreach (var article in FromJson(whole, StandardInput)) yield return article;
            yield break;
        }
        var reading = ReadOne(whole, StandardInput, format);
        yield return new(StandardInput, () => reading);
    }

    private ArticleReading ReadOne(Stream stream, string place, InputFormat format)
    {
        if (ReadAll(stream, ArticleLimits.FileBytes) is not { } content)
            return ArticleReading.Failed(Faults.TooLarge(place, ArticleLimits.FileBytes));
        if (content.Length == 0) return ArticleReading.Failed(Faults.Empty(place));
        var diagnostics = new List<Diagnostic>();
        string? declared = format == InputFormat.Html ? HtmlPage.DeclaredCharset(content) : null;
        string? text = TextDecoder.Decode(content, place, declared, diagnostics);
        var article = text is null ? null
            : format == InputFormat.Html ? HtmlPage.Read(text, place, defaults.Url, diagnostics)
            : PlainText.Read(text, place, diagnostics);
        return new(place, article is null ? null : defaults.Complete(article), diagnostics);
    }

    private IEnumerable<ArticleInput> FromJson(Stream stream, string place)
    {
        var (head, whole) = PrefixedStream.Peek(AsUtf8(stream), InputFormats.SniffedBytes);
        if (OpensDocument(head))
        {
            var readings = ReadAll(whole, ArticleLimits.LineBytes) is { } bytes
                ? JsonArticle.ReadDocument(bytes, place)
                : [ArticleReading.Failed(Faults.TooLarge(place, ArticleLimits.LineBytes))];
            foreach (var reading in readings) yield return new(reading.Place, () => Completed(reading));
            yield break;
        }
        bool any = false;
        foreach (var (number, line) in LineReader.Lines(whole, ArticleLimits.LineBytes))
        {
            any = true;
            string at = $"{place}:{number}";
            yield return line is null ? Failed(Faults.LineTooLong(at)) : new(at, () => Completed(JsonArticle.ReadLine(line, at)));
        }
        if (!any) yield return Failed(Faults.Empty(place));
    }

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

    private static byte[]? ReadAll(Stream stream, int limit)
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

    private static ArticleInput Failed(Diagnostic diagnostic) => new(diagnostic.Place, () => ArticleReading.Failed(diagnostic));
}
