using System.Runtime.ExceptionServices;

namespace Hearsay.Exporting;

/// <summary>
/// The stream that a Parquet file is written to, as the native writer takes it: it counts what went through, for a pipe
/// does not know where it is; it keeps the fault that a write ended with, of which the writer only hands on the words; and
/// once shut it swallows the closing part that the writer adds to every file when it is freed.
/// </summary>
internal sealed class ParquetSink(Stream output) : Stream
{
    private long position;
    private bool shut;
    private ExceptionDispatchInfo? fault;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => position;

    /// <inheritdoc/>
    public override long Position { get => position; set => throw new NotSupportedException(); }

    /// <summary>Writes nothing from now on.</summary>
    public void Shut() => shut = true;

    /// <summary>Throws what the last write ended with, if that was a fault.</summary>
    public void ThrowIfFaulted() => fault?.Throw();

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (shut) return;
        try
        {
            output.Write(buffer);
            position += buffer.Length;
        }
        catch (Exception e)
        {
            fault = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
        if (!shut) output.Flush();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
