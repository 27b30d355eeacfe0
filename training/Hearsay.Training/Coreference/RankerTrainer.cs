using Hearsay.Language.Coreference;

namespace Hearsay.Training.Coreference;

/// <summary>
/// Fits the networks of <see cref="AntecedentRanker"/>: the loss of an example is −log of the share that the softmax over its
/// vectors gives to the right ones. Adam (Kingma and Ba 2015) with weight decay, hidden units dropped at random, weights
/// averaged over the second half. Seeded; one thread: the same examples give the same weights.
/// </summary>
internal sealed class RankerTrainer(int seed)
{
    private const int Inputs = PairFeatures.Count, Hidden = AntecedentRanker.Hidden, Epochs = 20, Batch = 16;
    private const float Rate = 0.002f, Decay = 1e-3f, Kept = 0.7f;

    private readonly float[] weights = new float[AntecedentRanker.NetworkSize], gradient = new float[AntecedentRanker.NetworkSize];
    private readonly float[] first = new float[AntecedentRanker.NetworkSize], second = new float[AntecedentRanker.NetworkSize];
    private readonly double[] sum = new double[AntecedentRanker.NetworkSize];
    private readonly Random random = new(seed);
    private int steps;

    /// <summary>A ranker's networks: those for pronouns from the pronouns among the examples, those for nouns from the others.</summary>
    public static AntecedentRanker Fit(IReadOnlyList<RankingExample> examples, int seed)
    {
        var (pronouns, nouns) = (examples.Where(e => e.Pronoun).ToList(), examples.Where(e => !e.Pronoun).ToList());
        return new([.. new[] { pronouns, nouns }.SelectMany(part =>
            Enumerable.Range(seed, AntecedentRanker.Voices).SelectMany(voice => new RankerTrainer(voice).Train(part)))]);
    }

    /// <summary>The weights after all epochs.</summary>
    private float[] Train(IReadOnlyList<RankingExample> examples)
    {
        for (int i = 0; i < weights.Length; i++)
            weights[i] = i / Hidden == Inputs ? 0 : (float)(random.NextDouble() * 2 - 1) * MathF.Sqrt(6f / (20 + Hidden));
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        int averaged = 0;
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            for (int at = 0; at < order.Length; at += Batch)
            {
                Array.Clear(gradient);
                int end = Math.Min(order.Length, at + Batch);
                for (int i = at; i < end; i++) Backward(examples[order[i]]);
                Step(end - at, Rate * (1 - (float)epoch / Epochs));
            }
            if (epoch < Epochs / 2) continue;
            averaged++;
            for (int i = 0; i < weights.Length; i++) sum[i] += weights[i];
        }
        return [.. sum.Select(s => (float)(s / averaged))];
    }

    private void Backward(RankingExample example)
    {
        int n = example.Vectors.Length;
        var hidden = new float[n * Hidden];
        var scores = new float[n];
        Span<float> mask = stackalloc float[Hidden];
        for (int h = 0; h < Hidden; h++) mask[h] = random.NextSingle() < Kept ? 1 / Kept : 0;
        for (int i = 0; i < n; i++) scores[i] = Forward(example.Vectors[i], hidden.AsSpan(i * Hidden, Hidden), mask);
        float top = scores.Max();
        double all = 0, right = 0;
        for (int i = 0; i < n; i++)
        {
            double e = Math.Exp(scores[i] - top);
            all += e;
            if (example.Right[i]) right += e;
        }
        for (int i = 0; i < n; i++)
        {
            double e = Math.Exp(scores[i] - top);
            float d = (float)(e / all - (example.Right[i] ? e / right : 0));
            Descend(example.Vectors[i], hidden.AsSpan(i * Hidden, Hidden), mask, d);
        }
    }

    private float Forward(float[] x, Span<float> hidden, ReadOnlySpan<float> mask)
    {
        weights.AsSpan(Inputs * Hidden, Hidden).CopyTo(hidden);
        for (int f = 0; f < Inputs; f++)
            if (x[f] != 0)
                for (int h = 0; h < Hidden; h++) hidden[h] += x[f] * weights[f * Hidden + h];
        float score = 0;
        for (int h = 0; h < Hidden; h++)
        {
            hidden[h] = Math.Max(0, hidden[h]) * mask[h];
            score += hidden[h] * weights[(Inputs + 1) * Hidden + h];
        }
        return score;
    }

    private void Descend(float[] x, ReadOnlySpan<float> hidden, ReadOnlySpan<float> mask, float d)
    {
        Span<float> back = stackalloc float[Hidden];
        for (int h = 0; h < Hidden; h++)
        {
            gradient[(Inputs + 1) * Hidden + h] += d * hidden[h];
            back[h] = hidden[h] > 0 ? d * weights[(Inputs + 1) * Hidden + h] * mask[h] : 0;
            gradient[Inputs * Hidden + h] += back[h];
        }
        for (int f = 0; f < Inputs; f++)
            if (x[f] != 0)
                for (int h = 0; h < Hidden; h++) gradient[f * Hidden + h] += x[f] * back[h];
    }

    private void Step(int count, float rate)
    {
        steps++;
        float fix1 = 1 - MathF.Pow(0.9f, steps), fix2 = 1 - MathF.Pow(0.999f, steps);
        for (int i = 0; i < weights.Length; i++)
        {
            float g = gradient[i] / count;
            first[i] = 0.9f * first[i] + 0.1f * g;
            second[i] = 0.999f * second[i] + 0.001f * g * g;
            weights[i] -= rate * (first[i] / fix1 / (MathF.Sqrt(second[i] / fix2) + 1e-8f) + Decay * weights[i]);
        }
    }
}
