namespace Hearsay.Articles.Archives;

/// <summary>
/// The compressed side of <see cref="GzipMembers"/>: a forward-only stream that remembers the chunk it handed out
/// last. An inflater always takes more bytes than its data has, so the end of a member lies somewhere in that chunk;
/// <see cref="Find"/> looks for it there and <see cref="MoveTo"/> goes back to it. Positions count from the start of
/// the file. Holds 64 KB whatever the file's size.
/// </summary>
internal sealed class CompressedBytes(Stream file) : Stream
{
    // What one call hands out at most; deflate never expands its input by much, so this also bounds the search.
    private const int Chunk = 8 * 1024;

    private readonly byte[] buffer = new byte[64 * 1024];
    private long origin;
    private int chunkStart, at, end;

    /// <summary>Where the next byte stands.</summary>
    public override long Position
    {
        get => origin + at;
        set => throw new NotSupportedException();
    }

    /// <summary>Where the last chunk began.</summary>
    public long ChunkStart => origin + chunkStart;

    /// <summary>Hands out a part of what is left; 0 at the end of the file.</summary>
    public override int Read(Span<byte> target)
    {
        chunkStart = at;
        if (!Available(1)) return 0;
        int count = Math.Min(Math.Min(target.Length, Chunk), end - at);
        buffer.AsSpan(at, count).CopyTo(target);
        at += count;
        return count;
    }

    public override int Read(byte[] target, int offset, int count) => Read(target.AsSpan(offset, count));

    /// <summary>The next byte, or -1.</summary>
    public override int ReadByte()
    {
        chunkStart = at;
        return Available(1) ? buffer[at++] : -1;
    }

    /// <summary>The next byte without taking it, or -1.</summary>
    public int PeekByte() => Available(1) ? buffer[at] : -1;

    /// <summary>Where <paramref name="mark"/> begins, in the last chunk or over its end; or -1.</summary>
    public long Find(ReadOnlySpan<byte> mark)
    {
        _ = Available(mark.Length);
        int last = Math.Min(end, at + mark.Length);
        int found = buffer.AsSpan(chunkStart, last - chunkStart).IndexOf(mark);
        return found < 0 ? -1 : origin + chunkStart + found;
    }

    /// <summary>Goes to a position in the last chunk or shortly after it; the last <paramref name="keep"/> bytes before it stay within reach.</summary>
    public void MoveTo(long position, int keep = 0)
    {
        at = (int)(position - origin);
        chunkStart = Math.Max(0, at - keep);
    }

    // Makes sure that so many bytes lie in the buffer from here, as far as the file has them; keeps the last chunk.
    private bool Available(int count)
    {
        while (end - at < count)
        {
            if (chunkStart > 0)
            {
                buffer.AsSpan(chunkStart, end - chunkStart).CopyTo(buffer);
                origin += chunkStart;
                at -= chunkStart;
                end -= chunkStart;
                chunkStart = 0;
            }
            int read = file.Read(buffer, end, buffer.Length - end);
            if (read == 0) return end - at >= count;
            end += read;
        }
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
