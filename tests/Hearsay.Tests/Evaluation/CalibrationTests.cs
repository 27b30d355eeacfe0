using Hearsay.Coding.Records;
using Hearsay.Evaluation;

namespace Hearsay.Tests.Evaluation;

public sealed class CalibrationTests
{
    private static readonly CodedArticle Coded = CodedArticles.Full();

    [Fact]
    public void The_error_is_the_gap_of_each_tenth_weighted_by_its_size()
    {
        // 0.8 and 0.9 lie in two tenths: |0.8 + 0.8 − 1| and |0.9 − 1| over three; 1.0 belongs to the last.
        var parts = FigureParts.Calibration([(0.8, true), (0.8, false), (0.9, true)]);
        Assert.Equal((0.6 + 0.1) / 3, parts.Value, 12);
        Assert.Equal((0.6 + 0.1) / 4, (parts + FigureParts.Calibration([(1.0, true)])).Value, 12);
        Assert.Equal(0, FigureParts.Calibration([]).Value);
    }

    [Fact]
    public void An_event_is_right_with_type_place_and_parties_of_both_sides()
    {
        Assert.True(Judge(Gold("CONSULT", "NORGOV", new("Moscow", "RUS"))));
        Assert.False(Judge(Gold("REJECT", "NORGOV", new("Moscow", "RUS"))));
        Assert.False(Judge(Gold("CONSULT", "SWEGOV", new("Moscow", "RUS"))));
        Assert.False(Judge(Gold("CONSULT", "NORGOV", null)));
        Assert.False(Judge(Gold("CONSULT", "NORGOV", new("Oslo", "NOR"))));
        Assert.True(Judge(Gold("CONSULT", "NORMIL", new("Moscow", null))));
    }

    [Fact]
    public void What_is_tolerated_is_not_judged()
    {
        var evaluation = new RecordEvaluation();
        evaluation.Add(Article([], [new("phoned", "CONSULT", "routine")]), Coded, _ => 0);
        Assert.Empty(evaluation.Judged);
        evaluation.Add(Article([], null), Coded, _ => 0);
        Assert.False(Assert.Single(evaluation.Judged).Right);
        Assert.Equal((0.0, 0.83), (evaluation.Parts["right"].Value, Math.Round(evaluation.Parts["calibrationError"].Value, 12)));
        Assert.Equal(1, evaluation.Parts["share.from0.8"].Value);
    }

    private static bool Judge(GoldRecord gold)
    {
        var evaluation = new RecordEvaluation();
        evaluation.Add(Article([gold], null), Coded, _ => 0);
        return Assert.Single(evaluation.Judged).Right;
    }

    private static GoldRecord Gold(string type, string actor, GoldParty? recipient) => new(
        "phoned", type, null, null, [new("The minister", actor)], recipient is null ? [] : [recipient], "asserted", null, null, null, null, [], null, null, null, null, false, false);

    private static GoldArticle Article(IReadOnlyList<GoldRecord> events, IReadOnlyList<ToleratedEvent>? tolerated) =>
        new("a", null, null, null, Coded.Article.Text, events, null, tolerated);
}
