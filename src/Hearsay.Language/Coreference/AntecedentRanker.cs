using System.Globalization;

namespace Hearsay.Language.Coreference;

/// <summary>
/// Chooses the antecedent of a pronoun or a common noun phrase among its rivals, or none: a network of one hidden layer gives each
/// pair a score from its <see cref="PairFeatures"/>, and the highest wins (a mention-ranking model; Denis and Baldridge
/// 2008). The weights are models/en/antecedents.csv, one number a line, and are part of the assembly. Sums run in one order
/// everywhere, so that the same text gives the same chains on every machine.
/// </summary>
internal sealed class AntecedentRanker
{
    /// <summary>Units of the hidden layer.</summary>
    public const int Hidden = 24;

    /// <summary>How many numbers a model has: input weights by feature, biases, output weights.</summary>
    public const int Size = (PairFeatures.Count + 2) * Hidden;

    private static readonly Lazy<AntecedentRanker> Delivered = new(Read);

    // How much better than the best rival "none" must be: a chain that breaks costs more than a wrong link. Chosen on gum-free-dev.
    private const float MarginOfPronoun = 1, MarginOfNoun = 1;

    private readonly float[] weights;
    private readonly float marginOfPronoun, marginOfNoun;

    /// <summary>Takes weights in the order of the file, and other margins for training to compare.</summary>
    public AntecedentRanker(float[] weights, float marginOfPronoun = MarginOfPronoun, float marginOfNoun = MarginOfNoun)
    {
        this.marginOfPronoun = marginOfPronoun;
        this.marginOfNoun = marginOfNoun;
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, Size);
        this.weights = weights;
    }

    /// <summary>The model that is delivered with the assembly.</summary>
    public static AntecedentRanker Instance => Delivered.Value;

    /// <summary>The best rival, nearest first in <paramref name="rivals"/>; null when "no antecedent" scores higher.</summary>
    public Candidate? Choose(Candidate c, IReadOnlyList<Candidate> rivals, EntityPool pool, Candidate? topic)
    {
        if (rivals.Count == 0) return null;
        Span<float> x = stackalloc float[PairFeatures.Count];
        var pairs = new AntecedentPairs(c, rivals, pool, topic);
        pairs.Fill(-1, x);
        float best = Score(x) - (c.Form == MentionForm.Pronoun ? marginOfPronoun : marginOfNoun);
        Candidate? chosen = null;
        for (int i = 0; i < rivals.Count; i++)
        {
            pairs.Fill(i, x);
            float score = Score(x);
            if (score <= best) continue;
            best = score;
            chosen = rivals[i];
        }
        return chosen;
    }

    /// <summary>The score of one vector.</summary>
    public float Score(ReadOnlySpan<float> x)
    {
        Span<float> hidden = stackalloc float[Hidden];
        weights.AsSpan(PairFeatures.Count * Hidden, Hidden).CopyTo(hidden);
        for (int f = 0; f < x.Length; f++)
        {
            if (x[f] == 0) continue;
            var row = weights.AsSpan(f * Hidden, Hidden);
            for (int h = 0; h < Hidden; h++) hidden[h] += x[f] * row[h];
        }
        var output = weights.AsSpan((PairFeatures.Count + 1) * Hidden, Hidden);
        float score = 0;
        for (int h = 0; h < Hidden; h++) score += Math.Max(0, hidden[h]) * output[h];
        return score;
    }

    private static AntecedentRanker Read()
    {
        const string resource = "Hearsay.Language.Coreference.antecedents.csv";
        using var stream = typeof(AntecedentRanker).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its embedded model {resource}.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var weights = new float[Size];
        for (int i = 0; i < Size; i++)
            weights[i] = float.Parse(reader.ReadLine() ?? throw new InvalidOperationException($"{resource} ends early; train it again."), CultureInfo.InvariantCulture);
        return new AntecedentRanker(weights);
    }
}
