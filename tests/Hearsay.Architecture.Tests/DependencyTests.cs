using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Hearsay.Architecture.Tests;

/// <summary>Invariants A1 to A3 of ARCHITECTURE.md: which way dependencies point, and what the inner projects may not touch.</summary>
public sealed class DependencyTests
{
    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssemblies(
        typeof(Language.Annotator).Assembly, typeof(Articles.Article).Assembly, typeof(Coding.Knowledge.KnowledgeBase).Assembly, typeof(Coder).Assembly).Build();

    [Theory]
    [InlineData("Hearsay.Language")]
    [InlineData("Hearsay.Articles", "Hearsay.Language")]
    [InlineData("Hearsay.Coding", "Hearsay.Language")]
    [InlineData("Hearsay", "Hearsay.Articles", "Hearsay.Coding")]
    [InlineData("Hearsay.Web", "Hearsay")]
    [InlineData("Hearsay.Cli", "Hearsay.Web")]
    public void A_project_references_only_what_lies_further_in(string project, params string[] allowed) =>
        Assert.Empty(ProjectLayout.References(project).Except(allowed));

    [Theory]
    [InlineData("Hearsay.Language")]
    [InlineData("Hearsay.Coding")]
    public void The_inner_projects_use_no_network(string project)
    {
        IArchRule rule = Types().That().ResideInAssembly(project).Should().NotDependOnAny(
            Types().That().ResideInNamespaceMatching(@"^System\.Net(\..*)?$")).WithoutRequiringPositiveResults();
        Check(rule);
    }

    [Theory]
    [InlineData("Hearsay.Language")]
    [InlineData("Hearsay.Coding")]
    [InlineData("Hearsay")]
    public void Records_depend_on_the_article_alone_so_nothing_reads_a_clock_or_chance(string project)
    {
        foreach (string file in ProjectLayout.Files(Path.Combine("src", project)))
        {
            string text = File.ReadAllText(file);
            foreach (string banned in (string[])["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "new Random(", "Random.Shared", "Guid.NewGuid"])
                Assert.False(text.Contains(banned, StringComparison.Ordinal), $"{Path.GetFileName(file)} uses {banned}; take a TimeProvider or a parameter.");
        }
    }

    [Fact]
    public void The_language_project_knows_no_politics()
    {
        IArchRule rule = Types().That().ResideInAssembly("Hearsay.Language").Should().NotDependOnAny(
            Types().That().ResideInAssembly("Hearsay.Coding")).WithoutRequiringPositiveResults();
        Check(rule);
    }

    private static void Check(IArchRule rule)
    {
        var failed = rule.Evaluate(Code).Where(r => !r.Passed).Select(r => r.Description).ToList();
        Assert.True(failed.Count == 0, string.Join("\n", failed));
    }
}
