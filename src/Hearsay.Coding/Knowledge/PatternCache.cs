using System.IO.Hashing;
using System.Text;
using Hearsay.Coding.Events;
using Hearsay.Coding.Predicates;

namespace Hearsay.Coding.Knowledge;

/// <summary>
/// Compiled patterns on disk, beside the pattern files, so that a start does not parse thousands of sentences. The
/// file carries a fingerprint of everything that went into it (pattern files, nominalisations, word classes, models); when any of
/// them changes it is made anew. A folder that cannot be written to costs time at every start and nothing else.
/// </summary>
internal static class PatternCache
{
    private const int Version = 8;

    /// <summary>The fingerprint of a data folder and a models folder.</summary>
    public static ulong Fingerprint(string patterns, IEnumerable<string> tables, string modelsDirectory)
    {
        var hash = new XxHash64(Version);
        var files = Directory.EnumerateFiles(patterns, "*.toml").Concat(tables).Concat(Directory.EnumerateFiles(modelsDirectory)).Order(StringComparer.Ordinal);
        foreach (string file in files)
        {
            hash.Append(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            using var content = File.OpenRead(file);
            hash.Append(content);
        }
        foreach (var type in (Type[])[typeof(PatternCache), typeof(Language.Annotator)]) hash.Append(type.Module.ModuleVersionId.ToByteArray());
        return hash.GetCurrentHashAsUInt64();
    }

    /// <summary>The patterns and problems of <paramref name="file"/> when it has the fingerprint, else null.</summary>
    public static (IReadOnlyList<CompiledPattern> Patterns, IReadOnlyList<string> Problems)? Read(string file, ulong fingerprint, WordClasses classes)
    {
        if (!File.Exists(file)) return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(file)));
            if (reader.ReadUInt64() != fingerprint) return null;
            var problems = Strings(reader);
            var patterns = new Pattern[reader.ReadInt32()];
            for (int i = 0; i < patterns.Length; i++) patterns[i] = ReadPattern(reader);
            var nodes = ReadNodes(reader, classes);
            var compiled = new CompiledPattern[reader.ReadInt32()];
            for (int i = 0; i < compiled.Length; i++)
                compiled[i] = new CompiledPattern(patterns[reader.Read7BitEncodedInt()], nodes[reader.Read7BitEncodedInt()], reader.Read7BitEncodedInt(), reader.ReadBoolean());
            return (compiled, problems);
        }
        catch (Exception e) when (e is IOException or ArgumentException or IndexOutOfRangeException or OverflowException or UnauthorizedAccessException or FormatException)
        {
            return null; // a torn or foreign file is made anew
        }
    }

    /// <summary>Writes the file in one move; a folder that refuses is left alone.</summary>
    public static void Write(string file, ulong fingerprint, IReadOnlyList<CompiledPattern> compiled, IReadOnlyList<string> problems)
    {
        var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.Write(fingerprint);
        Strings(writer, problems);
        var patterns = compiled.Select(c => c.Pattern).Distinct().ToList();
        var index = patterns.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        writer.Write(patterns.Count);
        foreach (var pattern in patterns) WritePattern(writer, pattern);
        var nodes = new NodeTable();
        int[] roots = [.. compiled.Select(c => nodes.Add(c.Root))];
        nodes.Write(writer);
        writer.Write(compiled.Count);
        for (int i = 0; i < roots.Length; i++)
        {
            writer.Write7BitEncodedInt(index[compiled[i].Pattern]);
            writer.Write7BitEncodedInt(roots[i]);
            writer.Write7BitEncodedInt(compiled[i].Line);
            writer.Write(compiled[i].Nominal);
        }
        string temporary = $"{file}.{Environment.ProcessId}";
        try
        {
            File.WriteAllBytes(temporary, buffer.ToArray());
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static Pattern ReadPattern(BinaryReader r) => new()
    {
        Id = r.ReadString(), EventType = r.ReadString(), Mode = Null(r.ReadString()), Contexts = Strings(r), Cameo = Null(r.ReadString()),
        Reciprocal = r.ReadBoolean(), Official = r.ReadBoolean(), OfficialActor = r.ReadBoolean(), Write = [], File = r.ReadString(), Line = r.ReadInt32(),
    };

    private static void WritePattern(BinaryWriter w, Pattern p)
    {
        w.Write(p.Id);
        w.Write(p.EventType);
        w.Write(p.Mode ?? "");
        Strings(w, p.Contexts);
        w.Write(p.Cameo ?? "");
        w.Write(p.Reciprocal);
        w.Write(p.Official);
        w.Write(p.OfficialActor);
        w.Write(p.File);
        w.Write(p.Line);
    }

    private static PatternNode[] ReadNodes(BinaryReader r, WordClasses classes)
    {
        var lists = new string[r.ReadInt32()][];
        for (int i = 0; i < lists.Length; i++) lists[i] = Strings(r);
        var nodes = new PatternNode[r.ReadInt32()];
        for (int i = 0; i < nodes.Length; i++)
        {
            var (lemmas, noun, slot, named) = (lists[r.Read7BitEncodedInt()], r.ReadBoolean(), (Slot)r.ReadByte(), lists[r.Read7BitEncodedInt()]);
            var constraints = new Constraint[r.ReadByte()];
            for (int c = 0; c < constraints.Length; c++)
                constraints[c] = new Constraint((Role)r.ReadByte(), lists[r.Read7BitEncodedInt()], nodes[r.Read7BitEncodedInt()], r.ReadBoolean());
            nodes[i] = new PatternNode(lemmas, noun, slot, constraints) { Classes = named.Length == 0 ? [] : Array.ConvertAll(named, n => classes.Nouns(n)!) };
        }
        return nodes;
    }

    private static string[] Strings(BinaryReader r)
    {
        var values = new string[r.ReadInt32()];
        for (int i = 0; i < values.Length; i++) values[i] = r.ReadString();
        return values;
    }

    private static void Strings(BinaryWriter w, IReadOnlyList<string> values)
    {
        w.Write(values.Count);
        foreach (string value in values) w.Write(value);
    }

    private static string? Null(string text) => text.Length > 0 ? text : null;

    // Nodes and lists of words, each once however many patterns share it; a node stands behind those it holds.
    private sealed class NodeTable
    {
        private readonly List<IReadOnlyList<string>> lists = [];
        private readonly List<byte[]> nodes = [];
        private readonly Dictionary<string, int> knownLists = [], knownNodes = [];

        public int Add(PatternNode node)
        {
            int[] below = [.. node.Constraints.Select(c => Add(c.Node))];
            var bytes = new MemoryStream();
            using var w = new BinaryWriter(bytes);
            w.Write7BitEncodedInt(Add(node.Lemmas));
            w.Write(node.IsNoun);
            w.Write((byte)node.Slot);
            w.Write7BitEncodedInt(Add([.. node.Classes.Select(c => c.Name)]));
            w.Write((byte)below.Length);
            for (int i = 0; i < below.Length; i++)
            {
                var c = node.Constraints[i];
                w.Write((byte)c.Role);
                w.Write7BitEncodedInt(Add(c.Prepositions));
                w.Write7BitEncodedInt(below[i]);
                w.Write(c.Optional);
            }
            return Number(knownNodes, Convert.ToHexString(bytes.ToArray()), nodes, bytes.ToArray());
        }

        public void Write(BinaryWriter w)
        {
            w.Write(lists.Count);
            foreach (var list in lists) Strings(w, list);
            w.Write(nodes.Count);
            foreach (byte[] node in nodes) w.Write(node);
        }

        private int Add(IReadOnlyList<string> list) => Number(knownLists, string.Join('\n', list), lists, list);

        private static int Number<T>(Dictionary<string, int> known, string key, List<T> all, T one)
        {
            if (known.TryGetValue(key, out int number)) return number;
            all.Add(one);
            return known[key] = all.Count - 1;
        }
    }
}
