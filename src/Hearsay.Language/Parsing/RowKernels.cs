using System.Numerics;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Parsing;

/// <summary>Small operations on single rows of floats.</summary>
internal static unsafe class RowKernels
{
    /// <summary>Slope of the arc vectors' activation below zero.</summary>
    public const float Leak = 0.1f;

    /// <summary>Index of the largest of <paramref name="n"/> floats, the first when several are equal.</summary>
    public static int ArgMax(float* x, int n)
    {
        int i = 0;
        float top = x[0];
        if (n >= 8)
        {
            var wide = Vector256.Load(x);
            for (i = 8; i + 8 <= n; i += 8) wide = Vector256.MaxNative(wide, Vector256.Load(x + i));
            for (int j = 0; j < 8; j++) top = Math.Max(top, wide.GetElement(j));
        }
        for (; i < n; i++) top = Math.Max(top, x[i]);
        var sought = Vector256.Create(top);
        for (i = 0; i + 8 <= n; i += 8)
        {
            uint hits = Vector256.Equals(Vector256.Load(x + i), sought).ExtractMostSignificantBits();
            if (hits != 0) return i + BitOperations.TrailingZeroCount(hits);
        }
        for (; i < n; i++)
            if (x[i] == top) return i;
        return 0;
    }

    /// <summary>Index of the largest of some floats, the first when several are equal.</summary>
    public static int ArgMax(ReadOnlySpan<float> x)
    {
        fixed (float* start = x) return ArgMax(start, x.Length);
    }

    /// <summary>Leaky rectifier in place; <paramref name="n"/> is a multiple of 16.</summary>
    public static void LeakyRectify(float* x, int n)
    {
        for (int j = 0; j < n; j += 16)
        {
            var v = Vector512.Load(x + j);
            Vector512.MaxNative(v, v * Leak).Store(x + j);
        }
    }

    /// <summary>to = max(0, a + b); <paramref name="n"/> is a multiple of 16.</summary>
    public static void AddRectified(float* a, float* b, float* to, int n)
    {
        for (int j = 0; j < n; j += 16)
            Vector512.MaxNative(Vector512.Load(a + j) + Vector512.Load(b + j), Vector512<float>.Zero).Store(to + j);
    }
}
