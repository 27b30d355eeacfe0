using System.CommandLine;
using System.Data.Common;
using Hearsay.Articles;
using Hearsay.Articles.Feeds;
using Hearsay.Articles.Fetching;
using Hearsay.Articles.Reprints;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay follow FEEDS.opml -o FILE | --db STORE</c>: polls feeds politely and codes their new articles, one JSON line each
/// or into a store, until it is stopped (or once, with --once). What it has seen stands in a state file beside the output;
/// after a crash the ids in the output tell what is done, so that no article is coded twice and none is lost.
/// </summary>
internal sealed class FollowCommand(Terminal terminal, LoadCode load, FetchRules? rules = null, TimeProvider? time = null)
{
    private readonly Argument<string> feeds = Inputs.One("FEEDS", "An OPML file, or a text file with one address of a feed a line.");
    private readonly Option<string?> output = new("--output", "-o") { Description = "The file that the articles are added to.", HelpName = "FILE" };
    private readonly Option<string?> db = new("--db") { Description = "Write into this store (a file, or postgres://user@host/database), beside or instead of the file of -o.", HelpName = "STORE" };
    private readonly Option<string?> state = new("--state") { Description = "Where to keep what was seen (default: FILE.state, else STORE.state).", HelpName = "FILE" };
    private readonly Option<bool> once = new("--once") { Description = "Ask every feed that is due once, then end." };
    private readonly Option<int> every = new("--every") { Description = "Minutes between two polls of a feed.", DefaultValueFactory = _ => 30, HelpName = "MINUTES" };
    private readonly Option<int> jobs = new("--jobs", "-j") { Description = "Articles fetched and coded at a time (default: the number of cores).", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    private readonly Option<string?> data = new("--data") { Description = "Directory of the knowledge (else HEARSAY_DATA, else next to the program).", HelpName = "DIR" };
    private readonly Option<string?> models = new("--models") { Description = "Directory of the models (else HEARSAY_MODELS, else next to the program).", HelpName = "DIR" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };
    private readonly TimeProvider time = time ?? TimeProvider.System;

    public Command Build()
    {
        var command = new Command("follow", "Poll feeds and code their new articles.");
        every.Validators.Add(result => Range(result, 5, 10_080, "--every is a number of minutes from 5 to 10080, a week."));
        jobs.Validators.Add(result => Range(result, 1, 256, "--jobs is a number from 1 to 256."));
        command.Validators.Add(result =>
        {
            if (Named(result.GetValue(output)) is not null) return;
            if (Named(result.GetValue(db)) is not { } store) result.AddError("Name the file that the articles are added to with -o, or a store with --db.");
            else if (Named(result.GetValue(state)) is null && IsServer(store)) result.AddError("With a store on a server and no -o, --state names the file that keeps what was seen.");
        });
        command.Add(feeds);
        foreach (var option in (Option[])[output, db, state, once, every, jobs, data, models, quiet]) command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static void Range(System.CommandLine.Parsing.OptionResult result, int least, int most, string complaint)
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int number) && (number < least || number > most)) result.AddError(complaint);
    }

    private static string? Named(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static bool IsServer(string store) => store.Contains("://", StringComparison.Ordinal);

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, parsed.GetValue(quiet), json: false);
        string list = parsed.GetValue(feeds)!;
        string? path = Named(parsed.GetValue(output)), place = Named(parsed.GetValue(db));
        string memory = Named(parsed.GetValue(state)) ?? (path ?? place) + ".state";
        try
        {
            var followed = FeedList.Read(File.ReadAllText(list));
            var location = place is null ? null : StoreLocation.Parse(place);
            var (code, fault) = load(parsed.GetValue(data), parsed.GetValue(models));
            if (code is null) return messages.Fail(fault!);
            var seen = FollowState.Load(memory);
            var origin = location is null ? null : KnowledgeLocation.Origin(parsed.GetValue(data), parsed.GetValue(models));
            using var put = new CodingOutput(path is null ? null : RecordFile.Resume(path), null, location, origin);
            if (put.File?.CutOff > 0) messages.Report(Complaints.CutOff(path!, put.File.CutOff));
            return Follow(parsed, followed, code, put, seen, memory, messages);
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or NotSupportedException)
        {
            return messages.Fail(e is FileNotFoundException or DirectoryNotFoundException ? Faults.NotFound(list)
                : e is InvalidDataException ? Complaints.NotFollowed(list, e.Message) : Complaints.Output(path ?? place!, e.Message));
        }
    }

    private int Follow(ParseResult parsed, IReadOnlyList<(string Address, string? Name)> followed, Func<Article, CodedArticle> code, CodingOutput put, FollowState seen, string memory, Messages messages)
    {
        using var fetcher = new PageFetcher(rules, time);
        var follower = new FeedFollower(new PoliteFetcher(fetcher, time), seen, TimeSpan.FromMinutes(parsed.GetValue(every)), time);
        var run = new CodingRun(code, parsed.GetValue(jobs))
        {
            AlreadyCoded = put.Holds, Reprints = new ReprintIndex(), Report = put.Note + (Action<Diagnostic>)messages.Report, Keep = put.Keep, Progress = messages.Progress,
        };
        var total = RunSummary.Empty;
        while (true)
        {
            var summary = run.Run(follower.Due(followed, terminal.Stop), put.Write, terminal.Stop);
            total += summary;
            // What was seen may be remembered only when what was coded is on the disk.
            put.Close(total);
            if (!terminal.Stop.IsCancellationRequested)
            {
                follower.Done();
                seen.Save(memory);
            }
            if (summary.Coded + summary.Skipped + summary.Failed > 0 || terminal.Stop.IsCancellationRequested || parsed.GetValue(once)) messages.Close(summary, terminal.Stop.IsCancellationRequested);
            if (terminal.Stop.IsCancellationRequested) return ExitCode.Interrupted;
            if (parsed.GetValue(once)) return summary.Failed == 0 ? ExitCode.Ok : summary.Coded + summary.Skipped > 0 ? ExitCode.SomeFailed : ExitCode.Failure;
            if (follower.NextDue(followed.Select(f => f.Address)) is not { } due) return ExitCode.Ok;
            Wait(due - time.GetUtcNow());
        }
    }

    private void Wait(TimeSpan left)
    {
        if (left <= TimeSpan.Zero) return;
        try
        {
            Task.Delay(left, time, terminal.Stop).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // The loop sees the token.
        }
    }
}
