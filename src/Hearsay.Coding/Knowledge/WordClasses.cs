namespace Hearsay.Coding.Knowledge;

/// <summary>
/// The table data/lexicons/word-classes.csv: names for sets of words that pattern sentences use as <c>{@name}</c>. Rows of
/// one name add up; a word "@other" takes in a class that stands above. Classes of nouns are matched by look-up
/// (<see cref="WordClass"/>), classes of verbs are written out in the sentence, since they decide how it is parsed.
/// Refuses, with file and line, a class that is taken in before it is defined and one that changes its kind.
/// </summary>
public sealed class WordClasses
{
    private const string Noun = "noun", Verb = "verb";

    private readonly Dictionary<string, WordClass> nouns = [];
    private readonly Dictionary<string, List<string>> verbs = [];

    private WordClasses()
    {
    }

    /// <summary>Reads the table.</summary>
    /// <exception cref="KnowledgeException">HS2046 for a row that cannot be read; see also <see cref="CsvTable.Read"/>.</exception>
    public static WordClasses Load(string file)
    {
        var read = new Dictionary<string, (string Kind, List<string> Words)>();
        foreach (var row in CsvTable.Read(file, "class", "kind", "words").Rows)
        {
            string name = row["class"], kind = row["kind"];
            if (kind is not (Noun or Verb)) throw At(row, $"'{kind}' is no kind of word.", $"Write {Noun} or {Verb}.");
            if (!read.TryGetValue(name, out var known)) read[name] = known = (kind, []);
            if (known.Kind != kind) throw At(row, $"The class '{name}' is of kind {known.Kind} above.", "Choose another name.");
            foreach (string word in row.Values("words"))
            {
                if (word[0] != '@') known.Words.Add(word);
                else if (read.TryGetValue(word[1..], out var other) && other.Kind == kind && other.Words != known.Words) known.Words.AddRange(other.Words);
                else throw At(row, $"'{word}' is no class of {kind}s above this row.", "Define it further up, or correct the name.");
            }
            if (known.Words.Count == 0 || kind == Noun && known.Words[0].Contains(' ')) throw At(row, $"The class '{name}' does not begin with a single word.", "Put a usual single word first: it stands for the class when a sentence is parsed.");
        }
        var classes = new WordClasses();
        foreach (var (name, (kind, words)) in read)
            if (kind == Noun) classes.nouns[name] = new WordClass(name, [.. words.Distinct()]);
            else classes.verbs[name] = [.. words.Distinct()];
        return classes;
    }

    /// <summary>The class of nouns called <paramref name="name"/>, or null.</summary>
    public WordClass? Nouns(string name) => nouns.GetValueOrDefault(name);

    /// <summary>The words of the class of verbs called <paramref name="name"/>, or null.</summary>
    public IReadOnlyList<string>? Verbs(string name) => verbs.GetValueOrDefault(name);

    private static KnowledgeException At(CsvTable.Row row, string problem, string remedy) => new("HS2046", row.Table.File, row.Line, 1, problem, remedy);
}
