using Hearsay.Language.Coreference;

namespace Hearsay.Language.Tests.Coreference;

/// <summary>The metrics, on chains small enough to count by hand.</summary>
public sealed class CoreferenceEvaluationTests
{
    [Fact]
    public void Equal_chains_score_one()
    {
        var scores = Score([["a", "b", "c"], ["d", "e"]], [["d", "e"], ["c", "a", "b"]]);
        Assert.Equal(1, scores.Conll, 9);
        Assert.Equal(1, scores.Mentions.F1, 9);
    }

    [Fact]
    public void Nothing_found_scores_zero()
    {
        var scores = Score([["a", "b"]], []);
        Assert.Equal(0, scores.Conll);
        Assert.Equal(0, scores.Muc.Precision);
    }

    [Fact]
    public void A_chain_cut_in_two_loses_one_link()
    {
        // Gold {a b c d e}, found {a b c} {d e}: 3 of 4 gold links are found, and none is wrong.
        var scores = Score([["a", "b", "c", "d", "e"]], [["a", "b", "c"], ["d", "e"]]);
        Assert.Equal(0.75, scores.Muc.Recall, 9);
        Assert.Equal(1, scores.Muc.Precision, 9);
        // B³ recall: (3·3 + 2·2) / 5 / 5.
        Assert.Equal(13.0 / 25, scores.BCubed.Recall, 9);
        Assert.Equal(1, scores.BCubed.Precision, 9);
        // CEAFe: the three-mention part is aligned, φ4 = 2·3/8.
        Assert.Equal(0.75, scores.CeafE.Recall, 9);
        Assert.Equal(0.375, scores.CeafE.Precision, 9);
    }

    [Fact]
    public void A_mention_of_its_own_is_left_out()
    {
        var with = Score([["a", "b"], ["z"]], [["a", "b"], ["y"], ["x"]]);
        Assert.Equal(1, with.Conll, 9);
    }

    [Fact]
    public void Entities_are_aligned_for_the_best_total()
    {
        // Greedy alignment would give the first gold chain the found chain that the second needs.
        var scores = Score([["a", "b", "c", "d"], ["e", "f"]], [["a", "b", "e", "f"], ["c", "d"]]);
        double first = 2.0 * 2 / 6, second = 2.0 * 2 / 6;
        Assert.Equal((first + second) / 2, scores.CeafE.F1, 9);
    }

    [Fact]
    public void Documents_add_up()
    {
        var evaluation = new CoreferenceEvaluation<string>();
        evaluation.Add([["a", "b"]], [["a", "b"]]);
        evaluation.Add([["a", "b"]], []);
        Assert.Equal(0.5, evaluation.Score().Muc.Recall, 9);
        Assert.Equal(1, evaluation.Score().Muc.Precision, 9);
    }

    private static CoreferenceScores Score(string[][] gold, string[][] found)
    {
        var evaluation = new CoreferenceEvaluation<string>();
        evaluation.Add(gold, found);
        return evaluation.Score();
    }
}
