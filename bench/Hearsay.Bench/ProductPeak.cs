using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hearsay.Language.Parsing;

namespace Hearsay.Bench;

/// <summary>
/// How many products a core can do: the instructions that the kernels' inner loops are made of, on registers alone, with no
/// loads, no stores and as many sums side by side as the kernels keep. That is what the parser's products are set against,
/// whole numbers against whole numbers and floats against floats. Each call does a fixed number of rounds and returns how
/// many products that was; the caller takes the time.
/// </summary>
internal static class ProductPeak
{
    private const int Rounds = 2_000_000;
    private static int sink;

    /// <summary>Products of 12-bit whole numbers, two a lane and instruction.</summary>
    public static double Integers(VectorPath path) => path switch
    {
        VectorPath.Vector512 => Integers512(),
        VectorPath.Vector256 => Integers256(),
        _ => IntegersScalar(),
    };

    /// <summary>Products of floats.</summary>
    public static double Floats(VectorPath path) => path switch
    {
        VectorPath.Vector512 => Floats512(),
        VectorPath.Vector256 => Floats256(),
        _ => FloatsScalar(),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Integers512()
    {
        Vector512<short> w0 = Vector512.Create((short)3), w1 = Vector512.Create((short)5), step = Vector512.Create((short)1);
        Vector512<short> x0 = w0, x1 = w1, x2 = w0 + w1, x3 = x2 + w1, x4 = x3 + w0, x5 = x4 + w1, x6 = x5 + w0, x7 = x6 + w1;
        Vector512<int> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        Vector512<int> i = default, j = default, k = default, l = default, m = default, n = default, o = default, p = default;
        for (int round = 0; round < Rounds; round++, w0 += step, w1 += step)
        {
            a += IntegerKernels.Products(x0, w0);
            b += IntegerKernels.Products(x0, w1);
            c += IntegerKernels.Products(x1, w0);
            d += IntegerKernels.Products(x1, w1);
            e += IntegerKernels.Products(x2, w0);
            f += IntegerKernels.Products(x2, w1);
            g += IntegerKernels.Products(x3, w0);
            h += IntegerKernels.Products(x3, w1);
            i += IntegerKernels.Products(x4, w0);
            j += IntegerKernels.Products(x4, w1);
            k += IntegerKernels.Products(x5, w0);
            l += IntegerKernels.Products(x5, w1);
            m += IntegerKernels.Products(x6, w0);
            n += IntegerKernels.Products(x6, w1);
            o += IntegerKernels.Products(x7, w0);
            p += IntegerKernels.Products(x7, w1);
        }
        sink = Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p);
        return 16.0 * 32 * Rounds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Integers256()
    {
        Vector256<short> w0 = Vector256.Create((short)3), w1 = Vector256.Create((short)5), step = Vector256.Create((short)1);
        Vector256<short> x0 = w0, x1 = w1, x2 = w0 + w1, x3 = x2 + w1;
        Vector256<int> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        for (int round = 0; round < Rounds; round++, w0 += step, w1 += step)
        {
            a += IntegerKernels.Products(x0, w0);
            b += IntegerKernels.Products(x0, w1);
            c += IntegerKernels.Products(x1, w0);
            d += IntegerKernels.Products(x1, w1);
            e += IntegerKernels.Products(x2, w0);
            f += IntegerKernels.Products(x2, w1);
            g += IntegerKernels.Products(x3, w0);
            h += IntegerKernels.Products(x3, w1);
        }
        sink = Vector256.Sum(a + b + c + d + e + f + g + h);
        return 8.0 * 16 * Rounds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double IntegersScalar()
    {
        int w = 3, x0 = sink | 1, x1 = x0 + 2, x2 = x0 + 4, x3 = x0 + 6, a = 0, b = 0, c = 0, d = 0;
        for (int round = 0; round < Rounds; round++, w++)
        {
            a += x0 * w;
            b += x1 * w;
            c += x2 * w;
            d += x3 * w;
        }
        sink = a ^ b ^ c ^ d;
        return 4.0 * Rounds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Floats512()
    {
        Vector512<float> w = Vector512.Create(1f), x = Vector512.Create(1e-9f);
        Vector512<float> a = w, b = w, c = w, d = w, e = w, f = w, g = w, h = w, i = w, j = w, k = w, l = w;
        for (int round = 0; round < Rounds; round++)
        {
            a = Vector512.FusedMultiplyAdd(a, w, x);
            b = Vector512.FusedMultiplyAdd(b, w, x);
            c = Vector512.FusedMultiplyAdd(c, w, x);
            d = Vector512.FusedMultiplyAdd(d, w, x);
            e = Vector512.FusedMultiplyAdd(e, w, x);
            f = Vector512.FusedMultiplyAdd(f, w, x);
            g = Vector512.FusedMultiplyAdd(g, w, x);
            h = Vector512.FusedMultiplyAdd(h, w, x);
            i = Vector512.FusedMultiplyAdd(i, w, x);
            j = Vector512.FusedMultiplyAdd(j, w, x);
            k = Vector512.FusedMultiplyAdd(k, w, x);
            l = Vector512.FusedMultiplyAdd(l, w, x);
        }
        sink = (int)Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
        return 12.0 * 16 * Rounds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Floats256()
    {
        Vector256<float> w = Vector256.Create(1f), x = Vector256.Create(1e-9f);
        Vector256<float> a = w, b = w, c = w, d = w, e = w, f = w, g = w, h = w, i = w, j = w;
        for (int round = 0; round < Rounds; round++)
        {
            a = Vector256.FusedMultiplyAdd(a, w, x);
            b = Vector256.FusedMultiplyAdd(b, w, x);
            c = Vector256.FusedMultiplyAdd(c, w, x);
            d = Vector256.FusedMultiplyAdd(d, w, x);
            e = Vector256.FusedMultiplyAdd(e, w, x);
            f = Vector256.FusedMultiplyAdd(f, w, x);
            g = Vector256.FusedMultiplyAdd(g, w, x);
            h = Vector256.FusedMultiplyAdd(h, w, x);
            i = Vector256.FusedMultiplyAdd(i, w, x);
            j = Vector256.FusedMultiplyAdd(j, w, x);
        }
        sink = (int)Vector256.Sum(a + b + c + d + e + f + g + h + i + j);
        return 10.0 * 8 * Rounds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double FloatsScalar()
    {
        float w = 1f, x = 1e-9f, a = 1, b = 1, c = 1, d = 1;
        for (int round = 0; round < Rounds; round++)
        {
            a = MathF.FusedMultiplyAdd(a, w, x);
            b = MathF.FusedMultiplyAdd(b, w, x);
            c = MathF.FusedMultiplyAdd(c, w, x);
            d = MathF.FusedMultiplyAdd(d, w, x);
        }
        sink = (int)(a + b + c + d);
        return 4.0 * Rounds;
    }
}
