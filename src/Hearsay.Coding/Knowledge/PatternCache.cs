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
    private const int Version = 7;

    /// <summary>The fingerprint of a data folder and a models folder.</summary>
    public static ulong Fingerprint(string patterns, IEnumerable<string> tables, string modelsDirectory)
    {
        var hash = new XxHash64(Version);
        var files = Directory.EnumerateFiles(patterns, "*.toml").Concat(tables).Concat(Directory.EnumerateFiles(modelsDirectory)).Order(StringComparer.Ordinal);
        foreach (string file in files)
        {
            hash.Append(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.Append(File.ReadAllBytes(file));
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
            var compiled = new CompiledPattern[reader.ReadInt32()];
            for (int i = 0; i < compiled.Length; i++)
                compiled[i] = new CompiledPattern(patterns[reader.ReadInt32()], ReadNode(reader, classes), reader.ReadInt32(), reader.ReadBoolean());
            return (compiled, problems);
        }
        catch (Exception e) when (e is IOException or ArgumentException or IndexOutOfRangeException or OverflowException or UnauthorizedAccessException)
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
        writer.Write(compiled.Count);
        foreach (var c in compiled)
        {
            writer.Write(index[c.Pattern]);
            WriteNode(writer, c.Root);
            writer.Write(c.Line);
            writer.Write(c.Nominal);
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

    private static PatternNode ReadNode(BinaryReader r, WordClasses classes)
    {
        var lemmas = Strings(r);
        bool noun = r.ReadBoolean();
        var slot = (Slot)r.ReadByte();
        var named = Strings(r).Select(n => classes.Nouns(n)!).ToArray();
        var constraints = new Constraint[r.ReadByte()];
        for (int i = 0; i < constraints.Length; i++)
            constraints[i] = new Constraint((Role)r.ReadByte(), Strings(r), ReadNode(r, classes), r.ReadBoolean());
        return new PatternNode(lemmas, noun, slot, constraints) { Classes = named };
    }

    private static void WriteNode(BinaryWriter w, PatternNode node)
    {
        Strings(w, node.Lemmas);
        w.Write(node.IsNoun);
        w.Write((byte)node.Slot);
        Strings(w, [.. node.Classes.Select(c => c.Name)]);
        w.Write((byte)node.Constraints.Count);
        foreach (var c in node.Constraints)
        {
            w.Write((byte)c.Role);
            Strings(w, c.Prepositions);
            WriteNode(w, c.Node);
            w.Write(c.Optional);
        }
    }

    private static string[] Strings(BinaryReader r)
    {
        var values = new string[r.ReadInt32()];
        for (int i = 0; i < values.Length; i++) values[i] = string.Intern(r.ReadString());
        return values;
    }

    private static void Strings(BinaryWriter w, IReadOnlyList<string> values)
    {
        w.Write(values.Count);
        foreach (string value in values) w.Write(value);
    }

    private static string? Null(string text) => text.Length > 0 ? text : null;
}
