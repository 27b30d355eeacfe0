using System.CommandLine;
using System.Globalization;
using Hearsay.Articles;
using Hearsay.Cli.Picture;
using Hearsay.Coding.Events;
using Hearsay.Explaining;
using Spectre.Console;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay lexicon check</c> runs the examples that every pattern carries and says what is wrong with file, line
/// and remedy; <c>hearsay lexicon try "sentence"</c> shows what fires in a sentence and why: the pattern with its
/// place, and the table rows that named the parties.
/// </summary>
internal sealed class LexiconCommand(Terminal terminal, LoadCoder load)
{
    private readonly Argument<string?> file = new("FILE") { Description = "Only the patterns of this file.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string> sentence = new("SENTENCE") { Description = "A sentence or two, in quotation marks." };
    private readonly Option<bool> json = new("--json") { Description = "Print the record instead, as \"hearsay code\" does." };
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        var check = new Command("check", "Run the examples of the patterns and name what is wrong.");
        check.Add(file);
        check.Add(articles.Data);
        check.Add(articles.Models);
        check.SetAction(Check);
        var trial = new Command("try", "Show what fires in a sentence, and why.");
        trial.Add(sentence);
        trial.Add(json);
        articles.AddTo(trial);
        trial.SetAction(Try);
        var compile = new Command("compile", "Compile the patterns now, so that the next start need not.");
        compile.Add(articles.Data);
        compile.Add(articles.Models);
        compile.SetAction(Compile);
        var command = new Command("lexicon", "Check, try out, compile and import the knowledge.");
        command.Add(check);
        command.Add(trial);
        command.Add(compile);
        command.Add(new LexiconImportCommand(terminal).Build());
        return command;
    }

    private int Check(ParseResult parsed)
    {
        var messages = new Messages(terminal, quiet: false, json: false);
        var (coder, fault) = load(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        if (coder is null) return messages.Fail(fault!);
        var result = LexiconCheck.Run(coder, parsed.GetValue(file));
        using var writer = terminal.Writer();
        foreach (string finding in result.Findings) writer.Write(finding + "\n");
        writer.Flush();
        terminal.Say(string.Create(CultureInfo.InvariantCulture,
            $"{result.Patterns:N0} patterns, {result.Sentences:N0} sentences, {result.Examples:N0} examples: {result.Findings.Count:N0} found wrong"));
        return result.Findings.Count == 0 ? ExitCode.Ok : ExitCode.Failure;
    }

    // Loading compiles what has changed and keeps the result beside the patterns.
    private int Compile(ParseResult parsed)
    {
        var (coder, fault) = load(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        if (coder is null) return new Messages(terminal, quiet: false, json: false).Fail(fault!);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{coder.Knowledge.CompiledPatterns:N0} pattern sentences compiled, {coder.Knowledge.Problems.Count:N0} unusable"));
        return ExitCode.Ok;
    }

    private int Try(ParseResult parsed)
    {
        var messages = new Messages(terminal, parsed.GetValue(articles.Quiet), json: false);
        string text = parsed.GetValue(sentence)!;
        if (string.IsNullOrWhiteSpace(text)) return messages.Fail(Faults.Empty("the sentence"));
        var (coder, fault) = load(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        if (coder is null) return messages.Fail(fault!);
        var defaults = articles.Defaults(parsed);
        var article = new Article { Id = "try", Outlet = defaults.Outlet, PublishedOn = defaults.PublishedOn, Text = text };
        var coded = coder.Code(article);
        if (parsed.GetValue(json))
        {
            terminal.Out.Write(RecordWriter.Line(coded));
            return ExitCode.Ok;
        }
        using var writer = terminal.Writer();
        Show(terminal.Canvas(writer), coder, coded, coder.LeftOut(article));
        writer.Flush();
        return ExitCode.Ok;
    }

    private static void Show(IAnsiConsole console, Coder coder, CodedArticle coded, IReadOnlyList<LeftOut> leftOut)
    {
        var places = coder.Knowledge.Patterns.ToDictionary(p => p.Id, p => $"{p.File}:{p.Line.ToString(CultureInfo.InvariantCulture)}");
        for (int i = 0; i < coded.Events.Count; i++)
        {
            var record = coded.Events[i];
            if (i > 0) console.WriteLine();
            new EventCard(coded, record, i + 1).Print(console);
            new StyledText().Add($"pattern {record.Trace.Pattern}").Add(places.TryGetValue(record.Trace.Pattern, out string? place) ? $" ({place})" : "").Print(console, null, 4, 6);
            if (record.Trace.Rows.Count > 0) new StyledText().Add($"rows    {string.Join(", ", record.Trace.Rows)}").Print(console, null, 4, 12);
        }
        if (coded.Events.Count == 0)
            new StyledText().Add("Nothing fires. \"hearsay parse --format text-tree\" shows how the sentence was understood.").Print(console);
        foreach (var one in leftOut) new StyledText().Add($"left out: {PlainWords.LeftOut(one)}").Print(console, null, 0, 2);
        foreach (var quotation in coded.Quotations)
        {
            string speaker = quotation.Speaker?.Name ?? quotation.Speaker?.Text ?? "nobody named";
            console.WriteLine();
            new StyledText().Add($"quotation ({quotation.Form}) of ").Add(speaker, Palette.Speaker).Add($": “{string.Join(" … ", quotation.Content.Select(c => c.Text))}”").Print(console, null, 0, 2);
        }
    }
}
