using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Hearsay.Bench;

/// <summary>
/// <c>kills HEARSAY N</c>: codes an archive once undisturbed and once under N kills (SIGKILL) at random moments, resuming each
/// time, and compares the two files: the same bytes, or a list of the articles that are missing or there twice.
/// </summary>
internal static class KillAndResume
{
    public static int Run(string program, int kills)
    {
        var folder = Directory.CreateTempSubdirectory("hearsay-kills-");
        string archive = Path.Combine(folder.FullName, "news.warc.gz"), whole = Path.Combine(folder.FullName, "whole.jsonl"), pieces = Path.Combine(folder.FullName, "pieces.jsonl");
        using (var output = File.Create(archive)) WarcGenerator.Write(output, 500);
        var clock = Stopwatch.StartNew();
        using (var undisturbed = Start(program, archive, whole, resume: false)) undisturbed.WaitForExit();
        double seconds = clock.Elapsed.TotalSeconds;
        var random = new Random(7);
        int killed = 0;
        while (killed < kills)
        {
            using var run = Start(program, archive, pieces, resume: true);
            // Starting takes a second of each run, so that a run dies on average after a twentieth of the work.
            if (run.WaitForExit(TimeSpan.FromSeconds(random.NextDouble() * (1.5 + seconds / 12))))
            {
                // Done before the work was interrupted often enough: the last part of the output goes, as after a lost disk block.
                using var file = File.OpenWrite(pieces);
                file.SetLength(random.NextInt64(file.Length));
                continue;
            }
            run.Kill();
            run.WaitForExit();
            killed++;
        }
        using (var last = Start(program, archive, pieces, resume: true)) last.WaitForExit();
        bool same = File.ReadAllBytes(whole).AsSpan().SequenceEqual(File.ReadAllBytes(pieces));
        var (wanted, got) = (Ids(whole), Ids(pieces));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{killed} kills: {wanted.Count} articles undisturbed, {got.Count} resumed, {wanted.Except(got).Count()} lost, {got.Count - got.Distinct().Count()} twice, files {(same ? "equal" : "different")}"));
        folder.Delete(recursive: true);
        return same ? 0 : 1;
    }

    private static Process Start(string program, string archive, string output, bool resume) =>
        Process.Start(new ProcessStartInfo(program, ["code", archive, "-o", output, "--quiet", .. resume ? (string[])["--resume"] : []]))!;

    private static List<string> Ids(string file) =>
        [.. File.ReadLines(file).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("article").GetProperty("id").GetString()!)];
}
