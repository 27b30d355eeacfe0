using Hearsay.Articles.Archives;
using Hearsay.Articles.Languages;

namespace Hearsay.Articles;

/// <summary>
/// Names of files and directories (and "-" for standard input) to articles, in the formats that docs/inputs.md lists; a
/// directory is read with all that is below it, in ordinal order of path. Whatever is wrong becomes a
/// <see cref="Diagnostic"/> with a place and a remedy, never an exception, and the next input is read. Inputs come out one by
/// one: memory does not grow with their number.
/// </summary>
public sealed class ArticleReader(ArticleDefaults? defaults = null, Func<Stream>? standardInput = null)
{
    private const string StandardInput = "-";

    private readonly FormatReader formats = new(defaults ?? new());
    private readonly Func<Stream> standardInput = standardInput ?? Console.OpenStandardInput;
    private long passedBytes;

    /// <summary>Leaves out articles that are not in English instead of only warning of them.</summary>
    public bool EnglishOnly { get; init; }

    /// <summary>The articles behind <paramref name="inputs"/>, in their order.</summary>
    public IEnumerable<ArticleInput> Open(IReadOnlyCollection<string> inputs)
    {
        double? total = TotalBytes(inputs);
        foreach (string input in inputs)
            foreach (var article in Named(input))
                yield return article with
                {
                    Read = () => LanguageGate.Pass(article.Read(), EnglishOnly),
                    Share = total > 0 ? Math.Min(1, passedBytes / total.Value) : null,
                };
    }

    private IEnumerable<ArticleInput> Named(string input) =>
        input == StandardInput ? FromStandardInput() : Directory.Exists(input) ? FromDirectory(input) : FromFile(input);

    // For the time that is left; null when standard input is among them or something cannot be looked at.
    private static double? TotalBytes(IEnumerable<string> inputs)
    {
        double total = 0;
        foreach (string input in inputs)
        {
            if (input == StandardInput) return null;
            if (Directory.Exists(input)) total += Files(input, out _)?.Where(f => InputFormats.OfExtension(f) is not null).Sum(Length) ?? 0;
            else total += Length(input);
        }
        return total;
    }

    private static long Length(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true } info ? info.Length : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return 0; // opening it will say what is wrong
        }
    }

    private IEnumerable<ArticleInput> FromDirectory(string directory)
    {
        if (Files(directory, out var fault) is not { } files)
        {
            yield return ArticleInput.Failed(fault!);
            yield break;
        }
        bool any = false;
        foreach (string file in files)
        {
            if (InputFormats.OfExtension(file) is null)
            {
                yield return ArticleInput.Failed(Faults.Skipped(file));
                continue;
            }
            any = true;
            foreach (var article in FromFile(file)) yield return article;
        }
        if (!any) yield return ArticleInput.Failed(Faults.NothingInDirectory(directory));
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
            yield return ArticleInput.Failed(fault!);
            yield break;
        }
        var (file, whole, format) = opened;
        if (!FormatReader.HoldsMany(format))
        {
            // A text or page is opened again by the thread that reads it, so that waiting inputs hold no handles.
            whole.Dispose();
            passedBytes += Length(path);
            yield return new(path, () => ReadFile(path, format));
            yield break;
        }
        long before = passedBytes;
        using (whole)
            foreach (var article in Guarded(formats.Many(whole, format, path), path))
            {
                passedBytes = before + file.Position;
                yield return article;
            }
        passedBytes = before + Length(path);
    }

    private static (FileStream File, Stream Whole, InputFormat Format)? OpenFile(string path, out Diagnostic? fault)
    {
        fault = null;
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            var (whole, format) = Unpacked(file, InputFormats.OfExtension(path));
            return (file, whole, format);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            fault = Faults.NotFound(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or InvalidDataException)
        {
            file?.Dispose();
            fault = Faults.Unreadable(path, e is UnauthorizedAccessException ? "access is denied" : e.Message);
        }
        return null;
    }

    // gzip is told from the bytes, whatever the name says, and so is the format where the name does not say it.
    private static (Stream Whole, InputFormat Format) Unpacked(Stream stream, InputFormat? named)
    {
        var (head, whole) = PrefixedStream.Peek(stream, InputFormats.SniffedBytes);
        return GzipMembers.IsGzip(head) ? (new GzipMembers(whole), named ?? InputFormats.OfContent(Inflated(head))) : (whole, named ?? InputFormats.OfContent(head));
    }

    // As much as the first bytes of a packed file give.
    private static byte[] Inflated(byte[] head)
    {
        using var members = new GzipMembers(new MemoryStream(head));
        var inner = new byte[InputFormats.SniffedBytes];
        int length = 0;
        try
        {
            int read;
            while (length < inner.Length && (read = members.Read(inner, length, inner.Length - length)) > 0) length += read;
        }
        catch (InvalidDataException)
        {
            // The head ends in the middle of a member, as heads do.
        }
        return inner[..length];
    }

    // Articles up to where a disk or a damaged gzip file fails, then what is wrong.
    private static IEnumerable<ArticleInput> Guarded(IEnumerable<ArticleInput> articles, string place)
    {
        using var next = articles.GetEnumerator();
        while (true)
        {
            Diagnostic? fault = null;
            try
            {
                if (!next.MoveNext()) yield break;
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                fault = Faults.Unreadable(place, e.Message);
            }
            yield return fault is null ? next.Current : ArticleInput.Failed(fault);
            if (fault is not null) yield break;
        }
    }

    private ArticleReading ReadFile(string path, InputFormat format)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            using var whole = Unpacked(file, format).Whole;
            return formats.One(whole, path, format);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return ArticleReading.Failed(Faults.Unreadable(path, e.Message));
        }
    }

    private IEnumerable<ArticleInput> FromStandardInput()
    {
        using var stream = standardInput();
        var opened = Unpacked(stream, null);
        if (FormatReader.HoldsMany(opened.Format))
        {
            foreach (var article in Guarded(formats.Many(opened.Whole, opened.Format, StandardInput), StandardInput)) yield return article;
            yield break;
        }
        var reading = formats.One(opened.Whole, StandardInput, opened.Format);
        yield return new(StandardInput, () => reading);
    }
}
