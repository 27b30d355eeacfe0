using System.Runtime.CompilerServices;

namespace Hearsay.Language.Parsing;

/// <summary>
/// A block of float32 that the garbage collector never moves, aligned to 64 bytes so that a vector load does not
/// cross a cache line. The pointer is valid as long as this object is reachable: keep it in a field and end
/// pointer code with <see cref="GC.KeepAlive"/>.
/// </summary>
internal sealed unsafe class AlignedFloats
{
    private const int LineFloats = 16;
    private float[] pinned;

    /// <param name="length">Number of floats; all start as zero.</param>
    public AlignedFloats(int length)
    {
        pinned = [];
        Allocate(length);
    }

    /// <summary>First float.</summary>
    public float* Pointer { get; private set; }

    /// <summary>Number of floats.</summary>
    public int Length { get; private set; }

    /// <summary>All floats.</summary>
    public Span<float> Span => new(Pointer, Length);

    /// <summary>Makes room for at least <paramref name="length"/> floats; what was in the block is lost when it grows.</summary>
    public float* Ensure(int length)
    {
        if (length > Length) Allocate(length + length / 4);
        return Pointer;
    }

    private void Allocate(int length)
    {
        pinned = GC.AllocateArray<float>(length + LineFloats, pinned: true);
        var start = (nuint)Unsafe.AsPointer(ref pinned[0]);
        Pointer = (float*)((start + 63) & ~(nuint)63);
        Length = length;
    }
}
