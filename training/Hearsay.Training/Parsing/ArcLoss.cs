using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// The loss of choosing each word's head among the words of its sentence (Dozat and Manning 2017), and its gradient
/// by the arc vectors and the product matrix.
/// </summary>
internal sealed unsafe class ArcLoss(ParserShape shape)
{
    private readonly AlignedFloats products = new(0), productGradient = new(0), queries = new(0), keys = new(0);
    private readonly AlignedFloats packed = new(0), scores = new(0), queryGradient = new(0), keyGradient = new(0);

    public double Run(
        IReadOnlyList<TrainingSentence> batch, BatchLayout layout, float* heads, float* headGradient, Network network, PackedMatrix[] gradients, float weight)
    {
        var product = network[ParserMatrix.ArcProduct];
        int headWidth = network[ParserMatrix.Heads].Width, rows = layout.Rows, width = product.Width;
        float* q = products.Ensure(rows * width), dq = productGradient.Ensure(rows * width);
        MatrixKernels.Multiply(heads + shape.ArcDependentColumn, headWidth, product, q, width, rows, accumulate: false);
        new Span<float>(dq, rows * width).Clear();
        double loss = 0;
        for (int i = 0; i < batch.Count; i++)
            if (batch[i].HasTree) loss += Sentence(batch[i], i, layout, heads, headGradient, headWidth, width, weight);
        GradientKernels.AddOuter(heads + shape.ArcDependentColumn, headWidth, dq, width, rows, gradients[(int)ParserMatrix.ArcProduct]);
        MatrixKernels.Multiply(dq, width, network.Transposed[(int)ParserMatrix.ArcProduct], headGradient + shape.ArcDependentColumn, headWidth, rows, accumulate: true);
        return loss;
    }

    private double Sentence(
        TrainingSentence gold, int sentence, BatchLayout layout, float* heads, float* headGradient, int headWidth, int productWidth, float weight)
    {
        int n = gold.Length + 1, arc = shape.Arc, width = PackedMatrix.Padded(n);
        float* q = queries.Ensure(n * arc), k = keys.Ensure(width * arc), w = packed.Ensure(width * arc), s = scores.Ensure(n * width);
        new Span<float>(k, width * arc).Clear();
        for (int t = 0; t < n; t++)
        {
            long row = layout.Row(sentence, t);
            Copy(products.Pointer + row * productWidth, q + t * arc);
            Copy(heads + row * headWidth + shape.ArcHeadColumn, k + t * arc);
        }
        PackedMatrix.PackTransposed(k, arc, n, arc, w);
        MatrixKernels.Multiply(q, arc, new PackedMatrix(arc, n, w, null), s, width, n, accumulate: false);
        new Span<float>(s, width).Clear();
        double loss = 0;
        for (int t = 1; t < n; t++)
        {
            float* row = s + (long)t * width;
            row[t] = -1e9f;
            loss += GradientKernels.SoftmaxLoss(row, n, gold.Arcs!, t - 1, weight);
            for (int j = n; j < width; j++) row[j] = 0;
        }
        float* dq = queryGradient.Ensure(n * arc), dk = keyGradient.Ensure(width * arc);
        PackRows(k, width, arc, w);
        MatrixKernels.Multiply(s, width, new PackedMatrix(width, arc, w, null), dq, arc, n, accumulate: false);
        new Span<float>(dk, width * arc).Clear();
        var keyGradients = new PackedMatrix(width, arc, dk, null);
        GradientKernels.AddOuter(s, width, q, arc, n, keyGradients);
        for (int t = 0; t < n; t++)
        {
            long row = layout.Row(sentence, t);
            Copy(dq + t * arc, productGradient.Pointer + row * productWidth);
            for (int p = 0; p < arc; p += PackedMatrix.Panel)
                GradientKernels.Add(dk + keyGradients.Offset(t, p), headGradient + row * headWidth + shape.ArcHeadColumn + p, PackedMatrix.Panel);
        }
        return loss;
    }

    private void Copy(float* from, float* to) => new ReadOnlySpan<float>(from, shape.Arc).CopyTo(new Span<float>(to, shape.Arc));

    private static void PackRows(float* from, int rows, int columns, float* to)
    {
        for (int p = 0; p < columns; p += PackedMatrix.Panel)
            for (int r = 0; r < rows; r++)
                new ReadOnlySpan<float>(from + (long)r * columns + p, PackedMatrix.Panel).CopyTo(new Span<float>(to + (long)p * rows + r * PackedMatrix.Panel, PackedMatrix.Panel));
    }
}
