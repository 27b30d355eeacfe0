using System.CommandLine;
using Hearsay.Articles;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay extract PAGE.html…</c>: the articles as they are read from the inputs, without coding them; one JSON
/// line for each input in the order given, with "article" null where there is none. It shows what the coder gets
/// to see, and measures the extraction of pages.
/// </summary>
internal sealed class ExtractCommand(Terminal terminal)
{
    private readonly Argument<string[]> pages = Inputs.Many("PAGE", "Pages, other inputs of \"code\", or - for standard input.");
    private readonly Option<string?> url = new("--url") { Description = "Where the page comes from.", HelpName = "URL" };
    private readonly Option<string?> columns = Inputs.Columns();
    private readonly Option<string> format = new("--format") { Description = "json: one object a line.", DefaultValueFactory = _ => "json", HelpName = "json" };

    public Command Build()
    {
        format.AcceptOnlyFromAmong("json");
        url.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } written && !(Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
                result.AddError($"\"{written}\" is not an absolute http or https address.");
        });
        var command = new Command("extract", "Show the article that is read from a page, without coding it.");
        command.Add(pages);
        command.Add(url);
        command.Add(columns);
        command.Add(format);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, quiet: false, json: false);
        int read = 0, failed = 0;
        foreach (var input in new ArticleReader(new(Url: parsed.GetValue(url)) { Columns = Inputs.MapOf(parsed.GetValue(columns)) }, terminal.In).Open(parsed.GetValue(pages)!))
        {
            if (terminal.Stop.IsCancellationRequested) return ExitCode.Interrupted;
            var reading = input.Read();
            foreach (var diagnostic in reading.Diagnostics) messages.Report(diagnostic);
            if (reading.Skipped) continue;
            if (reading.Article is null) failed++;
            else read++;
            Interruption.Whole(() => terminal.Out.Write(RecordWriter.Line(reading.Article, reading.Diagnostics)));
        }
        return failed == 0 ? ExitCode.Ok : read > 0 ? ExitCode.SomeFailed : ExitCode.Failure;
    }
}
