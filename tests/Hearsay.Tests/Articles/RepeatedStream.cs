namespace Hearsay.Tests.Articles;

/// <summary>The same bytes a given number of times, made as they are read.</summary>
internal sealed class RepeatedStream(byte[] piece, int times) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => (long)piece.Length * times;

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (position == Length) return 0;
        int inside = (int)(position % piece.Length);
        int taken = Math.Min(count, piece.Length - inside);
        Array.Copy(piece, inside, buffer, offset, taken);
        position += taken;
        return taken;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
