using System.Runtime.Intrinsics;
using Hearsay.Coding.Triggers;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// What a word's vector adds to the network's input: the vector, which stays as it is, times a matrix that is learned, with
/// one row for each of the vector's numbers. So words never seen in training enter beside words like them. When the
/// model is written the products are worked out, a row for each word, and the parser needs neither vectors nor matrix.
/// </summary>
internal sealed unsafe class VectorInput
{
    private readonly float[] numbers;

    /// <param name="vectors">None: no word has a vector, and nothing is added.</param>
    public VectorInput(WordVectors? vectors)
    {
        Words = new Vocabulary(["<unknown>", "<root>", .. vectors?.Words ?? []]);
        Size = vectors == null ? 0 : WordVectors.Size;
        numbers = new float[Words.Count * Size];
        for (int w = 2; w < Words.Count; w++) vectors!.Add(w - 2, 1, numbers.AsSpan(w * Size, Size));
    }

    /// <summary>The words with a vector, after the entries for other words and the root, which have none.</summary>
    public Vocabulary Words { get; }

    /// <summary>Numbers in a vector; 0 without vectors.</summary>
    public int Size { get; }

    public ReadOnlySpan<float> this[int word] => numbers.AsSpan(word * Size, Size);

    /// <summary>Adds a word's vector times <paramref name="matrix"/>, of <see cref="Size"/> rows of <paramref name="width"/> columns.</summary>
    public void Add(int word, float* matrix, int width, float* sum)
    {
        if (word < 2) return;
        var vector = this[word];
        for (int j = 0; j < width; j += 16)
        {
            var total = Vector512.Load(sum + j);
            for (int i = 0; i < vector.Length; i++) total = Vector512.FusedMultiplyAdd(Vector512.Create(vector[i]), Vector512.Load(matrix + (long)i * width + j), total);
            total.Store(sum + j);
        }
    }

    /// <summary>What each word adds.</summary>
    public AlignedFloats Fold(AlignedFloats matrix, int width)
    {
        var table = new AlignedFloats(Words.Count * width);
        for (int w = 0; w < Words.Count; w++) Add(w, matrix.Pointer, width, table.Pointer + (long)w * width);
        return table;
    }
}
