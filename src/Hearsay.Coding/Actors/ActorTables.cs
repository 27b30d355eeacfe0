using System.Globalization;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Knowledge.Import;

namespace Hearsay.Coding.Actors;

/// <summary>
/// The actor knowledge of a data folder: who is called what (countries, regions, peoples, organisations, outlets,
/// persons, metonyms) and what titles and role nouns say about their bearer. Read once, immutable, shared between
/// threads. Refuses malformed tables with file and line.
/// </summary>
public sealed class ActorTables
{
    internal PhraseTable<ActorEntry> Names { get; } = new();

    internal PhraseTable<TitleEntry> Titles { get; } = new();

    internal HashSet<string> Kinship { get; } = [];

    private readonly Dictionary<string, string> surnames = [];

    private readonly Dictionary<string, string> countries = [];

    private readonly HashSet<string> targets = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> grounds = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, TitleEntry> roles = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the tables of <paramref name="lexicons"/> (data/lexicons).</summary>
    public static ActorTables Load(string lexicons)
    {
        var tables = new ActorTables();
        tables.AddCountries(CsvTable.Read(Path.Combine(lexicons, "countries.csv"), "code", "name", "aliases", "adjectives", "people", "capitals"));
        tables.AddRegions(CsvTable.Read(Path.Combine(lexicons, "regions.csv"), "name", "country", "kind", "aliases", "adjectives"));
        tables.AddMetonyms(CsvTable.Read(Path.Combine(lexicons, "metonyms.csv"), "text", "code"));
        tables.AddCoded(CsvTable.Read(Path.Combine(lexicons, "peoples.csv"), "name", "country", "sectors", "kind", "aliases"), ActorKind.People);
        tables.AddCoded(CsvTable.Read(Path.Combine(lexicons, "organizations.csv"), "name", "aliases", "country", "sectors", "kind", "from", "to"), ActorKind.Organization);
        tables.AddOutlets(CsvTable.Read(Path.Combine(lexicons, "outlets.csv"), "name", "aliases", "kind", "country"));
        tables.AddCoded(CsvTable.Read(Path.Combine(lexicons, "persons.csv"), "name", "aliases", "country", "sectors", "office", "from", "to"), ActorKind.Person);
        tables.AddTitles(CsvTable.Read(Path.Combine(lexicons, "offices.csv"), "title", "sectors", "country", "rank"), "title");
        tables.AddTitles(CsvTable.Read(Path.Combine(lexicons, "roles.csv"), "noun", "sectors", "number", "note"), "noun");
        tables.AddImported(Path.Combine(lexicons, DictionaryImport.ActorsFile), Path.Combine(lexicons, DictionaryImport.AgentsFile));
        foreach (var row in CsvTable.Read(Path.Combine(lexicons, "kinship.csv"), "noun").Rows) tables.Kinship.Add(row["noun"]);
        foreach (var row in CsvTable.Read(Path.Combine(lexicons, "targets.csv"), "noun", "kind").Rows)
        {
            tables.targets.Add(row["noun"]);
            if (row["kind"] is "area" or "building" or "infrastructure") tables.grounds.Add(row["noun"]);
        }
        return tables;
    }

    /// <summary>Whether the lemma names a thing that force can be used on: a building, a road, a vehicle.</summary>
    public bool IsTarget(string lemma) => targets.Contains(lemma);

    /// <summary>Whether the lemma names ground that can be held: a building, a road, a district; not a vehicle.</summary>
    public bool IsGround(string lemma) => grounds.Contains(lemma);

    /// <summary>The name of the country with this code, or null.</summary>
    public string? NameOfCountry(string code) => countries.GetValueOrDefault(code);

    /// <summary>The single-word role noun with this lemma, or null.</summary>
    public TitleEntry? Role(string lemma) => roles.GetValueOrDefault(lemma);

    private void AddCountries(CsvTable table)
    {
        foreach (var row in table.Rows)
        {
            ActorEntry Entry(ActorKind kind) => new(row["name"], row["code"], [], kind, "", null, null, row.Reference(row["code"]));
            countries[row["code"]] = row["name"];
            foreach (string name in row.Names("name", "aliases")) Names.Add(name, Entry(ActorKind.Country));
            foreach (string name in row.Values("capitals")) Names.Add(name, Entry(ActorKind.Region) with { OrganizationKind = "capital" });
            foreach (string name in row.Values("adjectives").Concat(row.Values("people"))) Names.Add(name, Entry(ActorKind.Nationality));
        }
    }

    private void AddRegions(CsvTable table)
    {
        foreach (var row in table.Rows)
        {
            var entry = new ActorEntry(row["name"], row["country"], [], ActorKind.Region, row["kind"], null, null, row.Reference(row["name"]));
            foreach (string name in row.Names("name", "aliases")) Names.Add(name, entry);
            foreach (string name in row.Values("adjectives")) Names.Add(name, entry with { Kind = ActorKind.Nationality });
        }
    }

    private void AddMetonyms(CsvTable table)
    {
        foreach (var row in table.Rows)
        {
            string code = row["code"];
            var sectors = code.Length > 3 ? code[3..].Chunk(3).Select(c => new string(c)).ToArray() : [];
            string text = row["text"].StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? row["text"][4..] : row["text"];
            Names.Add(text, new ActorEntry(row["text"], code[..Math.Min(3, code.Length)], sectors, ActorKind.Metonym, "", null, null, row.Reference(row["text"])));
        }
    }

    private void AddCoded(CsvTable table, ActorKind kind)
    {
        foreach (var row in table.Rows)
        {
            var entry = new ActorEntry(row["name"], row["country"], row.Values("sectors"), kind,
                kind == ActorKind.Person ? row["office"] : row["kind"], Day(row, "from", false), Day(row, "to", true), row.Reference(row["name"]));
            foreach (string name in row.Names("name", "aliases")) Names.Add(WithoutArticle(name), entry);
            if (kind == ActorKind.Person && entry.Sectors.Contains("GOV") && row["name"].LastIndexOf(' ') is var at and > 0)
            {
                string surname = row["name"][(at + 1)..];
                if (surname.StartsWith("al-", StringComparison.OrdinalIgnoreCase)) surname = surname[3..];
                surnames[surname] = surnames.TryGetValue(surname, out string? other) && other != entry.Country ? "" : entry.Country;
            }
        }
    }

    /// <summary>The country whose rulers alone bear the surname ("Bush" in "the Bush administration"), or null.</summary>
    public string? CountryOfRuler(string surname) => surnames.GetValueOrDefault(surname) is { Length: > 0 } country ? country : null;

    // What "hearsay lexicon import" made of a user's dictionaries. A phrase that only stands for a country comes after
    // all that the tables say of it, so that an import of capitals and adjectives changes nothing that is known better.
    private void AddImported(string actors, string agents)
    {
        if (File.Exists(actors))
        {
            var table = CsvTable.Read(actors, "name", "aliases", "country", "sectors", "kind", "from", "to");
            foreach (var row in table.Rows)
            {
                var kind = row["kind"] switch { "country" => ActorKind.Region, "person" => ActorKind.Person, _ => ActorKind.Organization };
                var entry = new ActorEntry(row["name"], row["country"], row.Values("sectors"), kind,
                    kind == ActorKind.Organization ? row["kind"] : "", Day(row, "from", false), Day(row, "to", true), row.Reference(row["name"]));
                foreach (string name in row.Names("name", "aliases")) Names.Add(WithoutArticle(name), entry);
            }
        }
        if (File.Exists(agents)) AddTitles(CsvTable.Read(agents, "noun", "sectors", "number", "note"), "noun");
    }

    private void AddOutlets(CsvTable table)
    {
        foreach (var row in table.Rows)
        {
            var entry = new ActorEntry(row["name"], row["country"], ["JRN"], ActorKind.Outlet, row["kind"], null, null, row.Reference(row["name"]));
            foreach (string name in row.Names("name", "aliases"))
            {
                // "The Australian" is a newspaper, "Australian" is not: a bare word that means something else needs its article.
                string bare = WithoutArticle(name);
                bool taken = !bare.Contains(' ') && Names.Lookup(bare).Any(e => e.Kind != ActorKind.Outlet);
                if (!taken) Names.Add(bare, entry);
                else if (bare.Length < name.Length)
                    foreach (string article in (string[])["The ", "the "]) Names.Add(article + bare, entry);
            }
        }
    }

    private void AddTitles(CsvTable table, string column)
    {
        foreach (var row in table.Rows)
        {
            string rank = column == "title" ? row["rank"] : row["note"] is "equipment" or TitleEntry.Relation ? row["note"] : "role";
            var sectors = row.Values("sectors");
            string country = row["country"].Length > 0 ? row["country"] : sectors.FirstOrDefault(IsCountryLike) ?? "";
            var entry = new TitleEntry(row[column], [.. sectors.Where(c => !IsCountryLike(c))], country, rank, row.Reference(row[column]));
            Titles.Add(row[column], entry);
            if (!row[column].Contains(' ')) roles.TryAdd(row[column], entry);
        }
    }

    private static bool IsCountryLike(string code) => code is "UNO" or "IGO" or "NGO" or "EUR" or "MNC" or "IMG" or "ISM";

    private static string WithoutArticle(string name) =>
        name.StartsWith("The ", StringComparison.Ordinal) || name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;

    private static DateOnly? Day(CsvTable.Row row, string column, bool last)
    {
        string text = row[column];
        if (text.Length == 0) return null;
        string[] formats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];
        foreach (string format in formats)
        {
            if (!DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) continue;
            if (!last || format.Length == 10) return day;
            return format == "yyyy" ? day.AddYears(1).AddDays(-1) : day.AddMonths(1).AddDays(-1);
        }
        throw new KnowledgeException("HS2004", row.Table.File, row.Line, 1, $"'{text}' in column '{column}' is no date.", "Write yyyy, yyyy-MM or yyyy-MM-dd.");
    }
}

/// <summary>A title ("foreign minister") or role noun ("soldier") and what it says about its bearer.</summary>
/// <param name="Title">Lower-case singular.</param>
/// <param name="Sectors">PLOVER sectors, main one first; empty for titles that inherit (spokesman).</param>
/// <param name="Country">ISO code when the title alone implies it, else "".</param>
/// <param name="Rank">The offices table's rank, "role", "equipment", or <see cref="Relation"/>.</param>
/// <param name="Reference">How a trace names the row.</param>
public sealed record TitleEntry(string Title, string[] Sectors, string Country, string Rank, string Reference)
{
    /// <summary>Rank of a noun that names somebody by his relation to its possessor ("ally", "neighbour", "counterpart").</summary>
    public const string Relation = "relation";

    /// <summary>Whether the title is an office, not a trade, a leaning or a relation.</summary>
    public bool IsOffice => IsOfficeRank(Rank);

    /// <summary>Whether titles of this rank are offices.</summary>
    public static bool IsOfficeRank(string rank) => rank is "head" or "deputy" or "minister" or "official" or "officer" or "legislator" or "diplomat" or "judge";
}
