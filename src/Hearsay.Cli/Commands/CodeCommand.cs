using System.CommandLine;
using Hearsay.Articles;
using Hearsay.Articles.Reprints;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay code INPUT…</c>: one JSON line for each article, in the order of the inputs, on standard output or in
/// a file; what went wrong and a closing summary on standard error. Ctrl-C ends the run after the line that is
/// being written, and --resume goes on from there.
/// </summary>
internal sealed class CodeCommand(Terminal terminal, LoadCode load)
{
    private readonly Argument<string[]> inputs = Inputs.Many("INPUT", "Files, directories, or - for standard input.");
    private readonly Option<string?> output = new("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
    private readonly Option<int> jobs = new("--jobs", "-j") { Description = "Articles coded at a time (default: the number of cores).", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    private readonly Option<bool> resume = new("--resume") { Description = "Go on with the file of -o: articles that it holds are skipped." };
    private readonly Option<bool> json = new("--json") { Description = "Write messages and the summary as JSON lines, too." };
    private readonly Option<string> reprints = new("--reprints") { Description = "link: an article that repeats an earlier one is not coded again but names it; code: code every copy.", DefaultValueFactory = _ => "link", HelpName = "link|code" };
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        var command = new Command("code", "Code articles: one JSON object a line.");
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int n) && n is < 1 or > 256) result.AddError("--jobs is a number from 1 to 256.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(resume) && string.IsNullOrEmpty(result.GetValue(output))) result.AddError("--resume needs -o FILE, the file to go on with.");
        });
        reprints.AcceptOnlyFromAmong("link", "code");
        command.Add(inputs);
        foreach (var option in (Option[])[output, jobs, resume, reprints, json, articles.Columns]) command.Add(option);
        articles.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, parsed.GetValue(articles.Quiet), parsed.GetValue(json));
        var (code, fault) = load(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        if (code is null) return messages.Fail(fault!);
        string? path = parsed.GetValue(output);
        if (path is null) return Run(parsed, code, messages, line => terminal.Out.Write(line.Span), null);
        try
        {
            using var file = parsed.GetValue(resume) ? RecordFile.Resume(path) : RecordFile.Create(path);
            if (file.CutOff > 0) messages.Report(Complaints.CutOff(path, file.CutOff));
            return Run(parsed, code, messages, file.Write, file.Holds);
        }
        catch (InvalidDataException e)
        {
            return messages.Fail(Complaints.NotRecords(path, e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return messages.Fail(Complaints.Output(path, e.Message));
        }
    }

    private int Run(ParseResult parsed, Func<Article, CodedArticle> code, Messages messages, Action<ReadOnlyMemory<byte>> write, Predicate<string>? holds)
    {
        var run = new CodingRun(code, parsed.GetValue(jobs))
        {
            AlreadyCoded = parsed.GetValue(resume) ? holds : null,
            Reprints = parsed.GetValue(reprints) == "link" ? new ReprintIndex() : null,
            Report = messages.Report,
            Progress = messages.Progress,
        };
        var reader = new ArticleReader(articles.Defaults(parsed), terminal.In) { EnglishOnly = true };
        try
        {
            var summary = run.Run(reader.Open(parsed.GetValue(inputs)!), line => Interruption.Whole(() => write(line)), terminal.Stop);
            messages.Close(summary, terminal.Stop.IsCancellationRequested);
            if (terminal.Stop.IsCancellationRequested) return ExitCode.Interrupted;
            return summary.Failed == 0 ? ExitCode.Ok : summary.Coded + summary.Skipped > 0 ? ExitCode.SomeFailed : ExitCode.Failure;
        }
        catch (IOException e) when (holds is null)
        {
            // "hearsay code … | head": the reader has gone, and that is no fault.
            messages.EraseProgress();
            return Interruption.IsBrokenPipe(e) ? ExitCode.Ok : messages.Fail(Complaints.Output("standard output", e.Message));
        }
    }
}
