using System.CommandLine;
using System.Data.Common;
using Hearsay.Articles;
using Hearsay.Articles.Reprints;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay code INPUT…</c>: one JSON line for each article, in the order of the inputs, on standard output or in
/// a file, or records in a store; what went wrong and a closing summary on standard error. Ctrl-C ends the run after
/// what is being written, and --resume goes on from there.
/// </summary>
internal sealed class CodeCommand(Terminal terminal, LoadCode load)
{
    private readonly Argument<string[]> inputs = Inputs.Many("INPUT", "Files, directories, or - for standard input.");
    private readonly Option<string?> output = new("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
    private readonly Option<int> jobs = new("--jobs", "-j") { Description = "Articles coded at a time (default: the number of cores).", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    private readonly Option<bool> resume = new("--resume") { Description = "Go on with the file of -o or the store of --db: articles that they hold are skipped." };
    private readonly Option<string?> db = new("--db") { Description = "Write into this store (a file, or postgres://user@host/database); lines then only go into the file of -o.", HelpName = "STORE" };
    private readonly Option<bool> verbose = new("--verbose") { Description = "Say every message; otherwise warnings after the tenth with one code and errors after the hundredth are only counted." };
    private readonly Option<bool> json = new("--json") { Description = "Write messages and the summary as JSON lines, too." };
    private readonly Option<string> reprints = new("--reprints") { Description = "An article that repeats an earlier one is not coded again but names it: link, in all inputs; archives, in web archives only; code: code every copy.", DefaultValueFactory = _ => "archives", HelpName = "archives|link|code" };
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        var command = new Command("code", "Code articles: one JSON object a line, or into a store.");
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int n) && n is < 1 or > 256) result.AddError("--jobs is a number from 1 to 256.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(resume) && string.IsNullOrEmpty(result.GetValue(output)) && string.IsNullOrEmpty(result.GetValue(db)))
                result.AddError("--resume needs -o FILE or --db STORE, what to go on with.");
        });
        reprints.AcceptOnlyFromAmong("archives", "link", "code");
        command.Add(inputs);
        foreach (var option in (Option[])[output, db, jobs, resume, reprints, verbose, json, articles.Columns]) command.Add(option);
        articles.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, parsed.GetValue(articles.Quiet), parsed.GetValue(json)) { Most = parsed.GetValue(verbose) || parsed.GetValue(json) ? int.MaxValue : 10 };
        var (code, fault) = load(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        if (code is null) return messages.Fail(fault!);
        string? path = parsed.GetValue(output), place = parsed.GetValue(db);
        try
        {
            var location = string.IsNullOrEmpty(place) ? null : StoreLocation.Parse(place);
            var origin = location is null ? null : KnowledgeLocation.Origin(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
            var file = path is null ? null : parsed.GetValue(resume) ? RecordFile.Resume(path) : RecordFile.Create(path);
            using var put = new CodingOutput(file, location is null ? line => terminal.Out.Write(line.Span) : null, location, origin);
            if (file?.CutOff > 0) messages.Report(Complaints.CutOff(path!, file.CutOff));
            return Run(parsed, code, messages, put);
        }
        catch (InvalidDataException e)
        {
            return messages.Fail(Complaints.NotRecords(path!, e.Message));
        }
        catch (StoreException e)
        {
            return messages.Fail(e.Diagnostic);
        }
        catch (DbException e)
        {
            messages.EraseProgress();
            return messages.Fail(Complaints.StoreFailed(place!, e.Message));
        }
        catch (IOException e) when (path is null)
        {
            // "hearsay code … | head": the reader has gone, and that is no fault.
            messages.EraseProgress();
            return Interruption.IsBrokenPipe(e) ? ExitCode.Ok : messages.Fail(Complaints.Output("standard output", e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return messages.Fail(Complaints.Output(path ?? place ?? "standard output", e.Message));
        }
    }

    private int Run(ParseResult parsed, Func<Article, CodedArticle> code, Messages messages, CodingOutput put)
    {
        var run = new CodingRun(code, parsed.GetValue(jobs))
        {
            AlreadyCoded = parsed.GetValue(resume) ? put.Holds : null,
            Reprints = parsed.GetValue(reprints) == "code" ? null : new ReprintIndex(),
            ReprintsAmong = parsed.GetValue(reprints) == "link" ? _ => true : input => input.Collected,
            Report = put.Note + (Action<Diagnostic>)messages.Report,
            Keep = put.Keep,
            Progress = messages.Progress,
        };
        var reader = new ArticleReader(articles.Defaults(parsed), terminal.In) { EnglishOnly = true };
        var summary = run.Run(reader.Open(parsed.GetValue(inputs)!), put.Write, terminal.Stop);
        put.Close(summary);
        messages.Close(summary, terminal.Stop.IsCancellationRequested);
        if (put.Stored is { } stored) messages.Stored(stored);
        if (terminal.Stop.IsCancellationRequested) return ExitCode.Interrupted;
        return summary.Failed == 0 ? ExitCode.Ok : summary.Coded + summary.Skipped > 0 ? ExitCode.SomeFailed : ExitCode.Failure;
    }
}
