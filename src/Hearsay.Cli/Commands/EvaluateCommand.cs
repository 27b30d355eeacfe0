using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hearsay.Evaluation;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay evaluate [SET…]</c>: measures the program on the gold sets of a folder and, with <c>--floors</c>, fails
/// when a figure has got worse. A missing gold file is said and skipped; with <c>--cases</c> every case is listed.
/// </summary>
internal sealed class EvaluateCommand(Terminal terminal, LoadCoder load)
{
    private readonly Argument<string[]> sets = new("SET") { Description = "Gold sets to measure; all when none is named.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> gold = new("--gold") { Description = "The folder with gold/ and treebanks/.", DefaultValueFactory = _ => Path.Combine("..", "shared"), HelpName = "DIR" };
    private readonly Option<string?> floors = new("--floors") { Description = "Fail when a figure is under its floor in this file.", HelpName = "FILE" };
    private readonly Option<bool> cases = new("--cases") { Description = "List every case with what was found." };
    private readonly Option<bool> json = new("--json") { Description = "Print the figures as JSON." };
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        sets.AcceptOnlyFromAmong([.. GoldSets.Names]);
        var command = new Command("evaluate", "Measure the program on gold sets.");
        foreach (var part in (Symbol[])[sets, gold, floors, cases, json, articles.Data, articles.Models])
            if (part is Argument argument) command.Add(argument);
            else command.Add((Option)part);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, quiet: false, json: false);
        var (coder, fault) = load(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        if (coder is null) return messages.Fail(fault!);
        var goldSets = new GoldSets(parsed.GetValue(gold)!, coder);
        var wanted = parsed.GetValue(sets) is { Length: > 0 } named ? named : [.. GoldSets.Names];
        var report = new SortedDictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        var faults = new List<string>();
        using var writer = terminal.Writer();
        foreach (string set in wanted)
        {
            if (terminal.Stop.IsCancellationRequested) return ExitCode.Interrupted;
            string file = goldSets.FileOf(set);
            if (!File.Exists(file))
            {
                terminal.Say($"{set}: {file} is not there; it is left out. Name the folder that holds it with --gold.");
                continue;
            }
            var rates = goldSets.Measure(set, parsed.GetValue(cases) ? line => writer.Write(line + "\n") : null);
            report[set] = rates;
            if (!parsed.GetValue(json)) Print(writer, set, rates);
            if (parsed.GetValue(floors) is { } limits) faults.AddRange(Floors.Check(limits, set, file, rates));
        }
        if (parsed.GetValue(json)) writer.Write(JsonSerializer.Serialize(report) + "\n");
        writer.Flush();
        foreach (string line in faults) terminal.Say(line);
        return report.Count == 0 || faults.Count > 0 ? ExitCode.Failure : ExitCode.Ok;
    }

    private static void Print(TextWriter writer, string set, IReadOnlyDictionary<string, double> rates)
    {
        writer.Write(set + "\n");
        foreach (var (name, value) in rates)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"  {name,-24}{value,10:0.####}\n"));
    }
}
