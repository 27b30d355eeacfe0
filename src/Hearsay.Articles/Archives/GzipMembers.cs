using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Hearsay.Articles.Archives;

/// <summary>
/// Unpacks a file of one gzip member or many (RFC 1952), as archives write one for each record. Every member's
/// checksum is verified, and that is also how its end is found: the library's inflater does not say how much it took,
/// but the eight bytes behind the data are known by then. Damage, an end that is missing and data that unpacks to more
/// than 200 times its size throw <see cref="InvalidDataException"/>; <see cref="SkipToNextMember"/> then goes on.
/// </summary>
internal sealed class GzipMembers(Stream file) : Stream
{
    /// <summary>Up to here a member may unpack to any multiple of its size: blank pages compress well.</summary>
    public const int UncheckedBytes = 1024 * 1024;

    private readonly CompressedBytes packed = new(file);
    private readonly Crc32 checksum = new();
    private DeflateStream? inflater;
    private long memberStart, length;

    /// <summary>Whether a file begins like gzip.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, 8, ..];

    /// <summary>Bytes given out so far, of all members.</summary>
    public long Unpacked { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        while (true)
        {
            if (inflater is null && !StartMember()) return 0;
            int read = inflater!.Read(buffer);
            if (read == 0)
            {
                EndMember();
                continue;
            }
            checksum.Append(buffer[..read]);
            length += read;
            Unpacked += read;
            if (length > UncheckedBytes && length > ArticleLimits.CompressionRatio * (packed.Position - memberStart))
                throw new InvalidDataException($"it unpacks to more than {ArticleLimits.CompressionRatio} times its size");
            return read;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>After a fault: goes to what looks like the beginning of another member; false at the end of the file.</summary>
    public bool SkipToNextMember()
    {
        EndInflater();
        long from = Math.Max(packed.ChunkStart, memberStart + 1);
        packed.MoveTo(Math.Min(from, packed.Position));
        int before = -1, last = -1, next;
        while ((next = packed.PeekByte()) >= 0)
        {
            if (before == 0x1F && last == 0x8B && next == 8)
            {
                packed.MoveTo(packed.Position - 2);
                return true;
            }
            (before, last) = (last, next);
            // ReadByte would forget the two bytes that have to be gone back over.
            packed.MoveTo(packed.Position + 1, keep: 2);
        }
        return false;
    }

    private bool StartMember()
    {
        // Some writers pad members with zeros.
        while (packed.PeekByte() == 0) packed.ReadByte();
        if (packed.PeekByte() < 0) return false;
        memberStart = packed.Position;
        if (Next() != 0x1F || Next() != 0x8B || Next() != 8) throw new InvalidDataException("something stands between two gzip members");
        int flags = Next();
        for (int i = 0; i < 6; i++) Next();
        if ((flags & 4) != 0)
            for (int extra = Next() | Next() << 8; extra > 0; extra--) Next();
        if ((flags & 8) != 0) while (Next() != 0) { }
        if ((flags & 16) != 0) while (Next() != 0) { }
        if ((flags & 2) != 0) _ = Next() | Next();
        inflater = new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
        checksum.Reset();
        length = 0;
        return true;
    }

    private void EndMember()
    {
        Span<byte> trailer = stackalloc byte[8];
        checksum.GetCurrentHash(trailer);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)length);
        long at = packed.Find(trailer);
        if (at < 0) throw new InvalidDataException("the gzip data are damaged or cut off");
        EndInflater();
        packed.MoveTo(at + trailer.Length);
    }

    private int Next() => packed.ReadByte() is var value and >= 0 ? value : throw new InvalidDataException("the gzip data are cut off");

    private void EndInflater()
    {
        inflater?.Dispose();
        inflater = null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            EndInflater();
            packed.Dispose();
        }
        base.Dispose(disposing);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
