using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Compares the hand-written gradients with differences of the loss on a tiny network without dropout. float32 sums
/// and the rectifiers' corners limit the agreement: a parameter passes within 2 % or a small absolute difference.
/// </summary>
internal static unsafe class GradientCheck
{
    private const float Step = 1e-3f;

    /// <summary>Prints what disagrees and returns whether nothing does.</summary>
    public static bool Run()
    {
        var settings = new TrainingSettings
        {
            Embedding = 32, Hidden = 32, Arc = 32, Label = 32, InputDropout = 0, Dropout = 0, WordDropout = 0, AffixDropout = 0, NameWeight = 1, TagWeight = 1, Threads = 1,
        };
        var shape = new ParserShape { Embedding = 32, Hidden = 32, Arc = 32, Label = 32, Upos = 5, Xpos = 7, Feats = 9, Relations = 6, Names = 5 };
        var network = new Network(shape, [.. Enumerable.Repeat(12, WordKeys.Count)]);
        network.Initialise(3);
        var random = new Random(5);
        foreach (ref float x in network.Dense.Span) x += 0.1f * (random.NextSingle() - 0.5f);
        ClearPadding(network);
        List<GoldSentence> batch = [Sentence(7, random, true), Sentence(5, random, true), Sentence(4, random, false), Sentence(1, random, true)];
        var pass = new TrainingPass(network, settings);
        double Loss()
        {
            network.Transpose(1);
            pass.Run(batch, 13, 17, 1);
            var l = pass.Losses;
            return (l.Tags + l.Arcs + l.Labels) / 13 + l.Names / 17;
        }
        Loss();
        float[] gradient = pass.Gradient.Span.ToArray();
        var rows = new RowGradients(2, 12, shape.Embedding);
        rows.Collect([pass]);
        float[] rowGradient = new Span<float>(rows.Values, rows.Count * shape.Embedding).ToArray();
        int bad = 0, checkedCount = 0;
        double Difference(float* at)
        {
            float old = *at;
            *at = old + Step;
            double up = Loss();
            *at = old - Step;
            double down = Loss();
            *at = old;
            return (up - down) / (2 * Step);
        }
        void Compare(string what, double analytic, double numeric)
        {
            checkedCount++;
            if (Math.Abs(analytic - numeric) <= 0.02 * Math.Max(Math.Abs(analytic), Math.Abs(numeric)) + 4e-4) return;
            bad++;
            Console.WriteLine(FormattableString.Invariant($"{what}: gradient {analytic:G5}, difference {numeric:G5}"));
        }
        for (int m = 0; m < network.Matrices.Length; m++)
            for (int n = 0; n < 40; n++)
            {
                var matrix = network.Matrices[m];
                bool bias = n % 8 == 0 && m is not (1 or 3 or 5 or 7);
                int j = random.Next(matrix.Outputs);
                float* at = bias ? matrix.Bias + j : matrix.Weights + matrix.Offset(random.Next(matrix.Inputs), j);
                Compare($"{(ParserMatrix)m}{(bias ? " bias" : "")}", gradient[at - network.Dense.Pointer], Difference(at));
            }
        for (int j = 0; j < 2 * shape.Embedding; j += 3) Compare("normalisation", gradient[j], Difference(network.Dense.Pointer + j));
        for (int i = 0; i < rows.Count; i++)
            for (int j = 0; j < shape.Embedding; j += 7)
                Compare($"embedding row {rows.Row(i)}", rowGradient[i * shape.Embedding + j], Difference(network.Embeddings[2].Pointer + rows.Row(i) * shape.Embedding + j));
        Console.WriteLine($"{checkedCount} gradients compared, {bad} disagree");
        return bad == 0;
    }

    private static void ClearPadding(Network network)
    {
        foreach (var m in network.Matrices)
            for (int j = m.Outputs; j < m.Width; j++)
            {
                m.Bias[j] = 0;
                for (int k = 0; k < m.Inputs; k++) m.Weights[m.Offset(k, j)] = 0;
            }
    }

    private static GoldSentence Sentence(int n, Random random, bool tree) => new()
    {
        Words = [.. Enumerable.Repeat("w", n)],
        Heads = tree ? [.. Enumerable.Range(1, n).Select(i => (i + 1 + random.Next(n)) % (n + 1) is var h && h != i ? h : 0)] : null,
        Keys = [.. Enumerable.Range(0, (n + 1) * WordKeys.Count).Select(_ => random.Next(12))],
        UposIds = [.. Enumerable.Range(0, n).Select(_ => random.Next(5))],
        XposIds = [.. Enumerable.Range(0, n).Select(_ => random.Next(7))],
        FeatsIds = [.. Enumerable.Range(0, n).Select(_ => random.Next(9))],
        RelationIds = [.. Enumerable.Range(0, n).Select(_ => random.Next(6))],
        NameIds = [.. Enumerable.Range(0, n).Select(_ => random.Next(5))],
    };
}
