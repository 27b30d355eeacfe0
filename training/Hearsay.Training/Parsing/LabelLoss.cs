using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>The loss of labelling each word's arc to its head, and its gradient.</summary>
internal sealed unsafe class LabelLoss(ParserShape shape, DropoutMasks random)
{
    private readonly AlignedFloats hidden = new(0), mask = new(0), output = new(0), hiddenGradient = new(0);

    public double Run(
        IReadOnlyList<TrainingSentence> batch, BatchLayout layout, float* heads, float* headGradient, Network network, PackedMatrix[] gradients,
        TrainingSettings settings, float weight)
    {
        var matrix = network[ParserMatrix.LabelOutput];
        int headWidth = network[ParserMatrix.Heads].Width, label = shape.Label, rows = layout.Rows, width = matrix.Width;
        float* z = hidden.Ensure(rows * label), m = mask.Ensure(rows * label), y = output.Ensure(rows * width), dz = hiddenGradient.Ensure(rows * label);
        random.Fill(m, rows * label, settings.Dropout);
        new Span<float>(z, rows * label).Clear();
        foreach (var (row, head, _) in Arcs(batch, layout))
        {
            float* to = z + (long)row * label;
            RowKernels.AddRectified(
                heads + (long)row * headWidth + shape.LabelDependentColumn, heads + (long)head * headWidth + shape.LabelHeadColumn, to, label);
            GradientKernels.Mask(to, m + (long)row * label, to, label);
        }
        MatrixKernels.Multiply(z, label, matrix, y, width, rows, accumulate: false);
        double loss = 0;
        for (int i = 0; i < batch.Count; i++)
            for (int t = 0; t <= batch[i].Length; t++)
            {
                float* x = y + (long)layout.Row(i, t) * width;
                bool counts = t > 0 && batch[i].HasTree;
                if (counts) loss += GradientKernels.SoftmaxLoss(x, shape.Relations, batch[i].Relations!, t - 1, weight);
                int from = counts ? shape.Relations : 0;
                new Span<float>(x + from, width - from).Clear();
            }
        GradientKernels.AddOuter(z, label, y, width, rows, gradients[(int)ParserMatrix.LabelOutput]);
        MatrixKernels.Multiply(y, width, network.Transposed[(int)ParserMatrix.LabelOutput], dz, label, rows, accumulate: false);
        foreach (var (row, head, _) in Arcs(batch, layout))
        {
            float* g = dz + (long)row * label, value = z + (long)row * label, keep = m + (long)row * label;
            for (int j = 0; j < label; j++) g[j] = value[j] > 0 ? g[j] * keep[j] : 0;
            GradientKernels.Add(g, headGradient + (long)row * headWidth + shape.LabelDependentColumn, label);
            GradientKernels.Add(g, headGradient + (long)head * headWidth + shape.LabelHeadColumn, label);
        }
        return loss;
    }

    private static IEnumerable<(int Row, int Head, int Word)> Arcs(IReadOnlyList<TrainingSentence> batch, BatchLayout layout)
    {
        for (int i = 0; i < batch.Count; i++)
            for (int t = 1; batch[i].HasTree && t <= batch[i].Length; t++)
                yield return (layout.Row(i, t), layout.Row(i, batch[i].Heads![t - 1]), t - 1);
    }
}
