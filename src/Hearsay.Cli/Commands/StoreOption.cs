using System.CommandLine;

namespace Hearsay.Cli.Commands;

/// <summary>The option that names the store, for the verbs that read one: hearsay.db in this directory unless it is given.</summary>
internal static class StoreOption
{
    /// <summary>A new <c>--db</c>.</summary>
    public static Option<string> Make() => new("--db")
    {
        Description = "The store: a file, or postgres://user@host/database.", DefaultValueFactory = _ => "hearsay.db", HelpName = "STORE",
    };
}
