using System.CommandLine;
using Hearsay.Articles;
using Hearsay.Cli.Picture;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay read FILE</c>: one article with what was read from it, as a picture for the terminal. From a file of
/// many articles it takes the first, or the one with the id of --id. With --json it prints the line that
/// <c>hearsay code</c> would.
/// </summary>
internal sealed class ReadCommand(Terminal terminal, LoadCode load)
{
    private readonly Argument<string> file = Inputs.One("FILE", "A text file, page or JSON Lines file, or - for standard input.");
    private readonly Option<string?> id = new("--id") { Description = "Which article of a file that holds several.", HelpName = "ID" };
    private readonly Option<bool> json = new("--json") { Description = "Print the record instead, as \"hearsay code\" does." };
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        var command = new Command("read", "Show one article with its events, quotations and who vouches for them.");
        command.Add(file);
        command.Add(id);
        command.Add(json);
        command.Add(articles.Columns);
        articles.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, parsed.GetValue(articles.Quiet), json: false);
        string input = parsed.GetValue(file)!;
        if (Find(input, parsed.GetValue(id), articles.Defaults(parsed), messages) is not { Article: { } article } reading) return ExitCode.Failure;
        var (code, fault) = load(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        if (code is null) return messages.Fail(fault!);
        if (terminal.Stop.IsCancellationRequested) return ExitCode.Interrupted;
        CodedArticle coded;
        try
        {
            coded = code(article);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return messages.Fail(CodingRun.Failure(reading.Place, e));
        }
        foreach (var diagnostic in coded.Diagnostics) messages.Report(diagnostic);
        coded = coded with { Diagnostics = [.. reading.Diagnostics, .. coded.Diagnostics] };
        Show(coded, parsed.GetValue(json));
        return ExitCode.Ok;
    }

    private void Show(CodedArticle coded, bool asJson)
    {
        if (asJson)
        {
            terminal.Out.Write(RecordWriter.Line(coded));
            return;
        }
        using var writer = terminal.Writer();
        ArticlePicture.Print(terminal.Canvas(writer), coded);
        writer.Flush();
    }

    // The first article, or the one asked for; with a look at whether there are more.
    private ArticleReading? Find(string input, string? wanted, ArticleDefaults defaults, Messages messages)
    {
        ArticleReading? found = null;
        bool failed = false;
        foreach (var next in new ArticleReader(defaults, terminal.In).Open([input]))
        {
            if (found is not null)
            {
                if (wanted is null) messages.Report(Complaints.MoreArticles(input));
                break;
            }
            var reading = next.Read();
            bool matches = reading.Article is { } article && (wanted is null || article.Id == wanted);
            if (matches) found = reading;
            failed |= reading.Article is null;
            if (matches || (wanted is null && reading.Article is null))
                foreach (var diagnostic in reading.Diagnostics) messages.Report(diagnostic);
        }
        if (found is null && (wanted is not null || !failed)) messages.Report(Complaints.NoSuchId(input, wanted ?? ""));
        return found;
    }
}
