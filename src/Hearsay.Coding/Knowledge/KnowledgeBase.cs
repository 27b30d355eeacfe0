using Hearsay.Coding.Actors;
using Hearsay.Coding.Events;
using Hearsay.Coding.Statuses;
using Hearsay.Language;

namespace Hearsay.Coding.Knowledge;

/// <summary>
/// Everything that a data folder knows, loaded and compiled: ontology, actors, patterns, embedding predicates. Load
/// it once; it is immutable and shared between threads. A broken file stops loading with file, line, column and
/// remedy (<see cref="KnowledgeException"/>); a pattern sentence that the parser cannot use is only listed in
/// <see cref="Problems"/>.
/// </summary>
public sealed class KnowledgeBase
{
    private KnowledgeBase() { }

    /// <summary>PLOVER and CAMEO.</summary>
    public required Ontology Ontology { get; init; }

    /// <summary>Who is who.</summary>
    public required ActorTables Actors { get; init; }

    /// <summary>The patterns as written.</summary>
    public required IReadOnlyList<Pattern> Patterns { get; init; }

    /// <summary>How many compiled pattern sentences there are, nominal ones included.</summary>
    public required int CompiledPatterns { get; init; }

    /// <summary>The matcher over the compiled patterns.</summary>
    public required EventMatcher Matcher { get; init; }

    /// <summary>Predicates that change the status of what they embed.</summary>
    public required EmbeddingTable Embedding { get; init; }

    /// <summary>Pattern sentences that could not be used, one message each.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Loads <paramref name="dataDirectory"/>; patterns are parsed with <paramref name="annotator"/>.</summary>
    public static KnowledgeBase Load(string dataDirectory, Annotator annotator)
    {
        string lexicons = Path.Combine(dataDirectory, "lexicons");
        var ontology = Ontology.Load(Path.Combine(dataDirectory, "ontology", "plover.json"));
        var frames = NominalFrames.Load(Path.Combine(lexicons, "nominalizations.csv"));
        var patterns = ReadPatterns(Path.Combine(dataDirectory, "patterns", "en"), ontology);
        var problems = new List<string>();
        var compiler = new PatternCompiler(annotator.ParseSentences, annotator.LemmatizeLike, frames);
        var compiled = compiler.Compile(patterns, problems);
        return new KnowledgeBase
        {
            Ontology = ontology,
            Actors = ActorTables.Load(lexicons),
            Patterns = patterns,
            CompiledPatterns = compiled.Count,
            Matcher = new EventMatcher(compiled, frames, Folding.Load(Path.Combine(dataDirectory, "ontology", "folding.csv"))),
            Embedding = EmbeddingTable.Load(Path.Combine(lexicons, "embedding.csv")),
            Problems = problems,
        };
    }

    private static List<Pattern> ReadPatterns(string directory, Ontology ontology)
    {
        if (!Directory.Exists(directory)) throw new KnowledgeException("HS2001", directory, 1, 1, "The pattern folder is missing.", "Restore it, or point --data at a complete data folder.");
        var patterns = new List<Pattern>();
        var ids = new Dictionary<string, Pattern>();
        foreach (string file in Directory.EnumerateFiles(directory, "*.toml").Order(StringComparer.Ordinal))
            foreach (var pattern in PatternFile.Read(file, ontology))
            {
                if (!ids.TryAdd(pattern.Id, pattern))
                    throw new KnowledgeException("HS2017", file, pattern.Line, 1, $"The id '{pattern.Id}' is taken by {ids[pattern.Id].File}:{ids[pattern.Id].Line}.", "Choose another id.");
                patterns.Add(pattern);
            }
        return patterns;
    }
}
