using System.Runtime.Intrinsics;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// The parameters being trained, with a transposed copy of every matrix for the backward pass, refreshed at each
/// step by <see cref="Transpose"/>.
/// </summary>
internal sealed unsafe class Network
{
    private readonly AlignedFloats transposed;

    public Network(ParserShape shape, int[] keyCounts, VectorInput vectors)
    {
        Shape = shape;
        Vectors = vectors;
        Dense = new AlignedFloats(shape.TotalLength());
        Matrices = shape.Views(Dense);
        Embeddings = [.. keyCounts.Select((n, k) => new AlignedFloats((k == WordKeys.Vector ? vectors.Size : n) * shape.Embedding))];
        transposed = new AlignedFloats(Matrices.Sum(m => m.Width * PackedMatrix.Padded(m.Inputs)));
        Transposed = new PackedMatrix[Matrices.Length];
        float* at = transposed.Pointer;
        for (int i = 0; i < Transposed.Length; i++)
        {
            Transposed[i] = new PackedMatrix(Matrices[i].Width, Matrices[i].Inputs, at, null);
            at += Transposed[i].WeightCount;
        }
    }

    public ParserShape Shape { get; }

    public AlignedFloats Dense { get; }

    public VectorInput Vectors { get; }

    /// <summary>For each word key a row for each entry; for the words' vectors a row for each of their numbers (<see cref="VectorInput"/>).</summary>
    public AlignedFloats[] Embeddings { get; }

    public PackedMatrix[] Matrices { get; }

    public PackedMatrix[] Transposed { get; }

    public PackedMatrix this[ParserMatrix matrix] => Matrices[(int)matrix];

    /// <summary>Sets all parameters at random: embeddings normal with deviation 0.3, matrices uniform within 1/√inputs, forget gates open.</summary>
    public void Initialise(int seed)
    {
        var random = new Random(seed);
        foreach (var table in Embeddings)
            foreach (ref float x in table.Span) x = 0.3f * Normal(random);
        Dense.Span.Clear();
        Dense.Span.Slice(Shape.NormGain, Shape.Embedding).Fill(1);
        for (int m = 0; m < Matrices.Length; m++)
        {
            var matrix = Matrices[m];
            bool recurrent = m < (int)ParserMatrix.TagsLower;
            float bound = 1f / MathF.Sqrt(recurrent ? Shape.Hidden : matrix.Inputs);
            for (int i = 0; i < matrix.Inputs; i++)
                for (int j = 0; j < matrix.Outputs; j++) matrix.Weights[matrix.Offset(i, j)] = bound * (2 * random.NextSingle() - 1);
            if (recurrent && m % 2 == 0) new Span<float>(matrix.Bias + Shape.Hidden, Shape.Hidden).Fill(1);
        }
    }

    /// <summary>Sum of the embeddings of one word's keys and of what its vector adds.</summary>
    public void Sum(ReadOnlySpan<int> keys, float* to)
    {
        int width = Shape.Embedding;
        for (int j = 0; j < width; j += 16)
        {
            var sum = Vector512<float>.Zero;
            for (int k = 0; k < WordKeys.Vector; k++) sum += Vector512.Load(Embeddings[k].Pointer + (long)keys[k] * width + j);
            sum.Store(to + j);
        }
        Vectors.Add(keys[WordKeys.Vector], Embeddings[WordKeys.Vector].Pointer, width, to);
    }

    /// <summary>Refreshes the transposed copies.</summary>
    public void Transpose(int threads) =>
        Parallel.For(0, Matrices.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => GradientKernels.Transpose(Matrices[i], Transposed[i]));

    private static float Normal(Random random) =>
        MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
}
