using System.CommandLine;
using Hearsay.Articles;
using Hearsay.Store;
using Hearsay.Web;

namespace Hearsay.Cli.Commands;

/// <summary>
/// <c>hearsay serve</c>: opens the reading room, a web page over a store, and runs until it is interrupted. It listens to
/// this machine alone unless there are accounts; <c>--add-account</c> makes the first of them and ends.
/// </summary>
internal sealed class ServeCommand(Terminal terminal, LoadCoder load)
{
    private readonly Option<string> db = new("--db") { Description = "The store: a file or postgres://user@host/database.", DefaultValueFactory = _ => "hearsay.db", HelpName = "STORE" };
    private readonly Option<string> urls = new("--urls") { Description = "Where to listen, as in ASP.NET.", DefaultValueFactory = _ => "http://127.0.0.1:5080", HelpName = "URLS" };
    private readonly Option<bool> accounts = new("--accounts") { Description = "Ask for signing in on this machine, too." };
    private readonly Option<string?> addAccount = new("--add-account") { Description = "Add an account and end; its password is read from standard input.", HelpName = "NAME" };
    private readonly Option<string> role = new("--role") { Description = "Of the added account: reader, reviewer, editor or admin.", DefaultValueFactory = _ => "admin", HelpName = "ROLE" };
    private readonly ArticleOptions articles = new();

    public Command Build()
    {
        var command = new Command("serve", "Open the reading room: a web page to see, search and review what was coded.");
        role.AcceptOnlyFromAmong("reader", "reviewer", "editor", "admin");
        foreach (var option in (Option[])[db, urls, accounts, addAccount, role, articles.Data, articles.Models, articles.Quiet]) command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var messages = new Messages(terminal, parsed.GetValue(articles.Quiet), json: false);
        var (location, missing) = KnowledgeLocation.Find(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models));
        if (location is null) return messages.Fail(missing!);
        var options = new ReadingRoomOptions
        {
            Store = parsed.GetValue(db)!,
            Address = parsed.GetValue(urls)!,
            RequireAccounts = parsed.GetValue(accounts),
            DataDirectory = location.Data,
            ModelsDirectory = location.Models,
            LoadCoder = () => load(parsed.GetValue(articles.Data), parsed.GetValue(articles.Models)),
        };
        try
        {
            if (parsed.GetValue(addAccount) is { } name) return Add(options, name, parsed.GetValue(role)!, messages);
            return ReadingRoom.Fault(options) is { } fault ? messages.Fail(fault) : Serve(options, messages);
        }
        catch (StoreException e)
        {
            return messages.Fail(e.Diagnostic);
        }
    }

    private int Add(ReadingRoomOptions options, string name, string role, Messages messages)
    {
        if (terminal.ErrorIsTerminal) terminal.Error.Write($"Password for {name}: ");
        using var input = new StreamReader(terminal.In());
        string? refusal = ReadingRoom.AddAccount(options, name, role, input.ReadLine() ?? "").GetAwaiter().GetResult();
        if (refusal is not null) return messages.Fail(Complaints.NoAccount(name, refusal));
        terminal.Say($"{name} can sign in now, as {role}.");
        return ExitCode.Ok;
    }

    private int Serve(ReadingRoomOptions options, Messages messages)
    {
        var app = ReadingRoom.Build(options);
        try
        {
            app.StartAsync(terminal.Stop).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or System.Net.Sockets.SocketException)
        {
            return messages.Fail(Complaints.CannotListen(options.Address, e.Message));
        }
        terminal.Say($"The reading room is open at {string.Join(", ", app.Urls)}; Ctrl-C closes it.");
        if (!ReadingRoom.HasScripts) terminal.Say("It was built without npm and has no scripts: charts are tables, and nothing answers to keys.");
        terminal.Stop.WaitHandle.WaitOne();
        app.StopAsync().GetAwaiter().GetResult();
        return ExitCode.Ok;
    }
}
