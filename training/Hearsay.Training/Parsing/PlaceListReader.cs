using System.Text;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Reads the project's lists of countries (countries.csv) and of places inside them (regions.csv) into the words that
/// the model is to know. Only capitalised words count; of a list's other columns none is used.
/// </summary>
internal static class PlaceListReader
{
    /// <summary>Files in the folder of lexicons.</summary>
    public static IReadOnlyList<string> Files { get; } = ["countries.csv", "regions.csv"];

    /// <summary>Known words of both lists, and the words for peoples among them.</summary>
    public static (KnownPlaces Places, HashSet<string> Peoples) Read(string folder)
    {
        var entries = new Dictionary<string, byte>(StringComparer.Ordinal);
        var peoples = new HashSet<string>(StringComparer.Ordinal);
        void AddNames(string cell, KnownPlaces.Kind whole)
        {
            foreach (string name in cell.Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] words = [.. name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1 && char.IsUpper(w[0]))];
                foreach (string word in words) Add(entries, word, words.Length == 1 ? whole : KnownPlaces.Kind.Part);
            }
        }
        void AddPeoples(string cell)
        {
            foreach (string name in cell.Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                // "U.S." and "UK" stand in the column of adjectives too, but name the country.
                if (name.Length < 3 || !name.All(char.IsLetter) || !char.IsUpper(name[0]) || name.All(char.IsUpper)) continue;
                Add(entries, name, KnownPlaces.Kind.People);
                peoples.Add(name);
            }
        }
        foreach (var row in Rows(Path.Combine(folder, Files[0])))
        {
            AddNames(row[1], KnownPlaces.Kind.Country);
            AddNames(row[2], KnownPlaces.Kind.Country);
            AddPeoples(row[3]);
            AddPeoples(row[4]);
            AddNames(row[5], KnownPlaces.Kind.Place);
        }
        foreach (var row in Rows(Path.Combine(folder, Files[1])))
        {
            AddNames(row[0], KnownPlaces.Kind.Place);
            AddNames(row[3], KnownPlaces.Kind.Place);
            AddPeoples(row[4]);
        }
        return (new KnownPlaces(entries), peoples);
    }

    private static void Add(Dictionary<string, byte> entries, string word, KnownPlaces.Kind kind) =>
        entries[word] = (byte)(entries.GetValueOrDefault(word) | (byte)kind);

    private static IEnumerable<string[]> Rows(string path)
    {
        int columns = 0, number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = Cells(line);
            if (columns == 0)
            {
                columns = cells.Length;
                continue;
            }
            if (cells.Length != columns) throw new InvalidDataException($"{path}:{number}: {cells.Length} columns, {columns} expected.");
            yield return cells;
        }
    }

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        foreach (char c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(c);
        }
        cells.Add(cell.ToString());
        return [.. cells];
    }
}
