using System.Runtime.InteropServices;
using System.Text;

namespace Hearsay.Coding.Triggers;

/// <summary>
/// What words have in common, as numbers: one vector for each frequent lower-case English word, so that "lambasted" lies
/// near "criticised". Made from GloVe (Pennington, Socher and Manning 2014), length 1, eight bits a number.
/// Immutable; shared between threads.
/// </summary>
public sealed class WordVectors
{
    /// <summary>Numbers in a vector.</summary>
    public const int Size = 100;

    private const float Scale = 1f / 254; // no number of a vector of length 1 is far beyond a half

    private readonly Dictionary<string, int> index;
    private readonly sbyte[] numbers;

    /// <summary>Vectors for <paramref name="words"/>: <paramref name="numbers"/> holds <see cref="Size"/> for each.</summary>
    public WordVectors(IReadOnlyList<string> words, sbyte[] numbers)
    {
        if (numbers.Length != words.Count * Size) throw new InvalidDataException($"{words.Count} words need {words.Count * Size} numbers; there are {numbers.Length}.");
        Words = words;
        this.numbers = numbers;
        index = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        for (int i = 0; i < words.Count; i++) index[words[i]] = i;
    }

    /// <summary>The words, the most frequent first.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The number of a word's vector, or −1; case does not count.</summary>
    public int Find(string word)
    {
        if (index.TryGetValue(word, out int i)) return i;
        return index.TryGetValue(word.ToLowerInvariant(), out i) ? i : -1;
    }

    /// <summary>Adds <paramref name="weight"/> times the vector with number <paramref name="word"/> to <paramref name="sum"/>.</summary>
    public void Add(int word, float weight, Span<float> sum)
    {
        var vector = numbers.AsSpan(word * Size, Size);
        for (int i = 0; i < Size; i++) sum[i] += weight * Scale * vector[i];
    }

    /// <summary>A number of a vector of length 1 in eight bits.</summary>
    public static sbyte Quantise(double value) => (sbyte)Math.Clamp(Math.Round(value / Scale), -127, 127);

    internal static WordVectors Read(BinaryReader reader)
    {
        string[] words = Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt32())).Split('\n');
        sbyte[] numbers = new sbyte[words.Length * Size];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return new WordVectors(words, numbers);
    }

    internal void Write(BinaryWriter writer)
    {
        byte[] words = Encoding.UTF8.GetBytes(string.Join('\n', Words));
        writer.Write(words.Length);
        writer.Write(words);
        writer.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }
}
