using System.Text.Json;

namespace Hearsay.Coding.Knowledge;

/// <summary>One PLOVER event type: its modes, quad class and conflict scores (Goldstein-like, −10 … 10; mode scores override).</summary>
public sealed record EventType(string Name, string Quad, string Gloss, double Score, IReadOnlyList<string> Modes, IReadOnlyDictionary<string, double> ModeScores);

/// <summary>
/// PLOVER 2021 as data: 16 event types with modes and scores, 37 contexts, sectors, and the CAMEO codes with the
/// types they fall under (facts from the PLOVER manual, Open Event Data Alliance, CC BY-SA 4.0). Read from
/// data/ontology/plover.json.
/// </summary>
public sealed class Ontology
{
    private Ontology() { }

    /// <summary>The event types by upper-case name.</summary>
    public required IReadOnlyDictionary<string, EventType> Types { get; init; }

    /// <summary>The contexts.</summary>
    public required IReadOnlySet<string> Contexts { get; init; }

    /// <summary>The sector codes.</summary>
    public required IReadOnlySet<string> Sectors { get; init; }

    /// <summary>CAMEO code to its label and PLOVER type.</summary>
    public required IReadOnlyDictionary<string, (string Label, string Type)> Cameo { get; init; }

    /// <summary>Reads plover.json.</summary>
    /// <exception cref="KnowledgeException">HS2001 when it is missing, HS2010 when it is broken.</exception>
    public static Ontology Load(string file)
    {
        if (!File.Exists(file)) throw new KnowledgeException("HS2001", file, 1, 1, "The ontology is missing.", "Restore it, or point --data at a complete data folder.");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = json.RootElement;
            return new Ontology
            {
                Types = root.GetProperty("types").EnumerateArray().Select(ReadType).ToDictionary(t => t.Name),
                Contexts = root.GetProperty("contexts").EnumerateArray().Select(c => c.GetString()!).ToHashSet(),
                Sectors = root.GetProperty("sectors").EnumerateArray().Select(c => c.GetString()!).ToHashSet(),
                Cameo = root.GetProperty("cameo").EnumerateArray().ToDictionary(c => c.GetProperty("code").GetString()!, c => (c.GetProperty("label").GetString()!, c.GetProperty("type").GetString()!)),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new KnowledgeException("HS2010", file, 1, 1, e.Message, "Restore the file from the release.");
        }
    }

    private static EventType ReadType(JsonElement e) => new(
        e.GetProperty("name").GetString()!, e.GetProperty("quad").GetString()!, e.GetProperty("gloss").GetString()!, e.GetProperty("score").GetDouble(),
        [.. e.GetProperty("modes").EnumerateArray().Select(m => m.GetProperty("name").GetString()!)],
        e.GetProperty("modes").EnumerateArray().Where(m => m.TryGetProperty("score", out _)).ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("score").GetDouble()));
}
