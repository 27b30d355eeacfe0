using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Hearsay.Cli.Picture;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay find QUERY</c>: looks for events, quotations, sentences or articles in a store. A condition can be written
/// in the query (<c>type:CONSULT</c>) or as an option (<c>--type CONSULT</c>); both mean the same. How much there is goes
/// to standard error, so that the output holds records only.
/// </summary>
internal sealed class FindCommand(Terminal terminal)
{
    private readonly Argument<string[]> query = new("QUERY") { Description = "Words, \"phrases\" and field:value; all of them must hold.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> db = StoreOption.Make();
    private readonly Option<string?> kind = new("--in") { Description = "What to look for: events (the default), quotations, sentences or articles.", HelpName = "KIND" };
    private readonly Option<string?> order = new("--order") { Description = "newest (the default), oldest, confident, doubtful or changed.", HelpName = "ORDER" };
    private readonly Option<int> limit = new("--limit", "-n") { Description = "Records to show, 1 to 1000.", DefaultValueFactory = _ => 20, HelpName = "N" };
    private readonly Option<string?> after = new("--after") { Description = "Go on behind a page: what it said at its end.", HelpName = "WHERE" };
    private readonly Option<bool> all = new("--all") { Description = "Show all that is found, however much." };
    private readonly Option<bool> count = new("--count") { Description = "Only count." };
    private readonly Option<bool> withdrawn = new("--withdrawn") { Description = "Find withdrawn records, too." };
    private readonly Option<bool> json = new("--json") { Description = "Write one JSON object a line." };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };
    private readonly List<(QueryField Field, Option<string[]> Option)> fields =
        [.. QueryFields.All.Select(f => (f.Field, new Option<string[]>("--" + f.Name) { Description = char.ToUpperInvariant(f.Meaning[0]) + f.Meaning[1..] + ".", HelpName = "VALUE" }))];

    public Command Build()
    {
        var command = new Command("find", "Find events, quotations, sentences or articles in a store.");
        command.Add(query);
        foreach (var option in (Option[])[db, kind, order, limit, after, all, count, withdrawn, json, quiet]) command.Add(option);
        foreach (var (_, option) in fields) command.Add(option);
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int n) && n is < 1 or > 1000) result.AddError("--limit is a number from 1 to 1000.");
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, parsed.GetValue(quiet), json: false);
        string place = parsed.GetValue(db)!;
        try
        {
            var wanted = Query(parsed);
            using var store = HearsayStore.Open(StoreLocation.Parse(place));
            if (parsed.GetValue(count)) Count(parsed, store, wanted);
            else Show(parsed, store, wanted);
            return ExitCode.Ok;
        }
        catch (StoreException e)
        {
            return messages.Fail(e.Diagnostic);
        }
        catch (DbException e)
        {
            return messages.Fail(Complaints.StoreFailed(place, e.Message));
        }
    }

    private RecordQuery Query(ParseResult parsed)
    {
        var words = parsed.GetValue(query)!.ToList();
        if (parsed.GetValue(kind) is { } what) words.Add("in:" + what);
        if (parsed.GetValue(order) is { } by) words.Add("order:" + by);
        var wanted = QueryText.Parse(string.Join(' ', words)) with { PageSize = parsed.GetValue(limit), After = parsed.GetValue(after) };
        if (parsed.GetValue(withdrawn)) wanted = wanted with { IncludeWithdrawn = true };
        foreach (var (field, option) in fields)
            foreach (string value in parsed.GetValue(option) ?? []) wanted = wanted.With(field, value.Split(',', StringSplitOptions.TrimEntries));
        return wanted;
    }

    private void Count(ParseResult parsed, HearsayStore store, RecordQuery wanted)
    {
        var counts = store.Count(wanted);
        using var writer = terminal.Writer();
        writer.Write(parsed.GetValue(json)
            ? string.Create(CultureInfo.InvariantCulture, $"{{\"mentions\":{counts.Mentions},\"events\":{counts.Events?.ToString(CultureInfo.InvariantCulture) ?? "null"},\"articles\":{counts.Articles}}}\n")
            : Words(wanted, counts) + "\n");
        writer.Flush();
    }

    private void Show(ParseResult parsed, HearsayStore store, RecordQuery wanted)
    {
        using var writer = terminal.Writer();
        var picture = parsed.GetValue(json) ? null : new FoundPicture(terminal.Canvas(writer));
        FoundPage page;
        while (true)
        {
            page = store.Find(wanted);
            if (picture is null) Write(page, writer.BaseStream);
            else picture.Print(page);
            writer.Flush();
            if (!parsed.GetValue(all) || page.Next is null || terminal.Stop.IsCancellationRequested) break;
            wanted = wanted with { After = page.Next };
        }
        if (parsed.GetValue(quiet)) return;
        terminal.Say($"{Words(wanted, store.Count(wanted))} in all{(page.Next is null ? "." : $"; the next page: --after {page.Next}")}");
    }

    private static void Write(FoundPage page, Stream output)
    {
        foreach (var e in page.Events) output.Write(FoundJson.Line(e));
        foreach (var q in page.Quotations) output.Write(FoundJson.Line(q));
        foreach (var s in page.Sentences) output.Write(FoundJson.Line(s));
        foreach (var a in page.Articles) output.Write(FoundJson.Line(a));
    }

    private static string Words(RecordQuery wanted, RecordCounts counts) => wanted.Kind switch
    {
        RecordKind.Events => string.Create(CultureInfo.InvariantCulture, $"{counts.Mentions:N0} mentions of {counts.Events:N0} events in {counts.Articles:N0} articles"),
        RecordKind.Articles => string.Create(CultureInfo.InvariantCulture, $"{counts.Articles:N0} articles"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{counts.Mentions:N0} {wanted.Kind.ToString().ToLowerInvariant()} in {counts.Articles:N0} articles"),
    };
}
