using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Records;

namespace Hearsay.Exporting;

/// <summary>
/// The translations that other people's formats need: PLOVER to CAMEO and its labels, quad classes, conflict scores,
/// and our country codes to names, FIPS 10-4 (GDELT) and Correlates-of-War numbers (POLECAT). What a table does not
/// hold is null. Read from <c>data/ontology</c>, <c>data/lexicons</c> and <c>data/places</c>; a missing table stops
/// with its name.
/// <code>
/// codebook.Cameo(record)   // "041", or "040" where the record has no code of its own
/// </code>
/// </summary>
public sealed class Codebook
{
    private readonly Ontology ontology;
    private readonly Dictionary<string, Country> countries = new(StringComparer.Ordinal);

    private readonly HashSet<int> divisions = [];

    private sealed record Country(string Name, string? Fips, string? Cow, int? GeonameId);

    private Codebook(Ontology ontology) => this.ontology = ontology;

    /// <summary>Reads the tables of a data folder.</summary>
    /// <exception cref="KnowledgeException">A table is missing or broken.</exception>
    public static Codebook Load(string dataDirectory)
    {
        var book = new Codebook(Ontology.Load(Path.Combine(dataDirectory, "ontology", "plover.json")));
        var codes = CsvTable.Read(Path.Combine(dataDirectory, "ontology", "country-codes.csv"), "code", "fips", "cow").Rows.ToDictionary(r => r["code"]);
        var ids = CsvTable.Read(Path.Combine(dataDirectory, "places", "countries.csv"), "code", "geonameid").Rows.ToDictionary(r => r["code"], r => r["geonameid"]);
        foreach (var row in CsvTable.Read(Path.Combine(dataDirectory, "lexicons", "countries.csv"), "code", "name").Rows)
        {
            string code = row["code"];
            bool known = codes.TryGetValue(code, out var numbers);
            book.countries[code] = new(row["name"], known ? Filled(numbers["fips"]) : null, known ? Filled(numbers["cow"]) : null,
                ids.TryGetValue(code, out string? id) && int.TryParse(id, out int number) ? number : null);
        }
        foreach (var row in CsvTable.Read(Path.Combine(dataDirectory, "places", "admin1.csv"), "geonameid").Rows)
            if (int.TryParse(row["geonameid"], out int division)) book.divisions.Add(division);
        return book;
    }

    /// <summary>The record's CAMEO code or, where it has none, the most general code of its type ("040").</summary>
    public string? Cameo(EventRecord record) => record.Cameo ?? record.Type switch
    {
        // A type without a root of its own: CAMEO counts it as yielding.
        "RETREAT" => "080",
        // Two with several roots: the general one, rather than to investigate (09) or to fight (19, 20).
        "ACCUSE" => "110",
        "ASSAULT" => "180",
        var type => ontology.Cameo.Where(c => c.Value.Type == type && c.Key.Length == 2).Select(c => c.Key + "0").FirstOrDefault(),
    };

    /// <summary>CAMEO's words for a code; null for a code that the table lacks.</summary>
    public string? CameoLabel(string cameo) => ontology.Cameo.TryGetValue(cameo, out var entry) ? Filled(entry.Label) : null;

    /// <summary>CAMEO's quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public static int CameoQuad(string cameo) => int.Parse(cameo.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture) switch
    {
        <= 5 => 1,
        <= 8 => 2,
        <= 13 => 3,
        _ => 4,
    };

    /// <summary>PLOVER's quad class: verbal_cooperation, material_cooperation, verbal_conflict, material_conflict.</summary>
    public string? Quad(EventRecord record) => ontology.Types.TryGetValue(record.Type, out var type) ? type.Quad : null;

    /// <summary>PLOVER's conflict score of type and mode, −10 … 10; it follows Goldstein (1992) but is not his table.</summary>
    public double? Score(EventRecord record)
    {
        if (!ontology.Types.TryGetValue(record.Type, out var type)) return null;
        return record.Mode is { } mode && type.ModeScores.TryGetValue(mode, out double score) ? score : type.Score;
    }

    /// <summary>Whether a country part is a state rather than IGO, NGO, UNO …</summary>
    public bool IsCountry(string? code) => code is not null && countries.ContainsKey(code);

    /// <summary>The English name of a country.</summary>
    public string? CountryName(string? code) => Find(code)?.Name;

    /// <summary>FIPS 10-4, two letters.</summary>
    public string? Fips(string? code) => Find(code)?.Fips;

    /// <summary>The number in the Correlates of War's list of states.</summary>
    public string? Cow(string? code) => Find(code)?.Cow;

    /// <summary>Whether a place is a whole country.</summary>
    public bool IsCountry(EventPlace place) =>
        Find(place.Country) is { } country && (place.GeonameId is { } id && id == country.GeonameId || place.Name == country.Name);

    /// <summary>
    /// Whether a place is a first-order division. Outside the United States, whose states are all listed, a place that is
    /// named like its division is taken for it.
    /// </summary>
    public bool IsDivision(EventPlace place) =>
        place.GeonameId is { } id && divisions.Contains(id)
        || place.Name is not null && place.Name == place.Admin1 && place.Country != "USA";

    private Country? Find(string? code) => code is not null && countries.TryGetValue(code, out var country) ? country : null;

    private static string? Filled(string text) => text.Length > 0 ? text : null;
}
