using System.Diagnostics;

namespace Hearsay.Cli.Tests;

/// <summary>The real program without some of the processor's instructions: the runtime's switches choose the vector path.</summary>
public sealed class VectorPathTests
{
    [Fact]
    public async Task Trees_are_the_same_with_any_vector_instructions_and_with_none()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !Directory.Exists(Path.Combine(root, "samples"))) root = Path.GetDirectoryName(root);
        Assert.NotNull(root);
        string article = Path.Combine(root, "samples", "07-election-dispute.txt"), models = Path.Combine(root, "models");
        string own = await Parse(article, models);
        Assert.Contains("\troot\t", own, StringComparison.Ordinal);
        Assert.Equal(own, await Parse(article, models, "DOTNET_EnableAVX512", "DOTNET_EnableAVX512F"));
        Assert.Equal(own, await Parse(article, models, "DOTNET_EnableHWIntrinsic"));
    }

    private static async Task<string> Parse(string article, string models, params string[] off)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hearsay.Cli.dll"), "parse", "--format", "conllu", "--models", models, article]) { RedirectStandardOutput = true };
        foreach (string name in off) start.Environment[name] = "0";
        using var program = Process.Start(start)!;
        string written = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);
        return written;
    }
}
