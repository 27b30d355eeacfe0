namespace Hearsay.Tests.Evaluation;

/// <summary>Invariant A8: the examples that every pattern carries.</summary>
public sealed class PatternExampleTests
{
    [Fact]
    public void Every_example_fires_and_no_counter_example_does()
    {
        var result = LexiconCheck.Run(TestCoder.Instance);
        Assert.True(result.Examples > 500, "Patterns carry examples.");
        Assert.True(result.Findings.Count == 0, string.Join("\n", result.Findings));
    }
}
