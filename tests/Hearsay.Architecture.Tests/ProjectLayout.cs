using System.Xml.Linq;

namespace Hearsay.Architecture.Tests;

/// <summary>Finds the checkout that the tests were built from, and its C# files.</summary>
internal static class ProjectLayout
{
    /// <summary>The repository's root: the first folder upwards that holds Hearsay.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The C# files under a folder of the repository, build output left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"));

    /// <summary>The projects that a project references, by name.</summary>
    public static IReadOnlySet<string> References(string project) =>
        XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)).ToHashSet();

    private static string FindRoot()
    {
        foreach (string start in (string[])[AppContext.BaseDirectory, Environment.CurrentDirectory])
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Hearsay.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not lie in a checkout; run them from one.");
    }
}
