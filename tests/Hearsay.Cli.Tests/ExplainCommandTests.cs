using System.Text;
using Hearsay.Articles;

namespace Hearsay.Cli.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private const string Article = """{"id":"a1","outlet":"The Fjord Times","publishedOn":"2024-03-12","text":"The Turkish president telephoned his Russian counterpart Vladimir Putin on Monday, the Kremlin said."}""";

    private const string Patterns = """
        [[pattern]]
        id = "consult.phone"
        event = "CONSULT"
        mode = "phone"
        cameo = "041"
        write = [
          "ACTOR spoke by telephone with RECIPIENT",
          "ACTOR {phoned|telephoned} RECIPIENT",
        ]
        """;

    private readonly Shell shell = new() { Coder = Records.PhoneCall };

    public void Dispose() => shell.Dispose();

    private string Sample() => shell.File("out.jsonl", shell.Run("code", Path.Combine(AppContext.BaseDirectory, "samples", "01-phone-call.txt")).Out);

    [Fact]
    public void A_missing_file_is_1()
    {
        var (code, output, error) = shell.Run("explain", Path.Combine(shell.Folder, "none.jsonl"), "x");
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains("HS1001", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_id_is_said_before_anything_is_loaded()
    {
        var (code, _, error) = shell.Run("explain", Sample(), "no-such-id");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("out.jsonl: HS3010 There is no event with the id \"no-such-id\".", error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("{\"article\":{\"id\":\"1\"", "out.jsonl:2: HS3011")]
    [InlineData("plain words", "out.jsonl:2: HS3011")]
    [InlineData("{\"id\":\"1\",\"text\":\"Not coded yet.\"}", "out.jsonl:2: HS3011 This is no record that \"hearsay code\" wrote: it has no \"article\" with \"events\".")]
    public void A_line_that_is_no_record_is_named(string line, string expected)
    {
        string file = shell.File("out.jsonl", File.ReadAllText(Sample()) + line + "\n");
        var (code, _, error) = shell.Run("explain", file, "elsewhere");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_1() => Assert.Contains("HS1003", shell.Run("explain", shell.File("out.jsonl", "\n"), "x").Error, StringComparison.Ordinal);

    [Fact]
    public void Standard_input_is_read_and_a_coder_that_cannot_be_loaded_is_said()
    {
        shell.Input = File.ReadAllBytes(Sample());
        var (code, _, error) = shell.Run("explain", "-", "telephoned");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS3003", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_id_it_is_a_usage_error() => Assert.Equal(ExitCode.Usage, shell.Run("explain", Sample()).Code);

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        byte[] line = File.ReadAllBytes(Sample());
        Assert.Equal(line, RecordWriter.Line(RecordReader.Read(line)));
    }

    [Fact]
    public void With_a_small_coder_every_part_of_a_record_is_explained()
    {
        string data = SmallKnowledge();
        string records = Path.Combine(shell.Folder, "real.jsonl");
        Assert.Equal(ExitCode.Ok, Real("code", shell.File("a.jsonl", Article), "-o", records, "--data", data).Code);
        var coded = RecordReader.Read(File.ReadAllBytes(records));
        var record = Assert.Single(coded.Events);
        var (code, output, error) = Real("explain", records, record.Id, "--data", data);
        Assert.Equal((ExitCode.Ok, ""), (code, error));
        string words = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("The Turkish president telephoned his Russian counterpart Vladimir Putin on Monday, the Kremlin said. root ", words, StringComparison.Ordinal);
        Assert.Contains("└─ ", output, StringComparison.Ordinal);
        Assert.Contains("spoke by phone with", words, StringComparison.Ordinal);
        Assert.Contains("pattern consult.phone data/patterns/en/consult.toml:1 “ACTOR {phoned|telephoned} RECIPIENT” line 8 fits on “telephoned”", words, StringComparison.Ordinal);
        Assert.DoesNotContain("spoke by telephone", words, StringComparison.Ordinal);
        Assert.Contains("actor “The Turkish president” [0–21] is unnamed, TURGOV row offices:president", words, StringComparison.Ordinal);
        Assert.Matches(@"row offices:president data/lexicons/offices\.csv:[0-9]+ ", words);
        Assert.Matches(@"row persons:Vladimir Putin data/lexicons/persons\.csv:[0-9]+ ", words);
        Assert.Contains("status asserted: told as fact", words, StringComparison.Ordinal);
        Assert.Matches("time 2024-03-11, a day, from “(on )?Monday” in an article of 2024-03-12", words);
        Assert.Matches(@"chain 1\. organization: “the Kremlin” \[83–94\](, Kremlin)?, by “said”", words);
    }

    [Fact]
    public void When_the_pattern_is_gone_the_trace_is_all_there_is()
    {
        string data = SmallKnowledge();
        string records = Path.Combine(shell.Folder, "real.jsonl");
        Real("code", shell.File("a.jsonl", Article), "-o", records, "--data", data);
        string id = RecordReader.Read(File.ReadAllBytes(records)).Events[0].Id;
        File.WriteAllText(Path.Combine(data, "patterns", "en", "consult.toml"), Patterns.Replace("consult.phone", "consult.call", StringComparison.Ordinal));
        string words = string.Join(' ', Real("explain", records, id, "--data", data).Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("pattern consult.phone, which the knowledge no longer has", words, StringComparison.Ordinal);
        Assert.Contains("rows that the trace names: row ", words, StringComparison.Ordinal);
    }

    // The program's tables with one pattern, which is compiled in no time.
    private string SmallKnowledge()
    {
        string data = Path.Combine(shell.Folder, "data"), real = Path.Combine(AppContext.BaseDirectory, "data");
        Directory.CreateDirectory(Path.Combine(data, "patterns", "en"));
        File.WriteAllText(Path.Combine(data, "patterns", "en", "consult.toml"), Patterns);
        foreach (string file in Directory.EnumerateFiles(real, "*", SearchOption.AllDirectories).Where(f => !f.Contains("patterns", StringComparison.Ordinal)))
        {
            string copy = Path.Combine(data, Path.GetRelativePath(real, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        return data;
    }

    private static (int Code, string Out, string Error) Real(params string[] args)
    {
        using var memory = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { In = () => Stream.Null, Out = memory, Error = error, Width = 400 };
        int code = CommandTree.Run([.. args, .. args[0] == "code" ? ["--quiet"] : Array.Empty<string>()], terminal, SystemModels.Loaders);
        return (code, Encoding.UTF8.GetString(memory.ToArray()), error.ToString());
    }
}
