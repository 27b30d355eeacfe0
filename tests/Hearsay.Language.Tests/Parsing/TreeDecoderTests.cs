using CsCheck;
using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests.Parsing;

/// <summary>Every answer is a tree with one root, and no such tree scores higher.</summary>
public sealed class TreeDecoderTests
{
    [Fact]
    public void No_single_root_tree_scores_higher() =>
        (from n in Gen.Int[2, 6] from scores in Gen.Float[-5, 5].Array[n * n] select (n, scores))
        .Sample(c => Math.Abs(Score(c.scores, c.n, Decode(c.scores, c.n)) - BestScore(c.scores, c.n)) < 1e-4, iter: 3000, threads: 1);

    [Fact]
    public void Ties_still_give_a_best_tree() =>
        (from n in Gen.Int[2, 6] from scores in Gen.Int[0, 2].Array[n * n] select (n, scores: scores.Select(s => (float)s).ToArray()))
        .Sample(c => Math.Abs(Score(c.scores, c.n, Decode(c.scores, c.n)) - BestScore(c.scores, c.n)) < 1e-4, iter: 3000, threads: 1);

    [Fact]
    public void Long_sentences_give_trees_with_one_root()
    {
        var random = new Random(11);
        foreach (int n in (int[])[2, 3, 20, 80, 251])
            for (int round = 0; round < 5; round++)
            {
                float[] scores = [.. Enumerable.Range(0, n * n).Select(_ => random.NextSingle())];
                TinyModel.AssertTree([.. Decode(scores, n).Skip(1).Select(h => h - 1)]);
            }
    }

    [Fact]
    public void A_decoder_used_again_gives_the_same_answer()
    {
        var random = new Random(3);
        var decoder = new TreeDecoder();
        for (int round = 0; round < 50; round++)
        {
            int n = 2 + random.Next(30);
            float[] scores = [.. Enumerable.Range(0, n * n).Select(_ => random.NextSingle())];
            int[] heads = new int[n];
            decoder.Decode(scores, n, heads);
            Assert.Equal(Decode(scores, n), heads);
        }
    }

    private static int[] Decode(float[] scores, int n)
    {
        int[] heads = new int[n];
        new TreeDecoder().Decode(scores, n, heads);
        return heads;
    }

    private static double Score(float[] scores, int n, int[] heads) => Enumerable.Range(1, n - 1).Sum(d => (double)scores[d * n + heads[d]]);

    private static double BestScore(float[] scores, int n)
    {
        double best = double.NegativeInfinity;
        int[] heads = new int[n];
        void Try(int d)
        {
            if (d == n)
            {
                if (IsSingleRootTree(heads, n)) best = Math.Max(best, Score(scores, n, heads));
                return;
            }
            for (int h = 0; h < n; h++)
            {
                if (h == d) continue;
                heads[d] = h;
                Try(d + 1);
            }
        }
        Try(1);
        return best;
    }

    private static bool IsSingleRootTree(int[] heads, int n)
    {
        int roots = 0;
        for (int d = 1; d < n; d++)
        {
            if (heads[d] == 0) roots++;
            int v = d;
            for (int steps = 0; v != 0; v = heads[v])
                if (steps++ > n) return false;
        }
        return roots == 1;
    }
}
