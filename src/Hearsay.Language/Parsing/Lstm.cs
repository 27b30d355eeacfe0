using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Parsing;

/// <summary>
/// One direction of a long short-term memory layer over a batch laid out by position (Hochreiter and Schmidhuber
/// 1997, with forget gates). The gate columns are in the order input, forget, candidate, output, each of
/// <c>hidden</c> columns; <c>hidden</c> is a multiple of 16. The hidden state, which lies between −1 and 1, is handed
/// on as whole numbers of <see cref="Unit"/>, for the integer products of the next step and layer.
/// </summary>
internal static unsafe class Lstm
{
    /// <summary>What a state of 1 stands for.</summary>
    public const float Unit = 1f / QuantizedMatrix.Top;

    // Adding 1.5·2^23 rounds to the nearest integer, which is then found in the low bits.
    private const float Rounder = 12582912f;

    /// <summary>Runs the layer.</summary>
    /// <param name="layout">The batch.</param>
    /// <param name="input">Input rows, <paramref name="inputStride"/> numbers apart.</param>
    /// <param name="inputStride">Numbers between input rows.</param>
    /// <param name="wx">Input weights with the bias, 4·hidden outputs.</param>
    /// <param name="wh">Recurrent weights, 4·hidden outputs.</param>
    /// <param name="gates">Scratch of rows × 4·hidden.</param>
    /// <param name="state">Scratch of sentences × hidden.</param>
    /// <param name="output">First output column of row 0; rows are <paramref name="outputStride"/> numbers apart.</param>
    /// <param name="outputStride">Numbers between output rows.</param>
    /// <param name="backwards">From the last word to the first.</param>
    public static void Run(
        BatchLayout layout, short* input, int inputStride, QuantizedMatrix wx, QuantizedMatrix wh,
        float* gates, float* state, short* output, int outputStride, bool backwards)
    {
        int hidden = wh.Pairs * 2, width = wx.Width;
        IntegerKernels.Multiply(VectorPaths.Best, input, inputStride, wx, gates, width, layout.Rows, accumulate: false);
        new Span<float>(state, layout.Sentences * hidden).Clear();
        int before = 0;
        for (int step = 0; step < layout.Steps; step++)
        {
            int t = backwards ? layout.Steps - 1 - step : step;
            int start = layout.Start(t), live = layout.Count(t);
            float* g = gates + (long)start * width;
            // Backwards more sentences are live at each step: those that begin here have no state yet.
            int going = step == 0 ? 0 : Math.Min(live, layout.Count(backwards ? t + 1 : t - 1));
            IntegerKernels.Multiply(VectorPaths.Best, output + (long)before * outputStride, outputStride, wh, g, width, going, accumulate: true);
            for (int i = 0; i < live; i++)
                Cell(VectorPaths.Best, g + (long)i * width, hidden, state + i * hidden, output + (long)(start + i) * outputStride);
            before = start;
        }
    }

    /// <summary>One step of one sentence: updates the cell and writes the hidden state.</summary>
    public static void Cell(VectorPath path, float* g, int hidden, float* c, short* output)
    {
        switch (path)
        {
            case VectorPath.Vector512: Cell512(g, hidden, c, output); break;
            case VectorPath.Vector256: Cell256(g, hidden, c, output); break;
            default: CellScalar(g, hidden, c, output); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Cell512(float* g, int hidden, float* c, short* output)
    {
        for (int j = 0; j < hidden; j += 16)
        {
            var inGate = Activations.Logistic(Vector512.Load(g + j));
            var forget = Activations.Logistic(Vector512.Load(g + hidden + j));
            var candidate = Activations.Tanh(Vector512.Load(g + 2 * hidden + j));
            var outGate = Activations.Logistic(Vector512.Load(g + 3 * hidden + j));
            var cell = Vector512.FusedMultiplyAdd(forget, Vector512.Load(c + j), inGate * candidate);
            cell.Store(c + j);
            Whole(outGate * Activations.Tanh(cell), Vector512.Create((float)QuantizedMatrix.Top)).Store(output + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Cell256(float* g, int hidden, float* c, short* output)
    {
        for (int j = 0; j < hidden; j += 8)
        {
            var inGate = Activations.Logistic(Vector256.Load(g + j));
            var forget = Activations.Logistic(Vector256.Load(g + hidden + j));
            var candidate = Activations.Tanh(Vector256.Load(g + 2 * hidden + j));
            var outGate = Activations.Logistic(Vector256.Load(g + 3 * hidden + j));
            var cell = Vector256.FusedMultiplyAdd(forget, Vector256.Load(c + j), inGate * candidate);
            cell.Store(c + j);
            var whole = Vector256.FusedMultiplyAdd(outGate * Activations.Tanh(cell), Vector256.Create((float)QuantizedMatrix.Top), Vector256.Create(Rounder)).AsInt32();
            Vector256.Narrow(whole, whole).GetLower().Store(output + j);
        }
    }

    private static void CellScalar(float* g, int hidden, float* c, short* output)
    {
        for (int j = 0; j < hidden; j++)
        {
            float inGate = Activations.Logistic(g[j]), forget = Activations.Logistic(g[hidden + j]);
            float candidate = Activations.Tanh(g[2 * hidden + j]), outGate = Activations.Logistic(g[3 * hidden + j]);
            c[j] = MathF.FusedMultiplyAdd(forget, c[j], inGate * candidate);
            output[j] = Whole(outGate * Activations.Tanh(c[j]), QuantizedMatrix.Top);
        }
    }

    /// <summary>The whole numbers nearest to <paramref name="x"/> times <paramref name="factor"/>, which must be below 32,768.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Whole(Vector512<float> x, Vector512<float> factor)
    {
        var whole = Vector512.FusedMultiplyAdd(x, factor, Vector512.Create(Rounder)).AsInt32();
        return Vector512.Narrow(whole, whole).GetLower();
    }

    private static short Whole(float x, float factor) => (short)BitConverter.SingleToInt32Bits(MathF.FusedMultiplyAdd(x, factor, Rounder));
}
