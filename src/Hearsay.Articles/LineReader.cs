namespace Hearsay.Articles;

/// <summary>
/// Cuts a stream into lines without ever holding more than one of them. A line over the limit comes out as null
/// and is passed over, so that a file of one endless line costs no memory. Line numbers start at 1 and count
/// every "\n".
/// </summary>
internal static class LineReader
{
    /// <summary>The lines with their numbers; blank ones are left out, "\r" at the end is cut.</summary>
    public static IEnumerable<(int Number, byte[]? Line)> Lines(Stream stream, int limit)
    {
        var buffer = new byte[64 * 1024];
        var line = new MemoryStream();
        int number = 1, read;
        bool tooLong = false;
        while ((read = stream.Read(buffer)) > 0)
        {
            int at = 0;
            while (at < read)
            {
                int feed = Array.IndexOf(buffer, (byte)'\n', at, read - at);
                int end = feed < 0 ? read : feed;
                if (!tooLong && line.Length + (end - at) > limit) tooLong = true;
                if (!tooLong) line.Write(buffer, at, end - at);
                at = end + 1;
                if (feed < 0) break;
                if (Finished(line, ref tooLong, out var bytes)) yield return (number, bytes);
                number++;
            }
        }
        if (Finished(line, ref tooLong, out var last)) yield return (number, last);
    }

    // Hands the collected line over and starts the next; false for a blank line.
    private static bool Finished(MemoryStream line, ref bool tooLong, out byte[]? bytes)
    {
        bytes = null;
        bool wasTooLong = tooLong;
        tooLong = false;
        var span = line.GetBuffer().AsSpan(0, (int)line.Length).Trim(" \t\r"u8);
        if (!wasTooLong && !span.IsEmpty) bytes = span.ToArray();
        line.SetLength(0);
        if (line.Capacity > 1024 * 1024) line.Capacity = 0;
        return wasTooLong || bytes is not null;
    }
}
