using System.Text.RegularExpressions;
using Dapper;
using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>docs/store.md describes every table, column and field of the query language, and none that there is not.</summary>
public sealed class StoreDocumentationTests : IDisposable
{
    private readonly StorePlace place = StorePlace.File();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Every_table_and_column_is_documented_and_nothing_else()
    {
        using var store = HearsayStore.Open(place.Location, create: true);
        using var connection = store.Connect();
        var tables = connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'sentence_words%'");
        var columns = tables.SelectMany(t => connection.Query<string>($"SELECT name FROM pragma_table_info('{t}')").Select(c => $"{t}.{c}"));
        Assert.Equal(columns.Order(StringComparer.Ordinal), Documented().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_field_is_documented()
    {
        string page = Page();
        Assert.All(QueryFields.All, f => Assert.Contains($"| `{f.Name}` | {f.Meaning} | `{f.Example}` |", page));
        Assert.All(QueryFields.All, f => Assert.Equal(f.Field, Assert.Single(QueryText.Parse(f.Example).Terms).Field));
        Assert.Equal(Enum.GetValues<QueryField>().Order(), QueryFields.All.Select(f => f.Field).Order());
    }

    [Fact]
    public void Quad_classes_are_those_of_the_ontology()
    {
        string ontology = File.ReadAllText(Path.Combine(Root(), "data", "ontology", "plover.json"));
        foreach (var (quad, types) in QuadClass.Types)
            foreach (string type in types)
                Assert.Matches(new Regex($"\"name\": \"{type}\",\\s*\"quad\": \"{quad}\"", RegexOptions.NonBacktracking), ontology);
    }

    private static IEnumerable<string> Documented()
    {
        string table = "";
        foreach (string line in Page()[Page().IndexOf("## Tables", StringComparison.Ordinal)..].Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) && line != "## Tables") yield break;
            if (line.StartsWith("### ", StringComparison.Ordinal)) table = line[4..];
            else if (line.StartsWith("| `", StringComparison.Ordinal)) yield return $"{table}.{line.Split('`')[1]}";
        }
    }

    private static string Page() => File.ReadAllText(Path.Combine(Root(), "docs", "store.md"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Hearsay.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
