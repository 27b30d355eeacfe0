using System.CommandLine;
using Hearsay.Articles;
using Hearsay.Coding.Knowledge;
using Hearsay.Reviewing;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay review</c>: a queue of events in the terminal, one key a verdict; with an event's id and a verdict on the
/// command line the same for scripts. <c>review export</c> writes reviewed articles as gold, <c>review agreement</c>
/// says how far reviewers agree with each other and with the program.
/// </summary>
internal sealed class ReviewCommand(Terminal terminal)
{
    private readonly Argument<string?> id = new("ID") { Description = "An event to review without the queue.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> db = StoreOption.Make();
    private readonly Option<string> reviewer = new("--reviewer") { Description = "Who reviews (default: the name of the user at this computer).", DefaultValueFactory = _ => Environment.UserName, HelpName = "NAME" };
    private readonly Option<string> query = new("--query") { Description = "Which events come into the queue, as \"hearsay find\" takes it (default: review:unreviewed order:doubtful).", DefaultValueFactory = _ => "review:unreviewed order:doubtful", HelpName = "QUERY" };
    private readonly Option<bool> accept = new("--accept") { Description = "The event ID is right." };
    private readonly Option<bool> reject = new("--reject") { Description = "The event ID is none." };
    private readonly Option<string[]> set = new("--set") { Description = $"A field of the event ID is to be this: {string.Join(", ", ReviewCorrection.Fields)}.", HelpName = "FIELD=VALUE", AllowMultipleArgumentsPerToken = false };
    private readonly Option<string?> note = new("--note") { Description = "Why.", HelpName = "TEXT" };
    private readonly Option<string?> comment = new("--comment") { Description = "Leave a comment on the event ID.", HelpName = "TEXT" };
    private readonly Option<bool> adjudicate = new("--adjudicate") { Description = "Decide where reviewers differ." };
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        var command = new Command("review", "Accept, correct, reject and comment events of a store.");
        command.Add(id);
        foreach (var option in (Option[])[db, reviewer, query, accept, reject, set, note, comment, adjudicate, articles.Data]) command.Add(option);
        command.Validators.Add(result =>
        {
            int verdicts = (result.GetValue(accept) ? 1 : 0) + (result.GetValue(reject) ? 1 : 0) + (result.GetValue(set) is { Length: > 0 } ? 1 : 0);
            bool said = verdicts > 0 || result.GetValue(comment) is not null;
            if (verdicts > 1) result.AddError("Give one verdict: --accept, --reject or --set.");
            if (result.GetValue(id) is null && said) result.AddError("Name the event that the verdict is on.");
            if (result.GetValue(id) is not null && !said) result.AddError("Give a verdict with --accept, --reject or --set, or a --comment.");
        });
        command.SetAction(Run);
        command.Add(new ReviewExportCommand(terminal).Build());
        command.Add(new ReviewAgreementCommand(terminal).Build());
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, quiet: false, json: false);
        var (data, missing) = KnowledgeLocation.FindData(parsed.GetValue(articles.Data));
        if (data is null) return messages.Fail(missing!);
        try
        {
            using var store = HearsayStore.Open(StoreLocation.Parse(parsed.GetValue(db)!));
            var ontology = Ontology.Load(Path.Combine(data, "ontology", "plover.json"));
            var desk = new ReviewDesk(store, ontology, parsed.GetValue(reviewer)!, parsed.GetValue(adjudicate));
            return parsed.GetValue(id) is { } wanted ? One(parsed, store, desk, wanted, messages) : Queue(parsed, store, desk);
        }
        catch (StoreException e)
        {
            return messages.Fail(e.Diagnostic);
        }
        catch (KnowledgeException e)
        {
            return messages.Fail(Complaints.CannotLoad(e.Message));
        }
    }

    private int One(ParseResult parsed, HearsayStore store, ReviewDesk desk, string wanted, Messages messages)
    {
        if (store.Event(wanted) is not { } found) return messages.Fail(Complaints.NoSuchEvent(store.Location.ToString(), wanted));
        try
        {
            string? why = parsed.GetValue(note);
            if (parsed.GetValue(accept)) desk.Give(found, Verdict.Accept, why);
            if (parsed.GetValue(reject)) desk.Give(found, Verdict.Reject, why);
            if (parsed.GetValue(set) is { Length: > 0 } settings) desk.Correct(found, settings, why);
            if (parsed.GetValue(comment) is { } text) desk.Comment(found, text);
        }
        catch (FormatException e)
        {
            return messages.Fail(Complaints.BadCorrection(wanted, e.Message));
        }
        terminal.Say($"{wanted}: {store.Event(wanted)!.ReviewState}");
        return ExitCode.Ok;
    }

    private int Queue(ParseResult parsed, HearsayStore store, ReviewDesk desk)
    {
        var asked = QueryText.Parse(parsed.GetValue(query)!) with { Kind = RecordKind.Events };
        using var writer = terminal.Writer();
        var done = new ReviewQueue(store, desk, terminal.Canvas(writer), terminal.Keyboard()).Run(asked, writer, terminal.Stop);
        writer.Flush();
        terminal.Say(done);
        return terminal.Stop.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Ok;
    }
}
