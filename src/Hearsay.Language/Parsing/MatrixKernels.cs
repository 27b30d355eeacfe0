using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Parsing;

/// <summary>
/// The matrix product behind every layer: rows times a packed weight matrix. Each output element starts from its
/// bias (or from what stands there) and adds a[k]·w[k] for k = 0, 1, 2 … with one fused multiply–add each, so the
/// result of a row depends neither on the other rows of the call nor on the vector width.
/// </summary>
internal static unsafe class MatrixKernels
{
    private const int Panel = PackedMatrix.Panel;

    /// <summary>
    /// c = bias + a·w, or c += a·w when <paramref name="accumulate"/>.
    /// </summary>
    /// <param name="a">First row of the input; rows are <paramref name="aStride"/> floats apart.</param>
    /// <param name="aStride">Floats between rows of the input.</param>
    /// <param name="w">The weights.</param>
    /// <param name="c">First row of the output, of <see cref="PackedMatrix.Width"/> columns, aligned to 64 bytes.</param>
    /// <param name="cStride">Floats between rows of the output.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="accumulate">Add to what is in <paramref name="c"/>.</param>
    public static void Multiply(float* a, int aStride, PackedMatrix w, float* c, int cStride, int rows, bool accumulate) =>
        Multiply(VectorPaths.Best, a, aStride, w, c, cStride, rows, accumulate);

    /// <summary>As above, on the path named, for blocks of rows without gaps.</summary>
    public static void Multiply(VectorPath path, AlignedFloats a, PackedMatrix w, AlignedFloats c, int rows, bool accumulate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(a.Length, rows * w.Inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(c.Length, rows * w.Width);
        Multiply(path, a.Pointer, w.Inputs, w, c.Pointer, w.Width, rows, accumulate);
        GC.KeepAlive(a);
        GC.KeepAlive(c);
    }

    /// <summary>As above, on the path named.</summary>
    public static void Multiply(
        VectorPath path, float* a, int aStride, PackedMatrix w, float* c, int cStride, int rows, bool accumulate)
    {
        for (int p = 0; p < w.Width; p += Panel)
        {
            float* panel = w.Weights + (long)p * w.Inputs;
            float* from = a;
            float* to = c + p;
            if (!accumulate) SetRows(w.Bias == null ? null : w.Bias + p, to, cStride, rows);
            int i = 0;
            switch (path)
            {
                case VectorPath.Vector512:
                    for (; i + 8 <= rows; i += 8, from += 8L * aStride, to += 8L * cStride)
                        Eight512(from, aStride, panel, w.Inputs, to, cStride);
                    if (i + 4 <= rows)
                    {
                        Four512(from, aStride, panel, w.Inputs, to, cStride);
                        i += 4;
                        from += 4L * aStride;
                        to += 4L * cStride;
                    }
                    for (; i < rows; i++, from += aStride, to += cStride) One512(from, panel, w.Inputs, to);
                    break;
                case VectorPath.Vector256:
                    for (; i + 4 <= rows; i += 4, from += 4L * aStride, to += 4L * cStride)
                    {
                        Four256(from, aStride, panel, w.Inputs, to, cStride);
                        Four256(from, aStride, panel + 16, w.Inputs, to + 16, cStride);
                    }
                    for (; i < rows; i++, from += aStride, to += cStride) One256(from, panel, w.Inputs, to);
                    break;
                default:
                    for (; i < rows; i++, from += aStride, to += cStride) OneScalar(from, panel, w.Inputs, to);
                    break;
            }
        }
    }

    private static void SetRows(float* bias, float* c, int cStride, int rows)
    {
        for (int i = 0; i < rows; i++, c += cStride)
        {
            if (bias == null) new Span<float>(c, Panel).Clear();
            else new ReadOnlySpan<float>(bias, Panel).CopyTo(new Span<float>(c, Panel));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight512(float* a, int s, float* w, int inputs, float* c, int cs)
    {
        float* a4 = a + 4L * s;
        float* c4 = c + 4L * cs;
        Vector512<float> c00 = Vector512.Load(c), c01 = Vector512.Load(c + 16);
        Vector512<float> c10 = Vector512.Load(c + cs), c11 = Vector512.Load(c + cs + 16);
        Vector512<float> c20 = Vector512.Load(c + 2 * cs), c21 = Vector512.Load(c + 2 * cs + 16);
        Vector512<float> c30 = Vector512.Load(c + 3 * cs), c31 = Vector512.Load(c + 3 * cs + 16);
        Vector512<float> c40 = Vector512.Load(c4), c41 = Vector512.Load(c4 + 16);
        Vector512<float> c50 = Vector512.Load(c4 + cs), c51 = Vector512.Load(c4 + cs + 16);
        Vector512<float> c60 = Vector512.Load(c4 + 2 * cs), c61 = Vector512.Load(c4 + 2 * cs + 16);
        Vector512<float> c70 = Vector512.Load(c4 + 3 * cs), c71 = Vector512.Load(c4 + 3 * cs + 16);
        for (int k = 0; k < inputs; k++, w += Panel)
        {
            Vector512<float> w0 = Vector512.Load(w), w1 = Vector512.Load(w + 16);
            var x = Vector512.Create(a[k]);
            c00 = Vector512.FusedMultiplyAdd(x, w0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, w1, c01);
            x = Vector512.Create(a[k + s]);
            c10 = Vector512.FusedMultiplyAdd(x, w0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, w1, c11);
            x = Vector512.Create(a[k + 2 * s]);
            c20 = Vector512.FusedMultiplyAdd(x, w0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, w1, c21);
            x = Vector512.Create(a[k + 3 * s]);
            c30 = Vector512.FusedMultiplyAdd(x, w0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, w1, c31);
            x = Vector512.Create(a4[k]);
            c40 = Vector512.FusedMultiplyAdd(x, w0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, w1, c41);
            x = Vector512.Create(a4[k + s]);
            c50 = Vector512.FusedMultiplyAdd(x, w0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, w1, c51);
            x = Vector512.Create(a4[k + 2 * s]);
            c60 = Vector512.FusedMultiplyAdd(x, w0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, w1, c61);
            x = Vector512.Create(a4[k + 3 * s]);
            c70 = Vector512.FusedMultiplyAdd(x, w0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, w1, c71);
        }
        c00.Store(c);
        c01.Store(c + 16);
        c10.Store(c + cs);
        c11.Store(c + cs + 16);
        c20.Store(c + 2 * cs);
        c21.Store(c + 2 * cs + 16);
        c30.Store(c + 3 * cs);
        c31.Store(c + 3 * cs + 16);
        c40.Store(c4);
        c41.Store(c4 + 16);
        c50.Store(c4 + cs);
        c51.Store(c4 + cs + 16);
        c60.Store(c4 + 2 * cs);
        c61.Store(c4 + 2 * cs + 16);
        c70.Store(c4 + 3 * cs);
        c71.Store(c4 + 3 * cs + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four512(float* a, int s, float* w, int inputs, float* c, int cs)
    {
        Vector512<float> c00 = Vector512.Load(c), c01 = Vector512.Load(c + 16);
        Vector512<float> c10 = Vector512.Load(c + cs), c11 = Vector512.Load(c + cs + 16);
        Vector512<float> c20 = Vector512.Load(c + 2 * cs), c21 = Vector512.Load(c + 2 * cs + 16);
        Vector512<float> c30 = Vector512.Load(c + 3 * cs), c31 = Vector512.Load(c + 3 * cs + 16);
        for (int k = 0; k < inputs; k++, w += Panel)
        {
            Vector512<float> w0 = Vector512.Load(w), w1 = Vector512.Load(w + 16);
            var x = Vector512.Create(a[k]);
            c00 = Vector512.FusedMultiplyAdd(x, w0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, w1, c01);
            x = Vector512.Create(a[k + s]);
            c10 = Vector512.FusedMultiplyAdd(x, w0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, w1, c11);
            x = Vector512.Create(a[k + 2 * s]);
            c20 = Vector512.FusedMultiplyAdd(x, w0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, w1, c21);
            x = Vector512.Create(a[k + 3 * s]);
            c30 = Vector512.FusedMultiplyAdd(x, w0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, w1, c31);
        }
        c00.Store(c);
        c01.Store(c + 16);
        c10.Store(c + cs);
        c11.Store(c + cs + 16);
        c20.Store(c + 2 * cs);
        c21.Store(c + 2 * cs + 16);
        c30.Store(c + 3 * cs);
        c31.Store(c + 3 * cs + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One512(float* a, float* w, int inputs, float* c)
    {
        Vector512<float> c0 = Vector512.Load(c), c1 = Vector512.Load(c + 16);
        for (int k = 0; k < inputs; k++, w += Panel)
        {
            var x = Vector512.Create(a[k]);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(w), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(w + 16), c1);
        }
        c0.Store(c);
        c1.Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four256(float* a, int s, float* w, int inputs, float* c, int cs)
    {
        Vector256<float> c00 = Vector256.Load(c), c01 = Vector256.Load(c + 8);
        Vector256<float> c10 = Vector256.Load(c + cs), c11 = Vector256.Load(c + cs + 8);
        Vector256<float> c20 = Vector256.Load(c + 2 * cs), c21 = Vector256.Load(c + 2 * cs + 8);
        Vector256<float> c30 = Vector256.Load(c + 3 * cs), c31 = Vector256.Load(c + 3 * cs + 8);
        for (int k = 0; k < inputs; k++, w += Panel)
        {
            Vector256<float> w0 = Vector256.Load(w), w1 = Vector256.Load(w + 8);
            var x = Vector256.Create(a[k]);
            c00 = Vector256.FusedMultiplyAdd(x, w0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, w1, c01);
            x = Vector256.Create(a[k + s]);
            c10 = Vector256.FusedMultiplyAdd(x, w0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, w1, c11);
            x = Vector256.Create(a[k + 2 * s]);
            c20 = Vector256.FusedMultiplyAdd(x, w0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, w1, c21);
            x = Vector256.Create(a[k + 3 * s]);
            c30 = Vector256.FusedMultiplyAdd(x, w0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, w1, c31);
        }
        c00.Store(c);
        c01.Store(c + 8);
        c10.Store(c + cs);
        c11.Store(c + cs + 8);
        c20.Store(c + 2 * cs);
        c21.Store(c + 2 * cs + 8);
        c30.Store(c + 3 * cs);
        c31.Store(c + 3 * cs + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One256(float* a, float* w, int inputs, float* c)
    {
        Vector256<float> c0 = Vector256.Load(c), c1 = Vector256.Load(c + 8), c2 = Vector256.Load(c + 16), c3 = Vector256.Load(c + 24);
        for (int k = 0; k < inputs; k++, w += Panel)
        {
            var x = Vector256.Create(a[k]);
            c0 = Vector256.FusedMultiplyAdd(x, Vector256.Load(w), c0);
            c1 = Vector256.FusedMultiplyAdd(x, Vector256.Load(w + 8), c1);
            c2 = Vector256.FusedMultiplyAdd(x, Vector256.Load(w + 16), c2);
            c3 = Vector256.FusedMultiplyAdd(x, Vector256.Load(w + 24), c3);
        }
        c0.Store(c);
        c1.Store(c + 8);
        c2.Store(c + 16);
        c3.Store(c + 24);
    }

    private static void OneScalar(float* a, float* w, int inputs, float* c)
    {
        for (int k = 0; k < inputs; k++, w += Panel)
            for (int j = 0; j < Panel; j++) c[j] = MathF.FusedMultiplyAdd(a[k], w[j], c[j]);
    }
}
