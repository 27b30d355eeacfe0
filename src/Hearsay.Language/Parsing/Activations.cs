using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Parsing;

/// <summary>
/// Exponential, logistic function and hyperbolic tangent on vectors, in two widths and on single floats, with the
/// same operations in the same order in each, so that all give the same bits. The exponential is right
/// to 5 parts in a million, the others to 5e-6; arguments are clamped to ±87.
/// </summary>
internal static class Activations
{
    // Adding and subtracting 1.5·2^23 rounds to the nearest integer, which is then found in the low bits.
    private const float Rounder = 12582912f;
    private const float Log2E = 1.44269504f;
    private const float P5 = 0.001333355f, P4 = 0.009618129f, P3 = 0.05550411f, P2 = 0.24022651f, P1 = 0.69314718f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.MinNative(Vector512.MaxNative(x, Vector512.Create(-87f)), Vector512.Create(87f));
        var scaled = x * Vector512.Create(Log2E);
        var rounded = scaled + Vector512.Create(Rounder);
        var f = scaled - (rounded - Vector512.Create(Rounder));
        var p = Vector512.FusedMultiplyAdd(Vector512.Create(P5), f, Vector512.Create(P4));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(P3));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(P2));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(P1));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512<float>.One);
        return p * ((rounded.AsInt32() + Vector512.Create(127)) << 23).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(-87f)), Vector256.Create(87f));
        var scaled = x * Vector256.Create(Log2E);
        var rounded = scaled + Vector256.Create(Rounder);
        var f = scaled - (rounded - Vector256.Create(Rounder));
        var p = Vector256.FusedMultiplyAdd(Vector256.Create(P5), f, Vector256.Create(P4));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(P3));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(P2));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(P1));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256<float>.One);
        return p * ((rounded.AsInt32() + Vector256.Create(127)) << 23).AsSingle();
    }

    public static float Exp(float x)
    {
        x = Math.Min(Math.Max(x, -87f), 87f);
        float scaled = x * Log2E;
        float rounded = scaled + Rounder;
        float f = scaled - (rounded - Rounder);
        float p = MathF.FusedMultiplyAdd(P5, f, P4);
        p = MathF.FusedMultiplyAdd(p, f, P3);
        p = MathF.FusedMultiplyAdd(p, f, P2);
        p = MathF.FusedMultiplyAdd(p, f, P1);
        p = MathF.FusedMultiplyAdd(p, f, 1f);
        return p * BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(rounded) + 127) << 23);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Logistic(Vector512<float> x) =>
        Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Logistic(Vector256<float> x) =>
        Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    public static float Logistic(float x) => 1f / (1f + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        var e = Exp(x + x);
        return (e - Vector512<float>.One) / (e + Vector512<float>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var e = Exp(x + x);
        return (e - Vector256<float>.One) / (e + Vector256<float>.One);
    }

    public static float Tanh(float x)
    {
        float e = Exp(x + x);
        return (e - 1f) / (e + 1f);
    }
}
