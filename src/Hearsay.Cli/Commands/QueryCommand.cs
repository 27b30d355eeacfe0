using System.CommandLine;
using System.Data.Common;
using System.IO.Hashing;
using System.Text;
using Hearsay.Cli.Analysis;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay query "SELECT …"</c>: SQL over everything in a store, answered by DuckDB from a Parquet snapshot that is
/// made when the store has changed. The store itself is only read. Tables and columns are those of docs/store.md.
/// </summary>
internal sealed class QueryCommand(Terminal terminal)
{
    private readonly Argument<string> sql = new("SQL") { Description = "A question in SQL, as DuckDB understands it." };
    private readonly Option<string> db = StoreOption.Make();
    private readonly Option<string> format = new("--format", "-f") { Description = "table (the default), csv or jsonl.", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
    private readonly Option<string?> snapshot = new("--snapshot") { Description = "The folder of the Parquet files (default: STORE.snapshot).", HelpName = "DIR" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };

    public Command Build()
    {
        var command = new Command("query", "Ask a store in SQL, through DuckDB and a Parquet snapshot.");
        format.AcceptOnlyFromAmong("table", "csv", "jsonl");
        command.Add(sql);
        foreach (var option in (Option[])[db, format, snapshot, quiet]) command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, parsed.GetValue(quiet), json: false);
        string place = parsed.GetValue(db)!, folder = "";
        try
        {
            var location = StoreLocation.Parse(place);
            folder = parsed.GetValue(snapshot) ?? Folder(location);
            using var store = HearsayStore.Open(location);
            return Answer(parsed, new StoreSnapshot(store, folder), folder);
        }
        catch (StoreException e)
        {
            return messages.Fail(e.Diagnostic);
        }
        catch (DuckDB.NET.Data.DuckDBException e)
        {
            return messages.Fail(Complaints.BadSql(e.Message));
        }
        catch (DbException e)
        {
            return messages.Fail(Complaints.StoreFailed(place, e.Message));
        }
        catch (Exception e) when (e is UnauthorizedAccessException || e is IOException fault && !Interruption.IsBrokenPipe(fault))
        {
            return messages.Fail(Complaints.Output(folder, e.Message));
        }
    }

    private int Answer(ParseResult parsed, StoreSnapshot copy, string folder)
    {
        if (copy.Refresh() && !parsed.GetValue(quiet)) terminal.Say($"The snapshot in {folder} was written anew.");
        using var duck = copy.Open();
        using var command = duck.CreateCommand();
        command.CommandText = parsed.GetValue(sql)!;
        using var rows = command.ExecuteReader();
        using var writer = terminal.Writer();
        long left = 0;
        switch (parsed.GetValue(format))
        {
            case "csv": AnswerWriter.Csv(rows, writer); break;
            case "jsonl": AnswerWriter.Json(rows, terminal.Out); break;
            default: left = AnswerWriter.Table(rows, terminal.Canvas(writer)); break;
        }
        writer.Flush();
        if (left > 0) terminal.Say($"{left} more rows are not shown; --format csv writes all.");
        return ExitCode.Ok;
    }

    // A store on a server has no folder beside it.
    private static string Folder(StoreLocation location) => location.Path is { } path
        ? path + ".snapshot"
        : Path.Combine(Path.GetTempPath(), "hearsay-snapshot-" + XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(location.ToString())).ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
}
