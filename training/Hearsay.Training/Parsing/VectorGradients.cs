using System.Runtime.Intrinsics;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>The gradients of the matrix that words' vectors are multiplied with: all its rows at every step.</summary>
internal sealed unsafe class VectorGradients(VectorInput vectors, int width) : ITableGradients
{
    private readonly AlignedFloats values = new(vectors.Size * width);

    public int Count => vectors.Size;

    public float* Values => values.Pointer;

    public int Row(int index) => index;

    public void Collect(TrainingPass[] passes)
    {
        values.Span.Clear();
        foreach (var pass in passes)
            for (int r = 0; r < pass.Layout.Rows; r++)
            {
                int word = pass.Keys[r * WordKeys.Count + WordKeys.Vector];
                if (word < 2) continue;
                var vector = vectors[word];
                float* gradient = pass.InputGradient + (long)r * width;
                for (int i = 0; i < vector.Length; i++)
                {
                    var number = Vector512.Create(vector[i]);
                    float* to = values.Pointer + (long)i * width;
                    for (int j = 0; j < width; j += 16) Vector512.FusedMultiplyAdd(number, Vector512.Load(gradient + j), Vector512.Load(to + j)).Store(to + j);
                }
            }
    }
}
