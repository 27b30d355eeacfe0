using System.Runtime.Intrinsics;

namespace Hearsay.Language.Parsing;

/// <summary>
/// One direction of a long short-term memory layer over a batch laid out by position (Hochreiter and Schmidhuber
/// 1997, with forget gates). The gate columns are in the order input, forget, candidate, output, each of
/// <c>hidden</c> columns; <c>hidden</c> is a multiple of 16.
/// </summary>
internal static unsafe class Lstm
{
    /// <summary>Runs the layer.</summary>
    /// <param name="layout">The batch.</param>
    /// <param name="input">Input rows, <paramref name="inputStride"/> floats apart.</param>
    /// <param name="inputStride">Floats between input rows.</param>
    /// <param name="wx">Input weights with the bias, 4·hidden outputs.</param>
    /// <param name="wh">Recurrent weights, 4·hidden outputs.</param>
    /// <param name="gates">Scratch of rows × 4·hidden; holds the activated gates afterwards.</param>
    /// <param name="state">Scratch of 2 × sentences × hidden.</param>
    /// <param name="output">First output column of row 0; rows are <paramref name="outputStride"/> floats apart.</param>
    /// <param name="outputStride">Floats between output rows.</param>
    /// <param name="backwards">From the last word to the first.</param>
    public static void Run(
        BatchLayout layout, float* input, int inputStride, PackedMatrix wx, PackedMatrix wh,
        float* gates, float* state, float* output, int outputStride, bool backwards)
    {
        int hidden = wh.Inputs, width = wx.Width;
        MatrixKernels.Multiply(input, inputStride, wx, gates, width, layout.Rows, accumulate: false);
        float* h = state;
        float* c = state + layout.Sentences * hidden;
        new Span<float>(state, 2 * layout.Sentences * hidden).Clear();
        for (int step = 0; step < layout.Steps; step++)
        {
            int t = backwards ? layout.Steps - 1 - step : step;
            int start = layout.Start(t), live = layout.Count(t);
            float* g = gates + (long)start * width;
            if (step > 0) MatrixKernels.Multiply(h, hidden, wh, g, width, live, accumulate: true);
            for (int i = 0; i < live; i++)
                Cell(VectorPaths.Best, g + (long)i * width, hidden, c + i * hidden, h + i * hidden, output + (long)(start + i) * outputStride);
        }
    }

    /// <summary>One step of one sentence: activates the gates in place, updates cell and hidden state, copies the latter out.</summary>
    public static void Cell(VectorPath path, float* g, int hidden, float* c, float* h, float* output)
    {
        switch (path)
        {
            case VectorPath.Vector512: Cell512(g, hidden, c, h, output); break;
            case VectorPath.Vector256: Cell256(g, hidden, c, h, output); break;
            default: CellScalar(g, hidden, c, h, output); break;
        }
    }

    /// <summary>As above, for blocks that hold 4·hidden gates and hidden numbers each.</summary>
    public static void Cell(VectorPath path, AlignedFloats gates, AlignedFloats cell, AlignedFloats hidden, AlignedFloats output)
    {
        Cell(path, gates.Pointer, cell.Length, cell.Pointer, hidden.Pointer, output.Pointer);
        GC.KeepAlive((gates, cell, hidden, output));
    }

    private static void Cell512(float* g, int hidden, float* c, float* h, float* output)
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

    private static void Cell256(float* g, int hidden, float* c, float* h, float* output)
    {
        for (int j = 0; j < hidden; j += 8)
        {
            var inGate = Activations.Logistic(Vector256.Load(g + j));
            var forget = Activations.Logistic(Vector256.Load(g + hidden + j));
            var candidate = Activations.Tanh(Vector256.Load(g + 2 * hidden + j));
            var outGate = Activations.Logistic(Vector256.Load(g + 3 * hidden + j));
            var cell = Vector256.FusedMultiplyAdd(forget, Vector256.Load(c + j), inGate * candidate);
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

    private static void CellScalar(float* g, int hidden, float* c, float* h, float* output)
    {
        for (int j = 0; j < hidden; j++)
        {
            g[j] = Activations.Logistic(g[j]);
            g[hidden + j] = Activations.Logistic(g[hidden + j]);
            g[2 * hidden + j] = Activations.Tanh(g[2 * hidden + j]);
            g[3 * hidden + j] = Activations.Logistic(g[3 * hidden + j]);
            c[j] = MathF.FusedMultiplyAdd(g[hidden + j], c[j], g[j] * g[2 * hidden + j]);
            h[j] = g[3 * hidden + j] * Activations.Tanh(c[j]);
            output[j] = h[j];
        }
    }
}
