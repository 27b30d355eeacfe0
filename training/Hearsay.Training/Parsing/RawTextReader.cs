using System.Text.Json;
using System.Xml.Linq;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Reads documents of running text for teachers to label, by the file's ending: JSON lines with a property "text",
/// a JSON object of objects with "articleBody", tab-separated lines with a column "Text", XML with "text" elements,
/// else one document of plain text. Whatever else the file holds is not looked at.
/// </summary>
internal static class RawTextReader
{
    public static IEnumerable<string> Read(string path) => Path.GetExtension(path) switch
    {
        ".jsonl" => File.ReadLines(path).Where(l => l.Length > 0).Select(l => Property(l, "text")),
        ".json" => ArticleBodies(path),
        ".tsv" => Column(path, "Text"),
        ".xml" => XDocument.Load(path).Descendants("text").Select(e => e.Value),
        _ => [File.ReadAllText(path)],
    };

    private static string Property(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty(name).GetString() ?? "";
    }

    private static List<string> ArticleBodies(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. json.RootElement.EnumerateObject().Select(o => o.Value.GetProperty("articleBody").GetString() ?? "")];
    }

    private static IEnumerable<string> Column(string path, string name)
    {
        int column = -1;
        foreach (string line in File.ReadLines(path))
        {
            string[] cells = line.Split('\t');
            if (column >= 0) yield return cells[column];
            else column = Array.IndexOf(cells, name) is var found and >= 0 ? found : throw new InvalidDataException($"{path} has no column {name}.");
        }
    }
}
