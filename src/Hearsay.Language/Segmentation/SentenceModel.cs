using System.Buffers.Binary;

namespace Hearsay.Language.Segmentation;

/// <summary>
/// Weights of the sentence splitter: a logistic regression over hashed features, stored as 8-bit integers so that
/// scores add up to the same number on every machine. The file holds four bytes "HSSB", the base-2 logarithm of
/// the number of weights, the threshold as a 32-bit integer (little-endian), and one signed byte a weight.
/// Refuses a file of any other form with <see cref="InvalidDataException"/>.
/// </summary>
public sealed class SentenceModel
{
    private static ReadOnlySpan<byte> Magic => "HSSB"u8;

    private readonly sbyte[] weights;

    /// <summary>Takes a table whose length is a power of two; a gap whose score is above the threshold is a boundary.</summary>
    public SentenceModel(sbyte[] weights, int threshold)
    {
        if (weights.Length < 2 || (weights.Length & (weights.Length - 1)) != 0)
            throw new ArgumentException("The number of weights must be a power of two.", nameof(weights));
        this.weights = weights;
        Threshold = threshold;
    }

    /// <summary>A gap is a boundary when its score is greater.</summary>
    public int Threshold { get; }

    /// <summary>Reads the model from a file.</summary>
    public static SentenceModel Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < 9 || !bytes.AsSpan(0, 4).SequenceEqual(Magic) || bytes[4] is 0 or > 24 || bytes.Length != 9 + (1 << bytes[4]))
            throw new InvalidDataException($"{path} is no sentence model; restore it from the distribution or train it again.");
        var weights = new sbyte[1 << bytes[4]];
        Buffer.BlockCopy(bytes, 9, weights, 0, weights.Length);
        return new SentenceModel(weights, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(5)));
    }

    /// <summary>Writes the model so that <see cref="Load"/> reads it back.</summary>
    public void Save(string path)
    {
        var bytes = new byte[9 + weights.Length];
        Magic.CopyTo(bytes);
        bytes[4] = (byte)System.Numerics.BitOperations.Log2((uint)weights.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(5), Threshold);
        Buffer.BlockCopy(weights, 0, bytes, 9, weights.Length);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>The sum of the weights of the hashed features.</summary>
    public int Score(ReadOnlySpan<uint> features)
    {
        int sum = 0;
        uint mask = (uint)weights.Length - 1;
        foreach (uint feature in features) sum += weights[(int)(feature & mask)];
        return sum;
    }
}
