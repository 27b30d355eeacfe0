using System.Diagnostics;
using System.Runtime.Versioning;

namespace Hearsay.Web.Tests;

/// <summary>What the build makes of the scripts where npm is missing: the part of it that bundles them is run by itself, as in a fresh checkout.</summary>
public sealed class ClientBuildTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hearsay-client");

    [Fact, UnsupportedOSPlatform("windows")]
    public async Task Without_npm_the_build_says_so_and_goes_on()
    {
        string client = Path.Combine(folder.FullName, "client") + "/", bundled = Path.Combine(folder.FullName, "bundled") + "/", programs = Path.Combine(folder.FullName, "programs");
        Directory.CreateDirectory(client);
        foreach (string file in (string[])["package.json", "package-lock.json"]) File.Copy(Path.Combine(Checkout.Root, "src", "Hearsay.Web", "Client", file), client + file);
        // What a shell answers for a program that is not there.
        Directory.CreateDirectory(programs);
        await File.WriteAllTextAsync(Path.Combine(programs, "npm"), "#!/bin/sh\nexit 127\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(Path.Combine(programs, "npm"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string output = await Build(programs, $"-p:ClientFolder={client}", $"-p:ClientOutput={bundled}", $"-p:ClientStamp={Path.Combine(folder.FullName, "stamp")}");
        Assert.Contains("npm is not installed: the reading room is built without its scripts.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.False(Directory.Exists(bundled));
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<string> Build(string programs, params string[] properties)
    {
        string project = Path.Combine(Checkout.Root, "src", "Hearsay.Web", "Hearsay.Web.csproj");
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-t:EmbedClient", "-nologo", "-nodeReuse:false", "-v:minimal", .. properties]) { RedirectStandardOutput = true };
        // The test platform hands its own settings down, which a build must not see.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, output);
            return output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
