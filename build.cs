// Builds and tests everything:  dotnet run build.cs            restores and builds
//                               dotnet run build.cs -- test    and runs all tests
//                               dotnet run build.cs -- test Hearsay.Cli.Tests …   and runs these
// Tests also need PostgreSQL, Chromium and npm; what is missing is installed from Debian's packages first (as root or
// through sudo). Where that cannot be done it says so, and the tests that need them fail with their own remedy.
// The last line of a test run is "N passed, N failed, N skipped", summed over the test projects; the exit code is 0
// only when everything was built and nothing failed.
using System.Diagnostics;
using System.Text.RegularExpressions;

string root = Path.GetDirectoryName(ScriptPath())!;
Directory.SetCurrentDirectory(root);

if (args is not ([] or ["test", ..]))
{
    Console.Error.WriteLine("Usage: dotnet run build.cs [-- test [PROJECT…]]");
    return 2;
}

var clock = Stopwatch.StartNew();
if (args is ["test", ..]) InstallMissing();
Console.WriteLine("building …");
// Two at a time: the compiler itself uses more than one core.
int built = Run("dotnet", ["build", "Hearsay.slnx", "-c", "Release", "-m:2", "-nodeReuse:false", "--nologo", "-v", "q", "-clp:ErrorsOnly;NoSummary"], Console.WriteLine);
if (built != 0)
{
    Console.WriteLine("the build failed");
    return 1;
}
Console.WriteLine($"built in {clock.Elapsed.TotalSeconds:0} s");
if (args is []) return 0;

int passed = 0, failed = 0, skipped = 0;
foreach (string folder in Directory.EnumerateDirectories("tests", "*.Tests").Order(StringComparer.Ordinal))
{
    string name = Path.GetFileName(folder);
    if (args.Length > 1 && !args.Contains(name)) continue;
    var counts = Test(name, Path.Combine(folder, "bin", "Release", "net10.0", name + (OperatingSystem.IsWindows() ? ".exe" : "")));
    passed += counts.Passed;
    failed += counts.Failed;
    skipped += counts.Skipped;
}
Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
return failed == 0 ? 0 : 1;

// What the tests drive beside .NET: the file that shows it is there, and the Debian packages that bring it.
static void InstallMissing()
{
    (bool There, string[] Packages)[] needed =
    [
        (Directory.Exists("/usr/lib/postgresql"), ["postgresql"]),
        (File.Exists("/usr/bin/chromium"), ["chromium"]),
        (OnPath("npm"), ["nodejs", "npm"]),
    ];
    string[] missing = [.. needed.Where(n => !n.There).SelectMany(n => n.Packages)];
    if (missing is [] || !File.Exists("/usr/bin/apt-get")) return;
    Console.WriteLine($"installing {string.Join(", ", missing)} …");
    string[] administrator = Environment.UserName == "root" ? ["env"] : ["sudo", "-n"];
    string[] apt = [.. administrator[1..], "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
    var output = new List<string>();
    bool done = OnPath(administrator[0])
        && Run(administrator[0], [.. apt, "update"], output.Add) == 0
        && Run(administrator[0], [.. apt, "install", "-y", "--no-install-recommends", .. missing], output.Add) == 0;
    if (done) return;
    output.ForEach(Console.WriteLine);
    Console.WriteLine($"could not install them: run `sudo apt-get install {string.Join(' ', missing)}` and try again");
}

static bool OnPath(string program) =>
    (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

// Runs one test program; what it prints is shown only when something failed. A program that ends without a count
// (a crash, a missing file) is one failure.
static (int Passed, int Failed, int Skipped) Test(string name, string program)
{
    var output = new List<string>();
    var clock = Stopwatch.StartNew();
    int code = File.Exists(program) ? Run(program, ["-noColor"], output.Add) : -1;
    var summary = output.Select(line => Counts().Match(line)).LastOrDefault(m => m.Success);
    int total = Number(summary, "total"), failed = Number(summary, "failed") + Number(summary, "errors"), skipped = Number(summary, "skipped");
    if (summary is null || (code != 0 && failed == 0)) failed++;
    if (failed > 0) output.ForEach(Console.WriteLine);
    int passed = Math.Max(0, total - failed - skipped);
    Console.WriteLine($"{name}: {passed} passed, {failed} failed, {skipped} skipped, {clock.Elapsed.TotalSeconds:0.0} s");
    return (passed, failed, skipped);
}

static int Number(Match? match, string group) => match is null ? 0 : int.Parse(match.Groups[group].Value);

static int Run(string program, string[] arguments, Action<string> line)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    var gate = new Lock();
    void Pass(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is null) return;
        lock (gate) line(e.Data);
    }
    process.OutputDataReceived += Pass;
    process.ErrorDataReceived += Pass;
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    process.WaitForExit();
    return process.ExitCode;
}

static string ScriptPath([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

partial class Program
{
    [GeneratedRegex(@"Total: (?<total>\d+), Errors: (?<errors>\d+), Failed: (?<failed>\d+), Skipped: (?<skipped>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Counts();
}
