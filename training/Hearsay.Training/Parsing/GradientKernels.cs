using System.Runtime.Intrinsics;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// What training needs beside the forward product: products with a transposed matrix, sums of outer products for the
/// gradients of weights, and the loss of a softmax. float32 throughout; sums run in a fixed order.
/// </summary>
internal static unsafe class GradientKernels
{
    private const int Panel = PackedMatrix.Panel;

    /// <summary>Fills <paramref name="to"/>, of the matrix's padded width × inputs, with its transpose.</summary>
    public static void Transpose(PackedMatrix from, PackedMatrix to)
    {
        for (int p = 0; p < from.Width; p += Panel)
            for (int k0 = 0; k0 < from.Inputs; k0 += Panel)
            {
                float* panel = from.Weights + (long)p * from.Inputs + (long)k0 * Panel;
                float* target = to.Weights + (long)k0 * to.Inputs + (long)p * Panel;
                int live = Math.Min(Panel, from.Inputs - k0);
                for (int j = 0; j < Panel; j++)
                    for (int k = 0; k < live; k++) target[j * Panel + k] = panel[k * Panel + j];
            }
    }

    /// <summary>gradient += aᵀ·d, and the gradient of the bias += column sums of d. Inputs a multiple of 8.</summary>
    public static void AddOuter(float* a, int aStride, float* d, int dStride, int rows, PackedMatrix gradient)
    {
        for (int p = 0; p < gradient.Width; p += Panel)
        {
            float* panel = gradient.Weights + (long)p * gradient.Inputs;
            for (int k = 0; k < gradient.Inputs; k += 8) Outer(a + k, aStride, d + p, dStride, rows, panel + (long)k * Panel);
            if (gradient.Bias != null) AddColumns(d + p, dStride, rows, gradient.Bias + p);
        }
    }

    private static void Outer(float* a, int aStride, float* d, int dStride, int rows, float* c)
    {
        Vector512<float> c00 = Vector512.Load(c), c01 = Vector512.Load(c + 16), c10 = Vector512.Load(c + 32), c11 = Vector512.Load(c + 48);
        Vector512<float> c20 = Vector512.Load(c + 64), c21 = Vector512.Load(c + 80), c30 = Vector512.Load(c + 96), c31 = Vector512.Load(c + 112);
        Vector512<float> c40 = Vector512.Load(c + 128), c41 = Vector512.Load(c + 144), c50 = Vector512.Load(c + 160), c51 = Vector512.Load(c + 176);
        Vector512<float> c60 = Vector512.Load(c + 192), c61 = Vector512.Load(c + 208), c70 = Vector512.Load(c + 224), c71 = Vector512.Load(c + 240);
        for (int r = 0; r < rows; r++, a += aStride, d += dStride)
        {
            Vector512<float> d0 = Vector512.Load(d), d1 = Vector512.Load(d + 16);
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, d0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, d1, c01);
            x = Vector512.Create(a[1]);
            c10 = Vector512.FusedMultiplyAdd(x, d0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, d1, c11);
            x = Vector512.Create(a[2]);
            c20 = Vector512.FusedMultiplyAdd(x, d0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, d1, c21);
            x = Vector512.Create(a[3]);
            c30 = Vector512.FusedMultiplyAdd(x, d0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, d1, c31);
            x = Vector512.Create(a[4]);
            c40 = Vector512.FusedMultiplyAdd(x, d0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, d1, c41);
            x = Vector512.Create(a[5]);
            c50 = Vector512.FusedMultiplyAdd(x, d0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, d1, c51);
            x = Vector512.Create(a[6]);
            c60 = Vector512.FusedMultiplyAdd(x, d0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, d1, c61);
            x = Vector512.Create(a[7]);
            c70 = Vector512.FusedMultiplyAdd(x, d0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, d1, c71);
        }
        c00.Store(c);
        c01.Store(c + 16);
        c10.Store(c + 32);
        c11.Store(c + 48);
        c20.Store(c + 64);
        c21.Store(c + 80);
        c30.Store(c + 96);
        c31.Store(c + 112);
        c40.Store(c + 128);
        c41.Store(c + 144);
        c50.Store(c + 160);
        c51.Store(c + 176);
        c60.Store(c + 192);
        c61.Store(c + 208);
        c70.Store(c + 224);
        c71.Store(c + 240);
    }

    private static void AddColumns(float* d, int stride, int rows, float* sums)
    {
        Vector512<float> s0 = Vector512.Load(sums), s1 = Vector512.Load(sums + 16);
        for (int r = 0; r < rows; r++, d += stride)
        {
            s0 += Vector512.Load(d);
            s1 += Vector512.Load(d + 16);
        }
        s0.Store(sums);
        s1.Store(sums + 16);
    }

    /// <summary>
    /// Cross entropy of one softmax with a word's answers. Replaces the <paramref name="n"/> logits by the gradient
    /// times <paramref name="weight"/> and returns the loss (unweighted).
    /// </summary>
    public static float SoftmaxLoss(float* x, int n, TargetLayer target, int word, float weight)
    {
        var answers = target.Answers(word);
        var shares = target.Shares(word);
        float top = x[RowKernels.ArgMax(x, n)], sum = 0, atAnswers = 0;
        for (int i = 0; i < answers.Length; i++) atAnswers += shares[i] * (x[answers[i]] - top);
        int j = 0;
        var sums = Vector512<float>.Zero;
        for (; j + 16 <= n; j += 16)
        {
            var e = Activations.Exp(Vector512.Load(x + j) - Vector512.Create(top));
            e.Store(x + j);
            sums += e;
        }
        for (; j < n; j++)
        {
            x[j] = Activations.Exp(x[j] - top);
            sum += x[j];
        }
        sum += Vector512.Sum(sums);
        Scale(x, n, weight / sum);
        for (int i = 0; i < answers.Length; i++) x[answers[i]] -= weight * shares[i];
        return MathF.Log(sum) - atAnswers;
    }

    public static void Scale(float* x, int n, float factor)
    {
        int j = 0;
        for (; j + 16 <= n; j += 16) (Vector512.Load(x + j) * factor).Store(x + j);
        for (; j < n; j++) x[j] *= factor;
    }

    /// <summary>to += from.</summary>
    public static void Add(float* from, float* to, int n)
    {
        int j = 0;
        for (; j + 16 <= n; j += 16) (Vector512.Load(to + j) + Vector512.Load(from + j)).Store(to + j);
        for (; j < n; j++) to[j] += from[j];
    }

    /// <summary>to = from · mask, element by element; <paramref name="n"/> a multiple of 16.</summary>
    public static void Mask(float* from, float* mask, float* to, int n)
    {
        for (int j = 0; j < n; j += 16) (Vector512.Load(from + j) * Vector512.Load(mask + j)).Store(to + j);
    }
}
