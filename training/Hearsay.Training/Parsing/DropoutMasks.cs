using System.Runtime.Intrinsics;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Random masks for dropout (Srivastava et al. 2014): 0 with the given probability, else 1/(1−p). Sixteen
/// xorshift generators side by side; the seed fixes every mask.
/// </summary>
internal sealed unsafe class DropoutMasks
{
    private Vector512<uint> state;

    public void Seed(ulong seed)
    {
        Span<uint> lanes = stackalloc uint[16];
        for (int i = 0; i < lanes.Length; i++)
        {
            // SplitMix64 spreads neighbouring seeds apart.
            ulong z = seed += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            lanes[i] = (uint)(z ^ (z >> 31)) | 1;
        }
        state = Vector512.Create<uint>(lanes);
    }

    /// <summary>A mask element by element; <paramref name="n"/> a multiple of 16.</summary>
    public void Fill(float* mask, int n, float probability)
    {
        var keep = Vector512.Create(1f / (1f - probability));
        var threshold = Vector512.Create((uint)(probability * (1u << 24)));
        for (int j = 0; j < n; j += 16)
            Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(Next() >> 8, threshold).AsSingle(), keep, Vector512<float>.Zero).Store(mask + j);
    }

    /// <summary>One mask a sentence, the same for all its words (Gal and Ghahramani 2016).</summary>
    public void FillShared(float* mask, int width, BatchLayout layout, float probability)
    {
        Fill(mask, layout.Count(0) * width, probability);
        for (int t = 1; t < layout.Steps; t++)
            new ReadOnlySpan<float>(mask, layout.Count(t) * width).CopyTo(new Span<float>(mask + (long)layout.Start(t) * width, layout.Count(t) * width));
    }

    /// <summary>A number in [0, 1).</summary>
    public float NextFloat() => (Next().GetElement(0) >> 8) * (1f / (1 << 24));

    private Vector512<uint> Next()
    {
        var x = state;
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        state = x;
        return x;
    }
}
