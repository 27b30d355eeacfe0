using System.Runtime.Intrinsics;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// One direction of a recurrent layer with what its gradient needs: keeps the gates, the cells and the state that
/// entered each step, then runs the batch backwards through time.
/// </summary>
internal sealed unsafe class LstmTraining(bool backwards)
{
    private readonly AlignedFloats gates = new(0), cells = new(0), entered = new(0), state = new(0), flow = new(0), zeros = new(0);

    /// <summary>Forward; what <see cref="Lstm.Run"/> does, in floats.</summary>
    public void Forward(BatchLayout layout, float* input, int inputStride, PackedMatrix wx, PackedMatrix wh, float* output, int outputStride)
    {
        int hidden = wh.Inputs, width = wx.Width;
        float* g = gates.Ensure(layout.Rows * width), c = cells.Ensure(layout.Rows * hidden), e = entered.Ensure(layout.Rows * hidden);
        float* h = state.Ensure(2 * layout.Sentences * hidden), memory = h + layout.Sentences * hidden;
        new Span<float>(h, 2 * layout.Sentences * hidden).Clear();
        MatrixKernels.Multiply(input, inputStride, wx, g, width, layout.Rows, accumulate: false);
        for (int step = 0; step < layout.Steps; step++)
        {
            int t = backwards ? layout.Steps - 1 - step : step;
            int start = layout.Start(t), live = layout.Count(t);
            new ReadOnlySpan<float>(h, live * hidden).CopyTo(new Span<float>(e + (long)start * hidden, live * hidden));
            if (step > 0) MatrixKernels.Multiply(h, hidden, wh, g + (long)start * width, width, live, accumulate: true);
            for (int i = 0; i < live; i++)
                Cell(g + (long)(start + i) * width, hidden, memory + i * hidden, h + i * hidden, output + (long)(start + i) * outputStride);
            new ReadOnlySpan<float>(memory, live * hidden).CopyTo(new Span<float>(c + (long)start * hidden, live * hidden));
        }
    }

    private static void Cell(float* g, int hidden, float* c, float* h, float* output)
    {
        for (int j = 0; j < hidden; j += 16)
        {
            var inGate = Activations.Logistic(Vector512.Load(g + j));
            var forget = Activations.Logistic(Vector512.Load(g + hidden + j));
            var candidate = Activations.Tanh(Vector512.Load(g + 2 * hidden + j));
            var outGate = Activations.Logistic(Vector512.Load(g + 3 * hidden + j));
            var cell = Vector512.FusedMultiplyAdd(forget, Vector512.Load(c + j), inGate * candidate);
            var value = outGate * Activations.Tanh(cell);
            inGate.Store(g + j);
            forget.Store(g + hidden + j);
            candidate.Store(g + 2 * hidden + j);
            outGate.Store(g + 3 * hidden + j);
            cell.Store(c + j);
            value.Store(h + j);
            value.Store(output + j);
        }
    }

    /// <summary>Backward: adds to the weight gradients and writes or adds the gradient of the input.</summary>
    public void Backward(
        BatchLayout layout, float* input, int inputStride, PackedMatrix wxTransposed, PackedMatrix whTransposed,
        float* outputGradient, int outputStride, PackedMatrix wxGradient, PackedMatrix whGradient, float* inputGradient, int inputGradientStride, bool accumulate)
    {
        int hidden = whGradient.Inputs, width = wxGradient.Width;
        float* g = gates.Pointer;
        float* dh = flow.Ensure(2 * layout.Sentences * hidden), dc = dh + layout.Sentences * hidden;
        new Span<float>(dh, 2 * layout.Sentences * hidden).Clear();
        new Span<float>(zeros.Ensure(hidden), hidden).Clear();
        for (int step = layout.Steps - 1; step >= 0; step--)
        {
            int t = backwards ? layout.Steps - 1 - step : step;
            int start = layout.Start(t), live = layout.Count(t);
            int before = backwards ? t + 1 : t - 1;
            int liveBefore = step == 0 ? 0 : layout.Count(before);
            for (int i = 0; i < live; i++)
            {
                float* earlier = i < liveBefore ? cells.Pointer + (long)layout.Row(i, before) * hidden : zeros.Pointer;
                long row = start + i;
                CellBackward(g + row * width, hidden, cells.Pointer + row * hidden, earlier, outputGradient + row * outputStride, dh + i * hidden, dc + i * hidden);
            }
            if (step > 0) MatrixKernels.Multiply(g + (long)start * width, width, whTransposed, dh, hidden, live, accumulate: false);
        }
        GradientKernels.AddOuter(input, inputStride, g, width, layout.Rows, wxGradient);
        GradientKernels.AddOuter(entered.Pointer, hidden, g, width, layout.Rows, new PackedMatrix(hidden, whGradient.Outputs, whGradient.Weights, null));
        MatrixKernels.Multiply(g, width, wxTransposed, inputGradient, inputGradientStride, layout.Rows, accumulate);
    }

    // Turns the activated gates in place into the gradient of their inputs.
    private static void CellBackward(float* g, int hidden, float* cell, float* earlier, float* dOutput, float* dh, float* dc)
    {
        var one = Vector512<float>.One;
        for (int j = 0; j < hidden; j += 16)
        {
            Vector512<float> inGate = Vector512.Load(g + j), forget = Vector512.Load(g + hidden + j);
            Vector512<float> candidate = Vector512.Load(g + 2 * hidden + j), outGate = Vector512.Load(g + 3 * hidden + j);
            var squashed = Activations.Tanh(Vector512.Load(cell + j));
            var d = Vector512.Load(dOutput + j) + Vector512.Load(dh + j);
            var dCell = Vector512.Load(dc + j) + d * outGate * (one - squashed * squashed);
            (dCell * candidate * inGate * (one - inGate)).Store(g + j);
            (dCell * Vector512.Load(earlier + j) * forget * (one - forget)).Store(g + hidden + j);
            (dCell * inGate * (one - candidate * candidate)).Store(g + 2 * hidden + j);
            (d * squashed * outGate * (one - outGate)).Store(g + 3 * hidden + j);
            (dCell * forget).Store(dc + j);
        }
    }
}
