using System.CommandLine;
using Hearsay.Cli.Commands;

namespace Hearsay.Cli;

/// <summary>
/// All verbs, and the way from arguments to exit code: usage errors are 2 and say what to do, a reader that has
/// gone is no fault, and anything unforeseen is one line with a code, never a stack trace.
/// </summary>
internal static class CommandTree
{
    /// <summary>The root with every verb, for running and for the test that compares it with the documentation.</summary>
    public static RootCommand Build(Terminal terminal, Loaders loaders)
    {
        var root = new RootCommand("Hearsay reads news and writes down who did or said what to whom, when, where, and according to whom.") { HelpName = "hearsay" };
        root.Add(new ReadCommand(terminal, loaders.Code).Build());
        root.Add(new CodeCommand(terminal, loaders.Code).Build());
        root.Add(new FollowCommand(terminal, loaders.Code).Build());
        root.Add(new ExportCommand(terminal).Build());
        root.Add(new ReviewCommand(terminal).Build());
        root.Add(new FindCommand(terminal).Build());
        root.Add(new QueryCommand(terminal).Build());
        root.Add(new ExplainCommand(terminal, loaders.Coder).Build());
        root.Add(new LexiconCommand(terminal, loaders.Coder).Build());
        root.Add(new ParseCommand(terminal, loaders.Annotator).Build());
        root.Add(new ExtractCommand(terminal).Build());
        root.Add(new ServeCommand(terminal, loaders.Coder).Build());
        root.Add(new EvaluateCommand(terminal, loaders.Coder).Build());
        return root;
    }

    /// <summary>Parses and runs; the result is the process's exit code.</summary>
    public static int Run(string[] args, Terminal terminal, Loaders loaders)
    {
        try
        {
            var parsed = Build(terminal, loaders).Parse(args);
            if (parsed.Errors.Count > 0) return Usage(parsed, terminal);
            using var output = terminal.Writer();
            int code = parsed.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
            output.Flush();
            return code;
        }
        catch (IOException e) when (Interruption.IsBrokenPipe(e))
        {
            return ExitCode.Ok;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            terminal.Say(Complaints.Unexpected(e).ToString());
            return ExitCode.Failure;
        }
    }

    private static int Usage(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors) terminal.Say($"hearsay: {error.Message}");
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, result.Parent is null ? "hearsay" : result.Command.Name);
        terminal.Say($"Try \"{string.Join(' ', names)} --help\".");
        return ExitCode.Usage;
    }
}
