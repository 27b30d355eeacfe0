using System.CommandLine;
using System.Text.Json;
using Hearsay.Reviewing;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay review agreement</c>: Cohen's κ between every two reviewers and between each and the program, and
/// Krippendorff's α over all reviewers, field by field; as a table or as JSON.
/// </summary>
internal sealed class ReviewAgreementCommand(Terminal terminal)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly Option<string> db = StoreOption.Make();
    private readonly Option<bool> json = new("--json") { Description = "Print JSON instead of a table." };

    public Command Build()
    {
        var command = new Command("agreement", "Say how far reviewers agree with each other and with the program.");
        command.Add(db);
        command.Add(json);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            using var store = HearsayStore.Open(StoreLocation.Parse(parsed.GetValue(db)!));
            var events = new List<ReviewedEvent>();
            foreach (var reviews in store.Reviews.All().Where(r => r.EventId is not null).GroupBy(r => r.EventId!))
                if (store.Event(reviews.Key) is { } e) events.Add(ReviewedEvent.Of(e, reviews));
            var report = ReviewAgreement.Of(events);
            using var writer = terminal.Writer();
            writer.Write(parsed.GetValue(json) ? JsonSerializer.Serialize(report, Options) + "\n" : ReviewAgreement.Page(report));
            writer.Flush();
            return ExitCode.Ok;
        }
        catch (StoreException e)
        {
            return new Messages(terminal, quiet: false, json: false).Fail(e.Diagnostic);
        }
    }
}
