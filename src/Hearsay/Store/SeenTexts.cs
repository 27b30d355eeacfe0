using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Hearsay.Store;

/// <summary>
/// Texts that were read not long ago, by their UTF-8, so that a text that comes again is the very same object: the names and
/// codes of news repeat. A text of up to sixteen bytes is known by two numbers, without a look at the text; a longer one
/// is compared. It forgets texts for others, so its size does not grow: 32 bytes for each of two to the power of <paramref name="bits"/> places. Not thread-safe.
/// </summary>
internal sealed class SeenTexts(int bits)
{
    private const int Shortest = 16, Longest = 40;

    private readonly Entry[] entries = new Entry[1 << bits];

    private struct Entry
    {
        public ulong Head, Tail;
        public int Length;
        public string? Text;
    }

    /// <summary>The text of the bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Of(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => "",
        <= Shortest => Short(bytes),
        <= Longest => Long(bytes),
        _ => Encoding.UTF8.GetString(bytes),
    };

    // Head and tail overlap in texts of other lengths than 4, 8 and 16; with the length they still tell all texts apart.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string Short(ReadOnlySpan<byte> bytes)
    {
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        int length = bytes.Length;
        ulong head, tail;
        if (length >= 8) (head, tail) = (Unsafe.ReadUnaligned<ulong>(ref first), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, length - 8)));
        else if (length >= 4) (head, tail) = (Unsafe.ReadUnaligned<uint>(ref first), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, length - 4)));
        else (head, tail) = (first, (ulong)Unsafe.Add(ref first, length / 2) << 8 | Unsafe.Add(ref first, length - 1));
        ref var entry = ref Place(((head * 0x9E3779B97F4A7C15) ^ tail) * 0xC2B2AE3D27D4EB4F + (ulong)length);
        if (entry.Head != head || entry.Tail != tail || entry.Length != length) entry = new() { Head = head, Tail = tail, Length = length, Text = Encoding.UTF8.GetString(bytes) };
        return entry.Text!;
    }

    private string Long(ReadOnlySpan<byte> bytes)
    {
        ulong hash = XxHash3.HashToUInt64(bytes);
        Span<char> letters = stackalloc char[Longest];
        var text = letters[..Encoding.UTF8.GetChars(bytes, letters)];
        ref var entry = ref Place(hash);
        if (entry.Head != hash || entry.Length != bytes.Length || !text.SequenceEqual(entry.Text)) entry = new() { Head = hash, Length = bytes.Length, Text = new string(text) };
        return entry.Text!;
    }

    private ref Entry Place(ulong hash) => ref entries[(int)(hash >> (64 - bits))];
}
