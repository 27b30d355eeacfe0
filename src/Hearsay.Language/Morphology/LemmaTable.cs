using System.IO.Compression;
using System.Text;

namespace Hearsay.Language.Morphology;

/// <summary>
/// The lemma rules of English, by tag. Each tag ("VERB/VBD", or "VERB" for a tag pair not listed) has rules that
/// decide on capitals and rules that edit the ending. The file is the four bytes "HSLM" and a deflated stream: the
/// edits, then each tag with its two rule lists, strings in UTF-8 with their length before them. A file of any other
/// form is refused with <see cref="InvalidDataException"/>.
/// </summary>
public sealed class LemmaTable(IReadOnlyList<LemmaEdit> edits, IReadOnlyDictionary<string, (LemmaRules Case, LemmaRules Ending)> tags)
{
    private static ReadOnlySpan<byte> Magic => "HSLM"u8;

    private readonly LemmaEdit[] edits = [.. edits];
    private readonly Dictionary<string, (LemmaRules Case, LemmaRules Ending)> tags = new(tags);

    /// <summary>The rules of a tag pair, or of the part of speech alone, or null.</summary>
    public (LemmaRules Case, LemmaRules Ending)? RulesOf(string upos, string xpos)
    {
        Span<char> key = stackalloc char[64];
        if (upos.Length + xpos.Length < 63)
        {
            upos.CopyTo(key);
            key[upos.Length] = '/';
            xpos.CopyTo(key[(upos.Length + 1)..]);
            if (tags.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..(upos.Length + 1 + xpos.Length)], out var pair)) return pair;
        }
        return tags.TryGetValue(upos, out var general) ? general : null;
    }

    /// <summary>The edit with this number.</summary>
    public LemmaEdit Edit(int rule) => edits[rule];

    /// <summary>Reads the table from a file.</summary>
    public static LemmaTable Load(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[4];
        if (file.ReadAtLeast(magic, 4, throwOnEndOfStream: false) < 4 || !magic.SequenceEqual(Magic))
            throw new InvalidDataException($"{path} is no lemma table; restore it from the distribution or train it again.");
        using var reader = new BinaryReader(new DeflateStream(file, CompressionMode.Decompress), Encoding.UTF8);
        try
        {
            var edits = new LemmaEdit[reader.Read7BitEncodedInt()];
            for (int i = 0; i < edits.Length; i++) edits[i] = new LemmaEdit(reader.Read7BitEncodedInt(), reader.ReadString());
            var tags = new Dictionary<string, (LemmaRules, LemmaRules)>();
            for (int count = reader.Read7BitEncodedInt(); count > 0; count--)
                tags.Add(reader.ReadString(), (ReadRules(reader, 3), ReadRules(reader, edits.Length)));
            return new LemmaTable(edits, tags);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"{path} is damaged; restore it from the distribution or train it again.", e);
        }
    }

    /// <summary>Writes the table so that <see cref="Load"/> reads it back.</summary>
    public void Save(string path)
    {
        using var file = File.Create(path);
        file.Write(Magic);
        using var writer = new BinaryWriter(new DeflateStream(file, CompressionLevel.SmallestSize), Encoding.UTF8);
        writer.Write7BitEncodedInt(edits.Length);
        foreach (var edit in edits)
        {
            writer.Write7BitEncodedInt(edit.Strip);
            writer.Write(edit.Append);
        }
        writer.Write7BitEncodedInt(tags.Count);
        foreach (var (tag, rules) in tags.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            writer.Write(tag);
            WriteRules(writer, rules.Case);
            WriteRules(writer, rules.Ending);
        }
    }

    private static LemmaRules ReadRules(BinaryReader reader, int limit)
    {
        int count = reader.Read7BitEncodedInt();
        var rules = new Dictionary<string, ushort>();
        for (; count > 0; count--)
        {
            string key = reader.ReadString();
            int rule = reader.Read7BitEncodedInt();
            if (rule < 0 || rule >= limit) throw new FormatException("A rule number is out of range.");
            rules.Add(key, (ushort)rule);
        }
        return new LemmaRules(rules);
    }

    private static void WriteRules(BinaryWriter writer, LemmaRules rules)
    {
        writer.Write7BitEncodedInt(rules.Entries.Count);
        foreach (var (key, rule) in rules.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            writer.Write(key);
            writer.Write7BitEncodedInt(rule);
        }
    }
}
