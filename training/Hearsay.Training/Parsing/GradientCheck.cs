using Hearsay.Coding.Triggers;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Compares the hand-written gradients with differences of the loss on a tiny network without dropout. float32 sums
/// and the rectifiers' corners limit the agreement: a parameter passes within 2 % or a small absolute difference, at
/// any of several steps.
/// </summary>
internal sealed unsafe class GradientCheck
{
    // Where a rectifier's corner lies within one step of a parameter, another step may miss it.
    private static readonly float[] Steps = [1e-3f, 3e-4f, 3e-3f];
    private const int RowsOfTable = 12, Table = 2;
    private readonly Random random = new(5);
    private readonly Network network;
    private readonly TrainingPass pass;
    private readonly List<TrainingSentence> batch;
    private int compared, wrong;

    private GradientCheck()
    {
        var settings = new TrainingSettings
        {
            Embedding = 32, Hidden = 32, Arc = 32, Label = 32, InputDropout = 0, Dropout = 0, WordDropout = 0, AffixDropout = 0, NameWeight = 1, TagWeight = 1, Threads = 1,
        };
        var shape = new ParserShape { Embedding = 32, Hidden = 32, Arc = 32, Label = 32, Upos = 5, Xpos = 7, Feats = 9, Relations = 6, Names = 5 };
        network = new Network(shape, [.. Enumerable.Repeat(RowsOfTable, WordKeys.Count)], new VectorInput(Vectors(RowsOfTable - 2)));
        network.Initialise(4);
        foreach (ref float x in network.Dense.Span) x += 0.1f * (random.NextSingle() - 0.5f);
        ClearPadding();
        batch = [Sentence(7, tree: true), Sentence(5, tree: true), Sentence(4, tree: false), Sentence(1, tree: true)];
        pass = new TrainingPass(network, settings);
    }

    /// <summary>Prints what disagrees and returns whether nothing does.</summary>
    public static bool Run()
    {
        var check = new GradientCheck();
        check.CompareAll();
        Console.WriteLine($"{check.compared} gradients compared, {check.wrong} disagree");
        return check.wrong == 0;
    }

    private void CompareAll()
    {
        Loss();
        var shape = network.Shape;
        float[] gradient = pass.Gradient.Span.ToArray();
        var tables = new (int Table, ITableGradients Rows)[] { (Table, new RowGradients(Table, RowsOfTable, shape.Embedding)), (WordKeys.Vector, new VectorGradients(network.Vectors, shape.Embedding)) };
        foreach (var (_, rows) in tables) rows.Collect([pass]);
        float[][] rowGradients = [.. tables.Select(t => new Span<float>(t.Rows.Values, t.Rows.Count * shape.Embedding).ToArray())];
        for (int m = 0; m < network.Matrices.Length; m++)
            for (int n = 0; n < 40; n++)
            {
                float* at = Pick(m, bias: n % 8 == 0);
                Compare($"{(ParserMatrix)m}", gradient[at - network.Dense.Pointer], at);
            }
        for (int j = 0; j < 2 * shape.Embedding; j += 3) Compare("normalisation", gradient[j], network.Dense.Pointer + j);
        foreach (var ((table, rows), gradients) in tables.Zip(rowGradients))
            for (int i = 0; i < rows.Count; i++)
                for (int j = 0; j < shape.Embedding; j += 7)
                    Compare($"table {table}, row {rows.Row(i)}", gradients[i * shape.Embedding + j], network.Embeddings[table].Pointer + rows.Row(i) * shape.Embedding + j);
    }

    // Recurrent matrices and the upper tag matrix have no bias of their own.
    private float* Pick(int m, bool bias)
    {
        var matrix = network.Matrices[m];
        bool hasBias = m is not (1 or 3 or 5 or 7 or (int)ParserMatrix.TagsUpper);
        int output = random.Next(matrix.Outputs);
        return bias && hasBias ? matrix.Bias + output : matrix.Weights + matrix.Offset(random.Next(matrix.Inputs), output);
    }

    private void Compare(string what, double gradient, float* at)
    {
        compared++;
        double nearest = double.MaxValue;
        foreach (float step in Steps)
        {
            double difference = Difference(at, step);
            if (Math.Abs(gradient - difference) <= 0.02 * Math.Max(Math.Abs(gradient), Math.Abs(difference)) + 4e-4) return;
            if (Math.Abs(gradient - difference) < Math.Abs(gradient - nearest)) nearest = difference;
        }
        wrong++;
        Console.WriteLine(FormattableString.Invariant($"{what}: gradient {gradient:G5}, difference {nearest:G5}"));
    }

    private double Difference(float* at, float step)
    {
        float old = *at;
        *at = old + step;
        double up = Loss();
        *at = old - step;
        double down = Loss();
        *at = old;
        return (up - down) / (2 * step);
    }

    private double Loss()
    {
        const int TreeWords = 13, NameWords = 17;
        network.Transpose(1);
        pass.Run(batch, TreeWords, NameWords, 1);
        var l = pass.Losses;
        return (l.Tags + l.Arcs + l.Labels) / TreeWords + l.Names / NameWords;
    }

    private WordVectors Vectors(int words)
    {
        var numbers = new sbyte[words * WordVectors.Size];
        random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers.AsSpan()));
        return new WordVectors([.. Enumerable.Range(0, words).Select(i => "word" + i)], numbers);
    }

    private void ClearPadding()
    {
        foreach (var m in network.Matrices)
            for (int j = m.Outputs; j < m.Width; j++)
            {
                m.Bias[j] = 0;
                for (int k = 0; k < m.Inputs; k++) m.Weights[m.Offset(k, j)] = 0;
            }
    }

    private TrainingSentence Sentence(int n, bool tree)
    {
        int[] Numbers(int count, int below) => [.. Enumerable.Range(0, count).Select(_ => random.Next(below))];
        // Belief is divided, as teachers divide it.
        TargetLayer Targets(int below) => TargetLayer.Mix(TargetLayer.Certain(Numbers(n, below)), TargetLayer.Certain(Numbers(n, below)), 0.3f);
        int[] heads = [.. Enumerable.Range(1, n).Select(i => (i + 1 + random.Next(n)) % (n + 1) is var h && h != i ? h : 0)];
        int[] others = [.. heads.Select((h, i) => i > 0 ? 0 : h)];
        return new TrainingSentence
        {
            Length = n,
            Keys = Numbers((n + 1) * WordKeys.Count, RowsOfTable),
            Heads = tree ? heads : null,
            Arcs = tree ? TargetLayer.Mix(TargetLayer.Certain(heads), TargetLayer.Certain(others), 0.3f) : null,
            Upos = Targets(5), Xpos = Targets(7), Feats = Targets(9), Relations = Targets(6), Names = Targets(5),
        };
    }
}
