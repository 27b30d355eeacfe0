using Hearsay.Evaluation;

namespace Hearsay.Cli.Tests;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Theory]
    [InlineData("--compare needs --format md", "--compare", "before.json")]
    [InlineData("--json prints the figures alone", "--json", "--format", "md")]
    [InlineData("--cases lists cases as text", "--cases", "--format", "json")]
    public void What_cannot_be_meant_is_refused(string message, params string[] args)
    {
        var (code, _, error) = shell.Run(["evaluate", .. args]);
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_or_something_else_is_said_before_anything_is_loaded()
    {
        Assert.Contains("HS1001", shell.Run("evaluate", "--format", "md", "--compare", "nowhere.json").Error, StringComparison.Ordinal);
        Assert.Contains("HS1001", shell.Run("evaluate", "--records", "nowhere.jsonl").Error, StringComparison.Ordinal);
        Assert.Contains("HS3040", shell.Run("evaluate", "--format", "md", "--compare", shell.File("other.json", "{\"x\":1}")).Error, StringComparison.Ordinal);
        string report = new EvaluationReport("0.1.0", "m", "k", []).ToJson();
        Assert.Contains("HS3003", shell.Run("evaluate", "--format", "md", "--compare", shell.File("before.json", report)).Error, StringComparison.Ordinal);
    }
}
