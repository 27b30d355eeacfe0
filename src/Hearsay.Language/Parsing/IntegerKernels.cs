using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hearsay.Language.Parsing;

/// <summary>
/// The product of rows of 12-bit numbers with a <see cref="QuantizedMatrix"/>, twice as fast as one of floats. The sums
/// are whole numbers and exact; only their scaling to floats rounds, once, the same on every path.
/// </summary>
internal static unsafe class IntegerKernels
{
    private const int Panel = PackedMatrix.Panel;

    /// <summary>c = bias + a·w, or c += a·w when <paramref name="accumulate"/>.</summary>
    /// <param name="path">Which instructions to use.</param>
    /// <param name="a">First row of the input, of two numbers for each of the matrix's pairs.</param>
    /// <param name="aStride">Numbers between rows of the input.</param>
    /// <param name="w">The weights.</param>
    /// <param name="c">First row of the output, of <see cref="QuantizedMatrix.Width"/> columns, aligned to 64 bytes.</param>
    /// <param name="cStride">Floats between rows of the output.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="accumulate">Add to what is in <paramref name="c"/>.</param>
    public static void Multiply(VectorPath path, short* a, int aStride, QuantizedMatrix w, float* c, int cStride, int rows, bool accumulate)
    {
        for (int p = 0; p < w.Width; p += Panel)
        {
            short* panel = w.Weights + (long)p * w.Pairs * 2;
            short* from = a;
            float* to = c + p;
            var scaling = new Scaling(w.Scales + p, accumulate ? null : w.Bias + p);
            int i = 0;
            switch (path)
            {
                case VectorPath.Vector512:
                    for (; i + 8 <= rows; i += 8, from += 8L * aStride, to += 8L * cStride) Eight512(from, aStride, panel, w.Pairs, to, cStride, scaling);
                    for (; i + 2 <= rows; i += 2, from += 2L * aStride, to += 2L * cStride) Two512(from, from + aStride, panel, w.Pairs, to, to + cStride, scaling);
                    if (i < rows) Two512(from, from, panel, w.Pairs, to, null, scaling);
                    break;
                case VectorPath.Vector256:
                    for (; i + 4 <= rows; i += 4, from += 4L * aStride, to += 4L * cStride)
                    {
                        Four256(from, aStride, panel, w.Pairs, to, cStride, scaling);
                        Four256(from, aStride, panel + Panel, w.Pairs, to + Panel / 2, cStride, scaling.At(Panel / 2));
                    }
                    for (; i < rows; i++, from += aStride, to += cStride) One256(from, panel, w.Pairs, to, scaling);
                    break;
                default:
                    for (; i < rows; i++, from += aStride, to += cStride) OneScalar(from, panel, w.Pairs, to, scaling);
                    break;
            }
        }
    }

    // Optimised at the first call: to wait until the runtime finds them hot cost a tenth of a start. So with the other kernels.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight512(short* a, int s, short* w, int pairs, float* c, int cs, Scaling scaling)
    {
        Vector512<int> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<int> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        short* a4 = a + 4L * s;
        for (short* end = a + 2 * pairs; a < end; a += 2, a4 += 2, w += 2 * Panel)
        {
            Vector512<short> w0 = Vector512.Load(w), w1 = Vector512.Load(w + Panel);
            var x = Pair512(a);
            c00 += Products(x, w0);
            c01 += Products(x, w1);
            x = Pair512(a + s);
            c10 += Products(x, w0);
            c11 += Products(x, w1);
            x = Pair512(a + 2 * s);
            c20 += Products(x, w0);
            c21 += Products(x, w1);
            x = Pair512(a + 3 * s);
            c30 += Products(x, w0);
            c31 += Products(x, w1);
            x = Pair512(a4);
            c40 += Products(x, w0);
            c41 += Products(x, w1);
            x = Pair512(a4 + s);
            c50 += Products(x, w0);
            c51 += Products(x, w1);
            x = Pair512(a4 + 2 * s);
            c60 += Products(x, w0);
            c61 += Products(x, w1);
            x = Pair512(a4 + 3 * s);
            c70 += Products(x, w0);
            c71 += Products(x, w1);
        }
        float* c4 = c + 4L * cs;
        scaling.Store(c00, c01, c);
        scaling.Store(c10, c11, c + cs);
        scaling.Store(c20, c21, c + 2 * cs);
        scaling.Store(c30, c31, c + 3 * cs);
        scaling.Store(c40, c41, c4);
        scaling.Store(c50, c51, c4 + cs);
        scaling.Store(c60, c61, c4 + 2 * cs);
        scaling.Store(c70, c71, c4 + 3 * cs);
    }

    // For a last single row both inputs are that row, and the second output is null.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two512(short* a, short* b, short* w, int pairs, float* c, float* d, Scaling scaling)
    {
        Vector512<int> c00 = default, c01 = default, c10 = default, c11 = default;
        for (short* end = a + 2 * pairs; a < end; a += 2, b += 2, w += 2 * Panel)
        {
            Vector512<short> w0 = Vector512.Load(w), w1 = Vector512.Load(w + Panel);
            var x = Pair512(a);
            c00 += Products(x, w0);
            c01 += Products(x, w1);
            x = Pair512(b);
            c10 += Products(x, w0);
            c11 += Products(x, w1);
        }
        scaling.Store(c00, c01, c);
        if (d != null) scaling.Store(c10, c11, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four256(short* a, int s, short* w, int pairs, float* c, int cs, Scaling scaling)
    {
        Vector256<int> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        for (short* end = a + 2 * pairs; a < end; a += 2, w += 2 * Panel)
        {
            Vector256<short> w0 = Vector256.Load(w), w1 = Vector256.Load(w + Panel / 2);
            var x = Pair256(a);
            c00 += Products(x, w0);
            c01 += Products(x, w1);
            x = Pair256(a + s);
            c10 += Products(x, w0);
            c11 += Products(x, w1);
            x = Pair256(a + 2 * s);
            c20 += Products(x, w0);
            c21 += Products(x, w1);
            x = Pair256(a + 3 * s);
            c30 += Products(x, w0);
            c31 += Products(x, w1);
        }
        scaling.Store(c00, c01, c);
        scaling.Store(c10, c11, c + cs);
        scaling.Store(c20, c21, c + 2 * cs);
        scaling.Store(c30, c31, c + 3 * cs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One256(short* a, short* w, int pairs, float* c, Scaling scaling)
    {
        Vector256<int> c0 = default, c1 = default, c2 = default, c3 = default;
        for (short* end = a + 2 * pairs; a < end; a += 2, w += 2 * Panel)
        {
            var x = Pair256(a);
            c0 += Products(x, Vector256.Load(w));
            c1 += Products(x, Vector256.Load(w + 16));
            c2 += Products(x, Vector256.Load(w + 32));
            c3 += Products(x, Vector256.Load(w + 48));
        }
        scaling.Store(c0, c1, c);
        scaling.At(Panel / 2).Store(c2, c3, c + Panel / 2);
    }

    private static void OneScalar(short* a, short* w, int pairs, float* c, Scaling scaling)
    {
        for (int j = 0; j < Panel; j++)
        {
            int sum = 0;
            for (int k = 0; k < pairs; k++) sum += a[2 * k] * w[2 * Panel * k + 2 * j] + a[2 * k + 1] * w[2 * Panel * k + 2 * j + 1];
            scaling.Store(sum, c, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Pair512(short* a) => Vector512.Create(*(int*)a).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair256(short* a) => Vector256.Create(*(int*)a).AsInt16();

    /// <summary>Of each pair the sum of both products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Products(Vector512<short> a, Vector512<short> b) =>
        Avx512BW.IsSupported ? Avx512BW.MultiplyAddAdjacent(a, b)
        : Vector512.Create(Products(a.GetLower(), b.GetLower()), Products(a.GetUpper(), b.GetUpper()));

    /// <summary>Of each pair the sum of both products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Products(Vector256<short> a, Vector256<short> b) =>
        Avx2.IsSupported ? Avx2.MultiplyAddAdjacent(a, b)
        : ((a.AsInt32() << 16) >> 16) * ((b.AsInt32() << 16) >> 16) + (a.AsInt32() >> 16) * (b.AsInt32() >> 16);

    // Turns the sums of a panel's columns into floats: scale times sum, added to the bias or to what is there.
    private readonly struct Scaling(float* scales, float* bias)
    {
        public Scaling At(int column) => new(scales + column, bias == null ? null : bias + column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store(Vector512<int> first, Vector512<int> second, float* c)
        {
            float* start = bias == null ? c : bias;
            Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(first), Vector512.Load(scales), Vector512.Load(start)).Store(c);
            Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(second), Vector512.Load(scales + 16), Vector512.Load(start + 16)).Store(c + 16);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store(Vector256<int> first, Vector256<int> second, float* c)
        {
            float* start = bias == null ? c : bias;
            Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(first), Vector256.Load(scales), Vector256.Load(start)).Store(c);
            Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(second), Vector256.Load(scales + 8), Vector256.Load(start + 8)).Store(c + 8);
        }

        public void Store(int sum, float* c, int column) => c[column] = MathF.FusedMultiplyAdd(sum, scales[column], bias == null ? c[column] : bias[column]);
    }
}
