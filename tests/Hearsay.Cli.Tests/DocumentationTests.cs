using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using Hearsay.Articles;

namespace Hearsay.Cli.Tests;

/// <summary>Every verb, option and diagnostic is documented, and nothing is documented that does not exist.</summary>
public sealed class DocumentationTests
{
    private static string Page(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", name));

    private static RootCommand Root() => CommandTree.Build(new() { In = () => Stream.Null, Out = Stream.Null, Error = TextWriter.Null }, new((_, _) => (null, null), (_, _) => (null, null), _ => (null, null)));

    private static IEnumerable<(string Path, Command Command)> Verbs(Command command, string path) =>
        command.Subcommands.SelectMany(c => Verbs(c, $"{path} {c.Name}").Prepend(($"{path} {c.Name}".Trim(), c)));

    [Fact]
    public void Every_verb_has_a_section_that_names_its_options()
    {
        string page = Page("commands.md");
        foreach (var (path, command) in Verbs(Root(), "").Where(v => v.Command.Subcommands.Count == 0))
        {
            int start = page.IndexOf($"## {path}\n", StringComparison.Ordinal);
            Assert.True(start >= 0, $"docs/commands.md has no section \"## {path}\"");
            int end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
            string section = end < 0 ? page[start..] : page[start..end];
            foreach (var option in command.Options.Where(o => o is not System.CommandLine.Help.HelpOption))
                Assert.True(section.Contains($"`{option.Name}", StringComparison.Ordinal), $"the section on {path} does not name {option.Name}");
        }
    }

    [Fact]
    public void Every_section_is_a_verb()
    {
        var verbs = Verbs(Root(), "").Select(v => v.Path).ToHashSet();
        var sections = Page("commands.md").Split('\n').Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..]);
        Assert.All(sections, section => Assert.True(char.IsUpper(section[0]) || verbs.Contains(section), section));
    }

    [Fact]
    public void Every_diagnostic_is_documented_once()
    {
        var given = Codes(typeof(Faults)).Concat(Codes(typeof(Complaints))).Concat(Codes(typeof(Web.RoomFaults))).Concat(Codes(typeof(Store.StoreFaults))).Append(CodingRun.Failure("", new InvalidOperationException()).Code).ToList();
        Assert.Equal(given.Count, given.Distinct().Count());
        var documented = Page("diagnostics.md").Split('\n').Where(l => l.StartsWith("| HS1", StringComparison.Ordinal) || l.StartsWith("| HS3", StringComparison.Ordinal))
            .Select(l => l.Split('|')[1].Trim()).ToList();
        Assert.Equal(given.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_of_knowledge_files_is_documented()
    {
        string? folder = typeof(DocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value;
        Assert.True(Directory.Exists(folder), folder);
        var given = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), "\"(HS2[0-9]{3})\"", RegexOptions.NonBacktracking).Select(m => m.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal);
        var documented = Page("diagnostics.md").Split('\n').Where(l => l.StartsWith("| HS2", StringComparison.Ordinal)).Select(l => l.Split('|')[1].Trim());
        Assert.Equal(given, documented.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Codes(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.ReturnType == typeof(Diagnostic) || method.ReturnType == typeof(Store.StoreException)
        let arguments = method.GetParameters().Select(p => p.ParameterType == typeof(string) ? "x" : p.ParameterType == typeof(Exception) ? new InvalidOperationException() : Activator.CreateInstance(p.ParameterType)).ToArray()
        let result = method.Invoke(null, arguments)!
        select (result as Diagnostic ?? ((Store.StoreException)result).Diagnostic).Code;
}
