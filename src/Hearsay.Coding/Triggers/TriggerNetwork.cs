using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hearsay.Coding.Triggers;

/// <summary>
/// A network of one hidden layer: <c>softmax(relu(x·W + b)·V + c)</c> in float32. Sums run in a fixed order whatever the width of the
/// machine's vectors, so results are the same everywhere. The training program writes into the arrays.
/// </summary>
public sealed class TriggerNetwork(int inputs, int hidden, int outputs)
{
    private const int Stretch = 50; // inputs whose weights stay in the processor's nearest memory for all rows

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

    /// <summary>
    /// Fills <paramref name="units"/> with the hidden layers of one or more <paramref name="rows"/>, before they are cut off at zero.
    /// Rows are taken by four, so that a weight is fetched once for all of them; a row's stretch of zeros costs nothing.
    /// </summary>
    public void Hide(ReadOnlySpan<float> rows, Span<float> units)
    {
        int count = rows.Length / Inputs;
        for (int row = 0; row < count; row++) FirstBias.CopyTo(units[(row * Hidden)..]);
        Span<int> four = stackalloc int[4];
        for (int start = 0; start < Inputs; start += Stretch)
        {
            int length = Math.Min(Stretch, Inputs - start), waiting = 0;
            for (int row = 0; row < count; row++)
            {
                if (rows.Slice(row * Inputs + start, length).ContainsAnyExcept(0f)) four[waiting++] = row;
                if (waiting == 0 || waiting < four.Length && row < count - 1) continue;
                four[waiting..].Fill(four[0]); // the same sums again
                if (waiting == 1) Add(rows.Slice(four[0] * Inputs + start, length), start, units.Slice(four[0] * Hidden, Hidden));
                else AddFour(rows, four, start, length, units);
                waiting = 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<float> x, int start, Span<float> units)
    {
        int width = Vector<float>.Count, whole = Hidden - Hidden % width;
        var sums = MemoryMarshal.Cast<float, Vector<float>>(units[..whole]);
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] == 0) continue;
            var weights = First.AsSpan((start + i) * Hidden, Hidden);
            var some = MemoryMarshal.Cast<float, Vector<float>>(weights[..whole]);
            for (int j = 0; j < sums.Length; j++) sums[j] += x[i] * some[j];
            for (int j = whole; j < Hidden; j++) units[j] += x[i] * weights[j];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFour(ReadOnlySpan<float> rows, ReadOnlySpan<int> four, int start, int length, Span<float> units)
    {
        ReadOnlySpan<float> xa = rows.Slice(four[0] * Inputs + start, length), xb = rows.Slice(four[1] * Inputs + start, length), xc = rows.Slice(four[2] * Inputs + start, length), xd = rows.Slice(four[3] * Inputs + start, length);
        Span<float> a = units.Slice(four[0] * Hidden, Hidden), b = units.Slice(four[1] * Hidden, Hidden), c = units.Slice(four[2] * Hidden, Hidden), d = units.Slice(four[3] * Hidden, Hidden);
        int width = Vector<float>.Count, unit = 0;
        for (; unit + 2 * width <= Hidden; unit += 2 * width)
        {
            int next = unit + width;
            Vector<float> a0 = new(a[unit..]), a1 = new(a[next..]), b0 = new(b[unit..]), b1 = new(b[next..]), c0 = new(c[unit..]), c1 = new(c[next..]), d0 = new(d[unit..]), d1 = new(d[next..]);
            var weights = First.AsSpan(start * Hidden + unit);
            for (int i = 0; i < length; i++)
            {
                var stretch = weights.Slice(i * Hidden, 2 * width);
                Vector<float> w0 = new(stretch), w1 = new(stretch[width..]), x = new(xa[i]);
                a0 += x * w0;
                a1 += x * w1;
                x = new(xb[i]);
                b0 += x * w0;
                b1 += x * w1;
                x = new(xc[i]);
                c0 += x * w0;
                c1 += x * w1;
                x = new(xd[i]);
                d0 += x * w0;
                d1 += x * w1;
            }
            a0.CopyTo(a[unit..]);
            a1.CopyTo(a[next..]);
            b0.CopyTo(b[unit..]);
            b1.CopyTo(b[next..]);
            c0.CopyTo(c[unit..]);
            c1.CopyTo(c[next..]);
            d0.CopyTo(d[unit..]);
            d1.CopyTo(d[next..]);
        }
        for (; unit < Hidden; unit++)
        {
            var (a0, b0, c0, d0) = (a[unit], b[unit], c[unit], d[unit]);
            for (int i = 0, at = start * Hidden + unit; i < length; i++, at += Hidden) (a0, b0, c0, d0) = (a0 + xa[i] * First[at], b0 + xb[i] * First[at], c0 + xc[i] * First[at], d0 + xd[i] * First[at]);
            (a[unit], b[unit], c[unit], d[unit]) = (a0, b0, c0, d0);
        }
    }

    /// <summary>The probabilities of the classes, given the <paramref name="units"/> of a row, added to <paramref name="into"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decide(ReadOnlySpan<float> units, Span<double> into)
    {
        Span<double> sums = stackalloc double[Outputs];
        for (int k = 0; k < sums.Length; k++) sums[k] = SecondBias[k];
        for (int j = 0; j < Hidden; j++)
        {
            float unit = units[j];
            if (!(unit > 0)) continue;
            var weights = Second.AsSpan(j * Outputs, sums.Length);
            int k = 0, half = Vector<double>.Count;
            for (; k + 2 * half <= sums.Length; k += 2 * half)
            {
                Vector.Widen(unit * new Vector<float>(weights[k..]), out var low, out var high);
                (new Vector<double>(sums[k..]) + low).CopyTo(sums[k..]);
                (new Vector<double>(sums[(k + half)..]) + high).CopyTo(sums[(k + half)..]);
            }
            for (; k < weights.Length; k++) sums[k] += unit * weights[k];
        }
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
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
