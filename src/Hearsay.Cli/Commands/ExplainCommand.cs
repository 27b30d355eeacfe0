using System.CommandLine;
using System.Text;
using Hearsay.Articles;
using Hearsay.Cli.Picture;
using Hearsay.Explaining;
using Hearsay.Language;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay explain RECORDS ID</c>: why an event of a file that <c>hearsay code</c> wrote says what it says, down to
/// the tree, the pattern's sentence and the table rows. The article's text is in the record, so nothing else is
/// needed; without the event, or with a file of something else, it says so before it loads anything.
/// </summary>
internal sealed class ExplainCommand(Terminal terminal, LoadCoder load)
{
    private readonly Argument<string> file = Inputs.One("RECORDS", "A file that \"hearsay code\" wrote, or - for standard input.");
    private readonly Argument<string> id = new("ID") { Description = "The id of one of its events." };
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        var command = new Command("explain", "Show why an event was coded: tree, pattern, table rows and chain.");
        command.Add(file);
        command.Add(id);
        command.Add(articles.Data);
        command.Add(articles.Models);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, quiet: false, json: false);
        string path = parsed.GetValue(file)!, wanted = parsed.GetValue(id)!;
        if (path != "-" && !File.Exists(path)) return messages.Fail(Faults.NotFound(path));
        CodedArticle? coded;
        try
        {
            using var input = path == "-" ? terminal.In() : File.OpenRead(path);
            (coded, var fault) = Find(input, path, wanted);
            if (coded is null) return messages.Fail(fault!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return messages.Fail(Faults.Unreadable(path, e.Message));
        }
        var (coder, loading) = load(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        if (coder is null) return messages.Fail(loading!);
        var (data, missing) = KnowledgeLocation.FindData(parsed.GetValue(articles.Data));
        if (data is null) return messages.Fail(missing!);
        try
        {
            using var writer = terminal.Writer();
            Show(writer, EventExplanation.Of(coder, data, coded, coded.Events.First(e => e.Id == wanted)), new TableRows(data));
            writer.Flush();
            return ExitCode.Ok;
        }
        catch (InvalidDataException e)
        {
            return messages.Fail(Complaints.NotARecord(path, e.Message));
        }
    }

    // Lines are looked at one by one; only one that holds the id is read whole, for a file may be large.
    private static (CodedArticle? Coded, Diagnostic? Fault) Find(Stream input, string path, string wanted)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false));
        Diagnostic? bad = null;
        int number = 0;
        bool any = false;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            bool holds = line.Contains(wanted, StringComparison.Ordinal);
            if (!holds && line.StartsWith("{\"article\":", StringComparison.Ordinal) && line.EndsWith('}'))
            {
                any = true;
                continue;
            }
            try
            {
                var coded = RecordReader.Read(Encoding.UTF8.GetBytes(line));
                any = true;
                if (coded.Events.Any(e => e.Id == wanted)) return (coded, null);
            }
            catch (InvalidDataException e)
            {
                bad ??= Complaints.NotARecord($"{path}:{number}", e.Message);
            }
        }
        // A broken line is the likelier reason than a wrong id, since the event may stand in it.
        return (null, bad ?? (any ? Complaints.NoSuchEvent(path, wanted) : Faults.Empty(path)));
    }

    /// <summary>Prints the sentence with its tree, and below it the rest.</summary>
    internal void Show(TextWriter writer, EventExplanation why, TableRows tables)
    {
        var alone = new Document(why.Document.Text, [why.Sentence], [], []);
        TreeFormat.Of("text-tree", writer).Write(alone, why.Coded.Article.Id);
        new ExplanationPicture(terminal.Canvas(writer), why, tables).Print();
    }
}
