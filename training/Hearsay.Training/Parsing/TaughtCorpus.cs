using System.Text;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Sentences with their teachers' beliefs, and the tags that the beliefs' numbers stand for, by layer (none for arcs).
/// Kept in a file between labelling and training; refuses a file that does not begin with HSTAUGHT.
/// </summary>
internal sealed record TaughtCorpus(string[][] Tags, List<TaughtSentence> Sentences)
{
    private const string Magic = "HSTAUGHT";

    public void Write(string path)
    {
        using var writer = new BinaryWriter(new BufferedStream(File.Create(path), 1 << 20), Encoding.UTF8);
        writer.Write(Magic);
        foreach (string[] tags in Tags) WriteStrings(writer, tags);
        writer.Write(Sentences.Count);
        foreach (var sentence in Sentences)
        {
            WriteStrings(writer, sentence.Words);
            writer.Write(sentence.HasGoldTree);
            foreach (int head in sentence.Heads) writer.Write((ushort)head);
            foreach (var layer in sentence.Layers) layer.Write(writer);
        }
    }

    public static TaughtCorpus Read(string path)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 20), Encoding.UTF8);
        if (reader.ReadString() != Magic) throw new InvalidDataException($"{path} is not a file of taught sentences: it does not begin with {Magic}.");
        int layers = Enum.GetValues<TaughtLayer>().Length;
        string[][] tags = [.. Enumerable.Range(0, layers).Select(_ => ReadStrings(reader))];
        var sentences = new List<TaughtSentence>(reader.ReadInt32());
        for (int n = sentences.Capacity; n > 0; n--)
        {
            string[] words = ReadStrings(reader);
            bool gold = reader.ReadBoolean();
            int[] heads = [.. words.Select(_ => (int)reader.ReadUInt16())];
            sentences.Add(new TaughtSentence(words, gold, heads, [.. Enumerable.Range(0, layers).Select(_ => TargetLayer.Read(reader, words.Length))]));
        }
        return new TaughtCorpus(tags, sentences);
    }

    private static void WriteStrings(BinaryWriter writer, string[] strings)
    {
        writer.Write(strings.Length);
        foreach (string s in strings) writer.Write(s);
    }

    private static string[] ReadStrings(BinaryReader reader) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
}
