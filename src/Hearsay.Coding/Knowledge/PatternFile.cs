using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Hearsay.Coding.Knowledge;

/// <summary>
/// Reads the patterns of one TOML file. Refuses, with file, line and column: broken TOML, unknown keys, missing
/// ids, event types, modes and contexts that PLOVER does not have, and patterns without sentences.
/// </summary>
public static class PatternFile
{
    private static readonly string[] Keys = ["id", "event", "mode", "contexts", "cameo", "reciprocal", "official", "write", "examples", "not"];

    /// <summary>Reads <paramref name="file"/> against <paramref name="ontology"/>.</summary>
    /// <exception cref="KnowledgeException">HS2010 to HS2016, see docs/diagnostics.md.</exception>
    public static IReadOnlyList<Pattern> Read(string file, Ontology ontology)
    {
        var document = SyntaxParser.Parse(File.ReadAllText(file), file, validate: true);
        foreach (var message in document.Diagnostics)
            if (message.Kind == DiagnosticMessageKind.Error)
                throw At("HS2010", file, message.Span, message.Message, "Mend the TOML.");
        var patterns = new List<Pattern>();
        foreach (var table in document.Tables)
        {
            if (table is not TableArraySyntax || table.Name?.ToString().Trim() != "pattern")
                throw At("HS2011", file, table.Span, $"'{table.Name}' is no pattern.", "Start every pattern with [[pattern]].");
            patterns.Add(ReadPattern(file, table, ontology));
        }
        return patterns;
    }

    private static Pattern ReadPattern(string file, TableSyntaxBase table, Ontology ontology)
    {
        var values = new Dictionary<string, ValueSyntax>();
        foreach (var item in table.Items)
        {
            string key = item.Key?.ToString().Trim() ?? "";
            if (!Keys.Contains(key))
                throw At("HS2012", file, item.Span, $"The key '{key}' is unknown.", $"Use one of {string.Join(", ", Keys)}.");
            values[key] = item.Value!;
        }
        string Text(string key) => values.TryGetValue(key, out var v) && v is StringValueSyntax s ? s.Value ?? "" : "";
        bool Flag(string key) => values.TryGetValue(key, out var v) && v is BooleanValueSyntax { Value: true };
        string id = Text("id"), type = Text("event"), mode = Text("mode");
        if (id.Length == 0) throw At("HS2013", file, table.Span, "The pattern has no id.", "Add id = \"type.word\".");
        if (type != Pattern.Nothing && !ontology.Types.ContainsKey(type)) throw At("HS2014", file, table.Span, $"'{type}' is no event type.", $"Use one of {string.Join(", ", ontology.Types.Keys)}.");
        if (mode.Length > 0 && type != Pattern.Nothing && !ontology.Types[type].Modes.Contains(mode))
            throw At("HS2015", file, values["mode"].Span, $"'{mode}' is no mode of {type}.", $"Use one of {string.Join(", ", ontology.Types[type].Modes)}, or leave it out.");
        var contexts = Lines(values, "contexts").Select(l => l.Text).ToArray();
        foreach (string context in contexts)
            if (!ontology.Contexts.Contains(context))
                throw At("HS2015", file, values["contexts"].Span, $"'{context}' is no context.", $"Use one of {string.Join(", ", ontology.Contexts)}.");
        var write = Lines(values, "write");
        if (write.Count == 0) throw At("HS2016", file, table.Span, $"The pattern '{id}' has no sentence.", "Add write = [\"ACTOR … RECIPIENT\"].");
        return new Pattern
        {
            Id = id, EventType = type, Mode = mode.Length > 0 ? mode : null, Contexts = contexts,
            Cameo = Text("cameo") is { Length: > 0 } cameo ? cameo : null,
            Reciprocal = Flag("reciprocal"), Official = Flag("official"), OfficialActor = Text("official") == "actor",
            Write = write, Examples = Lines(values, "examples"), Not = Lines(values, "not"),
            File = file, Line = table.Span.Start.Line + 1,
        };
    }

    private static List<PatternLine> Lines(Dictionary<string, ValueSyntax> values, string key)
    {
        var lines = new List<PatternLine>();
        if (!values.TryGetValue(key, out var value) || value is not ArraySyntax array) return lines;
        foreach (var item in array.Items)
            if (item.Value is StringValueSyntax s) lines.Add(new PatternLine(s.Value ?? "", s.Span.Start.Line + 1, s.Span.Start.Column + 1));
        return lines;
    }

    private static KnowledgeException At(string code, string file, SourceSpan span, string problem, string remedy) =>
        new(code, file, span.Start.Line + 1, span.Start.Column + 1, problem, remedy);
}
