using System.CommandLine;
using Hearsay.Articles;
using Hearsay.Language;
using Hearsay.Language.Conllu;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay parse</c>: the trees that everything else is read from, for text or for CoNLL-U whose words are kept
/// and whose tags and trees are made anew (which is how the parser is measured). Trees come out as CoNLL-U, as JSON
/// lines, or drawn for the eye.
/// </summary>
internal sealed class ParseCommand(Terminal terminal, LoadAnnotator load)
{
    // Enough to keep the parser's batches full, few enough to keep memory flat.
    private const int SentencesAtATime = 256;

    private readonly Argument<string> file = Inputs.One("FILE", "What to parse, or - for standard input (the default).");
    private readonly Option<string> input = new("--input") { Description = "text, or conllu: its words are kept, its trees made anew.", DefaultValueFactory = _ => "text", HelpName = "text|conllu" };
    private readonly Option<string> format = new("--format") { Description = "conllu, json (one object a sentence), or text-tree (for the eye).", DefaultValueFactory = _ => "conllu", HelpName = "conllu|json|text-tree" };
    private readonly Option<string?> models = new("--models") { Description = "Directory of the models (else HEARSAY_MODELS, else next to the program).", HelpName = "DIR" };

    public Command Build()
    {
        file.Arity = ArgumentArity.ZeroOrOne;
        input.AcceptOnlyFromAmong("text", "conllu");
        format.AcceptOnlyFromAmong("conllu", "json", "text-tree");
        var command = new Command("parse", "Show the tokens, tags and trees of a text.");
        command.Add(file);
        foreach (var option in (Option[])[input, format, models]) command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, quiet: false, json: false);
        string path = parsed.GetValue(file) ?? "-";
        bool isConllu = parsed.GetValue(input) == "conllu";
        if (isConllu && path != "-" && !File.Exists(path)) return messages.Fail(Faults.NotFound(path));
        var (annotator, fault) = load(parsed.GetValue(models));
        if (annotator is null) return messages.Fail(fault!);
        using var writer = terminal.Writer();
        int code = isConllu
            ? Conllu(path, annotator, TreeFormat.Of(parsed.GetValue(format)!, writer), messages)
            : Text(path, annotator, TreeFormat.Of(parsed.GetValue(format)!, writer), messages);
        writer.Flush();
        return code;
    }

    private int Text(string path, Annotator annotator, TreeFormat trees, Messages messages)
    {
        int read = 0, failed = 0;
        foreach (var next in new ArticleReader(standardInput: terminal.In).Open([path]))
        {
            if (terminal.Stop.IsCancellationRequested) return ExitCode.Interrupted;
            var reading = next.Read();
            foreach (var diagnostic in reading.Diagnostics) messages.Report(diagnostic);
            if (reading.Skipped) continue;
            if (reading.Article is not { } article)
            {
                failed++;
                continue;
            }
            read++;
            trees.Write(annotator.Annotate(article.Text), article.Id);
        }
        return failed == 0 ? ExitCode.Ok : read > 0 ? ExitCode.SomeFailed : ExitCode.Failure;
    }

    private int Conllu(string path, Annotator annotator, TreeFormat trees, Messages messages)
    {
        try
        {
            using var reader = new StreamReader(path == "-" ? terminal.In() : File.OpenRead(path));
            foreach (var batch in ConlluReader.Read(reader).Where(s => s.Words.Count > 0).Chunk(SentencesAtATime))
            {
                if (terminal.Stop.IsCancellationRequested) return ExitCode.Interrupted;
                var sentences = annotator.Parse([.. batch.Select(s => s.Words.Select(w => w.Form).ToArray())]);
                for (int i = 0; i < batch.Length; i++) trees.Write(batch[i], sentences[i]);
            }
            return ExitCode.Ok;
        }
        catch (ConlluFormatException e)
        {
            return messages.Fail(Complaints.BadTrees($"{path}:{e.Line}", e.Message[(e.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !(e is IOException io && Interruption.IsBrokenPipe(io)))
        {
            return messages.Fail(Faults.Unreadable(path, e.Message));
        }
    }
}
