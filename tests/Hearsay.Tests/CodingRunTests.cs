using System.Text;
using CsCheck;
using Hearsay.Articles;

namespace Hearsay.Tests;

public sealed class CodingRunTests
{
    private static ArticleInput Input(string id, string text = "one two three") =>
        new(id, () => new(id, new Article { Id = id, Text = text }, []));

    private static ArticleInput Bad(string place) => new(place, () => new(place, null, [Faults.Empty(place)]));

    private static CodedArticle Code(Article article) => new(article, [], [], []);

    private static (RunSummary Summary, string Output, List<string> Reported) Run(IEnumerable<ArticleInput> inputs, int jobs, Func<Article, CodedArticle>? code = null, Predicate<string>? already = null)
    {
        var output = new StringBuilder();
        var reported = new List<string>();
        var run = new CodingRun(code ?? Code, jobs) { AlreadyCoded = already, Report = d => reported.Add($"{d.Place} {d.Code}") };
        var summary = run.Run(inputs, line => output.Append(Encoding.UTF8.GetString(line.Span)), TestContext.Current.CancellationToken);
        return (summary, output.ToString(), reported);
    }

    [Fact]
    public void Many_jobs_give_the_bytes_of_one() =>
        Gen.Select(Gen.Int[0, 4].Array[0, 60], Gen.Int[2, 9]).Sample((kinds, jobs) =>
        {
            var inputs = kinds.Select((kind, i) => kind == 0 ? Bad($"bad{i}") : Input($"a{i}", new string('x', kind * 50))).ToList();
            CodedArticle Slow(Article article)
            {
                if (article.Text.Length == 150) throw new InvalidOperationException("no");
                Thread.SpinWait(article.Text.Length * (article.Id.GetHashCode(StringComparison.Ordinal) & 63));
                return Code(article);
            }
            var one = Run(inputs, 1, Slow);
            var many = Run(inputs, jobs, Slow);
            Assert.Equal(one.Output, many.Output);
            Assert.Equal(one.Reported, many.Reported);
            Assert.Equal(one.Summary with { Elapsed = default }, many.Summary with { Elapsed = default });
        }, iter: 60);

    [Fact]
    public void A_fault_of_the_program_costs_one_article()
    {
        var (summary, output, reported) = Run([Input("1"), Input("2"), Input("3")], 2, a => a.Id == "2" ? throw new InvalidOperationException("two\nlines") : Code(a));
        Assert.Equal((2, 1), (summary.Coded, summary.Failed));
        Assert.Equal(["2 HS1021"], reported);
        Assert.Equal(2, output.Count(c => c == '\n'));
    }

    [Fact]
    public void Warnings_of_the_reader_stand_in_the_record()
    {
        var input = new ArticleInput("p", () => new("p", new() { Id = "1", Text = "x" }, [Faults.Charset("p", "windows-1252")]));
        Assert.Contains("\"diagnostics\":[{\"code\":\"HS1011\"", Run([input], 1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_already_coded_is_skipped_and_counted()
    {
        var (summary, output, _) = Run([Input("1"), Input("2")], 1, already: id => id == "1");
        Assert.Equal((1, 1, 0), (summary.Coded, summary.Skipped, summary.Failed));
        Assert.Contains("\"id\":\"2\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_few_inputs_are_in_flight_however_many_there_are()
    {
        int opened = 0, written = 0, most = 0;
        IEnumerable<ArticleInput> Inputs()
        {
            for (int i = 0; i < 2000; i++)
            {
                most = Math.Max(most, ++opened - written);
                yield return Input($"{i}");
            }
        }
        new CodingRun(Code, 3).Run(Inputs(), _ => written++, TestContext.Current.CancellationToken);
        Assert.Equal(2000, written);
        Assert.InRange(most, 1, 25);
    }

    [Fact]
    public void Stopping_ends_the_run_between_two_lines()
    {
        using var stop = new CancellationTokenSource();
        var lines = new List<string>();
        var summary = new CodingRun(Code, 2).Run(Enumerable.Range(0, 1000).Select(i => Input($"{i}")), line =>
        {
            lines.Add(Encoding.UTF8.GetString(line.Span));
            if (lines.Count == 5) stop.Cancel();
        }, stop.Token);
        Assert.Equal(5, lines.Count);
        Assert.All(lines, l => Assert.EndsWith("}\n", l, StringComparison.Ordinal));
        Assert.Equal(5, summary.Coded);
    }

    [Fact]
    public void Stopping_does_not_wait_for_an_article_that_takes_for_ever()
    {
        using var stop = new CancellationTokenSource(100);
        using var never = new ManualResetEventSlim();
        var run = new CodingRun(a =>
        {
            never.Wait(CancellationToken.None);
            return Code(a);
        }, 1);
        Assert.Equal(0, run.Run([Input("1")], _ => { }, stop.Token).Coded);
        never.Set();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("  one\ntwo  three ", 3)]
    public void Words_are_counted_between_white_space(string text, int words) => Assert.Equal(words, CodingRun.Words(text));
}
