using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ParquetSharp;
using Encoding = System.Text.Encoding;

namespace Hearsay.Exporting;

/// <summary>
/// The texts of one column of a row group in UTF-8, in memory that stays in its place, because the writer of the file is
/// given addresses. A text that is the very object that was there not long ago is kept once: the names and codes of news
/// repeat, and a store gives the same object for them.
/// </summary>
internal sealed class ParquetTexts(ExportColumn column, Func<ExportRow, string?> read, int size) : ParquetBuffer(size)
{
    private const int Block = 1 << 16, Bits = 7;

    private readonly ByteArray[] values = Fixed<ByteArray>(size);
    private readonly (string? Text, ByteArray Bytes)[] seen = new (string?, ByteArray)[1 << Bits];
    private readonly List<byte[]> blocks = [];
    private int count, block = -1, used = Block;

    /// <inheritdoc/>
    public override Column Field { get; } = new(typeof(string), column.Name);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Take(ReadOnlySpan<ExportRow> batch, Span<short> present)
    {
        (string? Text, ByteArray Bytes) last = default;
        for (int i = 0; i < batch.Length; i++)
        {
            string? text = read(batch[i]);
            present[i] = text is null ? (short)0 : (short)1;
            if (text is null) continue;
            if (!ReferenceEquals(text, last.Text))
            {
                ref var place = ref seen[Place(text)];
                if (column.IsOwn) last = (text, Keep(text));
                else if (ReferenceEquals(place.Text, text)) last = place;
                else last = place = (text, Keep(text));
            }
            values[count++] = last.Bytes;
        }
    }

    /// <inheritdoc/>
    protected override void Write(ColumnWriter writer, ReadOnlySpan<short> present)
    {
        ((ColumnWriter<ByteArray>)writer).WriteBatch(present.Length, present, default, values.AsSpan(0, count));
        GC.KeepAlive(blocks);
        Array.Clear(seen);
        // Blocks that one long text needed are not kept.
        blocks.RemoveAll(b => b.Length > Block);
        (count, block, used) = (0, -1, Block);
    }

    // Where the object lies, for looking at the text would cost more than all else. One that the collector moved meanwhile is kept a second time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place(string text) => (int)((uint)((nuint)Unsafe.As<string, nint>(ref text) >> 3) * 2654435769u >> (32 - Bits));

    private ByteArray Keep(string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (used + most > Room())
        {
            if (++block == blocks.Count || blocks[block].Length < most) blocks.Insert(block, Fixed<byte>(Math.Max(Block, most)));
            used = 0;
        }
        byte[] here = blocks[block];
        int length = Encoding.UTF8.GetBytes(text, here.AsSpan(used));
        var bytes = new ByteArray(Marshal.UnsafeAddrOfPinnedArrayElement(here, used), length);
        used += length;
        return bytes;
    }

    private int Room() => block < 0 ? 0 : blocks[block].Length;
}
