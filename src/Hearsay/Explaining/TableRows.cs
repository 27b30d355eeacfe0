using System.Globalization;
using Hearsay.Coding.Knowledge;

namespace Hearsay.Explaining;

/// <summary>
/// Finds where a row that a trace names ("offices:president") stands: every line of that table with that key, as
/// "file:line". Traces also name what is no table: "context:KEN", a country that the article gave, and
/// "places:Paris", the gazetteer; these have a word of explanation instead.
/// </summary>
public sealed class TableRows(string dataDirectory)
{
    private static readonly string[] Keys = ["name", "code", "title", "noun", "text", "lemma"];

    private readonly Dictionary<string, Dictionary<string, List<int>>> tables = [];

    /// <summary>The places of the row, or what it is when it stands in no table; null when it is not found.</summary>
    public string? Place(string reference)
    {
        int colon = reference.IndexOf(':');
        if (colon < 0) return null;
        string table = reference[..colon], key = reference[(colon + 1)..];
        if (table == "context") return "the country that the sentence or the article is about";
        if (table == "places") return "the gazetteer";
        string file = Path.Combine(dataDirectory, "lexicons", table + ".csv");
        if (!File.Exists(file)) return null;
        if (!Lines(table, file).TryGetValue(key, out var lines)) return table == "persons" ? $"{file}, by surname" : null;
        return $"{file}:{string.Join(", ", lines.Take(4).Select(l => l.ToString(CultureInfo.InvariantCulture)))}{(lines.Count > 4 ? " …" : "")}";
    }

    private Dictionary<string, List<int>> Lines(string table, string file)
    {
        if (tables.TryGetValue(table, out var known)) return known;
        var lines = new Dictionary<string, List<int>>();
        var csv = CsvTable.Read(file);
        // Countries have a code and a name, and are named by their code.
        string[] keys = table == "countries" ? ["code"] : Keys;
        foreach (var row in csv.Rows)
            if (keys.Select(k => row[k]).FirstOrDefault(v => v.Length > 0) is { } key)
            {
                if (!lines.TryGetValue(key, out var list)) lines[key] = list = [];
                list.Add(row.Line);
            }
        return tables[table] = lines;
    }
}
