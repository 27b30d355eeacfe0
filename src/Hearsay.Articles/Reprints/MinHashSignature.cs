using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Hearsay.Articles.Reprints;

/// <summary>
/// What a text looks like in 128 numbers: for each of 128 bins the least hash of the word 5-grams that fall into it (one
/// permutation hashing; Li, Owen and Zhang 2012, empty bins filled as by Shrivastava and Li 2014). The share of equal
/// numbers of two signatures estimates the share of 5-grams that the texts have in common (their Jaccard similarity, standard
/// error .04). Case, punctuation and white space do not count. Texts under 60 words have none: short notices repeat by nature.
/// </summary>
public sealed class MinHashSignature
{
    /// <summary>Numbers in a signature.</summary>
    public const int Bins = 128;

    private const int FewestWords = 60;
    private const int Gram = 5;

    private MinHashSignature(uint[] bins) => Values = bins;

    /// <summary>The numbers.</summary>
    internal uint[] Values { get; }

    /// <summary>The signature of a text, or null for a short one.</summary>
    public static MinHashSignature? Of(string text)
    {
        Span<ulong> ring = stackalloc ulong[Gram];
        Span<char> lower = stackalloc char[64];
        var bins = new uint[Bins];
        Array.Fill(bins, uint.MaxValue);
        int words = 0;
        for (int at = 0; at < text.Length;)
        {
            int start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            if (at == start)
            {
                at++;
                continue;
            }
            var word = text.AsSpan(start, Math.Min(at - start, lower.Length));
            word.ToLowerInvariant(lower);
            ring[words++ % Gram] = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(lower[..word.Length]));
            if (words < Gram) continue;
            ulong hash = 0;
            for (int i = 0; i < Gram; i++) hash = (hash ^ ring[(words + i) % Gram]) * 0x9E3779B97F4A7C15 + (hash >> 29);
            // The top bits choose the bin, others the value: they must not depend on each other.
            int bin = (int)(hash >> 57);
            bins[bin] = Math.Min(bins[bin], (uint)(hash >> 8));
        }
        if (words < FewestWords) return null;
        Fill(bins);
        return new(bins);
    }

    /// <summary>The estimated share of common 5-grams, from 0 to 1.</summary>
    public double SimilarityTo(MinHashSignature other)
    {
        int same = 0;
        for (int i = 0; i < Bins; i++) if (Values[i] == other.Values[i]) same++;
        return same / (double)Bins;
    }

    // An empty bin takes over the next full one's value, changed by the distance so that runs do not repeat one value.
    private static void Fill(uint[] bins)
    {
        var full = (uint[])bins.Clone();
        for (int i = 0; i < Bins; i++)
        {
            int distance = 0;
            while (full[(i + distance) % Bins] == uint.MaxValue && distance < Bins) distance++;
            if (distance > 0) bins[i] = full[(i + distance) % Bins] + (uint)distance * 0x9E3779B9;
        }
    }
}
