namespace Hearsay.Cli.Tests;

public sealed class LexiconImportCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    private string Tables => Path.Combine(shell.Folder, "tables");

    private (int Code, string Out, string Error) Import(params string[] args) =>
        shell.Run(["lexicon", "import", .. args, "-o", Tables, "--data", Path.Combine(AppContext.BaseDirectory, "data")]);

    [Fact]
    public void Actors_and_agents_become_tables()
    {
        var (code, output, error) = Import(shell.File("a.actors", "REEF_FRONT_  [KENREB >010101]\n+FRONT_OF_REEFS_\n"), shell.File("a.agents", "WARDEN [~COP]\n"));
        Assert.Equal((ExitCode.Ok, ""), (code, output));
        Assert.Equal("1 rows of actors, 1 rows of agents, 0 lines not read\n", error);
        Assert.Equal("name,aliases,country,sectors,kind,from,to\nReef Front,Front of Reefs,KEN,REB,,2001-01-01,\n", File.ReadAllText(Path.Combine(Tables, "imported-actors.csv")));
        Assert.Equal("noun,sectors,number,note\nwarden,COP,s,imported\n", File.ReadAllText(Path.Combine(Tables, "imported-agents.csv")));
    }

    [Fact]
    public void Some_lines_not_read_is_3_and_each_is_named()
    {
        var (code, _, error) = Import(shell.File("a.actors", "REEF_FRONT_ [KENREB]\nREEF_GUARD_\nREEF_PORT_ [KENGOV 991331-]\nREEF_WATCH_ [---]\n"));
        Assert.Equal(ExitCode.SomeFailed, code);
        string[] lines = error.Split('\n');
        Assert.Contains("a.actors:2: HS2050 \"REEF_GUARD_\" has no code in square brackets. Write", lines[0], StringComparison.Ordinal);
        Assert.Contains("a.actors:3: HS2052", lines[1], StringComparison.Ordinal);
        Assert.Contains("a.actors:4: HS2055", lines[2], StringComparison.Ordinal);
        Assert.Equal("1 rows of actors, 0 rows of agents, 2 lines not read", lines[3]);
    }

    [Fact]
    public void A_missing_file_leaves_the_others_and_is_3()
    {
        var (code, _, error) = Import(Path.Combine(shell.Folder, "none.actors"), shell.File("a.actors", "REEF_FRONT_ [KENREB]\n"));
        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Contains("HS1001", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dictionary_of_verbs_is_refused()
    {
        var (code, _, error) = Import(shell.File("a.verbs", "--- SAY [010] ---\n"));
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS3012", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Tables, "imported-actors.csv")));
    }

    [Fact]
    public void Nothing_read_is_1() => Assert.Equal(ExitCode.Failure, Import(shell.File("a.actors", "REEF_GUARD_\n")).Code);

    [Fact]
    public void Quiet_says_errors_only() => Assert.Equal("", Import(shell.File("a.actors", "REEF [KEN]\nREEF_WATCH_ [---]\n"), "--quiet", "--format", "tabari").Error);

    [Theory]
    [InlineData("lexicon", "import", "a.actors")]
    [InlineData("lexicon", "import", "-o", "x")]
    [InlineData("lexicon", "import", "a.actors", "-o", "x", "--format", "keds")]
    public void A_command_line_that_is_not_understood_is_2(params string[] args) => Assert.Equal(ExitCode.Usage, shell.Run(args).Code);

    [Fact]
    public void An_output_that_cannot_be_written_is_1()
    {
        string file = shell.File("a.actors", "REEF_FRONT_ [KENREB]\n");
        var (code, _, error) = shell.Run("lexicon", "import", file, "-o", file, "--data", Path.Combine(AppContext.BaseDirectory, "data"));
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS3001", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_knowledge_the_remedy_is_named() =>
        Assert.Contains("HS3002", shell.Run("lexicon", "import", "a.actors", "-o", Tables, "--data", Path.Combine(shell.Folder, "none")).Error, StringComparison.Ordinal);
}
