using System.CommandLine;
using System.Globalization;
using Hearsay.Articles;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Knowledge.Import;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay lexicon import FILE… -o DIR</c>: a user's PETRARCH or TABARI dictionaries of actors and agents as tables
/// that the coder reads when they stand in data/lexicons. What could not be read is said line by line, and then the
/// exit code is 3; verb dictionaries are refused, since verbs become pattern sentences.
/// </summary>
internal sealed class LexiconImportCommand(Terminal terminal)
{
    private readonly Argument<string[]> files = Inputs.Many("FILE", "Dictionaries: .actors and .agents files.");
    private readonly Option<string> output = new("--output", "-o") { Description = "Directory for imported-actors.csv and imported-agents.csv.", HelpName = "DIR", Required = true };
    private readonly Option<string> format = new("--format") { Description = "Which program they were written for.", DefaultValueFactory = _ => "petrarch", HelpName = "petrarch|tabari" };
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        format.AcceptOnlyFromAmong("petrarch", "tabari");
        var command = new Command("import", "Turn PETRARCH or TABARI dictionaries into tables.");
        command.Add(files);
        foreach (var option in (Option[])[output, format, articles.Data, articles.Quiet]) command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, parsed.GetValue(articles.Quiet), json: false);
        var (data, missing) = KnowledgeLocation.FindData(parsed.GetValue(articles.Data));
        if (data is null) return messages.Fail(missing!);
        string directory = parsed.GetValue(output)!;
        try
        {
            var import = DictionaryImport.Into(data);
            int failed = parsed.GetValue(files)!.Count(file => !Read(import, file, parsed.GetValue(format) == "tabari" ? DictionaryFormat.Tabari : DictionaryFormat.Petrarch, messages));
            foreach (var problem in import.Problems) messages.Report(Told(problem));
            import.Write(directory);
            int lines = import.Problems.Count(p => p.Failed), rows = import.ActorRows.Count + import.AgentRows.Count;
            if (!parsed.GetValue(articles.Quiet))
                terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{import.ActorRows.Count:N0} rows of actors, {import.AgentRows.Count:N0} rows of agents, {lines:N0} lines not read"));
            return failed + lines == 0 ? ExitCode.Ok : rows > 0 ? ExitCode.SomeFailed : ExitCode.Failure;
        }
        catch (KnowledgeException e)
        {
            return messages.Fail(Complaints.CannotLoad(e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return messages.Fail(Complaints.Output(directory, e.Message));
        }
    }

    private static bool Read(DictionaryImport import, string file, DictionaryFormat format, Messages messages)
    {
        try
        {
            if (!File.Exists(file)) messages.Report(Faults.NotFound(file));
            else if (Path.GetFileName(file).Contains("verb", StringComparison.OrdinalIgnoreCase)) messages.Report(Complaints.VerbDictionary(file));
            else
            {
                import.Add(file, DictionaryImport.Decode(File.ReadAllBytes(file)), format);
                return true;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            messages.Report(Faults.Unreadable(file, e.Message));
        }
        return false;
    }

    private static Diagnostic Told(ImportProblem problem) => new(
        problem.Code, problem.Failed ? Severity.Error : Severity.Warning, problem.Problem,
        string.Create(CultureInfo.InvariantCulture, $"{problem.File}:{problem.Line}"), problem.Remedy);
}
