using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;

namespace Hearsay.Evaluation;

/// <summary>
/// The figures that must not get worse: eval/floors.json names, for each gold set, the hash of its file and the
/// lowest (or highest) value each figure may have. A gold file with another hash is refused, because figures on other
/// text cannot be compared.
/// </summary>
public static class Floors
{
    /// <summary>One line for each figure under its floor or over its ceiling, and for each gold file that changed.</summary>
    public static IReadOnlyList<string> Check(string file, string set, string goldFile, IReadOnlyDictionary<string, double> rates)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        if (!json.RootElement.TryGetProperty(set, out var floors)) return [];
        var faults = new List<string>();
        string hash = Hash(goldFile);
        if (floors.TryGetProperty("gold", out var wanted) && wanted.GetString() != hash)
            return [$"{set}: the gold file {Path.GetFileName(goldFile)} has the hash {hash}, the floors were set on {wanted.GetString()}. Set new floors with a written reason."];
        foreach (string bound in (string[])["min", "max"])
        {
            if (!floors.TryGetProperty(bound, out var figures)) continue;
            foreach (var figure in figures.EnumerateObject())
            {
                double limit = figure.Value.GetDouble(), value = rates.GetValueOrDefault(figure.Name, double.NaN);
                bool holds = bound == "min" ? value >= limit : value <= limit;
                if (!holds) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{set}: {figure.Name} is {value:F4}, its {(bound == "min" ? "floor" : "ceiling")} {limit:F4}."));
            }
        }
        return faults;
    }

    /// <summary>XxHash64 of the file, hexadecimal.</summary>
    public static string Hash(string file) => XxHash64.HashToUInt64(File.ReadAllBytes(file)).ToString("x16", CultureInfo.InvariantCulture);
}
