using System.Text;
using UtfUnknown;

namespace Hearsay.Articles;

/// <summary>
/// Bytes to text in the order byte order mark, strict UTF-8, the charset that the page itself declares, a guess
/// by letter frequencies, Windows-1252. Every way but the first two gives a warning. Refuses binary data: known
/// signatures and text with more than one control character in a hundred.
/// </summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly (byte[] Magic, string Format)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "PDF"), ("PK\u0003\u0004"u8.ToArray(), "ZIP or Office"), ([0x1F, 0x8B], "gzip"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), ("GIF8"u8.ToArray(), "GIF"),
        ([0x7F, 0x45, 0x4C, 0x46], "program"), ([0xD0, 0xCF, 0x11, 0xE0], "Office"), ("SQLite format 3"u8.ToArray(), "SQLite"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"), ("BZh"u8.ToArray(), "bzip2"), ("{\\rtf"u8.ToArray(), "RTF"),
    ];

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text, or null with an error among <paramref name="diagnostics"/>.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string place, string? declared, List<Diagnostic> diagnostics)
    {
        foreach (var (magic, format) in Signatures)
        {
            if (!bytes.StartsWith(magic)) continue;
            diagnostics.Add(Faults.Binary(place, format));
            return null;
        }
        string text = FromBytes(bytes, place, declared, diagnostics);
        return Cleaned(text, place, diagnostics);
    }

    /// <summary>
    /// Replaces control characters (by a space) and lone surrogates (by U+FFFD) one for one, so that offsets keep;
    /// null with an error when there are so many that it cannot be text.
    /// </summary>
    public static string? Cleaned(string text, string place, List<Diagnostic> diagnostics)
    {
        int bad = 0;
        for (int i = 0; i < text.Length; i++) if (Replacement(text, ref i) is not null) bad++;
        if (bad == 0) return text;
        if (bad > 8 && bad > text.Length / 100)
        {
            diagnostics.Add(Faults.Binary(place, null));
            return null;
        }
        var clean = new StringBuilder(text);
        for (int i = 0; i < text.Length; i++) if (Replacement(text, ref i) is char c) clean[i] = c;
        diagnostics.Add(Faults.ControlCharacters(place, bad));
        return clean.ToString();
    }

    // What stands for the character at i, or null when it is fine; steps over the second half of a pair.
    private static char? Replacement(string text, ref int i)
    {
        char c = text[i];
        if (c is < ' ' and not ('\t' or '\n' or '\r' or '\f') or '\u007F') return ' ';
        if (!char.IsSurrogate(c)) return null;
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            i++;
            return null;
        }
        return '\uFFFD';
    }

    private static string FromBytes(ReadOnlySpan<byte> bytes, string place, string? declared, List<Diagnostic> diagnostics)
    {
        if (bytes.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        else if (bytes.StartsWith((byte[])[0xFF, 0xFE, 0, 0])) return Encoding.UTF32.GetString(bytes[4..]);
        else if (bytes.StartsWith((byte[])[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        else if (bytes.StartsWith((byte[])[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        else if (Utf16WithoutMark(bytes) is { } utf16)
        {
            diagnostics.Add(Faults.Charset(place, utf16.WebName));
            return utf16.GetString(bytes);
        }
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            var encoding = ByName(declared) ?? Guess(bytes) ?? Encoding.GetEncoding(1252);
            diagnostics.Add(Faults.Charset(place, encoding.WebName));
            return encoding.GetString(bytes);
        }
    }

    // English in UTF-16 has a zero in every other byte; nothing else that is text has.
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        int pairs = Math.Min(bytes.Length, 2048) / 2, even = 0, odd = 0;
        for (int i = 0; i < pairs; i++)
        {
            if (bytes[2 * i] == 0) even++;
            if (bytes[2 * i + 1] == 0) odd++;
        }
        if (pairs < 8) return null;
        if (odd > pairs * 7 / 10 && even < pairs / 10) return Encoding.Unicode;
        return even > pairs * 7 / 10 && odd < pairs / 10 ? Encoding.BigEndianUnicode : null;
    }

    private static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        var detected = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected;
        return detected is { Confidence: > 0.5f, Encoding: { } encoding } && encoding.CodePage != StrictUtf8.CodePage
            ? encoding
            : null;
    }

    private static Encoding? ByName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        try
        {
            var encoding = Encoding.GetEncoding(name.Trim());
            // HTML 5 reads both names as Windows-1252, and a page that says UTF-8 has just failed to be it.
            return encoding.CodePage switch { 28591 or 20127 => Encoding.GetEncoding(1252), 65001 => null, _ => encoding };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // A name that nobody knows, or UTF-7, which hides markup and is not supported on purpose.
            return null;
        }
    }
}
