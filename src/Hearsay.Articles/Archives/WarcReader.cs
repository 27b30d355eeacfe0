using System.Globalization;
using System.Text;

namespace Hearsay.Articles.Archives;

/// <summary>
/// The records of a WARC file (ISO 28500, versions 1.0 and 1.1; plain, gzip per record or gzip over all), one after
/// another and never more than one in memory. Blocks of types that hold no article are passed over unread. Nothing a
/// header says is trusted: a length that is missing or wrong, rubbish between records and damaged gzip members give a
/// record with a fault, and reading goes on where the next record begins. After 1,000 faults the file is given up.
/// </summary>
internal sealed class WarcReader(Stream stream)
{
    private const int MostFaults = 1000;
    private const int LongestHeader = 64 * 1024;

    private readonly GzipMembers? members = stream as GzipMembers;
    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly MemoryStream header = new();
    private int at, end;
    private bool ended;

    /// <summary>Whether a file (unpacked) begins like a web archive.</summary>
    public static bool IsWarc(ReadOnlySpan<byte> head) => head.TrimStart("\r\n"u8).StartsWith("WARC/"u8);

    /// <summary>Reads to the end of the file.</summary>
    public IEnumerable<WarcRecord> Records()
    {
        int faults = 0;
        for (long number = 1; ; number++)
        {
            var record = Next(number);
            if (record is null) yield break;
            if (record.Fault is not null && ++faults == MostFaults)
            {
                yield return record with { Fault = $"{record.Fault}; after {MostFaults:N0} such records the rest of the file is left out" };
                yield break;
            }
            yield return record;
        }
    }

    // The next record, or null at the end of the file.
    private WarcRecord? Next(long number)
    {
        try
        {
            if (!SkipEmptyLines()) return null;
            return ReadHeader() is { } lines
                ? Read(new WarcRecord(number), lines)
                : Lost(number, "no WARC header stands here");
        }
        catch (InvalidDataException e)
        {
            at = end = 0;
            if (members is null || !members.SkipToNextMember()) ended = true;
            return new(number) { Fault = e.Message };
        }
    }

    private WarcRecord Read(WarcRecord record, Dictionary<string, string> lines)
    {
        if (!long.TryParse(lines.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
            return Lost(record.Number, "its header gives no length");
        record = record with
        {
            Type = lines.GetValueOrDefault("warc-type", "").ToLowerInvariant(),
            Id = lines.GetValueOrDefault("warc-record-id")?.Trim('<', '>'),
            Address = lines.GetValueOrDefault("warc-target-uri")?.Trim('<', '>'),
            ContentType = lines.GetValueOrDefault("content-type"),
            Truncated = lines.ContainsKey("warc-truncated"),
        };
        bool wanted = WarcRecord.HasContent(record.Type);
        bool tooLong = wanted && length > ArticleLimits.RecordBytes;
        byte[]? block = wanted && !tooLong ? new byte[Math.Min(length, 64 * 1024)] : null;
        long taken = 0;
        while (taken < length && (at < end || Fill()))
        {
            int count = (int)Math.Min(end - at, length - taken);
            if (block is not null)
            {
                // It grows as bytes come, so that a header that lies costs no memory.
                if (taken + count > block.Length) Array.Resize(ref block, (int)Math.Min(length, Math.Max(2L * block.Length, taken + count)));
                buffer.AsSpan(at, count).CopyTo(block.AsSpan((int)taken));
            }
            at += count;
            taken += count;
        }
        if (tooLong) return record with { Fault = $"its block is larger than {ArticleLimits.RecordBytes / (1024 * 1024)} MB" };
        if (block is not null && taken < block.Length) Array.Resize(ref block, (int)taken);
        return record with { Block = block, Truncated = record.Truncated || taken < length };
    }

    // "Name: value" lines up to an empty one, with names in lower case; null where no header stands.
    private Dictionary<string, string>? ReadHeader()
    {
        header.SetLength(0);
        if (!ReadLine() || !header.GetBuffer().AsSpan(0, (int)header.Length).StartsWith("WARC/"u8)) return null;
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        string? name = null;
        long total = header.Length;
        while (true)
        {
            header.SetLength(0);
            if (!ReadLine() || (total += header.Length) > LongestHeader) return null;
            if (header.Length == 0) return lines;
            string line = Encoding.UTF8.GetString(header.GetBuffer(), 0, (int)header.Length);
            if (line[0] is ' ' or '\t' && name is not null)
            {
                lines[name] += " " + line.Trim();
                continue;
            }
            int colon = line.IndexOf(':');
            if (colon <= 0) return null;
            name = line[..colon].Trim().ToLowerInvariant();
            lines.TryAdd(name, line[(colon + 1)..].Trim());
        }
    }

    // One line without its end; false at the end of the file or when it is longer than any header.
    private bool ReadLine()
    {
        while (at < end || Fill())
        {
            int feed = Array.IndexOf(buffer, (byte)'\n', at, end - at);
            int stop = feed < 0 ? end : feed;
            header.Write(buffer, at, stop - at);
            at = feed < 0 ? end : feed + 1;
            if (feed >= 0)
            {
                if (header.Length > 0 && header.GetBuffer()[header.Length - 1] == '\r') header.SetLength(header.Length - 1);
                return true;
            }
            if (header.Length > LongestHeader) return false;
        }
        return header.Length > 0;
    }

    // A fault without damage to the gzip data: goes on at the next line that begins a record.
    private WarcRecord Lost(long number, string fault)
    {
        while (at < end || Fill())
        {
            int feed = Array.IndexOf(buffer, (byte)'\n', at, end - at);
            at = feed < 0 ? end : feed + 1;
            if (feed >= 0 && Begins("WARC/"u8)) break;
        }
        return new(number) { Fault = fault };
    }

    private bool Begins(ReadOnlySpan<byte> mark)
    {
        while (end - at < mark.Length)
        {
            if (end - at > 0) buffer.AsSpan(at, end - at).CopyTo(buffer);
            end -= at;
            at = 0;
            int read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0) return false;
            end += read;
        }
        return buffer.AsSpan(at).StartsWith(mark);
    }

    private bool SkipEmptyLines()
    {
        while (at < end || Fill())
        {
            if (buffer[at] is not ((byte)'\r' or (byte)'\n')) return true;
            at++;
        }
        return false;
    }

    private bool Fill()
    {
        if (ended) return false;
        at = 0;
        end = 0;
        end = stream.Read(buffer, 0, buffer.Length);
        return end > 0;
    }
}
