using System.Text.RegularExpressions;

namespace Hearsay.Architecture.Tests;

/// <summary>Conventions of CONTRIBUTING.md that a machine can check.</summary>
public sealed partial class ConventionTests
{
    private static readonly string[] BannedNames = ["Common", "Utils", "Util", "Core", "Base", "Abstractions", "Manager", "Helper", "Impl"];

    [Fact]
    public void No_type_or_project_has_a_name_that_says_nothing()
    {
        foreach (string file in ProjectLayout.Files("src"))
            foreach (Match match in TypePattern().Matches(File.ReadAllText(file)))
                Assert.DoesNotContain(BannedNames, banned => match.Groups[1].Value.EndsWith(banned, StringComparison.Ordinal) && match.Groups[1].Value != "KnowledgeBase");
    }

    [Fact]
    public void Every_regular_expression_is_non_backtracking_or_has_a_time_out()
    {
        foreach (string file in ProjectLayout.Files("src"))
        {
            string text = File.ReadAllText(file);
            foreach (Match match in RegexPattern().Matches(text))
            {
                string call = text.Substring(match.Index, Math.Min(400, text.Length - match.Index));
                bool bounded = call.Contains("NonBacktracking", StringComparison.Ordinal) || call.Contains("TimeSpan", StringComparison.Ordinal);
                Assert.True(bounded, $"{Path.GetFileName(file)}: {match.Value} may run for ever.");
            }
        }
    }

    [Fact]
    public void Every_file_under_src_holds_a_documented_type()
    {
        foreach (string file in ProjectLayout.Files("src"))
        {
            string text = File.ReadAllText(file);
            if (Path.GetFileName(file) is "Program.cs" or "GlobalUsings.cs" or "InternalAccess.cs" or "AssemblyInfo.cs" || !TypePattern().IsMatch(text)) continue;
            Assert.True(text.Contains("/// <summary>", StringComparison.Ordinal) || Path.GetFileName(file).Count(c => c == '.') > 1, $"{Path.GetFileName(file)} has no docstring.");
        }
    }

    [Fact]
    public void Every_diagnostic_code_is_documented()
    {
        string documentation = File.ReadAllText(Path.Combine(ProjectLayout.Root, "docs", "diagnostics.md"));
        var used = ProjectLayout.Files("src").SelectMany(f => CodePattern().Matches(File.ReadAllText(f)).Select(m => m.Value)).Distinct();
        Assert.All(used, code => Assert.Contains(code, documentation));
    }

    [Fact]
    public void Every_command_is_documented()
    {
        string documentation = File.ReadAllText(Path.Combine(ProjectLayout.Root, "docs", "commands.md"));
        foreach (string verb in (string[])["read", "code", "parse", "extract", "lexicon check", "lexicon try", "evaluate"])
            Assert.Contains($"hearsay {verb}", documentation);
    }

    [GeneratedRegex(@"(?:class|record|struct|interface|enum) ([A-Z]\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"\[GeneratedRegex\(|new Regex\(|Regex\.(?:Match|Matches|IsMatch|Replace|Split)\(", RegexOptions.NonBacktracking)]
    private static partial Regex RegexPattern();

    [GeneratedRegex("HS[123][0-9]{3}", RegexOptions.NonBacktracking)]
    private static partial Regex CodePattern();
}
