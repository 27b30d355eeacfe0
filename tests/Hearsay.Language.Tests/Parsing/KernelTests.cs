using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests.Parsing;

/// <summary>All vector widths give the same bits, and those are the product.</summary>
public sealed class KernelTests
{
    private static readonly VectorPath[] Paths = [VectorPath.Scalar, VectorPath.Vector256, VectorPath.Vector512];

    [Theory]
    [InlineData(1, 16, 5, false)]
    [InlineData(7, 32, 33, true)]
    [InlineData(8, 17, 64, false)]
    [InlineData(13, 48, 100, true)]
    [InlineData(29, 160, 96, false)]
    public void A_product_is_the_same_on_every_path(int rows, int inputs, int outputs, bool accumulate)
    {
        var random = new Random(rows);
        int width = PackedMatrix.Padded(outputs);
        AlignedFloats a = Filled(random, rows * inputs), w = Filled(random, (inputs + 1) * width), start = Filled(random, rows * width);
        var matrix = new PackedMatrix(inputs, outputs, w, 0, hasBias: true);
        var results = new List<float[]>();
        foreach (var path in Paths)
        {
            var c = new AlignedFloats(rows * width);
            start.Span.CopyTo(c.Span);
            MatrixKernels.Multiply(path, a, matrix, c, rows, accumulate);
            results.Add(c.Span.ToArray());
        }
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < outputs; j++)
            {
                double expected = accumulate ? start.Span[i * width + j] : w.Span[inputs * width + j];
                for (int k = 0; k < inputs; k++) expected += (double)a.Span[i * inputs + k] * w.Span[matrix.Offset(k, j)];
                Assert.Equal(expected, results[0][i * width + j], 1e-4);
            }
        GC.KeepAlive(w);
    }

    [Fact]
    public void A_row_does_not_depend_on_the_rows_beside_it()
    {
        var random = new Random(4);
        AlignedFloats a = Filled(random, 21 * 40), w = Filled(random, 40 * 64), all = new(21 * 64), row = new(40), one = new(64);
        var matrix = new PackedMatrix(40, 64, w, 0, hasBias: false);
        MatrixKernels.Multiply(VectorPaths.Best, a, matrix, all, 21, accumulate: false);
        for (int i = 0; i < 21; i++)
        {
            a.Span.Slice(i * 40, 40).CopyTo(row.Span);
            MatrixKernels.Multiply(VectorPaths.Best, row, matrix, one, 1, accumulate: false);
            Assert.Equal(all.Span.Slice(i * 64, 64).ToArray(), one.Span.ToArray());
        }
        GC.KeepAlive(w);
    }

    [Theory]
    [InlineData(1, 16, 5, false)]
    [InlineData(7, 31, 33, true)]
    [InlineData(8, 448, 64, false)]
    [InlineData(13, 48, 100, true)]
    [InlineData(29, 600, 96, false)]
    public unsafe void A_product_of_whole_numbers_is_the_same_on_every_path(int rows, int inputs, int outputs, bool accumulate)
    {
        const float Unit = 1f / QuantizedMatrix.Top;
        var random = new Random(rows);
        int width = PackedMatrix.Padded(outputs), stride = inputs + inputs % 2;
        AlignedFloats w = Filled(random, (inputs + 1) * width), start = Filled(random, rows * width), numbers = new(rows * stride);
        var matrix = new PackedMatrix(inputs, outputs, w, 0, hasBias: true);
        var quantized = new QuantizedMatrix(matrix, Unit);
        short* a = (short*)numbers.Pointer;
        for (int i = 0; i < rows; i++)
            for (int k = 0; k < inputs; k++) a[i * stride + k] = (short)random.Next(-QuantizedMatrix.Top, QuantizedMatrix.Top + 1);
        var results = new List<float[]>();
        foreach (var path in Paths)
        {
            var c = new AlignedFloats(rows * width);
            start.Span.CopyTo(c.Span);
            IntegerKernels.Multiply(path, a, stride, quantized, c.Pointer, width, rows, accumulate);
            results.Add(c.Span.ToArray());
        }
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < outputs; j++)
            {
                double expected = accumulate ? start.Span[i * width + j] : w.Span[inputs * width + j];
                for (int k = 0; k < inputs; k++) expected += (double)a[i * stride + k] * Unit * w.Span[matrix.Offset(k, j)];
                Assert.Equal(expected, results[0][i * width + j], 0.02);
            }
        GC.KeepAlive((w, numbers));
    }

    [Fact]
    public unsafe void The_largest_numbers_do_not_overflow_a_sum()
    {
        AlignedFloats w = new(512 * 32), numbers = new(256), c = new(32);
        w.Span.Fill(-3);
        var quantized = new QuantizedMatrix(new PackedMatrix(512, 32, w, 0, hasBias: false), 1f);
        new Span<short>((short*)numbers.Pointer, 512).Fill(QuantizedMatrix.Top);
        IntegerKernels.Multiply(VectorPaths.Best, (short*)numbers.Pointer, 512, quantized, c.Pointer, 32, 1, accumulate: false);
        Assert.Equal(-3.0 * 512 * QuantizedMatrix.Top, c.Span[31], 16.0);
        GC.KeepAlive((w, numbers));
    }

    [Fact]
    public unsafe void A_recurrent_step_is_the_same_on_every_path()
    {
        var random = new Random(7);
        const int Hidden = 48;
        AlignedFloats gates = Filled(random, 4 * Hidden, 4f), cell = Filled(random, Hidden);
        var cells = new List<float[]>();
        var states = new List<short[]>();
        foreach (var path in Paths)
        {
            AlignedFloats c = new(Hidden), h = new(Hidden / 2);
            cell.Span.CopyTo(c.Span);
            Lstm.Cell(path, gates.Pointer, Hidden, c.Pointer, (short*)h.Pointer);
            cells.Add(c.Span.ToArray());
            states.Add(new Span<short>((short*)h.Pointer, Hidden).ToArray());
            GC.KeepAlive((c, h));
        }
        Assert.Equal(cells[0], cells[1]);
        Assert.Equal(cells[0], cells[2]);
        Assert.Equal(states[0], states[1]);
        Assert.Equal(states[0], states[2]);
        for (int j = 0; j < Hidden; j++)
        {
            double Logistic(int gate) => 1 / (1 + Math.Exp(-gates.Span[gate * Hidden + j]));
            double state = Logistic(1) * cell.Span[j] + Logistic(0) * Math.Tanh(gates.Span[2 * Hidden + j]);
            Assert.Equal(Logistic(3) * Math.Tanh(state), states[0][j] * Lstm.Unit, 0.6 * Lstm.Unit);
        }
        GC.KeepAlive((gates, cell));
    }

    [Fact]
    public void Exponential_and_tangent_are_close_to_the_true_ones()
    {
        for (float x = -30; x < 30; x += 0.0371f)
        {
            Assert.Equal(1, Activations.Exp(x) / Math.Exp(x), 5e-6);
            Assert.Equal(Math.Tanh(x), Activations.Tanh(x), 5e-6);
            Assert.Equal(1 / (1 + Math.Exp(-x)), Activations.Logistic(x), 5e-6);
        }
        Assert.Equal(1f, Activations.Tanh(1000f));
        Assert.Equal(-1f, Activations.Tanh(-1000f));
    }

    [Fact]
    public void The_largest_is_found_wherever_it_stands_and_the_first_of_equals_wins()
    {
        for (int n = 1; n <= 40; n++)
            for (int at = 0; at < n; at++)
            {
                float[] row = [.. Enumerable.Repeat(-2f, n)];
                row[at] = 3;
                Assert.Equal(at, RowKernels.ArgMax(row));
                row[n - 1] = 3;
                Assert.Equal(at, RowKernels.ArgMax(row));
            }
    }

    private static AlignedFloats Filled(Random random, int n, float scale = 1f)
    {
        var block = new AlignedFloats(n);
        foreach (ref float x in block.Span) x = scale * (2 * random.NextSingle() - 1);
        return block;
    }
}
