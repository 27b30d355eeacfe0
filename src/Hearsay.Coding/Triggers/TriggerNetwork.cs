using System.Numerics;
using System.Runtime.InteropServices;

namespace Hearsay.Coding.Triggers;

/// <summary>
/// A network of one hidden layer: <c>softmax(relu(x·W + b)·V + c)</c> in float32. Sums run in a fixed order whatever the width of the
/// machine's vectors, so results are the same everywhere. The training program writes into the arrays.
/// </summary>
public sealed class TriggerNetwork(int inputs, int hidden, int outputs)
{
    /// <summary>Numbers in a row of input.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>Hidden units.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>Classes.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>W, one row of <see cref="Hidden"/> numbers for each input.</summary>
    public float[] First { get; init; } = new float[inputs * hidden];

    /// <summary>b.</summary>
    public float[] FirstBias { get; init; } = new float[hidden];

    /// <summary>V, one row of <see cref="Outputs"/> numbers for each hidden unit.</summary>
    public float[] Second { get; init; } = new float[hidden * outputs];

    /// <summary>c.</summary>
    public float[] SecondBias { get; init; } = new float[outputs];

    /// <summary>Fills <paramref name="units"/> with the hidden layer before it is cut off at zero; inputs that are zero cost nothing.</summary>
    public void Hide(ReadOnlySpan<float> row, Span<float> units)
    {
        FirstBias.CopyTo(units);
        int width = Vector<float>.Count, whole = Hidden - Hidden % width;
        var sums = MemoryMarshal.Cast<float, Vector<float>>(units[..whole]);
        for (int i = 0; i < row.Length; i++)
        {
            float x = row[i];
            if (x == 0) continue;
            var weights = MemoryMarshal.Cast<float, Vector<float>>(First.AsSpan(i * Hidden, whole));
            var factor = new Vector<float>(x);
            for (int j = 0; j < sums.Length; j++) sums[j] += factor * weights[j];
            for (int j = whole; j < Hidden; j++) units[j] += x * First[i * Hidden + j];
        }
    }

    /// <summary>The probabilities of the classes, given the <paramref name="units"/> of <see cref="Hide"/>, added to <paramref name="into"/>.</summary>
    public void Decide(ReadOnlySpan<float> units, Span<double> into)
    {
        Span<double> sums = stackalloc double[Outputs];
        for (int k = 0; k < Outputs; k++) sums[k] = SecondBias[k];
        for (int j = 0; j < Hidden; j++)
            if (units[j] > 0)
                for (int k = 0; k < Outputs; k++) sums[k] += units[j] * Second[j * Outputs + k];
        double top = double.NegativeInfinity, total = 0;
        foreach (double s in sums) top = Math.Max(top, s);
        for (int k = 0; k < Outputs; k++) total += sums[k] = Math.Exp(sums[k] - top);
        for (int k = 0; k < Outputs; k++) into[k] += sums[k] / total;
    }

    internal static TriggerNetwork Read(BinaryReader reader, int outputs)
    {
        int inputs = reader.ReadInt32(), hidden = reader.ReadInt32();
        return new TriggerNetwork(inputs, hidden, outputs) { First = Floats(reader, inputs * hidden), FirstBias = Floats(reader, hidden), Second = Floats(reader, hidden * outputs), SecondBias = Floats(reader, outputs) };
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Inputs);
        writer.Write(Hidden);
        foreach (float[] part in (float[][])[First, FirstBias, Second, SecondBias])
            foreach (float f in part) writer.Write(f);
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        float[] numbers = new float[count];
        byte[] bytes = reader.ReadBytes(count * sizeof(float));
        if (bytes.Length != count * sizeof(float)) throw new EndOfStreamException();
        Buffer.BlockCopy(bytes, 0, numbers, 0, bytes.Length);
        return numbers;
    }
}
