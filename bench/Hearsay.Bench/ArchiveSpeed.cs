using System.Diagnostics;
using System.Globalization;
using Hearsay.Articles.Archives;
using Hearsay.Articles.Languages;
using Hearsay.Articles.Reprints;

namespace Hearsay.Bench;

/// <summary>
/// Times what stands between an archive and the coder: <c>warc FILE N</c> writes an archive of N records, <c>read-warc FILE</c>
/// reads one without looking for articles, <c>languages</c> and <c>reprints</c> run over made-up articles.
/// </summary>
internal static class ArchiveSpeed
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["warc", var file, var records]:
                using (var output = File.Create(file))
                    Say($"{WarcGenerator.Write(output, int.Parse(records, CultureInfo.InvariantCulture)):N0} bytes before packing");
                return 0;
            case ["read-warc", var file]:
                Read(file);
                return 0;
            case ["languages"]:
                Time("articles", text => LanguageIdentifier.Of(text));
                return 0;
            case ["reprints"]:
                var index = new ReprintIndex();
                int number = 0;
                Time("articles", text => index.FindOrAdd($"{number++}", MinHashSignature.Of(text)!));
                return 0;
            default:
                return 2;
        }
    }

    private static void Read(string file)
    {
        var clock = Stopwatch.StartNew();
        long records = 0, bytes = 0, faults = 0;
        using var members = new GzipMembers(File.OpenRead(file));
        foreach (var record in new WarcReader(members).Records())
        {
            records++;
            if (record.Fault is not null) faults++;
            if (record.Block is { } block) bytes += new HttpMessage(block).Body().Length;
        }
        double unpacked = members.Unpacked, seconds = clock.Elapsed.TotalSeconds;
        Say($"{records:N0} records, {faults} faults, {bytes:N0} bytes of content, {unpacked / 1e6:N0} MB unpacked in {seconds:0.00} s: {unpacked / 1e6 / seconds:N0} MB/s, at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB of memory");
    }

    private static void Time(string what, Action<string> act)
    {
        using var archive = new MemoryStream();
        WarcGenerator.Write(archive, 4001, packed: false);
        archive.Position = 0;
        var texts = new WarcReader(archive).Records().Where(r => r.Block is not null).Select(r => System.Text.Encoding.UTF8.GetString(new HttpMessage(r.Block!).Body())).Where(t => t.Contains("<article>", StringComparison.Ordinal))
            .Select(t => t[t.IndexOf("<article>", StringComparison.Ordinal)..t.IndexOf("</article>", StringComparison.Ordinal)]).ToList();
        foreach (string text in texts) act(text);
        var clock = Stopwatch.StartNew();
        for (int round = 0; round < 5; round++) foreach (string text in texts) act(text);
        Say($"{5 * texts.Count / clock.Elapsed.TotalSeconds:N0} {what} a second, {texts.Average(t => t.Length):N0} characters each");
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
