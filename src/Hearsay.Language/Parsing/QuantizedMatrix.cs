namespace Hearsay.Language.Parsing;

/// <summary>
/// A weight matrix in 12-bit whole numbers for inputs of 12 bits, so that a sum over a whole column still fits 32 bits
/// and comes out the same in whatever order and width it is taken. Each column has a scale of its own. Stored in panels
/// of 32 columns like <see cref="PackedMatrix"/>, with the weights of two inputs side by side: that is what the
/// processors' multiply–add of 16-bit pairs reads. Takes at most <see cref="MostInputs"/> inputs.
/// </summary>
internal sealed unsafe class QuantizedMatrix
{
    /// <summary>Largest input; the smallest is its negative.</summary>
    public const int Top = 2047;

    /// <summary>Inputs whose products with the largest weights just fit into 32 bits; more make the weights coarser.</summary>
    public const int MostInputs = 4096;

    private const int Panel = PackedMatrix.Panel;
    private readonly AlignedFloats weights, scales, bias;

    /// <param name="matrix">The weights and their bias; read once.</param>
    /// <param name="unit">What an input of 1 stands for.</param>
    public QuantizedMatrix(PackedMatrix matrix, float unit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(matrix.Inputs, MostInputs);
        Pairs = (matrix.Inputs + 1) / 2;
        Width = matrix.Width;
        weights = new AlignedFloats(Pairs * Width);
        scales = new AlignedFloats(Width);
        bias = new AlignedFloats(Width);
        if (matrix.Bias != null) new ReadOnlySpan<float>(matrix.Bias, Width).CopyTo(bias.Span);
        int most = Math.Min(Top, int.MaxValue / (Top * 2 * Pairs));
        for (int panel = 0; panel < Width; panel += Panel) Quantize(matrix, panel, most, unit);
    }

    /// <summary>Pairs of inputs; an odd last input is paired with zero.</summary>
    public int Pairs { get; }

    public int Width { get; }

    /// <summary>Weights of pair i of a panel's 32 columns at panel·Pairs·64 + 64·i, both of a column side by side.</summary>
    public short* Weights => (short*)weights.Pointer;

    /// <summary>What a sum of 1 is worth, by column.</summary>
    public float* Scales => scales.Pointer;

    public float* Bias => bias.Pointer;

    // Row by row, as the weights lie in memory.
    private void Quantize(PackedMatrix matrix, int panel, int most, float unit)
    {
        float* from = matrix.Weights + (long)panel * matrix.Inputs, scale = Scales + panel;
        float* factors = stackalloc float[Panel];
        new Span<float>(factors, Panel).Clear();
        for (int i = 0; i < matrix.Inputs * Panel; i++) factors[i % Panel] = Math.Max(factors[i % Panel], Math.Abs(from[i]));
        for (int j = 0; j < Panel; j++)
        {
            scale[j] = factors[j] / most * unit;
            factors[j] = factors[j] == 0 ? 0 : most / factors[j];
        }
        short* to = Weights + (long)panel * Pairs * 2;
        for (int i = 0; i < matrix.Inputs; i++)
            for (int j = 0; j < Panel; j++)
                to[i / 2 * 2 * Panel + 2 * j + i % 2] = (short)MathF.Round(from[i * Panel + j] * factors[j]);
    }
}
