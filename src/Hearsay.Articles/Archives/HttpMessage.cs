using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Hearsay.Articles.Archives;

/// <summary>
/// An HTTP response as an archive keeps it: status, type and body. Whether the body is chunked or packed is told from
/// its bytes, never from the header: CC-NEWS keeps bodies decoded under headers that still say gzip and chunked. A
/// body that is cut off is taken as far as it goes; one that unpacks to more than a record may hold is refused.
/// </summary>
internal sealed class HttpMessage
{
    private readonly byte[] block;
    private readonly int bodyStart;
    private readonly string? encoding;

    /// <summary>Reads the header of a block; what does not begin like HTTP is taken as a body with status 200.</summary>
    public HttpMessage(byte[] block)
    {
        this.block = block;
        if (!block.AsSpan().StartsWith("HTTP/"u8)) return;
        bodyStart = BodyStart(block);
        var head = Encoding.Latin1.GetString(block, 0, bodyStart).Split('\n');
        string[] status = head[0].Split(' ', 3);
        _ = int.TryParse(status.Length > 1 ? status[1].Trim() : "", NumberStyles.None, CultureInfo.InvariantCulture, out int code);
        Status = code;
        ContentType = Field(head, "content-type");
        encoding = Field(head, "content-encoding")?.ToLowerInvariant();
    }

    /// <summary>The status code, 0 where it cannot be read.</summary>
    public int Status { get; } = 200;

    /// <summary>What the server calls it, or null.</summary>
    public string? ContentType { get; }

    /// <summary>The body, unchunked and unpacked; the costly part.</summary>
    /// <exception cref="InvalidDataException">It unpacks to more than the limits allow.</exception>
    public byte[] Body()
    {
        byte[] body = block[bodyStart..];
        return Unpacked(Unchunked(body) ?? body, encoding);
    }

    private static string? Field(string[] lines, string name)
    {
        foreach (string line in lines)
        {
            int colon = line.IndexOf(':');
            if (colon == name.Length && line.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return line[(colon + 1)..].Trim();
        }
        return null;
    }

    private static int BodyStart(ReadOnlySpan<byte> block)
    {
        int crlf = block.IndexOf("\r\n\r\n"u8), lf = block.IndexOf("\n\n"u8);
        if (crlf < 0 && lf < 0) return block.Length;
        return crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf + 2;
    }

    // The chunks of a chunked body (RFC 9112, section 7.1) put together; null when it is not chunked.
    internal static byte[]? Unchunked(ReadOnlySpan<byte> body)
    {
        var whole = new MemoryStream();
        for (int at = 0; ;)
        {
            int feed = body[at..Math.Min(body.Length, at + 256)].IndexOf((byte)'\n');
            if (feed < 1) return whole.Length > 0 ? whole.ToArray() : null;
            var line = body.Slice(at, feed).TrimEnd(" \r"u8);
            if (line.IndexOf((byte)';') is var extension and >= 0) line = line[..extension];
            if (line.Length is 0 or > 8 || !int.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) || size < 0)
                return whole.Length > 0 && at >= body.Length ? whole.ToArray() : null;
            at += feed + 1;
            if (size == 0) return whole.ToArray();
            int taken = Math.Min(size, body.Length - at);
            whole.Write(body.Slice(at, taken));
            at += taken;
            if (at >= body.Length) return whole.ToArray();
            if (body[at..].StartsWith("\r\n"u8)) at += 2;
            else if (body[at] == '\n') at++;
            else return null;
        }
    }

    private static byte[] Unpacked(byte[] body, string? encoding)
    {
        if (GzipMembers.IsGzip(body)) return Inflated(new GZipStream(new MemoryStream(body), CompressionMode.Decompress), body);
        // A zlib header is two bytes that are divisible by 31; text that begins with "x" happens to pass only as "x^" and the like.
        if (encoding == "deflate" && body.Length > 2 && body[0] == 0x78 && (body[0] << 8 | body[1]) % 31 == 0)
            return Inflated(new ZLibStream(new MemoryStream(body), CompressionMode.Decompress), body);
        return encoding == "br" && !LooksLikeText(body) ? Inflated(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress), body) : body;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> body)
    {
        var head = body[..Math.Min(body.Length, 512)];
        int odd = 0;
        foreach (byte b in head) if (b is < 9 or (> 13 and < 32)) odd++;
        return odd * 50 < head.Length;
    }

    private static byte[] Inflated(Stream packed, byte[] body)
    {
        using (packed)
        {
            var whole = new MemoryStream();
            var chunk = new byte[16 * 1024];
            bool tooLarge = false;
            try
            {
                int read;
                while (!tooLarge && (read = packed.Read(chunk)) > 0)
                {
                    whole.Write(chunk, 0, read);
                    tooLarge = whole.Length > ArticleLimits.RecordBytes
                        || (whole.Length > GzipMembers.UncheckedBytes && whole.Length > (long)ArticleLimits.CompressionRatio * body.Length);
                }
            }
            catch (InvalidDataException)
            {
                // Cut off by the crawler: what came out before the end is text all the same. Nothing came out: it is not packed.
                if (whole.Length == 0) return body;
            }
            if (tooLarge)
                throw new InvalidDataException($"its content unpacks to more than {ArticleLimits.RecordBytes / (1024 * 1024)} MB or {ArticleLimits.CompressionRatio} times its size");
            return whole.ToArray();
        }
    }
}
