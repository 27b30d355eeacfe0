using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hearsay.Articles;
using Hearsay.Evaluation;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay evaluate [SET…]</c>: measures the program on the gold sets of a folder and, with <c>--floors</c>, fails
/// when a figure has got worse. A missing gold file is said and skipped; with <c>--cases</c> every case is listed. As a
/// report (<c>--format md|json</c>) every figure has its 95 % interval, and <c>--compare</c> sets it beside another
/// version's report.
/// </summary>
internal sealed class EvaluateCommand(Terminal terminal, LoadCoder load)
{
    private const string OwnRecords = "records";

    private readonly Argument<string[]> sets = new("SET") { Description = "Gold sets to measure; all when none is named.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> gold = new("--gold") { Description = "The folder with gold/ and treebanks/.", DefaultValueFactory = _ => Path.Combine("..", "shared"), HelpName = "DIR" };
    private readonly Option<string?> records = new("--records") { Description = "Measure on articles with full records, such as \"hearsay review export\" writes; alone unless sets are named.", HelpName = "FILE" };
    private readonly Option<string?> floors = new("--floors") { Description = "Fail when a figure is under its floor in this file.", HelpName = "FILE" };
    private readonly Option<bool> cases = new("--cases") { Description = "List every case with what was found." };
    private readonly Option<bool> json = new("--json") { Description = "Print the figures alone as JSON." };
    private readonly Option<string> format = new("--format") { Description = "text, or a report with intervals: md or json.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
    private readonly Option<string?> compare = new("--compare") { Description = "A report of another version (--format json) to compare with; needs --format md.", HelpName = "FILE" };
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        sets.AcceptOnlyFromAmong([.. GoldSets.Names]);
        format.AcceptOnlyFromAmong("text", "md", "json");
        var command = new Command("evaluate", "Measure the program on gold sets.");
        foreach (var part in (Symbol[])[sets, gold, records, floors, cases, json, format, compare, articles.Data, articles.Models])
            if (part is Argument argument) command.Add(argument);
            else command.Add((Option)part);
        command.Validators.Add(result =>
        {
            if (result.GetValue(compare) is not null && result.GetValue(format) != "md") result.AddError("--compare needs --format md.");
            if (result.GetValue(json) && result.GetValue(format) is not (null or "text")) result.AddError("--json prints the figures alone; leave it out with --format.");
            if (result.GetValue(cases) && result.GetValue(format) is not (null or "text")) result.AddError("--cases lists cases as text; leave --format out.");
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, quiet: false, json: false);
        var (before, complaint) = Before(parsed.GetValue(compare));
        if (complaint is not null) return messages.Fail(complaint);
        if (parsed.GetValue(records) is { } own && !File.Exists(own)) return messages.Fail(Faults.NotFound(own));
        var (coder, fault) = load(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        if (coder is null) return messages.Fail(fault!);
        var samples = new Dictionary<string, (string File, UnitSamples Units)>();
        var faults = new List<string>();
        using var writer = terminal.Writer();
        foreach (var (set, file, measure) in Wanted(parsed, new GoldSets(parsed.GetValue(gold)!, coder)))
        {
            if (terminal.Stop.IsCancellationRequested) return ExitCode.Interrupted;
            if (!File.Exists(file))
            {
                terminal.Say($"{set}: {file} is not there; it is left out. Name the folder that holds it with --gold.");
                continue;
            }
            var found = measure(parsed.GetValue(cases) ? line => writer.Write(line + "\n") : null);
            samples[set] = (file, found);
            if (!parsed.GetValue(json) && parsed.GetValue(format) == "text") Print(writer, set, found.Rates);
            if (parsed.GetValue(floors) is { } limits) faults.AddRange(Floors.Check(limits, set, file, found.Rates));
        }
        if (parsed.GetValue(json)) writer.Write(JsonSerializer.Serialize(new SortedDictionary<string, IReadOnlyDictionary<string, double>>(samples.ToDictionary(s => s.Key, s => s.Value.Units.Rates), StringComparer.Ordinal)) + "\n");
        if (parsed.GetValue(format) != "text") writer.Write(Report(parsed, samples, before));
        writer.Flush();
        foreach (string line in faults) terminal.Say(line);
        return samples.Count == 0 || faults.Count > 0 ? ExitCode.Failure : ExitCode.Ok;
    }

    private IEnumerable<(string Set, string File, Func<Action<string>?, UnitSamples> Measure)> Wanted(ParseResult parsed, GoldSets goldSets)
    {
        string[] named = parsed.GetValue(sets) ?? [];
        string? own = parsed.GetValue(records);
        if (own is not null) yield return (OwnRecords, own, report => goldSets.Records(own, report));
        foreach (string set in named.Length > 0 || own is not null ? named : GoldSets.Names)
            yield return (set, goldSets.FileOf(set), report => goldSets.Sample(set, report));
    }

    private string Report(ParseResult parsed, Dictionary<string, (string File, UnitSamples Units)> samples, EvaluationReport? before)
    {
        var bootstrap = new Bootstrap();
        var (location, _) = KnowledgeLocation.Find(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        var origin = location is null ? new RunOrigin(RunOrigin.ProgramVersion, "unknown", "unknown") : RunOrigin.Of(location.Data, location.Models);
        var report = new EvaluationReport(origin.Program, origin.Models, origin.Knowledge,
            [.. samples.Select(s => EvaluationReport.SetOf(s.Key, Floors.Hash(s.Value.File), s.Value.Units, bootstrap))]);
        return parsed.GetValue(format) == "json" ? report.ToJson() + "\n" : EvaluationPage.Write(report, before, bootstrap);
    }

    private static (EvaluationReport? Report, Diagnostic? Fault) Before(string? path)
    {
        if (path is null) return (null, null);
        if (!File.Exists(path)) return (null, Faults.NotFound(path));
        try
        {
            return (EvaluationReport.Read(File.ReadAllText(path)), null);
        }
        catch (InvalidDataException e)
        {
            return (null, Complaints.NotAReport(path, e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, Faults.Unreadable(path, e.Message));
        }
    }

    private static void Print(TextWriter writer, string set, IReadOnlyDictionary<string, double> rates)
    {
        writer.Write(set + "\n");
        foreach (var (name, value) in rates)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"  {name,-24}{value,10:0.####}\n"));
    }
}
