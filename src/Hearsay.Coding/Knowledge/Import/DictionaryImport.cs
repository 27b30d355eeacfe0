using System.Text;

namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// Brings PETRARCH and TABARI dictionaries (.actors, .agents) into Hearsay's tables. Give it the files one by one with
/// <see cref="Add"/>, then <see cref="Write"/> the tables that <see cref="Actors.ActorTables"/> reads besides its own.
/// What cannot be brought over is listed in <see cref="Problems"/> with file and line; nothing is guessed.
/// </summary>
public sealed class DictionaryImport
{
    /// <summary>File name of the table of actors.</summary>
    public const string ActorsFile = "imported-actors.csv";

    /// <summary>File name of the table of agents.</summary>
    public const string AgentsFile = "imported-agents.csv";

    private readonly IReadOnlySet<string> countries;
    private readonly IReadOnlySet<string> sectors;
    private readonly List<ImportedActor> actors = [];
    private readonly List<ImportedAgent> agents = [];
    private readonly List<ImportProblem> problems = [];

    /// <param name="countries">The codes of countries.csv.</param>
    /// <param name="sectors">The sectors of the ontology.</param>
    public DictionaryImport(IReadOnlySet<string> countries, IReadOnlySet<string> sectors)
    {
        this.countries = countries;
        this.sectors = sectors;
    }

    /// <summary>The actors so far.</summary>
    public IReadOnlyList<ImportedActor> ActorRows => actors;

    /// <summary>The agents so far.</summary>
    public IReadOnlyList<ImportedAgent> AgentRows => agents;

    /// <summary>What could not be brought over so far.</summary>
    public IReadOnlyList<ImportProblem> Problems => problems;

    /// <summary>An import into the knowledge of a data folder.</summary>
    /// <exception cref="KnowledgeException">The folder lacks the ontology or the table of countries.</exception>
    public static DictionaryImport Into(string dataDirectory)
    {
        var ontology = Ontology.Load(Path.Combine(dataDirectory, "ontology", "plover.json"));
        var table = CsvTable.Read(Path.Combine(dataDirectory, "lexicons", "countries.csv"), "code");
        return new(table.Rows.Select(r => r["code"]).ToHashSet(), ontology.Sectors);
    }

    /// <summary>Decodes a dictionary: UTF-8, or Latin-1 as many old files are.</summary>
    public static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>Reads one dictionary; whether it holds actors or agents is told by its name, else by its codes.</summary>
    public void Add(string file, string text, DictionaryFormat format = DictionaryFormat.Petrarch)
    {
        var findings = new ImportFindings(file);
        var lines = DictionaryLine.Read(text).ToList();
        if (HoldsAgents(Path.GetFileName(file), lines)) agents.AddRange(new AgentDictionary(countries, sectors, findings).Read(lines));
        else actors.AddRange(new ActorDictionary(countries, sectors, format, findings).Read(lines));
        problems.AddRange(findings.Problems.OrderBy(p => p.Line));
    }

    /// <summary>Writes the tables that have rows into <paramref name="directory"/>, in place of earlier imports.</summary>
    public void Write(string directory)
    {
        Directory.CreateDirectory(directory);
        if (actors.Count > 0)
            Write(Path.Combine(directory, ActorsFile), "name,aliases,country,sectors,kind,from,to",
                actors.Select(a => (string[])[a.Name, string.Join('|', a.Aliases), a.Country, string.Join('|', a.Sectors), a.Kind, a.From, a.To]));
        if (agents.Count > 0)
            Write(Path.Combine(directory, AgentsFile), "noun,sectors,number,note",
                agents.Select(a => (string[])[a.Noun, string.Join('|', a.Sectors), a.Number, a.Note]));
    }

    private static bool HoldsAgents(string name, List<DictionaryLine> lines)
    {
        bool agents = name.Contains("agent", StringComparison.OrdinalIgnoreCase), actors = name.Contains("actor", StringComparison.OrdinalIgnoreCase);
        if (agents != actors) return agents;
        int marked = lines.Sum(l => l.Codes.Count(c => c.Contains('~')));
        return 2 * marked > lines.Sum(l => l.Codes.Count);
    }

    private static void Write(string file, string header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append('\n');
        File.WriteAllText(file, text.ToString(), new UTF8Encoding(false));
    }

    private static string Cell(string value) =>
        value.AsSpan().IndexOfAny(",\"\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
