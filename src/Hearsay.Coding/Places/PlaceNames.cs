using System.Collections.Frozen;
using System.Globalization;
using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Places;

/// <summary>
/// The names that are written by hand: countries with their aliases and demonyms, and features such as straits,
/// regions and facilities. They come before the gazetteer's in a look-up. Immutable.
/// </summary>
internal sealed class PlaceNames
{
    private readonly FrozenDictionary<string, Place[]> places;
    private readonly FrozenDictionary<string, Place> demonyms;
    private readonly FrozenDictionary<string, string> outlets;

    private PlaceNames(Dictionary<string, List<Place>> places, Dictionary<string, Place> demonyms, Dictionary<string, string> outlets)
    {
        this.outlets = outlets.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        this.places = places.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
        this.demonyms = demonyms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads places/countries.csv, places/features.csv, lexicons/countries.csv and lexicons/outlets.csv.</summary>
    public static PlaceNames Load(string dataDirectory)
    {
        var places = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        var demonyms = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        var names = CsvTable.Read(Path.Combine(dataDirectory, "lexicons", "countries.csv"), "code", "name", "aliases", "adjectives", "people").Rows.ToDictionary(r => r["code"]);
        foreach (var row in CsvTable.Read(Path.Combine(dataDirectory, "places", "countries.csv"), "code", "geonameid", "lat", "lon", "population").Rows)
        {
            if (!names.TryGetValue(row["code"], out var country)) continue;
            var place = new Place(country["name"], row["code"], null, Number(row, "lat"), Number(row, "lon"), (int)Number(row, "geonameid"), "A", (long)Number(row, "population"), PlaceRank.Country);
            foreach (string name in country.Names("name", "aliases")) Add(places, name, place);
            foreach (string word in country.Names("adjectives", "people").Concat(country.Values("adjectives")))
                if (word.Length > 3 && !word.Contains('|') && !places.ContainsKey(PlaceFold.Fold(word))) demonyms.TryAdd(word, place);
        }
        foreach (var row in CsvTable.Read(Path.Combine(dataDirectory, "places", "features.csv"), "name", "aliases", "class", "country", "lat", "lon", "geonameid").Rows)
        {
            string? country = row["country"].Length > 0 ? row["country"] : null;
            int? id = row["geonameid"].Length > 0 ? (int)Number(row, "geonameid") : null;
            var place = new Place(row["name"], country, null, Number(row, "lat"), Number(row, "lon"), id, row["class"], 0, PlaceRank.Feature);
            foreach (string name in row.Names("name", "aliases")) Add(places, name, place);
        }
        return new PlaceNames(places, demonyms, Outlets(dataDirectory));
    }

    // What an agency sends is printed anywhere; a newspaper writes for its country.
    private static Dictionary<string, string> Outlets(string dataDirectory)
    {
        var outlets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in CsvTable.Read(Path.Combine(dataDirectory, "lexicons", "outlets.csv"), "name", "aliases", "kind", "country").Rows)
            foreach (string name in row.Names("name", "aliases")) outlets.TryAdd(name, row["kind"] != "wire" && row["country"].Length == 3 ? row["country"] : "");
        return outlets;
    }

    /// <summary>The country that an outlet of the table writes for, "" for one that writes for none, null for one that is not in it.</summary>
    public string? CountryOfOutlet(string outlet) => outlets.GetValueOrDefault(outlet);

    /// <summary>Adds the entries of a folded name to <paramref name="into"/>.</summary>
    public void Find(string folded, List<Place> into)
    {
        if (places.TryGetValue(folded, out var found)) into.AddRange(found);
    }

    /// <summary>The code of the country with this GeoNames id, or null.</summary>
    public string? CountryOf(int geonameId)
    {
        foreach (var senses in places.Values)
            foreach (var place in senses)
                if (place.Rank == PlaceRank.Country && place.GeonameId == geonameId) return place.Country;
        return null;
    }

    /// <summary>Whether a folded name is among them.</summary>
    public bool Contains(string folded) => places.ContainsKey(folded);

    /// <summary>The country of a demonym or its people ("Kenyan", "Kenyans"), or null.</summary>
    public Place? Demonym(string word) => demonyms.GetValueOrDefault(word) ?? (word.EndsWith('s') ? demonyms.GetValueOrDefault(word[..^1]) : null);

    private static void Add(Dictionary<string, List<Place>> places, string name, Place place)
    {
        string key = PlaceFold.Fold(name);
        if (key.Length == 0) return;
        if (!places.TryGetValue(key, out var list)) places[key] = list = [];
        if (!list.Contains(place)) list.Add(place);
    }

    private static double Number(CsvTable.Row row, string column) =>
        double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new KnowledgeException("HS2044", row.Table.File, row.Line, 1, $"'{row[column]}' in column '{column}' is no number.", "Write digits with a decimal point.");
}
