using System.Globalization;
using Hearsay.Coding.Knowledge;

namespace Hearsay.Explaining;

/// <summary>
/// Finds where a row that a trace names ("offices:president") stands: the lines of that table with that key, as
/// "data/lexicons/offices.csv:2"; of dated rows, those that hold on the day of the article. Traces also name what is no table: "context:KEN", a country that the article gave, and
/// "places:Paris", the gazetteer; these have a word of explanation instead.
/// </summary>
public sealed class TableRows(string dataDirectory)
{
    private const int MostLines = 4;
    private static readonly string[] Keys = ["name", "code", "title", "noun", "text", "lemma"];

    private readonly Dictionary<string, Dictionary<string, List<CsvTable.Row>>> tables = [];
    private readonly string root = Path.GetDirectoryName(Path.GetFullPath(dataDirectory).TrimEnd(Path.DirectorySeparatorChar)) ?? "";

    /// <summary>A file of the knowledge, seen from the directory that the knowledge stands in.</summary>
    public string Short(string file) => Path.GetRelativePath(root, file).Replace('\\', '/');

    /// <summary>The places of the row, or what it is when it stands in no table; null when it is not found.</summary>
    public string? Place(string reference, DateOnly? day)
    {
        int colon = reference.IndexOf(':');
        if (colon < 0) return null;
        string table = reference[..colon], key = reference[(colon + 1)..];
        if (table == "context") return "the country that the sentence or the article is about";
        if (table == "places") return "the gazetteer";
        string file = Path.Combine(dataDirectory, "lexicons", table + ".csv");
        if (!File.Exists(file)) return null;
        if (!Rows(table, file).TryGetValue(key, out var rows)) return table == "persons" ? $"{Short(file)}, by surname" : null;
        var holding = rows.Where(r => Holds(r, day)).ToList();
        var lines = (holding.Count > 0 ? holding : rows).Select(r => r.Line.ToString(CultureInfo.InvariantCulture)).ToList();
        return $"{Short(file)}:{string.Join(", ", lines.Take(MostLines))}{(lines.Count > MostLines ? " …" : "")}";
    }

    private Dictionary<string, List<CsvTable.Row>> Rows(string table, string file)
    {
        if (tables.TryGetValue(table, out var known)) return known;
        var rows = new Dictionary<string, List<CsvTable.Row>>();
        // Countries have a code and a name, and are named by their code.
        string[] keys = table == "countries" ? ["code"] : Keys;
        foreach (var row in CsvTable.Read(file).Rows)
            if (keys.Select(k => row[k]).FirstOrDefault(v => v.Length > 0) is { } key)
            {
                if (!rows.TryGetValue(key, out var list)) rows[key] = list = [];
                list.Add(row);
            }
        return tables[table] = rows;
    }

    // Days of tables are yyyy, yyyy-MM or yyyy-MM-dd, both ends inclusive, so that they compare as text.
    private static bool Holds(CsvTable.Row row, DateOnly? day)
    {
        if (day is not { } known) return true;
        string text = known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), from = row["from"], to = row["to"];
        return string.CompareOrdinal(from, text) <= 0 && (to.Length is 0 or > 10 || string.CompareOrdinal(text[..to.Length], to) <= 0);
    }
}
