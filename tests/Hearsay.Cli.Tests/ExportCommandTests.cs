using System.Text;
using Hearsay.Articles;
using Hearsay.Exporting;
using Hearsay.Store;

namespace Hearsay.Cli.Tests;

public sealed class ExportCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    private static CodedArticle Coded { get; } = Records.PhoneCall(new Article
    {
        Id = "a1", Outlet = "The Bosporus Post", PublishedOn = new(2024, 3, 12), Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "01-phone-call.txt")),
    });

    private string JsonLines(string more = "") => shell.File("coded.jsonl", Encoding.UTF8.GetString(RecordWriter.Line(Coded)) + more);

    [Fact]
    public void A_file_of_records_becomes_a_table_on_standard_output()
    {
        var (code, output, error) = shell.Run("export", JsonLines(), "--format", "csv");
        string[] lines = output.TrimEnd('\n').Split('\n');
        Assert.Equal((0, 5), (code, lines.Length));
        Assert.StartsWith("event_id,article_id,outlet,", lines[0], StringComparison.Ordinal);
        Assert.Equal("4 written from 1 articles\n", error);
    }

    [Fact]
    public void A_format_without_a_status_says_what_it_left_out()
    {
        var (code, output, error) = shell.Run("export", JsonLines(), "--format", "petrarch2");
        Assert.Equal((0, "20240311\tTURGOV\tRUSGOV\t041\tDIPLOMATIC,1\ta1_1\tThe Bosporus Post\n20240312\tRUS\tUKR\t041\tDIPLOMATIC,1\ta1_1\tThe Bosporus Post\n"), (code, output));
        Assert.Equal("2 written from 1 articles; left out: 1 conditional, 1 without codes on both sides\n", error);
        Assert.Equal("", shell.Run("export", JsonLines(), "--format", "petrarch2", "--quiet").Error);
    }

    [Fact]
    public void A_file_is_written_whole_with_its_dictionary_and_what_one_a_day_dropped()
    {
        string again = Encoding.UTF8.GetString(RecordWriter.Line(Coded with { Article = Coded.Article with { Id = "a2" } }));
        string path = Path.Combine(shell.Folder, "events.tab");
        var (code, output, error) = shell.Run("export", JsonLines(again), "--format", "icews", "--one-a-day", "-o", path);
        Assert.Equal((0, ""), (code, output));
        Assert.Contains("2 repeated that day", error, StringComparison.Ordinal);
        Assert.Equal(3, File.ReadAllLines(path).Length);
        Assert.Equal(["event_id,kept_event_id,day,actors,recipients,code", "telephoned,telephoned,2024-03-11,TURGOV,RUSGOV,041", "struck,struck,2024-03-12,RUS,UKR,041"], File.ReadAllLines(path + ".dropped.csv"));
        string page = File.ReadAllText(path + ".dictionary.md");
        Assert.Contains("| 7 | CAMEO Code | text | CAMEO code |", page, StringComparison.Ordinal);
        Assert.Contains("asserted only", page, StringComparison.Ordinal);
        Assert.False(File.Exists(path + ".partial"));
    }

    [Fact]
    public void A_line_that_is_no_record_is_said_and_the_rest_is_exported()
    {
        var (code, output, error) = shell.Run("export", JsonLines("{\"id\":1}\n"), "--format", "jsonl");
        Assert.Equal((3, 4), (code, output.TrimEnd('\n').Split('\n').Length));
        Assert.Contains("coded.jsonl:2: HS3011 ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_is_exported_by_query_with_the_versions_that_coded_it_and_followed_by_revision()
    {
        string db = Path.Combine(shell.Folder, "hearsay.db");
        using (var store = HearsayStore.Open(StoreLocation.Parse(db), create: true))
        using (var writer = store.BeginRun(new("0.1.0", "m1", "k1"))) writer.Write([Coded]);
        string path = Path.Combine(shell.Folder, "events.csv");
        Assert.Equal(0, shell.Run("export", "--db", db, "--query", "type:CONSULT", "-o", path).Code);
        Assert.Equal(File.ReadAllText(path), shell.Run("export", "--db", db, "--type", "CONSULT,AID", "--since", "2024-03-11", "--until", "2024-03-11").Out);
        string[] lines = File.ReadAllLines(path);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith(",0,unreviewed,0.1.0,m1,k1", lines[1], StringComparison.Ordinal);
        string page = File.ReadAllText(path + ".dictionary.md");
        Assert.Contains("type:CONSULT", page, StringComparison.Ordinal);
        Assert.Contains("at its revision 1", page, StringComparison.Ordinal);

        using (var store = HearsayStore.Open(StoreLocation.Parse(db)))
        using (var writer = store.BeginRun(new("0.1.0", "m1", "k2"))) writer.Write([Coded with { Events = [Coded.Events[0]] }]);
        var (_, output, error) = shell.Run("export", "--db", db, "--changed-since", "1", "--format", "jsonl");
        Assert.Equal(3, output.TrimEnd('\n').Split('\n').Length);
        Assert.All(output.TrimEnd('\n').Split('\n'), line => Assert.Contains("\"withdrawn\":true", line, StringComparison.Ordinal));
        Assert.Equal("3 written from 1 articles\n", error);
    }

    [Theory]
    [InlineData("prov", "\"hs:quotation-0\"")]
    [InlineData("annotations", "urn:hearsay:quotation:a1:0")]
    public void Documents_from_a_store_hold_the_quotations_too(string format, string expected)
    {
        string db = Path.Combine(shell.Folder, "hearsay.db");
        using (var store = HearsayStore.Open(StoreLocation.Parse(db), create: true))
        using (var writer = store.BeginRun(new("0.1.0", "m1", "k1"))) writer.Write([Coded]);
        Assert.Contains(expected, shell.Run("export", "--db", db, "--format", format).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name either a file of records or a store", "export")]
    [InlineData("--query and --changed-since need a store", "export", "x.jsonl", "--query", "type:AID")]
    [InlineData("--type needs a store", "export", "x.jsonl", "--type", "AID")]
    [InlineData("There is no status \"perhaps\"", "export", "x.jsonl", "--status", "asserted,perhaps")]
    [InlineData("There is no part \"root\"", "export", "x.jsonl", "--format", "petrarch2", "--with", "root")]
    [InlineData("--with is for --format petrarch2", "export", "x.jsonl", "--with", "url")]
    [InlineData("Web Annotations count code points", "export", "x.jsonl", "--format", "annotations", "--offsets", "utf16")]
    public void What_cannot_be_meant_is_refused(string message, params string[] args)
    {
        var (code, _, error) = shell.Run(args);
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_said_with_a_code()
    {
        Assert.Contains("HS1001", shell.Run("export", "nowhere.jsonl").Error, StringComparison.Ordinal);
        Assert.Contains("HS3021", shell.Run("export", "--db", Path.Combine(shell.Folder, "none.db")).Error, StringComparison.Ordinal);
        Assert.Contains("HS3031", shell.Run("export", "--db", StoreWithNothing(), "--query", "colour:red").Error, StringComparison.Ordinal);
        Assert.Contains("HS3001", shell.Run("export", JsonLines(), "-o", Path.Combine(shell.Folder, "no", "such", "folder.csv")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_format_is_documented()
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "exports.md"));
        Assert.All(ExportFormat.All, f => Assert.Contains($"`{f.Name}`", page, StringComparison.Ordinal));
        Assert.All(EventTable.Columns, c => Assert.Contains($"`{c.Name}`", page, StringComparison.Ordinal));
    }

    private string StoreWithNothing()
    {
        string db = Path.Combine(shell.Folder, "empty.db");
        using var store = HearsayStore.Open(StoreLocation.Parse(db), create: true);
        return db;
    }
}
