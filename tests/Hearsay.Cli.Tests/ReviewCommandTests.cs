using System.Text;
using System.Text.Json;
using Hearsay.Articles;
using Hearsay.Evaluation;
using Hearsay.Store;

namespace Hearsay.Cli.Tests;

public sealed class ReviewCommandTests : IDisposable
{
    private readonly Shell shell = new();
    private readonly string db;

    private static CodedArticle Coded { get; } = Records.PhoneCall(new Article
    {
        Id = "a1", Outlet = "The Bosporus Post", PublishedOn = new(2024, 3, 12), Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "01-phone-call.txt")),
    });

    public ReviewCommandTests()
    {
        db = Path.Combine(shell.Folder, "hearsay.db");
        using var store = HearsayStore.Open(StoreLocation.Parse(db), create: true);
        using var writer = store.BeginRun(new("0.1.0", "m1", "k1"));
        writer.Write([Coded]);
    }

    public void Dispose() => shell.Dispose();

    private (int Code, string Out, string Error) Review(params string[] args) => shell.Run(["review", .. args, "--db", db]);

    private string State(string id)
    {
        using var store = HearsayStore.Open(StoreLocation.Parse(db));
        return store.Event(id)!.ReviewState;
    }

    [Fact]
    public void The_queue_takes_a_key_for_each_event()
    {
        // Reject, go back and accept instead, comment and skip, correct after a mistake, quit.
        shell.Input = Encoding.UTF8.GetBytes("r\nu\na\nn\nis this him?\ns\nc\ntype=HUG\ntype=AID status=promised\nq\n");
        shell.Width = 300;
        var (code, output, error) = shell.Run("review", "--db", db, "--reviewer", "ana", "--query", "order:oldest");
        Assert.Equal(0, code);
        Assert.Contains("1 of 4", output, StringComparison.Ordinal);
        Assert.Contains("a accept · r reject · c correct", output, StringComparison.Ordinal);
        Assert.Contains("\"HUG\" is no type; there are AGREE", output, StringComparison.Ordinal);
        Assert.Equal("1 accepted, 1 corrected, 1 rejected, 1 comments, 1 left in the queue\n", error);
        using var store = HearsayStore.Open(StoreLocation.Parse(db));
        var reviews = store.Reviews.All();
        Assert.Equal([Verdict.Reject, Verdict.Accept, Verdict.Correct], reviews.Select(r => r.Verdict));
        Assert.All(reviews, r => Assert.Equal("ana", r.Reviewer));
        Assert.Equal("is this him?", Assert.Single(store.Comments.OfArticle("a1")).Text);
        Assert.Equal(["accepted", "corrected"], store.Find(QueryText.Parse("-review:unreviewed")).Events.Select(e => e.ReviewState).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_verdict_on_the_command_line_is_for_scripts()
    {
        Assert.Equal((0, "telephoned: accepted\n"), (Review("telephoned", "--accept", "--reviewer", "ana").Code, Review("telephoned", "--accept", "--reviewer", "ana").Error));
        Assert.Equal("telephoned: disputed\n", Review("telephoned", "--reject", "--reviewer", "ben", "--note", "a film").Error);
        Assert.Equal("telephoned: corrected\n", Review("telephoned", "--set", "mode=visit", "--set", "actor=TURMIL", "--reviewer", "eve", "--adjudicate").Error);
        Assert.Equal("struck: unreviewed\n", Review("struck", "--comment", "when?", "--reviewer", "ana").Error);
    }

    [Theory]
    [InlineData(2, "Give one verdict", "telephoned", "--accept", "--reject")]
    [InlineData(2, "Name the event", "--accept")]
    [InlineData(2, "Give a verdict", "telephoned")]
    [InlineData(1, "HS3010", "nothing", "--accept")]
    [InlineData(1, "HS3041", "telephoned", "--set", "type=HUG")]
    public void What_cannot_be_is_refused(int expected, string message, params string[] args)
    {
        var (code, _, error) = Review(args);
        Assert.Equal(expected, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal("unreviewed", State("telephoned"));
    }

    [Fact]
    public void An_article_becomes_gold_once_all_its_events_are_decided()
    {
        foreach (string id in (string[])["telephoned", "return"]) Review(id, "--accept", "--reviewer", "ana");
        Review("denied", "--reject", "--reviewer", "ana");
        Assert.Equal(("", "0 articles written; 1 left out, because an event of them is not decided\n"), (shell.Run("review", "export", "--db", db).Out, shell.Run("review", "export", "--db", db).Error));
        Review("struck", "--set", "killed=12", "--reviewer", "ana");
        string path = Path.Combine(shell.Folder, "gold.jsonl");
        Assert.Equal("1 articles written; 0 left out, because an event of them is not decided\n", shell.Run("review", "export", "--db", db, "-o", path).Error);
        var gold = Assert.Single(GoldArticle.Read(path));
        Assert.Null(gold.Quotes);
        Assert.Equal(["telephoned", "return", "struck"], gold.Events.Select(e => e.Trigger.Split(' ')[0]));
        Assert.Equal((12L, "ASSAULT", "UKR"), (gold.Events[2].Killed, gold.Events[2].Type, gold.Events[2].Recipients[0].Code));
        foreach (var e in gold.Events)
        {
            var original = Coded.Events.First(o => e.Trigger.StartsWith(o.Trigger.Text, StringComparison.Ordinal) && o.Type == e.Type);
            Assert.InRange(original.Trigger.Start - gold.Text.IndexOf(e.Trigger, StringComparison.Ordinal), 0, 40);
        }

        // What agrees with the gold in everything scores 1, but for the count that was corrected.
        var evaluation = new RecordEvaluation();
        evaluation.Add(gold, Coded with { Events = [.. Coded.Events.Where(e => e.Id != "denied")] }, offset => gold.Text.AsSpan(0, Math.Max(0, offset)).Count('.'));
        Assert.Equal((1.0, 1.0, 0.0), (evaluation.Parts["eventsF1"].Value, evaluation.Parts["status"].Value, evaluation.Parts["killed"].Value));
    }

    [Fact]
    public void Agreement_compares_reviewers_and_the_program()
    {
        foreach (string id in (string[])["telephoned", "return", "struck"]) Review(id, "--accept", "--reviewer", "ana");
        Review("denied", "--reject", "--reviewer", "ana");
        foreach (string id in (string[])["telephoned", "denied"]) Review(id, "--accept", "--reviewer", "ben");
        Review("return", "--set", "type=RETREAT", "--reviewer", "ben");
        Review("struck", "--reject", "--reviewer", "ben");
        var (code, output, _) = shell.Run("review", "agreement", "--db", db);
        Assert.Equal(0, code);
        // Event or not: ana yes yes yes no, ben yes yes no yes: 2 of 4 agree, chance 10/16, κ = (0.5 − 0.625) / 0.375.
        Assert.Contains("| event | ana | ben | 4 | 0.500 | -0.333 |", output, StringComparison.Ordinal);
        // Types where both see an event: CONSULT CONSULT, CONCEDE RETREAT: observed 1/2, chance 1/4.
        Assert.Contains("| type | ana | ben | 2 | 0.500 | 0.333 |", output, StringComparison.Ordinal);
        Assert.Contains("| type | ana | program | 3 | 1.000 | 1.000 |", output, StringComparison.Ordinal);
        // α of the types: n = 4, CONSULT 2, CONCEDE 1, RETREAT 1: (3·2 − 2) / (12 − 2).
        Assert.Contains("| type | 2 | 2 | 0.400 |", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(shell.Run("review", "agreement", "--db", db, "--json").Out);
        Assert.Equal(0.4, json.RootElement.GetProperty("together").EnumerateArray().First(t => t.GetProperty("field").GetString() == "type").GetProperty("alpha").GetDouble(), 12);
    }
}
