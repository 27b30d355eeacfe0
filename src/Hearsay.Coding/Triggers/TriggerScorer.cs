using Hearsay.Coding.Actors;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Predicates;

namespace Hearsay.Coding.Triggers;

/// <summary>
/// How likely a word is an event of each type, judged by its likeness to words of the patterns and of eval/corpus's train
/// part: the mean of some small networks over <see cref="TriggerFeatures"/>. It chooses among readings that the
/// patterns leave open and never makes an event by itself. The model is models/en/triggers.bin, made by
/// <c>Hearsay.Training triggers</c>. Immutable; shared between threads.
/// </summary>
public sealed class TriggerScorer
{
    private const uint Magic = 0x31475254; // "TRG1"

    private const int Batch = 32;

    private readonly TriggerFeatures features;
    private readonly IReadOnlyList<TriggerNetwork> networks;

    /// <summary>A scorer over the classes <paramref name="types"/>, the first of which means "no event".</summary>
    public TriggerScorer(WordVectors vectors, IReadOnlyList<string> types, IReadOnlyList<TriggerNetwork> networks)
    {
        Vectors = vectors;
        Types = types;
        this.networks = networks;
        features = new TriggerFeatures(vectors);
    }

    /// <summary>The class that says "no event".</summary>
    public const string None = "-";

    /// <summary>What the scorer knows of words.</summary>
    public WordVectors Vectors { get; }

    /// <summary>The classes: <see cref="None"/>, then PLOVER's event types.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The probability of each of <see cref="Types"/> for each of <paramref name="words"/>; they sum to 1. Many at once cost less than one by one.</summary>
    public IReadOnlyList<double[]> Score(IReadOnlyList<(PredicateGraph Graph, int Token)> words, ActorIndex actors)
    {
        var scores = new List<double[]>(words.Count);
        float[] rows = new float[Math.Min(Batch, words.Count) * TriggerFeatures.Size];
        for (int start = 0; start < words.Count; start += Batch)
        {
            int count = Math.Min(Batch, words.Count - start);
            for (int i = 0; i < count; i++) features.Fill(words[start + i].Graph, actors, words[start + i].Token, rows.AsSpan(i * TriggerFeatures.Size, TriggerFeatures.Size));
            scores.AddRange(Score(rows.AsSpan(0, count * TriggerFeatures.Size)));
        }
        return scores;
    }

    /// <summary>The likeliest class by the probabilities of <see cref="Types"/>, and how likely <paramref name="type"/> is.</summary>
    public Sense Sense(double[] scores, string type)
    {
        int best = 0;
        for (int k = 1; k < scores.Length; k++) if (scores[k] > scores[best]) best = k;
        double own = Enumerable.Range(0, scores.Length).Where(k => Types[k] == type).Select(k => scores[k]).FirstOrDefault();
        return new Sense(Types[best], Math.Round(scores[best], 2), Math.Round(own, 2));
    }

    /// <summary>The probabilities for rows of <see cref="TriggerFeatures"/>.</summary>
    public double[][] Score(ReadOnlySpan<float> rows)
    {
        double[][] sums = [.. Enumerable.Range(0, rows.Length / TriggerFeatures.Size).Select(_ => new double[Types.Count])];
        foreach (var network in networks)
        {
            float[] units = new float[sums.Length * network.Hidden];
            network.Hide(rows, units);
            for (int i = 0; i < sums.Length; i++) network.Decide(units.AsSpan(i * network.Hidden, network.Hidden), sums[i]);
        }
        foreach (double[] row in sums)
            for (int k = 0; k < row.Length; k++) row[k] /= networks.Count;
        return sums;
    }

    /// <summary>Loads a model file.</summary>
    /// <exception cref="KnowledgeException">HS2025: the file is missing, cut short or of another version.</exception>
    public static TriggerScorer Load(string file)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(file));
            if (reader.ReadUInt32() != Magic) throw new InvalidDataException("it does not begin with TRG1");
            var vectors = WordVectors.Read(reader);
            string[] types = reader.ReadString().Split(' ');
            var networks = new List<TriggerNetwork>();
            for (int left = reader.ReadInt32(); left > 0; left--) networks.Add(TriggerNetwork.Read(reader, types.Length));
            if (networks.Exists(n => n.Inputs != TriggerFeatures.Size)) throw new InvalidDataException($"it was made for rows of {networks[0].Inputs} numbers, not {TriggerFeatures.Size}");
            return new TriggerScorer(vectors, types, networks);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or OverflowException or ArgumentException)
        {
            throw new KnowledgeException("HS2025", file, 1, 1, $"The model of event words cannot be read: {e.Message.TrimEnd('.')}.", "Restore models/en/triggers.bin, or make it anew with Hearsay.Training triggers.");
        }
    }

    /// <summary>Writes the model file.</summary>
    public void Save(string file)
    {
        using var writer = new BinaryWriter(File.Create(file));
        writer.Write(Magic);
        Vectors.Write(writer);
        writer.Write(string.Join(' ', Types));
        writer.Write(networks.Count);
        foreach (var network in networks) network.Write(writer);
    }
}
