using System.Diagnostics;

namespace Hearsay.Cli.Tests;

/// <summary>The real program writing into a file that the shell has opened.</summary>
public sealed class StandardOutputTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task A_second_program_writes_behind_the_first()
    {
        if (OperatingSystem.IsWindows()) return; // there is no such shell
        string articles = shell.File("a.jsonl", "{\"id\":\"1\",\"text\":\"one\"}\n{\"id\":\"2\",\"text\":\"two\"}\n"), output = Path.Combine(shell.Folder, "out.jsonl");
        using var program = Process.Start("/bin/sh", ["-c", "(dotnet \"$0\" extract \"$1\"; dotnet \"$0\" extract \"$1\") > \"$2\"", Path.Combine(AppContext.BaseDirectory, "Hearsay.Cli.dll"), articles, output]);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        string[] lines = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
        Assert.Equal(4, lines.Length);
        Assert.Equal(lines[..2], lines[2..]);
    }
}
