namespace Hearsay.Language.Parsing;

/// <summary>
/// A weight matrix of <see cref="Inputs"/> rows and <see cref="Outputs"/> columns, stored in panels of 32 columns:
/// panel p holds, row after row, columns 32p to 32p+31, so that the multiplication reads memory in order. Columns
/// beyond the last are zero. The bias is a row of the padded width. The memory belongs to someone else.
/// </summary>
internal sealed unsafe class PackedMatrix
{
    /// <summary>Columns in a panel.</summary>
    public const int Panel = 32;

    public PackedMatrix(int inputs, int outputs, float* weights, float* bias)
    {
        Inputs = inputs;
        Outputs = outputs;
        Width = Padded(outputs);
        Weights = weights;
        Bias = bias;
    }

    /// <summary>A view of a block: the weights from <paramref name="offset"/> on, then the bias where there is one.</summary>
    public PackedMatrix(int inputs, int outputs, AlignedFloats block, int offset, bool hasBias)
        : this(inputs, outputs, block.Pointer + offset, hasBias ? block.Pointer + offset + inputs * Padded(outputs) : null)
    {
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Outputs rounded up to whole panels: the columns that a product has.</summary>
    public int Width { get; }

    public float* Weights { get; }

    /// <summary>Bias row, or null for none.</summary>
    public float* Bias { get; }

    /// <summary>Floats that the weights take.</summary>
    public int WeightCount => Inputs * Width;

    public static int Padded(int outputs) => (outputs + Panel - 1) / Panel * Panel;

    /// <summary>Offset in <see cref="Weights"/> of one element.</summary>
    public int Offset(int input, int output) => output / Panel * Panel * Inputs + input * Panel + output % Panel;

    /// <summary>
    /// Packs the transpose of a row-major matrix: <paramref name="rows"/> rows of <paramref name="inputs"/> floats
    /// become the columns. Used for the head vectors of a sentence, which act as weights in arc scoring.
    /// </summary>
    public static void PackTransposed(float* from, int stride, int rows, int inputs, float* to)
    {
        int width = Padded(rows);
        for (int p = 0; p < width; p += Panel)
        {
            float* panel = to + (long)p * inputs;
            int live = Math.Min(Panel, rows - p);
            for (int j = 0; j < live; j++)
            {
                float* row = from + (long)(p + j) * stride;
                for (int k = 0; k < inputs; k++) panel[k * Panel + j] = row[k];
            }
            for (int j = live; j < Panel; j++)
                for (int k = 0; k < inputs; k++) panel[k * Panel + j] = 0;
        }
    }
}
