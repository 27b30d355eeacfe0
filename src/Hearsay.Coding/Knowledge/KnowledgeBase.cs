using Hearsay.Coding.Actors;
using Hearsay.Coding.Events;
using Hearsay.Coding.Statuses;
using Hearsay.Coding.Triggers;
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
    private readonly Lazy<IReadOnlyList<Pattern>> patterns;

    private KnowledgeBase(Func<IReadOnlyList<Pattern>> readPatterns) => patterns = new(readPatterns);

    /// <summary>PLOVER and CAMEO.</summary>
    public required Ontology Ontology { get; init; }

    /// <summary>Who is who.</summary>
    public required ActorTables Actors { get; init; }

    /// <summary>The patterns as written; read from their files on first use.</summary>
    public IReadOnlyList<Pattern> Patterns => patterns.Value;

    /// <summary>The word classes that pattern sentences name.</summary>
    public required WordClasses Classes { get; init; }

    /// <summary>How many compiled pattern sentences there are, nominal ones included.</summary>
    public required int CompiledPatterns { get; init; }

    /// <summary>The matcher over the compiled patterns.</summary>
    public required EventMatcher Matcher { get; init; }

    /// <summary>What a speech act takes from the act it embeds.</summary>
    public required Folding Folding { get; init; }

    /// <summary>Predicates that change the status of what they embed.</summary>
    public required EmbeddingTable Embedding { get; init; }

    /// <summary>Pattern sentences that could not be used, one message each.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Loads a data folder; patterns that changed since the last start are parsed with <paramref name="annotator"/>.</summary>
    /// <param name="dataDirectory">The folder with ontology, lexicons and patterns.</param>
    /// <param name="annotator">Parses the pattern sentences.</param>
    /// <param name="modelsDirectory">The folder the annotator was loaded from; part of the cache's fingerprint.</param>
    /// <param name="likeness">Whether words that are only like those of the patterns are read; not while the model for it is made.</param>
    public static KnowledgeBase Load(string dataDirectory, Annotator annotator, string modelsDirectory, bool likeness = true)
    {
        string lexicons = Path.Combine(dataDirectory, "lexicons"), folder = Path.Combine(dataDirectory, "patterns", "en");
        string nominalizations = Path.Combine(lexicons, "nominalizations.csv"), cache = Path.Combine(folder, "compiled.bin");
        // Read while the patterns are; whichever is broken, the first in this order is named.
        var actors = Task.Run(() => ActorTables.Load(lexicons));
        var scorer = Task.Run(() => likeness ? TriggerScorer.Load(Path.Combine(modelsDirectory, "triggers.bin")) : null);
        var ontology = Ontology.Load(Path.Combine(dataDirectory, "ontology", "plover.json"));
        var frames = NominalFrames.Load(nominalizations);
        if (!Directory.Exists(folder)) throw new KnowledgeException("HS2001", folder, 1, 1, "The pattern folder is missing.", "Restore it, or point --data at a complete data folder.");
        string words = Path.Combine(lexicons, "word-classes.csv");
        var classes = WordClasses.Load(words);
        ulong fingerprint = PatternCache.Fingerprint(folder, [nominalizations, words], modelsDirectory);
        var known = PatternCache.Read(cache, fingerprint, classes);
        if (known is null)
        {
            var problems = new List<string>();
            known = (new PatternCompiler(annotator.ParseSentences, annotator.LemmatizeLike, frames, classes).Compile(ReadPatterns(folder, ontology), problems), problems);
            PatternCache.Write(cache, fingerprint, known.Value.Patterns, known.Value.Problems);
        }
        var folding = Folding.Load(Path.Combine(dataDirectory, "ontology", "folding.csv"));
        return new KnowledgeBase(() => ReadPatterns(folder, ontology))
        {
            Ontology = ontology,
            Folding = folding,
            Classes = classes,
            Actors = actors.GetAwaiter().GetResult(),
            CompiledPatterns = known.Value.Patterns.Count,
            Matcher = new EventMatcher(known.Value.Patterns, frames, folding, Misfortunes(Path.Combine(lexicons, "abstractions.csv")), scorer.GetAwaiter().GetResult()),
            Embedding = EmbeddingTable.Load(Path.Combine(lexicons, "embedding.csv")),
            Problems = known.Value.Problems,
        };
    }

    private static HashSet<string> Misfortunes(string file) =>
        [.. CsvTable.Read(file, "lemma", "domain").Rows.Where(r => r["domain"] is "accident" or "weather").Select(r => r["lemma"])];

    private static List<Pattern> ReadPatterns(string directory, Ontology ontology)
    {
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
