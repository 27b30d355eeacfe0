using Hearsay.Store;

namespace Hearsay.Cli.Tests;

public sealed class FollowCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public void Addresses_in_private_networks_are_not_followed_and_are_said()
    {
        string list = shell.File("feeds.txt", "http://127.0.0.1:9/feed\nhttp://10.0.0.1/feed\n");
        string output = Path.Combine(shell.Folder, "out.jsonl");
        var (code, _, error) = shell.Run("follow", list, "-o", output, "--once");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS1032 The address was not fetched: 127.0.0.1 leads to 127.0.0.1, which is not a public address.", error, StringComparison.Ordinal);
        Assert.Contains("0 coded, 0 skipped, 2 failed", error, StringComparison.Ordinal);
        Assert.True(System.IO.File.Exists(output + ".state"));
        Assert.Equal(0, new FileInfo(output).Length);
    }

    [Fact]
    public void What_failed_is_kept_in_the_store_and_what_was_seen_beside_it()
    {
        string list = shell.File("feeds.txt", "http://127.0.0.1:9/feed\n"), db = Path.Combine(shell.Folder, "news.db");
        var (code, _, error) = shell.Run("follow", list, "--db", db, "--once");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("0 coded, 0 skipped, 1 failed", error, StringComparison.Ordinal);
        Assert.True(System.IO.File.Exists(db + ".state"));
        using var store = HearsayStore.Open(StoreLocation.Parse(db));
        var run = Assert.Single(store.Runs());
        Assert.Equal((0, 1), (run.Coded, run.Failed));
        Assert.NotNull(run.FinishedAt);
    }

    [Fact]
    public void A_list_that_is_none_or_not_there_is_said()
    {
        Assert.Contains("HS3050", shell.Run("follow", shell.File("a.opml", "<opml><body/></opml>"), "-o", Path.Combine(shell.Folder, "o")).Error, StringComparison.Ordinal);
        var (code, _, error) = shell.Run("follow", Path.Combine(shell.Folder, "none.opml"), "-o", Path.Combine(shell.Folder, "o"));
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS1001", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_another_program_is_refused()
    {
        string list = shell.File("feeds.txt", "http://127.0.0.1:9/feed\n");
        var (code, _, error) = shell.Run("follow", list, "-o", Path.Combine(shell.Folder, "o"), "--state", shell.File("state", "[]"), "--once");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS3050", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("follow", "a.opml")]
    [InlineData("follow", "a.opml", "--db", "postgres://ann@host/news")]
    [InlineData("follow", "a.opml", "-o", "b", "--every", "1")]
    [InlineData("follow", "a.opml", "-o", "b", "--jobs", "0")]
    public void What_is_not_offered_is_a_usage_error(params string[] args) => Assert.Equal(ExitCode.Usage, shell.Run(args).Code);
}
