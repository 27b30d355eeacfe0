using System.Runtime.InteropServices;
using System.IO.Hashing;

namespace Hearsay.Articles.Reprints;

/// <summary>
/// Remembers the articles of a run and finds the one that a new text reprints: locality-sensitive hashing over 16 bands of 8
/// numbers of the <see cref="MinHashSignature"/> proposes, the whole signature decides (at least 80 of 100 word 5-grams in
/// common). It remembers the last 50,000 articles (some 60 MB), so memory does not grow with the run. Not thread-safe: asked
/// in the order of the inputs, it gives the same answers on every machine.
/// </summary>
public sealed class ReprintIndex(int capacity = 50_000)
{
    /// <summary>From this estimated similarity on a text counts as a reprint.</summary>
    public const double Threshold = 0.8;

    private const int Bands = 16;
    private const int Rows = MinHashSignature.Bins / Bands;

    private sealed record Entry(string Id, MinHashSignature Signature, long Number);

    private readonly Dictionary<ulong, Entry> buckets = [];
    private readonly Queue<Entry> remembered = [];
    private long count;

    /// <summary>
    /// The id of the article that a text reprints and how similar the two are; or null, and then the text is remembered
    /// under <paramref name="id"/>.
    /// </summary>
    public (string Id, double Similarity)? FindOrAdd(string id, MinHashSignature signature)
    {
        Span<ulong> keys = stackalloc ulong[Bands];
        (string Id, double Similarity)? best = null;
        for (int band = 0; band < Bands; band++)
        {
            keys[band] = Key(signature, band);
            if (!buckets.TryGetValue(keys[band], out var entry)) continue;
            double similarity = signature.SimilarityTo(entry.Signature);
            if (similarity >= Threshold && (best is null || similarity > best.Value.Similarity)) best = (entry.Id, similarity);
        }
        if (best is not null) return best;
        if (remembered.Count >= capacity) Forget(remembered.Dequeue());
        var added = new Entry(id, signature, count++);
        remembered.Enqueue(added);
        // The first of a band stays: later texts are compared with the original, not with its neighbours.
        foreach (ulong key in keys) buckets.TryAdd(key, added);
        return null;
    }

    private void Forget(Entry entry)
    {
        for (int band = 0; band < Bands; band++)
        {
            ulong key = Key(entry.Signature, band);
            if (buckets.TryGetValue(key, out var held) && held.Number == entry.Number) buckets.Remove(key);
        }
    }

    private static ulong Key(MinHashSignature signature, int band) =>
        XxHash3.HashToUInt64(MemoryMarshal.AsBytes(signature.Values.AsSpan(band * Rows, Rows)), band);
}
