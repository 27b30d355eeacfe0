using System.CommandLine;
using Hearsay.Reviewing;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay review export</c>: the articles all of whose events have been decided, one JSON line each, as
/// <c>hearsay evaluate --records</c> reads them. Articles that are not finished are counted and left out.
/// </summary>
internal sealed class ReviewExportCommand(Terminal terminal)
{
    private readonly Option<string> db = StoreOption.Make();
    private readonly Option<string?> output = new("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };

    public Command Build()
    {
        var command = new Command("export", "Write reviewed articles as gold.");
        command.Add(db);
        command.Add(output);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, quiet: false, json: false);
        string? path = parsed.GetValue(output);
        try
        {
            using var store = HearsayStore.Open(StoreLocation.Parse(parsed.GetValue(db)!));
            using var file = path is null ? null : File.Create(path);
            int written = 0, unfinished = 0;
            foreach (string id in store.Reviews.All().Select(r => r.ArticleId).Distinct().Order(StringComparer.Ordinal))
            {
                if (terminal.Stop.IsCancellationRequested) return ExitCode.Interrupted;
                if (store.Article(id) is not { } article || ReviewGold.Line(article, store.Reviews.OfArticle(id)) is not { } line)
                {
                    unfinished++;
                    continue;
                }
                written++;
                if (file is null) Interruption.Whole(() => terminal.Out.Write(line));
                else file.Write(line);
            }
            terminal.Say(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{written} articles written; {unfinished} left out, because an event of them is not decided"));
            return ExitCode.Ok;
        }
        catch (StoreException e)
        {
            return messages.Fail(e.Diagnostic);
        }
        catch (Exception e) when (path is not null && e is IOException or UnauthorizedAccessException)
        {
            return messages.Fail(Complaints.Output(path!, e.Message));
        }
    }
}
