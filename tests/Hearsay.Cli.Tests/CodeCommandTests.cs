using System.Text;
using System.Text.Json;
using Hearsay.Articles;

namespace Hearsay.Cli.Tests;

public sealed class CodeCommandTests : IDisposable
{
    private const string TwoArticles = "{\"id\":\"1\",\"text\":\"one two\"}\n{\"id\":\"2\",\"text\":\"three\"}\n";

    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    private static List<string?> Ids(string output) => [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("article").GetProperty("id").GetString())];

    [Fact]
    public void All_inputs_coded_is_0_with_a_summary_on_standard_error()
    {
        var (code, output, error) = shell.Run("code", shell.File("a.jsonl", TwoArticles));
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(["1", "2"], Ids(output));
        Assert.StartsWith("2 coded, 0 skipped, 0 failed: 0 events, 0 quotations, 3 words, ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Some_inputs_failed_is_3_and_the_others_are_coded()
    {
        var (code, output, error) = shell.Run("code", Path.Combine(shell.Folder, "none.txt"), shell.File("a.jsonl", TwoArticles + "{bad\n"), shell.File("empty.txt", ""));
        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Equal(["1", "2"], Ids(output));
        var lines = error.Split('\n');
        Assert.Contains("none.txt: HS1001 There is no such file or directory. Check the spelling", lines[0], StringComparison.Ordinal);
        Assert.Contains("a.jsonl:3: HS1007", lines[1], StringComparison.Ordinal);
        Assert.Contains("empty.txt: HS1003", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("2 coded, 0 skipped, 3 failed", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_coded_is_1() => Assert.Equal(ExitCode.Failure, shell.Run("code", Path.Combine(shell.Folder, "none.txt")).Code);

    [Fact]
    public void A_skipped_file_is_no_failure()
    {
        shell.File("a.txt", "Text.");
        shell.File("b.log", "1,2");
        var (code, _, error) = shell.Run("code", shell.Folder);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("b.log: HS1017", error, StringComparison.Ordinal);
        Assert.Contains("1 coded, 1 skipped, 0 failed", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_warnings_with_one_code_ten_are_said_and_the_rest_counted()
    {
        shell.File("a.txt", "Text.");
        for (int i = 0; i < 12; i++) shell.File($"{i}.log", "1,2");

        string[] lines = shell.Run("code", shell.Folder).Error.Split('\n');

        Assert.Equal(10, lines.Count(l => l.Contains(".log: HS1017", StringComparison.Ordinal)));
        Assert.Equal("HS1017: 2 more of these were not shown; --verbose shows them.", lines[10]);
        Assert.Equal(12, shell.Run("code", shell.Folder, "--verbose").Error.Split('\n').Count(l => l.Contains(".log: HS1017", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("code")]
    [InlineData("code", "a.txt", "--jobs", "0")]
    [InlineData("code", "a.txt", "--jobs", "many")]
    [InlineData("code", "a.txt", "--published", "03/04/2024")]
    [InlineData("code", "a.txt", "--resume")]
    [InlineData("code", "a.txt", "--no-such-option")]
    [InlineData("no-such-verb")]
    [InlineData]
    public void A_command_line_that_is_not_understood_is_2_and_says_where_help_is(params string[] args)
    {
        var (code, output, error) = shell.Run(args);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Empty(output);
        Assert.Contains("hearsay: ", error, StringComparison.Ordinal);
        Assert.Contains("--help\".", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_0_and_on_standard_output()
    {
        var (code, output, error) = shell.Run("code", "--help");
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("--resume", output, StringComparison.Ordinal);
        Assert.Contains("hearsay code", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public void Standard_input_may_be_one_of_the_inputs()
    {
        shell.Input = Encoding.UTF8.GetBytes(TwoArticles);
        Assert.Equal(["9", "1", "2"], Ids(shell.Run("code", shell.File("a.jsonl", "{\"id\":\"9\",\"text\":\"x\"}"), "-").Out));
    }

    [Fact]
    public void Outlet_and_day_are_filled_in()
    {
        string output = shell.Run("code", shell.File("a.jsonl", TwoArticles), "--outlet", "The Fjord Times", "--published", "2024-03-12").Out;
        Assert.Equal(2, output.Split("\"outlet\":\"The Fjord Times\",\"title\":null,\"publishedOn\":\"2024-03-12\"").Length - 1);
    }

    [Fact]
    public void Quiet_says_errors_only()
    {
        shell.File("b.log", "");
        shell.File("c.txt", "");
        shell.File("d.txt", "Text.");
        Assert.Equal(1, shell.Run("code", "--quiet", shell.Folder).Error.Count(c => c == '\n'));
    }

    [Fact]
    public void Json_messages_are_json_lines()
    {
        string error = shell.Run("code", "--json", Path.Combine(shell.Folder, "none.txt"), shell.File("a.jsonl", TwoArticles)).Error;
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal("HS1001", lines[0].GetProperty("code").GetString());
        Assert.Equal(2, lines[1].GetProperty("coded").GetInt32());
        Assert.Equal(1, lines[1].GetProperty("failed").GetInt32());
    }

    [Fact]
    public void Resuming_skips_what_is_written_and_gives_the_file_of_one_run()
    {
        string input = shell.File("a.jsonl", TwoArticles), whole = Path.Combine(shell.Folder, "whole.out"), halves = Path.Combine(shell.Folder, "halves.out");
        shell.Run("code", input, "-o", whole);
        string first = System.IO.File.ReadAllLines(whole)[0] + "\n";
        System.IO.File.WriteAllText(halves, first + "{\"article\":{\"id\":\"2\",\"unfin");
        var (code, output, error) = shell.Run("code", input, "-o", halves, "--resume");
        Assert.Equal(ExitCode.Ok, code);
        Assert.Empty(output);
        Assert.Contains("HS3005", error, StringComparison.Ordinal);
        Assert.Contains("1 coded, 1 skipped", error, StringComparison.Ordinal);
        Assert.Equal(System.IO.File.ReadAllBytes(whole), System.IO.File.ReadAllBytes(halves));
    }

    [Fact]
    public void Resuming_something_else_is_refused()
    {
        string input = shell.File("a.jsonl", TwoArticles);
        var (code, _, error) = shell.Run("code", input, "-o", input, "--resume");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS3004", error, StringComparison.Ordinal);
        Assert.Equal(TwoArticles, System.IO.File.ReadAllText(input));
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_1()
    {
        var (code, _, error) = shell.Run("code", shell.File("a.jsonl", TwoArticles), "-o", Path.Combine(shell.Folder, "no", "such", "dir"));
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS3001", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_knowledge_nothing_is_coded_and_the_remedy_is_named()
    {
        var (_, fault) = KnowledgeLocation.Find(Path.Combine(shell.Folder, "none"), shell.Folder);
        shell.LoadFault = fault;
        var (code, _, error) = shell.Run("code", shell.File("a.jsonl", TwoArticles));
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS3002", error, StringComparison.Ordinal);
        Assert.Contains("--data or the variable HEARSAY_DATA", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_is_130_and_leaves_whole_lines()
    {
        using var stop = new CancellationTokenSource();
        shell.Stop = stop.Token;
        int coded = 0;
        shell.Coder = article =>
        {
            if (Interlocked.Increment(ref coded) == 20) stop.Cancel();
            return new(article, [], [], []);
        };
        string input = shell.File("a.jsonl", string.Concat(Enumerable.Range(0, 500).Select(i => $"{{\"id\":\"{i}\",\"text\":\"x\"}}\n")));
        string file = Path.Combine(shell.Folder, "out.jsonl");
        var (code, _, error) = shell.Run("code", input, "-o", file, "--jobs", "2");
        Assert.Equal(ExitCode.Interrupted, code);
        Assert.StartsWith("interrupted: ", error, StringComparison.Ordinal);
        string written = System.IO.File.ReadAllText(file);
        Assert.True(written.Length == 0 || written[^1] == '\n');
        int before = Ids(written).Count;
        Assert.InRange(before, 0, 100);
        shell.Stop = default;
        Assert.Equal(ExitCode.Ok, shell.Run("code", input, "-o", file, "--resume").Code);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i}"), Ids(System.IO.File.ReadAllText(file)));
    }

    [Fact]
    public void A_reader_that_has_gone_is_no_fault()
    {
        using var gone = new BrokenPipe();
        shell.Output = gone;
        var (code, _, error) = shell.Run("code", shell.File("a.jsonl", TwoArticles));
        Assert.Equal(ExitCode.Ok, code);
        Assert.Empty(error);
    }

    [Fact]
    public void A_fault_of_the_program_is_one_line_without_a_trace()
    {
        shell.Coder = _ => throw new InvalidOperationException("boom");
        var (code, _, error) = shell.Run("code", shell.File("a.jsonl", TwoArticles));
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS1021 The program failed on this article (InvalidOperationException: boom).", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_shown_only_on_a_terminal_and_taken_away_again()
    {
        shell.Coder = article =>
        {
            Thread.Sleep(150);
            return new(article, [], [], []);
        };
        string input = shell.File("a.jsonl", TwoArticles + TwoArticles);
        Assert.DoesNotContain("\r", shell.Run("code", input, "--jobs", "1").Error, StringComparison.Ordinal);
        shell.ErrorIsTerminal = true;
        string error = shell.Run("code", input, "--jobs", "1").Error;
        Assert.Contains("\r", error, StringComparison.Ordinal);
        Assert.Matches(@"\r {20,}\r4 coded", error);
    }

    private sealed class BrokenPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", 32);

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe", 32);
    }
}
