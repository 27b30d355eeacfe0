using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Hearsay.Language.Parsing;

/// <summary>
/// Reads and writes a parser's file: the eight bytes "HSPARSER", a version, a JSON description, the vocabularies,
/// the known places, the embeddings (a table's scales, one a row, then its numbers of 8 bits), the normalisation and biases (float32) and the matrices row by
/// row (float16). Refuses a file with another beginning or version, and one that is cut short.
/// </summary>
internal static unsafe class ParserModelFile
{
    public const int Version = 2;
    private static ReadOnlySpan<byte> Magic => "HSPARSER"u8;

    /// <summary>Writes the parameters; <paramref name="notes"/> are free facts for the description (data, seed, figures).</summary>
    public static void Write(Stream stream, ParserParameters parameters, IReadOnlyDictionary<string, string> notes)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        byte[] description = Describe(parameters.Shape, notes);
        writer.Write(description.Length);
        writer.Write(description);
        foreach (var keys in parameters.Keys) WriteStrings(writer, keys.Entries);
        WritePlaces(writer, parameters.Places);
        WriteStrings(writer, parameters.Upos);
        WriteStrings(writer, parameters.Xpos);
        WriteStrings(writer, parameters.Feats);
        WriteStrings(writer, parameters.Relations);
        WriteStrings(writer, parameters.Names);
        foreach (var table in parameters.Embeddings) table.Write(writer);
        WriteDense(writer, parameters);
        GC.KeepAlive(parameters);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not a parser model, of another version, or damaged.</exception>
    public static ParserParameters Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
                throw new InvalidDataException("This is not a Hearsay parser model: it does not begin with HSPARSER.");
            int version = reader.ReadInt32();
            if (version != Version)
                throw new InvalidDataException($"The parser model has format version {version}; this program reads version {Version}.");
            var sizes = ReadSizes(reader);
            var keys = new Vocabulary[WordKeys.Count];
            for (int k = 0; k < keys.Length; k++) keys[k] = new Vocabulary(ReadStrings(reader));
            var places = ReadPlaces(reader);
            string[] upos = ReadStrings(reader), xpos = ReadStrings(reader), feats = ReadStrings(reader);
            string[] relations = ReadStrings(reader), names = ReadStrings(reader);
            var shape = sizes with { Upos = upos.Length, Xpos = xpos.Length, Feats = feats.Length, Relations = relations.Length, Names = names.Length };
            shape.Check();
            return new ParserParameters
            {
                Shape = shape, Keys = keys, Places = places, Upos = upos, Xpos = xpos, Feats = feats, Relations = relations, Names = names,
                Embeddings = [.. keys.Select(k => EmbeddingTable.Read(reader, k.Count, shape.Embedding))], Dense = ReadDense(reader, shape),
            };
        }
        catch (Exception e) when (e is EndOfStreamException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new InvalidDataException("The parser model is damaged or cut short.", e);
        }
    }

    private static byte[] Describe(ParserShape shape, IReadOnlyDictionary<string, string> notes)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("embedding", shape.Embedding);
            json.WriteNumber("hidden", shape.Hidden);
            json.WriteNumber("arc", shape.Arc);
            json.WriteNumber("label", shape.Label);
            json.WriteStartArray("keys");
            foreach (string name in WordKeys.Names) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartObject("notes");
            foreach (var (key, value) in notes) json.WriteString(key, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static ParserShape ReadSizes(BinaryReader reader)
    {
        int length = reader.ReadInt32();
        if (length is < 2 or > 1 << 20) throw new InvalidDataException("The parser model is damaged: its description has an impossible length.");
        using var json = JsonDocument.Parse(reader.ReadBytes(length));
        var root = json.RootElement;
        if (!root.GetProperty("keys").EnumerateArray().Select(e => e.GetString()).SequenceEqual(WordKeys.Names))
            throw new InvalidDataException("The parser model was made with other word keys than this program computes.");
        return new ParserShape
        {
            Embedding = root.GetProperty("embedding").GetInt32(),
            Hidden = root.GetProperty("hidden").GetInt32(),
            Arc = root.GetProperty("arc").GetInt32(),
            Label = root.GetProperty("label").GetInt32(),
            Upos = 1, Xpos = 1, Feats = 1, Relations = 1, Names = 1,
        };
    }

    private static void WriteStrings(BinaryWriter writer, string[] entries)
    {
        writer.Write(entries.Length);
        foreach (string entry in entries) writer.Write(entry);
    }

    private static string[] ReadStrings(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count is < 1 or > 1 << 22) throw new InvalidDataException("The parser model is damaged: a vocabulary has an impossible size.");
        var entries = new string[count];
        for (int i = 0; i < count; i++) entries[i] = reader.ReadString();
        return entries;
    }

    private static void WritePlaces(BinaryWriter writer, KnownPlaces places)
    {
        writer.Write(places.Entries.Count);
        foreach (var (word, kind) in places.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            writer.Write(word);
            writer.Write(kind);
        }
    }

    private static KnownPlaces ReadPlaces(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > 1 << 22) throw new InvalidDataException("The parser model is damaged: its list of places has an impossible size.");
        var entries = new Dictionary<string, byte>(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++) entries[reader.ReadString()] = reader.ReadByte();
        return new KnownPlaces(entries);
    }

    private static void WriteDense(BinaryWriter writer, ParserParameters parameters)
    {
        var shape = parameters.Shape;
        foreach (float x in parameters.Dense.Span[..(2 * shape.Embedding)]) writer.Write(x);
        foreach (var matrix in shape.Views(parameters.Dense))
        {
            for (int i = 0; i < matrix.Inputs; i++)
                for (int j = 0; j < matrix.Outputs; j++) writer.Write((Half)matrix.Weights[matrix.Offset(i, j)]);
            for (int j = 0; j < matrix.Outputs; j++) writer.Write(matrix.Bias[j]);
        }
    }

    private static AlignedFloats ReadDense(BinaryReader reader, ParserShape shape)
    {
        var block = new AlignedFloats(shape.TotalLength());
        for (int i = 0; i < 2 * shape.Embedding; i++) block.Pointer[i] = reader.ReadSingle();
        var row = new Half[1];
        foreach (var matrix in shape.Views(block))
        {
            if (row.Length < matrix.Outputs) row = new Half[matrix.Outputs];
            for (int i = 0; i < matrix.Inputs; i++)
            {
                reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.AsSpan(0, matrix.Outputs)));
                for (int p = 0; p < matrix.Outputs; p += PackedMatrix.Panel)
                {
                    float* to = matrix.Weights + matrix.Offset(i, p);
                    int end = Math.Min(PackedMatrix.Panel, matrix.Outputs - p);
                    for (int j = 0; j < end; j++) to[j] = (float)row[p + j];
                }
            }
            for (int j = 0; j < matrix.Outputs; j++) matrix.Bias[j] = reader.ReadSingle();
        }
        return block;
    }
}
