using System.Runtime.Intrinsics;

namespace Hearsay.Language.Parsing;

/// <summary>
/// Turns words into the network's input: looks up the word keys, sums their embeddings and normalises the sum to
/// mean 0 and variance 1 before gain and bias (layer normalisation; Ba, Kiros and Hinton 2016).
/// </summary>
internal static unsafe class Embedder
{
    private const float Epsilon = 1e-5f;

    /// <summary>Numbers of the keys of the root (first) and of each word, <see cref="WordKeys.Count"/> a word.</summary>
    public static void Find(Vocabulary[] vocabularies, WordKeys keys, IReadOnlyList<string> words, Span<int> numbers)
    {
        numbers[..WordKeys.Count].Fill(Vocabulary.Root);
        keys.Begin(words);
        for (int i = 0; i < words.Count; i++)
        {
            keys.Set(words[i]);
            var row = numbers.Slice((i + 1) * WordKeys.Count, WordKeys.Count);
            for (int k = 0; k < row.Length; k++) row[k] = vocabularies[k].Find(keys[k], Vocabulary.Unknown);
        }
    }

    /// <summary>Sum of the embeddings of one word's keys.</summary>
    public static void Sum(EmbeddingTable[] tables, ReadOnlySpan<int> numbers, float* to)
    {
        for (int k = 0; k < numbers.Length; k++)
        {
            var row = tables[k].Row(numbers[k]);
            var scale = Vector512.Create(tables[k].Scale(numbers[k]));
            fixed (sbyte* from = row)
                for (int j = 0; j < row.Length; j += 16)
                {
                    var part = Floats(from + j) * scale;
                    (k == 0 ? part : Vector512.Load(to + j) + part).Store(to + j);
                }
        }
    }

    /// <summary>Normalises one row; gives 1/standard deviation and leaves the normalised row before gain in <paramref name="plain"/>.</summary>
    public static float Normalise(float* from, int width, float* gain, float* bias, float* plain, float* to)
    {
        var total = Vector512<float>.Zero;
        for (int j = 0; j < width; j += 16) total += Vector512.Load(from + j);
        var mean = Vector512.Create(Across(total) / width);
        var squares = Vector512<float>.Zero;
        for (int j = 0; j < width; j += 16)
        {
            var d = Vector512.Load(from + j) - mean;
            squares = Vector512.FusedMultiplyAdd(d, d, squares);
        }
        float inverse = 1f / MathF.Sqrt(Across(squares) / width + Epsilon);
        for (int j = 0; j < width; j += 16)
        {
            var x = (Vector512.Load(from + j) - mean) * inverse;
            x.Store(plain + j);
            Vector512.FusedMultiplyAdd(x, Vector512.Load(gain + j), Vector512.Load(bias + j)).Store(to + j);
        }
        return inverse;
    }

    /// <summary>Rounds to whole numbers of <paramref name="unit"/>, cut off at <see cref="QuantizedMatrix.Top"/>; <paramref name="n"/> a multiple of 16.</summary>
    public static void Quantize(float* from, int n, float unit, short* to)
    {
        var factor = Vector512.Create(1 / unit);
        var top = Vector512.Create((float)QuantizedMatrix.Top);
        for (int j = 0; j < n; j += 16)
        {
            var whole = Lstm.Whole(Vector512.MinNative(Vector512.MaxNative(Vector512.Load(from + j) * factor, -top), top), Vector512<float>.One);
            whole.Store(to + j);
        }
    }

    private static Vector512<float> Floats(sbyte* from) =>
        Vector512.ConvertToSingle(Vector512.WidenLower(Vector256.WidenLower(Vector128.Load(from).ToVector256Unsafe()).ToVector512Unsafe()));

    // A fixed order of additions, so that every processor gets the same sum.
    private static float Across(Vector512<float> v)
    {
        float sum = 0;
        for (int i = 0; i < Vector512<float>.Count; i++) sum += v.GetElement(i);
        return sum;
    }
}
