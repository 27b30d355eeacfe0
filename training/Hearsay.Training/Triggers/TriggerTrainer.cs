using System.Numerics;
using Hearsay.Coding.Triggers;

namespace Hearsay.Training.Triggers;

/// <summary>
/// Fits one <see cref="TriggerNetwork"/> by the cross-entropy of its classes: Adam (Kingma and Ba 2015) with weight decay, inputs
/// and hidden units dropped at random, the rate falling to nothing. Seeded; one thread: the same examples give the same weights.
/// </summary>
internal sealed class TriggerTrainer
{
    private const int Hidden = 192, Epochs = 14, Batch = 64;
    private const float Rate = 1e-3f, Decay = 1e-3f, KeptInput = 0.9f, KeptUnit = 0.6f;

    private readonly TriggerNetwork network;
    private readonly float[][] weights, gradients, first, second;
    private readonly Random random;
    private int steps;

    private TriggerTrainer(int outputs, int seed)
    {
        network = new TriggerNetwork(TriggerFeatures.Size, Hidden, outputs);
        random = new Random(seed);
        weights = [network.First, network.FirstBias, network.Second, network.SecondBias];
        gradients = [.. weights.Select(w => new float[w.Length])];
        first = [.. weights.Select(w => new float[w.Length])];
        second = [.. weights.Select(w => new float[w.Length])];
        Start(network.First, MathF.Sqrt(12f / WordVectors.Size));
        Start(network.Second, MathF.Sqrt(6f / Hidden));
    }

    public static TriggerNetwork Fit(IReadOnlyList<TriggerExample> examples, int outputs, int seed)
    {
        var trainer = new TriggerTrainer(outputs, seed);
        trainer.Train(examples);
        return trainer.network;
    }

    private void Start(float[] part, float width)
    {
        for (int i = 0; i < part.Length; i++) part[i] = (random.NextSingle() * 2 - 1) * width;
    }

    private void Train(IReadOnlyList<TriggerExample> examples)
    {
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        int total = Epochs * ((examples.Count + Batch - 1) / Batch);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            for (int at = 0; at < order.Length; at += Batch)
            {
                foreach (float[] g in gradients) Array.Clear(g);
                int end = Math.Min(order.Length, at + Batch);
                for (int i = at; i < end; i++) loss += Learn(examples[order[i]]);
                Step(end - at, Rate * (1 - (float)steps / total));
            }
            Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  epoch {epoch + 1}: loss {loss / order.Length:0.0000}"));
        }
    }

    private double Learn(TriggerExample example)
    {
        float[] row = [.. example.Row.Select(x => x != 0 && random.NextSingle() < KeptInput ? x / KeptInput : 0)];
        float[] units = new float[Hidden], mask = new float[Hidden], back = new float[Hidden];
        network.Hide(row, units);
        for (int j = 0; j < Hidden; j++)
        {
            mask[j] = units[j] > 0 && random.NextSingle() < KeptUnit ? 1 / KeptUnit : 0;
            units[j] *= mask[j];
        }
        double[] probabilities = new double[network.Outputs];
        network.Decide(units, probabilities);
        for (int k = 0; k < network.Outputs; k++)
        {
            float d = example.Weight * (float)(probabilities[k] - (k == example.Class ? 1 : 0));
            gradients[3][k] += d;
            for (int j = 0; j < Hidden; j++)
            {
                if (mask[j] == 0) continue;
                gradients[2][j * network.Outputs + k] += units[j] * d;
                back[j] += network.Second[j * network.Outputs + k] * d * mask[j];
            }
        }
        Descend(row, back);
        return -example.Weight * Math.Log(Math.Max(1e-9, probabilities[example.Class]));
    }

    private void Descend(float[] row, float[] back)
    {
        int width = Vector<float>.Count;
        for (int j = 0; j < Hidden; j++) gradients[1][j] += back[j];
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] == 0) continue;
            var gradient = gradients[0].AsSpan(i * Hidden, Hidden);
            var factor = new Vector<float>(row[i]);
            for (int j = 0; j + width <= Hidden; j += width) (new Vector<float>(gradient[j..]) + factor * new Vector<float>(back.AsSpan(j))).CopyTo(gradient[j..]);
        }
    }

    private void Step(int count, float rate)
    {
        steps++;
        float fix1 = 1 - MathF.Pow(0.9f, steps), fix2 = 1 - MathF.Pow(0.999f, steps);
        for (int part = 0; part < weights.Length; part++)
        {
            float[] w = weights[part], g = gradients[part], m = first[part], v = second[part];
            for (int i = 0; i < w.Length; i++)
            {
                float d = g[i] / count;
                m[i] = 0.9f * m[i] + 0.1f * d;
                v[i] = 0.999f * v[i] + 0.001f * d * d;
                w[i] -= rate * (m[i] / fix1 / (MathF.Sqrt(v[i] / fix2) + 1e-8f) + Decay * w[i]);
            }
        }
    }
}
