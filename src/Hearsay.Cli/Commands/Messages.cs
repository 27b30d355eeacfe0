using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hearsay.Articles;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// What a command says on standard error: diagnostics, a progress line that is rewritten in place (only on a
/// terminal), and the closing summary. With <c>--quiet</c> only errors, with <c>--json</c> one JSON object a line.
/// </summary>
internal sealed class Messages(Terminal terminal, bool quiet, bool json)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch sinceProgress = Stopwatch.StartNew();
    private readonly SortedDictionary<string, long> unsaid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> said = new(StringComparer.Ordinal);
    private int progressLength;

    /// <summary>How many warnings with one code are said, and ten times as many errors; the others are counted, and the count is said at the end.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Says a diagnostic.</summary>
    public void Report(Diagnostic diagnostic)
    {
        if (quiet && diagnostic.Severity == Severity.Warning || Exceeds(diagnostic)) return;
        EraseProgress();
        terminal.Say(json ? Line(diagnostic) : diagnostic.ToString());
    }

    private bool Exceeds(Diagnostic diagnostic)
    {
        long count = said.GetValueOrDefault(diagnostic.Code);
        if (count < (diagnostic.Severity == Severity.Error ? 10L * Most : Most))
        {
            said[diagnostic.Code] = count + 1;
            return false;
        }
        unsaid[diagnostic.Code] = unsaid.GetValueOrDefault(diagnostic.Code) + 1;
        return true;
    }

    /// <summary>Says a diagnostic that ends the command.</summary>
    public int Fail(Diagnostic diagnostic)
    {
        Report(diagnostic);
        return ExitCode.Failure;
    }

    /// <summary>Shows how far a run is, a few times a second.</summary>
    public void Progress(RunSummary summary)
    {
        if (quiet || json || !terminal.ErrorIsTerminal || sinceProgress.Elapsed < ProgressEvery) return;
        sinceProgress.Restart();
        string line = summary.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share:P0}{Left(summary.Left)}, {summary}") : summary.ToString();
        if (line.Length >= terminal.Width) line = line[..(terminal.Width - 1)];
        terminal.Error.Write("\r" + line.PadRight(progressLength));
        progressLength = line.Length;
    }

    private static string Left(TimeSpan? left) => left switch
    {
        null => "",
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $", {left.Value.TotalSeconds:0} s left"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $", {left.Value.TotalMinutes:0} min left"),
        _ => string.Create(CultureInfo.InvariantCulture, $", {left.Value.TotalHours:0.0} h left"),
    };

    /// <summary>Says what was done.</summary>
    public void Close(RunSummary summary, bool interrupted)
    {
        EraseProgress();
        if (quiet) return;
        foreach (var (code, count) in unsaid) terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{code}: {count:N0} more of these were not shown; --verbose shows them."));
        terminal.Say(json ? Line(summary, interrupted) : (interrupted ? "interrupted: " : "") + summary);
    }

    /// <summary>Says what a store gained by a run.</summary>
    public void Stored(WriteCounts counts)
    {
        if (quiet) return;
        terminal.Say(json
            ? Line(w =>
            {
                w.WriteNumber("added", counts.Added);
                w.WriteNumber("changed", counts.Changed);
                w.WriteNumber("withdrawn", counts.Withdrawn);
                w.WriteNumber("unchanged", counts.Unchanged);
            })
            : string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"store: {counts.Added:N0} events added, {counts.Changed:N0} changed, {counts.Withdrawn:N0} withdrawn, {counts.Unchanged:N0} as they were"));
    }

    /// <summary>Takes the progress line off the screen.</summary>
    public void EraseProgress()
    {
        if (progressLength == 0) return;
        terminal.Error.Write("\r" + new string(' ', progressLength) + "\r");
        progressLength = 0;
    }

    private static string Line(Diagnostic diagnostic) => Line(w =>
    {
        w.WriteString("code", diagnostic.Code);
        w.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
        w.WriteString("message", diagnostic.Message);
        w.WriteString("place", diagnostic.Place);
        w.WriteString("remedy", diagnostic.Remedy);
    });

    private static string Line(RunSummary summary, bool interrupted) => Line(w =>
    {
        w.WriteNumber("coded", summary.Coded);
        w.WriteNumber("reprints", summary.Reprints);
        w.WriteNumber("skipped", summary.Skipped);
        w.WriteNumber("failed", summary.Failed);
        w.WriteNumber("events", summary.Events);
        w.WriteNumber("quotations", summary.Quotations);
        w.WriteNumber("words", summary.Words);
        w.WriteNumber("wordsPerSecond", Math.Round(summary.WordsPerSecond));
        w.WriteNumber("seconds", Math.Round(summary.Elapsed.TotalSeconds, 3));
        w.WriteBoolean("interrupted", interrupted);
    });

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
