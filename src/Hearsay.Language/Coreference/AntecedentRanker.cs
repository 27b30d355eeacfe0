using System.Globalization;

namespace Hearsay.Language.Coreference;

/// <summary>
/// Chooses the antecedent of a pronoun or a common noun phrase among its rivals, or none: networks of one hidden layer give each
/// pair a score from its <see cref="PairFeatures"/>, and the highest mean wins (a mention-ranking model; Denis and Baldridge
/// 2008). Pronouns and nouns have networks of their own. The weights are models/en/antecedents.csv, one number a line, and are
/// part of the assembly; a file of another length or with something else than numbers is refused. Sums run in one order
/// everywhere, so that the same text gives the same chains on every machine.
/// </summary>
internal sealed class AntecedentRanker
{
    /// <summary>Units of the hidden layer.</summary>
    public const int Hidden = 24;

    /// <summary>How many numbers one network has: input weights by feature, biases, output weights.</summary>
    public const int NetworkSize = (PairFeatures.Count + 2) * Hidden;

    /// <summary>How many networks give a score together, as their mean.</summary>
    public const int Voices = 3;

    /// <summary>How many numbers a model has: those of the networks for pronouns, then of those for nouns.</summary>
    public const int Size = 2 * Voices * NetworkSize;

    private static readonly Lazy<AntecedentRanker> Delivered = new(Deliver);

    // How much better than the best rival "none" must be: a chain that breaks costs more than a wrong link. Chosen on folds of gum-free-train.
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
        bool pronoun = c.Form == MentionForm.Pronoun;
        float best = Score(x, pronoun) - (pronoun ? marginOfPronoun : marginOfNoun);
        Candidate? chosen = null;
        for (int i = 0; i < rivals.Count; i++)
        {
            pairs.Fill(i, x);
            float score = Score(x, pronoun);
            if (score <= best) continue;
            best = score;
            chosen = rivals[i];
        }
        return chosen;
    }

    private float Score(ReadOnlySpan<float> x, bool pronoun)
    {
        float sum = 0;
        for (int v = 0; v < Voices; v++)
            sum += Score(x, weights.AsSpan(((pronoun ? 0 : Voices) + v) * NetworkSize, NetworkSize));
        return sum / Voices;
    }

    private static float Score(ReadOnlySpan<float> x, ReadOnlySpan<float> network)
    {
        Span<float> hidden = stackalloc float[Hidden];
        network.Slice(PairFeatures.Count * Hidden, Hidden).CopyTo(hidden);
        for (int f = 0; f < x.Length; f++)
        {
            if (x[f] == 0) continue;
            var row = network.Slice(f * Hidden, Hidden);
            for (int h = 0; h < Hidden; h++) hidden[h] += x[f] * row[h];
        }
        var output = network.Slice((PairFeatures.Count + 1) * Hidden, Hidden);
        float score = 0;
        for (int h = 0; h < Hidden; h++) score += Math.Max(0, hidden[h]) * output[h];
        return score;
    }

    /// <summary>Reads a model file: a header line, then the weights in their order, one a line.</summary>
    /// <exception cref="InvalidDataException">It holds something else, or was trained for other features; the message says where and the remedy.</exception>
    public static AntecedentRanker Read(TextReader reader, string name)
    {
        reader.ReadLine();
        var weights = new List<float>(Size);
        while (reader.ReadLine() is { } line)
        {
            if (!float.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out float weight) || !float.IsFinite(weight))
                throw new InvalidDataException($"{name}:{weights.Count + 2}: “{line}” is no weight. Train the file again (models/README.md).");
            weights.Add(weight);
        }
        if (weights.Count != Size)
            throw new InvalidDataException($"{name} has {weights.Count} weights, this version's features need {Size}. Train the file again (models/README.md).");
        return new AntecedentRanker([.. weights]);
    }

    /// <summary>Writes what <see cref="Read(TextReader, string)"/> reads.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write("weight\n");
        foreach (float weight in weights) writer.Write(weight.ToString("G4", CultureInfo.InvariantCulture) + "\n");
    }

    private static AntecedentRanker Deliver()
    {
        const string resource = "Hearsay.Language.Coreference.antecedents.csv";
        using var stream = typeof(AntecedentRanker).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its embedded model {resource}.");
        using var reader = new StreamReader(stream);
        return Read(reader, "antecedents.csv");
    }
}
