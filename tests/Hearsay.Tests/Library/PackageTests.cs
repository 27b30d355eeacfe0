using System.Diagnostics;
using Hearsay.Tests.Articles;
using Hearsay.Tests.Evaluation;

namespace Hearsay.Tests.Library;

/// <summary>
/// The packages are packed and consumed by a project that knows nothing of this checkout, from a local folder and without
/// a network: other packages come from the folder into which the build restored them.
/// </summary>
public sealed class PackageTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Packed is what was built together with these tests.
    private static readonly string Configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Debug" : "Release";

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(scratch.Folder, name)).FullName;

    [Fact]
    public async Task The_documented_example_runs_in_a_project_that_references_the_package()
    {
        string feed = Folder("feed"), consumer = Folder("consumer");
        foreach (string project in (string[])["Hearsay.Language", "Hearsay.Articles", "Hearsay.Coding", "Hearsay"])
            await Dotnet(TestCoder.Root, "pack", Path.Combine("src", project), "-c", Configuration, "--no-build", "--nologo", "-v", "q", "-o", feed);
        Assert.Equal(4, Directory.GetFiles(feed, "*.nupkg").Length);

        string version = Path.GetFileNameWithoutExtension(Directory.GetFiles(feed, "Hearsay.Coding.*.nupkg").Single())["Hearsay.Coding.".Length..];
        File.WriteAllText(Path.Combine(consumer, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                <RestoreSources>{feed}</RestoreSources>
                <RestorePackagesPath>{Folder("packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{GlobalPackages()}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Hearsay" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        string example = Example();
        Assert.InRange(example.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 5, 12);
        File.WriteAllText(Path.Combine(consumer, "Program.cs"), example);
        await Dotnet(consumer, "build", "-c", "Release", "--nologo", "-v", "q", "-nodeReuse:false", "-o", Path.Combine(consumer, "out"));
        Assert.True(File.Exists(Path.Combine(consumer, "out", "data", "ontology", "plover.json")));
        Assert.Equal("CONSULT (asserted): TURGOV -> RUSGOV, according to the Turkish presidency", (await Dotnet(consumer, Path.Combine("out", "Consumer.dll"))).Trim());
    }

    private static string Example()
    {
        string page = File.ReadAllText(Path.Combine(TestCoder.Root, "docs", "library.md"));
        int start = page.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static string GlobalPackages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static async Task<string> Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test platform hands its own settings down, which a build must not see.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{await output}\n{await error}");
        return await output;
    }
}
