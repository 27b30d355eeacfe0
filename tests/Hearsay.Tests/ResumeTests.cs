using Hearsay.Articles;
using Hearsay.Articles.Reprints;
using Hearsay.Bench;
using Hearsay.Tests.Articles;

namespace Hearsay.Tests;

public sealed class ResumeTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private string Archive()
    {
        string path = Path.Combine(scratch.Folder, "news.warc.gz");
        using var file = File.Create(path);
        WarcGenerator.Write(file, 121);
        return path;
    }

    // Stops after so many lines, in the middle of one, as a process that is killed while it writes.
    private static void Code(string archive, RecordFile file, int? killedAfter, Random random)
    {
        using var stop = new CancellationTokenSource();
        int written = 0;
        void Write(ReadOnlyMemory<byte> line)
        {
            if (stop.IsCancellationRequested) return;
            if (written++ == killedAfter)
            {
                file.Write(line[..random.Next(line.Length)]);
                stop.Cancel();
            }
            else file.Write(line);
        }
        var run = new CodingRun(a => new CodedArticle(a, [], [], []), 3) { AlreadyCoded = file.Holds, Reprints = new ReprintIndex() };
        run.Run(new ArticleReader { EnglishOnly = true }.Open([archive]), Write, stop.Token);
    }

    [Fact]
    public void Killed_at_fifty_moments_and_resumed_a_run_writes_the_same_file()
    {
        string archive = Archive(), whole = Path.Combine(scratch.Folder, "whole.jsonl"), pieces = Path.Combine(scratch.Folder, "pieces.jsonl");
        using (var file = RecordFile.Create(whole)) Code(archive, file, null, new(1));
        Assert.True(File.ReadLines(whole).Count() > 30);
        var random = new Random(5);
        for (int kill = 0; kill < 50; kill++)
        {
            using var file = RecordFile.Resume(pieces);
            Code(archive, file, random.Next(3), random);
        }
        using (var file = RecordFile.Resume(pieces)) Code(archive, file, null, random);
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(pieces));
    }

    [Fact]
    public void Articles_of_the_same_id_are_resumed_one_by_one()
    {
        string input = scratch.File("a.jsonl", "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"1\",\"text\":\"b\"}\n{\"id\":\"2\",\"text\":\"c\"}\n"), output = Path.Combine(scratch.Folder, "o");
        using (var file = RecordFile.Create(output)) Code(input, file, 1, new(1));
        using (var file = RecordFile.Resume(output)) Code(input, file, null, new(1));
        Assert.Equal(["a", "b", "c"], File.ReadLines(output).Select(l => RecordReader.Read(System.Text.Encoding.UTF8.GetBytes(l)).Article.Text));
    }

    [Fact]
    public void A_reprint_names_its_original_and_is_not_coded_again_whatever_the_jobs()
    {
        string story = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"word{i * 7919 % 1000}"));
        string input = scratch.File("a.jsonl", $"{{\"id\":\"first\",\"text\":\"{story}\"}}\n{{\"id\":\"copy\",\"text\":\"{story} and more\"}}\n{{\"id\":\"other\",\"text\":\"Another text.\"}}\n");
        foreach (int jobs in (int[])[1, 4])
        {
            int coded = 0;
            var lines = new List<CodedArticle>();
            var run = new CodingRun(a =>
            {
                Interlocked.Increment(ref coded);
                return new CodedArticle(a, [], [], []);
            }, jobs) { Reprints = new ReprintIndex() };
            var summary = run.Run(new ArticleReader().Open([input]), line => lines.Add(RecordReader.Read(line)), TestContext.Current.CancellationToken);
            Assert.Equal((3, 1, 2), (summary.Coded, summary.Reprints, coded));
            Assert.Contains("reprints \"first\"", Assert.Single(lines[1].Diagnostics, d => d.Code == "HS1023").Message, StringComparison.Ordinal);
            Assert.Empty(lines[0].Diagnostics);

            var named = new CodingRun(a => new CodedArticle(a, [], [], []), jobs) { Reprints = new ReprintIndex(), ReprintsAmong = i => i.Collected };
            Assert.Equal(0, named.Run(new ArticleReader().Open([input]), _ => { }, TestContext.Current.CancellationToken).Reprints);
        }
    }
}
