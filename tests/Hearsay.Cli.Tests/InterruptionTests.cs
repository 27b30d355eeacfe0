using System.Diagnostics;

namespace Hearsay.Cli.Tests;

/// <summary>The real program and a real signal: what the in-process tests cannot show.</summary>
public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_a_program_that_waits_for_input_with_130(string signal)
    {
        if (OperatingSystem.IsWindows()) return; // there is no kill to send it with
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hearsay.Cli.dll"), "extract", "-"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        // Its handler must be in place before the signal comes; a first article shows that it runs.
        await program.StandardInput.WriteAsync("{\"id\":\"1\",\"text\":\"one\"}\n" + new string(' ', 4096) + "\n{\"id\":\"2\",\"text\":\"two\"}\n" + new string(' ', 70_000));
        await program.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"id\":\"1\"", await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var kill = Process.Start("kill", [$"-{signal}", $"{program.Id}"]);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Interrupted, program.ExitCode);
        Assert.Equal("", await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
