using System.CommandLine;
using Hearsay.Articles;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Statuses;
using Hearsay.Exporting;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay export</c>: events of a store (<c>--db</c>, with a query) or of a file that <c>hearsay code</c> wrote, in
/// one of the formats of docs/exports.md. It says on standard error what was left out and why; with <c>-o</c> a data
/// dictionary lies beside the file, and the file appears only when it is whole.
/// </summary>
internal sealed class ExportCommand(Terminal terminal)
{
    private readonly Argument<string?> records = new("RECORDS") { Description = "A file that \"hearsay code\" wrote, or - for standard input; none with --db.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> format = new("--format", "-f") { Description = "One of " + string.Join(", ", ExportFormat.All.Select(f => f.Name)) + ".", DefaultValueFactory = _ => "csv", HelpName = "FORMAT" };
    private readonly Option<string?> output = new("--output", "-o") { Description = "Write to this file, with a data dictionary beside it, instead of standard output.", HelpName = "FILE" };
    private readonly Option<string?> db = new("--db") { Description = "Read events from this store: a file or postgres://user@host/database.", HelpName = "STORE" };
    private readonly Option<string?> query = new("--query") { Description = "Which events of the store, as \"hearsay find\" takes it.", HelpName = "QUERY" };
    private readonly Option<long?> changedSince = new("--changed-since") { Description = "Only events that changed or were withdrawn after this revision of the store.", HelpName = "REVISION" };
    private readonly Option<string?> status = new("--status") { Description = "Statuses to export, with commas, or \"all\" (default: all where the format has a status, else asserted).", HelpName = "LIST" };
    private readonly Option<bool> oneADay = new("--one-a-day") { Description = "Of events of one day, the same coded parties, code and status keep the first." };
    private readonly Option<string> offsets = new("--offsets") { Description = "What offsets count: codepoints (Python, R) or utf16 (C#, Java, JavaScript).", DefaultValueFactory = _ => "codepoints", HelpName = "UNIT" };
    private readonly Option<bool> raw = new("--raw") { Description = "Write cells as they are, even those that a spreadsheet would run as a formula." };
    private readonly Option<string?> with = new("--with") { Description = "Optional parts of petrarch2, with commas: " + string.Join(", ", CameoTables.PetrarchParts) + ".", HelpName = "LIST" };
    // --status is the format's own option above: it also means formats without a store.
    private readonly List<(QueryField Field, Option<string[]> Option)> fields = [.. QueryFields.All.Where(f => f.Field != QueryField.Status)
        .Select(f => (f.Field, new Option<string[]>("--" + f.Name) { Description = char.ToUpperInvariant(f.Meaning[0]) + f.Meaning[1..] + " (with --db).", HelpName = "VALUE" }))];
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        var command = new Command("export", "Write events in a format that other programs read.");
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(f => f.Name)]);
        offsets.AcceptOnlyFromAmong("codepoints", "utf16");
        command.Add(records);
        foreach (var option in (Option[])[format, output, db, query, changedSince, status, oneADay, offsets, raw, with, articles.Data, articles.Quiet]) command.Add(option);
        foreach (var (_, option) in fields) command.Add(option);
        command.Validators.Add(result =>
        {
            bool store = !string.IsNullOrEmpty(result.GetValue(db));
            if (store == !string.IsNullOrEmpty(result.GetValue(records))) result.AddError("Name either a file of records or a store with --db.");
            if (!store && (result.GetValue(query) is not null || result.GetValue(changedSince) is not null)) result.AddError("--query and --changed-since need a store, with --db.");
            foreach (var (_, option) in fields)
                if (!store && result.GetValue(option) is { Length: > 0 }) result.AddError($"{option.Name} needs a store, with --db.");
            foreach (string word in Words(result.GetValue(status)))
                if (word != "all" && !Statuses.Contains(word)) result.AddError($"There is no status \"{word}\". Choose from {string.Join(", ", Statuses)} or all.");
            foreach (string part in Words(result.GetValue(with)))
                if (!CameoTables.PetrarchParts.Contains(part)) result.AddError($"There is no part \"{part}\". Choose from {string.Join(", ", CameoTables.PetrarchParts)}.");
            string name = result.GetValue(format)!;
            if (result.GetValue(with) is not null && name != "petrarch2") result.AddError("--with is for --format petrarch2.");
            if (name == "annotations" && result.GetValue(offsets) == "utf16") result.AddError("Web Annotations count code points; leave --offsets out.");
            if (name == "parquet" && string.IsNullOrEmpty(result.GetValue(output)) && terminal.OutIsTerminal) result.AddError("Parquet is not for a terminal: name a file with -o.");
        });
        command.SetAction(Run);
        return command;
    }

    private static IReadOnlyList<string> Statuses { get; } = [.. Enum.GetValues<Status>().Select(s => s.Word())];

    private static string[] Words(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, parsed.GetValue(articles.Quiet), json: false);
        var (data, missing) = KnowledgeLocation.FindData(parsed.GetValue(articles.Data));
        if (data is null) return messages.Fail(missing!);
        string? file = parsed.GetValue(records);
        if (file is not null and not "-" && !File.Exists(file)) return messages.Fail(Faults.NotFound(file));
        try
        {
            var codes = Codebook.Load(data);
            using var store = parsed.GetValue(db) is { Length: > 0 } location ? HearsayStore.Open(StoreLocation.Parse(location)) : null;
            int bad = 0;
            var input = store is not null ? new StoreExport(store, QueryOf(parsed), Chosen(parsed)) : ExportInput.Of(FromRecords(file!, messages, () => bad++));
            var tally = Write(parsed, input, codes, store);
            if (!parsed.GetValue(articles.Quiet)) terminal.Say(tally.ToString());
            return bad == 0 ? ExitCode.Ok : tally.Articles > 0 ? ExitCode.SomeFailed : ExitCode.Failure;
        }
        catch (KnowledgeException e)
        {
            return messages.Fail(Complaints.CannotLoad(e.Message));
        }
        catch (StoreException e)
        {
            return messages.Fail(e.Diagnostic);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || e is IOException fault && !Interruption.IsBrokenPipe(fault))
        {
            return messages.Fail(Complaints.Output(parsed.GetValue(output) ?? "standard output", e.Message));
        }
    }

    private ExportFormat Chosen(ParseResult parsed) => ExportFormat.Find(parsed.GetValue(format)!)!;

    private ExportTally Write(ParseResult parsed, ExportInput input, Codebook codes, HearsayStore? store)
    {
        var chosen = Chosen(parsed);
        string[] wanted = Words(parsed.GetValue(status));
        var options = new ExportOptions
        {
            Statuses = wanted.Length == 0 ? null : wanted.Contains("all") ? Statuses.ToHashSet() : wanted.ToHashSet(),
            OneADay = parsed.GetValue(oneADay),
            CodePoints = parsed.GetValue(offsets) == "codepoints",
            Raw = parsed.GetValue(raw),
            Parts = Words(parsed.GetValue(with)),
        };
        if (parsed.GetValue(output) is not { Length: > 0 } path) return Export.Run(input, chosen, options, codes, terminal.Out, terminal.Stop);
        var files = new ExportFiles(path);
        return files.Write(chosen, options, Asked(parsed, store), (stream, full) => Export.Run(input, chosen, full, codes, stream, terminal.Stop));
    }

    private string? Asked(ParseResult parsed, HearsayStore? store)
    {
        if (store is null) return null;
        string asked = QueryOf(parsed) is var query && QueryText.Write(query) is { Length: > 0 } text ? $"those of the store that `{text}` finds" : "all of the store";
        return $"{asked}, at its revision {store.Revision().ToString(System.Globalization.CultureInfo.InvariantCulture)} (`--changed-since` gives what changes later)";
    }

    private RecordQuery QueryOf(ParseResult parsed)
    {
        var asked = QueryText.Parse(parsed.GetValue(query) ?? "") with { Kind = RecordKind.Events };
        foreach (var (field, option) in fields)
            foreach (string value in parsed.GetValue(option) ?? []) asked = asked.With(field, value.Split(',', StringSplitOptions.RemoveEmptyEntries));
        return parsed.GetValue(changedSince) is { } revision
            ? asked.With(QueryField.Revision, revision.ToString(System.Globalization.CultureInfo.InvariantCulture)) with { IncludeWithdrawn = true }
            : asked;
    }

    private IEnumerable<ExportedArticle> FromRecords(string file, Messages messages, Action bad)
    {
        using var input = file == "-" ? terminal.In() : File.OpenRead(file);
        foreach (var line in RecordLines.Read(input))
        {
            if (line.Coded is { } coded)
            {
                yield return ExportedArticle.Of(coded);
                continue;
            }
            bad();
            messages.Report(Complaints.NotARecord($"{file}:{line.Number}", line.Fault!));
        }
    }
}
