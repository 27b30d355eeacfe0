using System.Text.Json;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Cli.Tests;

/// <summary>code --db, find and query, over a store that a coder of the tests' own filled.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly Shell shell = new() { Coder = OneEvent };

    private string Db => Path.Combine(shell.Folder, "hearsay.db");

    public void Dispose() => shell.Dispose();

    [Fact]
    public void Code_writes_a_store_and_says_what_it_gained()
    {
        var (code, output, error) = Fill();
        Assert.Equal(ExitCode.Ok, code);
        Assert.Empty(output);
        Assert.Contains("2 coded", error, StringComparison.Ordinal);
        Assert.Contains("store: 2 events added, 0 changed, 0 withdrawn, 0 as they were", error, StringComparison.Ordinal);
        Assert.Contains("store: 0 events added, 0 changed, 0 withdrawn, 2 as they were", Fill().Error, StringComparison.Ordinal);
        Assert.Contains("0 coded, 2 skipped", Fill("--resume").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_go_into_a_file_beside_the_store()
    {
        string file = Path.Combine(shell.Folder, "out.jsonl");
        Fill("-o", file);
        Assert.Equal(2, File.ReadAllLines(file).Length);
        Assert.Equal("2 mentions of 2 events in 2 articles\n", shell.Run("find", "--db", Db, "--count").Out);
    }

    [Fact]
    public void What_is_wrong_with_an_input_is_kept_with_the_run()
    {
        var (code, _, _) = shell.Run("code", shell.File("none.txt", ""), "--db", Db);
        Assert.Equal(ExitCode.Failure, code);
        Assert.EndsWith("HS1003,error,1\n", shell.Run("query", "--db", Db, "--format", "csv", "SELECT code, severity, run FROM diagnostics").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_is_no_store_is_said()
    {
        Assert.Contains("HS3020", shell.Run("code", shell.File("a.txt", "Text."), "--db", "mysql://x").Error, StringComparison.Ordinal);
        Assert.Contains("HS3021", shell.Run("find", "--db", Db).Error, StringComparison.Ordinal);
        Assert.Contains("HS3022", shell.Run("find", "--db", shell.File("text.db", new string('x', 200))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_shows_people_what_when_and_where_it_stands()
    {
        Fill();
        var (code, output, error) = shell.Run("find", "--db", Db, "Norway");
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("Norway (NOR) → talked with → Iran (IRN)", output, StringComparison.Ordinal);
        Assert.Contains("“Norway met Iran.”", output, StringComparison.Ordinal);
        Assert.Contains("unknown outlet, article 1, e-1", output, StringComparison.Ordinal);
        Assert.Equal("1 mentions of 1 events in 1 articles in all.\n", error);
    }

    [Theory]
    [InlineData("actor:NOR")]
    [InlineData("--actor", "NOR")]
    [InlineData("--actor", "NOR,SWE", "--status", "asserted")]
    [InlineData("--in", "articles", "Norway")]
    [InlineData("--in", "sentences", "\"met Iran\"", "actor:NOR")]
    public void Options_and_the_query_mean_the_same(params string[] asked)
    {
        Fill();
        var (_, output, error) = shell.Run(["find", "--db", Db, "--json", .. asked]);
        Assert.StartsWith("1 ", error, StringComparison.Ordinal);
        Assert.Equal("1", JsonDocument.Parse(output).RootElement.GetProperty("article").GetProperty("id").GetString());
    }

    [Fact]
    public void Pages_follow_each_other()
    {
        Fill();
        var (_, first, error) = shell.Run("find", "--db", Db, "--json", "-n", "1");
        string after = error[(error.IndexOf("--after ", StringComparison.Ordinal) + 8)..].Trim();
        var (_, second, end) = shell.Run("find", "--db", Db, "--json", "-n", "1", "--after", after);
        Assert.NotEqual(first, second);
        Assert.DoesNotContain("--after", end, StringComparison.Ordinal);
        Assert.Equal(first + second, shell.Run("find", "--db", Db, "--json", "-n", "1", "--all", "--quiet").Out);
    }

    [Fact]
    public void A_query_that_cannot_be_read_is_said() =>
        Assert.Contains("HS3031", shell.Run("find", "--db", Db, "actr:x").Error, StringComparison.Ordinal);

    [Fact]
    public void Query_answers_SQL_from_a_snapshot_that_follows_the_store()
    {
        Fill();
        string[] ask = ["query", "--db", Db, "--format", "csv", "SELECT a.id, e.type, e.day FROM events e JOIN articles a ON a.key = e.article_key ORDER BY a.id"];
        var (code, output, error) = shell.Run(ask);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal("id,type,day\n1,CONSULT,2024-03-12\n2,CONSULT,2024-03-12\n", output);
        Assert.Contains("was written anew", error, StringComparison.Ordinal);
        Assert.Empty(shell.Run(ask).Error);
        shell.Run("code", shell.File("b.jsonl", "{\"id\":\"3\",\"publishedOn\":\"2024-03-12\",\"text\":\"Sweden met Iran.\"}\n"), "--db", Db);
        Assert.Contains("3,CONSULT", shell.Run(ask).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Query_writes_tables_and_JSON_and_says_what_is_wrong_with_SQL()
    {
        Fill();
        Assert.Equal("{\"n\":2,\"x\":0.5,\"day\":\"2024-03-12\",\"z\":null}\n",
            shell.Run("query", "--db", Db, "--format", "jsonl", "SELECT count(*) AS n, CAST(0.5 AS DOUBLE) AS x, max(day) AS day, NULL AS z FROM events").Out);
        Assert.Contains("CONSULT", shell.Run("query", "--db", Db, "SELECT type FROM events").Out, StringComparison.Ordinal);
        Assert.Contains("HS3034", shell.Run("query", "--db", Db, "SELEC").Error, StringComparison.Ordinal);
    }

    private (int Code, string Out, string Error) Fill(params string[] more)
    {
        string articles = shell.File("a.jsonl",
            "{\"id\":\"1\",\"publishedOn\":\"2024-03-12\",\"text\":\"Norway met Iran.\"}\n{\"id\":\"2\",\"publishedOn\":\"2024-03-12\",\"text\":\"France met Iran.\"}\n");
        return shell.Run(["code", articles, "--db", Db, .. more]);
    }

    // "Norway met Iran." is a CONSULT of the first word with the third.
    private static CodedArticle OneEvent(Article article)
    {
        int met = article.Text.IndexOf("met", StringComparison.Ordinal), iran = met + 4;
        string who = article.Text[..(met - 1)];
        var record = new EventRecord
        {
            Id = "e-" + article.Id, Sentence = 0, Trigger = new(met, met + 3, "met"), Type = "CONSULT", Status = "asserted", Confidence = 0.9, Trace = new("t", []), Chain = [],
            Actors = [new Party { Text = who, Start = 0, End = who.Length, Name = who, Code = who[..3].ToUpperInvariant(), Country = who[..3].ToUpperInvariant() }],
            Recipients = [new Party { Text = "Iran", Start = iran, End = iran + 4, Name = "Iran", Code = "IRN", Country = "IRN" }],
        };
        return new CodedArticle(article, [record], [], []) { Sentences = [new(0, article.Text.Length)] };
    }
}
