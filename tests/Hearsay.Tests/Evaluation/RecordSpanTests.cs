using Hearsay.Articles;
using Hearsay.Coding.Records;
using Hearsay.Evaluation;

namespace Hearsay.Tests.Evaluation;

/// <summary>Invariants A6 and A7 on whole real articles and on the samples.</summary>
public sealed class RecordSpanTests
{
    [Fact]
    public void Every_span_of_every_record_says_what_stands_there()
    {
        foreach (var article in Articles())
        {
            var coded = TestCoder.Instance.Code(article);
            foreach (var e in coded.Events)
            {
                Check(article, e.Trigger.Start, e.Trigger.End, e.Trigger.Text);
                foreach (var party in e.Actors.Concat(e.Recipients)) Check(article, party.Start, party.End, party.Text);
                foreach (var hop in e.Chain) Check(article, hop.Start, hop.End, hop.Text);
                Assert.InRange(e.Confidence, 0, 1);
                Assert.True(e.Quotation is null || e.Quotation < coded.Quotations.Count);
            }
            foreach (var q in coded.Quotations) Check(article, q);
        }
    }

    [Fact]
    public void The_same_article_gives_the_same_bytes_on_any_thread()
    {
        var articles = Articles().Take(60).ToList();
        var serial = articles.Select(a => RecordWriter.Line(TestCoder.Instance.Code(a))).ToList();
        var parallel = articles.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(a => RecordWriter.Line(TestCoder.Instance.Code(a))).ToList();
        Assert.Equal(serial, parallel);
    }

    private static void Check(Article article, QuotationRecord q)
    {
        Assert.NotEmpty(q.Content);
        foreach (var piece in q.Content) Check(article, piece.Start, piece.End, piece.Text);
        if (q.Cue is { } cue) Check(article, cue.Start, cue.End, cue.Text);
        if (q.Speaker is { } speaker) Check(article, speaker.Start, speaker.End, speaker.Text);
        if (q.Addressee is { } addressee) Check(article, addressee.Start, addressee.End, addressee.Text);
        foreach (var hop in q.Chain) Check(article, hop.Start, hop.End, hop.Text);
        Assert.Contains(q.Form, (string[])["direct", "indirect", "mixed"]);
    }

    private static void Check(Article article, int start, int end, string text)
    {
        Assert.InRange(start, 0, article.Text.Length);
        Assert.InRange(end, start, article.Text.Length);
        Assert.Equal(article.Text[start..end], text);
    }

    private static IEnumerable<Article> Articles()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(TestCoder.Root, "samples"), "*.txt").Order(StringComparer.Ordinal))
            yield return new Article { Id = Path.GetFileName(file), Text = File.ReadAllText(file) };
        if (TestCoder.Gold is not { } gold) yield break;
        foreach (var example in AttributionEvaluation.Read(Path.Combine(gold, "gold", "quotations", "polnear_train_speech.jsonl")))
            yield return new Article { Id = example.Id, Outlet = example.Outlet, PublishedOn = example.Date, Text = example.Text };
    }
}
