using System.Runtime.Intrinsics;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Adam (Kingma and Ba 2015) with clipping of the gradient's norm and a running average of the parameters. Embedding
/// rows are touched only in steps where a word uses them; their average is caught up when they are.
/// </summary>
internal sealed unsafe class AdamOptimizer
{
    private const float Beta1 = 0.9f, Beta2 = 0.98f, Epsilon = 1e-8f;
    private const float AverageKeep = 0.93f;
    private const int AverageEvery = 8;
    private readonly Network network;
    private readonly AlignedFloats dense1, dense2, total;
    private readonly AlignedFloats[] rows1, rows2;
    private readonly int[][] lastAverage;
    private readonly ITableGradients[] rowGradients;

    public AdamOptimizer(Network network)
    {
        this.network = network;
        int n = network.Dense.Length;
        (dense1, dense2, total, AverageDense) = (new(n), new(n), new(n), new(n));
        rows1 = [.. network.Embeddings.Select(e => new AlignedFloats(e.Length))];
        rows2 = [.. network.Embeddings.Select(e => new AlignedFloats(e.Length))];
        AverageRows = [.. network.Embeddings.Select(e => new AlignedFloats(e.Length))];
        lastAverage = [.. network.Embeddings.Select(e => new int[e.Length / network.Shape.Embedding])];
        rowGradients = [.. network.Embeddings.Select((e, k) => k == WordKeys.Vector
            ? new VectorGradients(network.Vectors, network.Shape.Embedding) : (ITableGradients)new RowGradients(k, e.Length / network.Shape.Embedding, network.Shape.Embedding))];
        network.Dense.Span.CopyTo(AverageDense.Span);
        for (int k = 0; k < AverageRows.Length; k++) network.Embeddings[k].Span.CopyTo(AverageRows[k].Span);
    }

    public int Steps { get; private set; }

    public AlignedFloats AverageDense { get; }

    public AlignedFloats[] AverageRows { get; }

    private int Averages => Steps / AverageEvery;

    /// <summary>Adds up the workers' gradients and updates. Returns the gradient's norm before clipping.</summary>
    public float Step(TrainingPass[] passes, float learningRate, float clip, int threads)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, rowGradients.Length, options, k => rowGradients[k].Collect(passes));
        passes[0].Gradient.Span.CopyTo(total.Span);
        for (int w = 1; w < passes.Length; w++) GradientKernels.Add(passes[w].Gradient.Pointer, total.Pointer, total.Length);
        double squares = SumOfSquares(total.Pointer, total.Length);
        foreach (var g in rowGradients) squares += SumOfSquares(g.Values, g.Count * network.Shape.Embedding);
        float norm = (float)Math.Sqrt(squares);
        float scale = norm > clip ? clip / norm : 1f;
        Steps++;
        double correct1 = 1 - Math.Pow(Beta1, Steps), correct2 = 1 - Math.Pow(Beta2, Steps);
        var rate = new Rate(scale, (float)(learningRate / correct1), (float)(1 / Math.Sqrt(correct2)));
        int blocks = threads;
        Parallel.For(0, blocks, options, b =>
        {
            int from = (int)((long)total.Length / 16 * b / blocks * 16), to = b == blocks - 1 ? total.Length : (int)((long)total.Length / 16 * (b + 1) / blocks * 16);
            Update(network.Dense.Pointer + from, total.Pointer + from, dense1.Pointer + from, dense2.Pointer + from, to - from, rate);
            if (Steps % AverageEvery == 0) Average(AverageDense.Pointer + from, network.Dense.Pointer + from, to - from, AverageKeep);
        });
        Parallel.For(0, rowGradients.Length, options, k => UpdateRows(k, rate));
        return norm;
    }

    /// <summary>Brings the averages of all embedding rows up to date.</summary>
    public void CatchUp()
    {
        for (int k = 0; k < AverageRows.Length; k++)
            for (int row = 0; row < lastAverage[k].Length; row++) CatchUp(k, row, Averages);
    }

    /// <summary>Writes or reads the optimiser's whole state.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Steps);
        foreach (var block in Blocks()) writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(block.Span));
        foreach (int[] last in lastAverage) writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(last.AsSpan()));
    }

    public void Load(BinaryReader reader)
    {
        Steps = reader.ReadInt32();
        foreach (var block in Blocks()) reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(block.Span));
        foreach (int[] last in lastAverage) reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(last.AsSpan()));
    }

    private IEnumerable<AlignedFloats> Blocks() =>
        [network.Dense, dense1, dense2, AverageDense, .. network.Embeddings, .. rows1, .. rows2, .. AverageRows];

    private void UpdateRows(int k, Rate rate)
    {
        int width = network.Shape.Embedding;
        var gradients = rowGradients[k];
        for (int i = 0; i < gradients.Count; i++)
        {
            int row = gradients.Row(i);
            long at = (long)row * width;
            CatchUp(k, row, (Steps - 1) / AverageEvery);
            Update(network.Embeddings[k].Pointer + at, gradients.Values + (long)i * width, rows1[k].Pointer + at, rows2[k].Pointer + at, width, rate);
        }
    }

    private void CatchUp(int k, int row, int averages)
    {
        int missed = averages - lastAverage[k][row];
        if (missed <= 0) return;
        long at = (long)row * network.Shape.Embedding;
        Average(AverageRows[k].Pointer + at, network.Embeddings[k].Pointer + at, network.Shape.Embedding, MathF.Pow(AverageKeep, missed));
        lastAverage[k][row] = averages;
    }

    private static void Update(float* x, float* g, float* m, float* v, int n, Rate rate)
    {
        var scale = Vector512.Create(rate.Scale);
        Vector512<float> b1 = Vector512.Create(Beta1), r1 = Vector512.Create(1 - Beta1), b2 = Vector512.Create(Beta2), r2 = Vector512.Create(1 - Beta2);
        int j = 0;
        for (; j + 16 <= n; j += 16)
        {
            var gradient = Vector512.Load(g + j) * scale;
            var first = Vector512.Load(m + j) * b1 + gradient * r1;
            var second = Vector512.Load(v + j) * b2 + gradient * gradient * r2;
            first.Store(m + j);
            second.Store(v + j);
            (Vector512.Load(x + j) - first * rate.Step / (Vector512.Sqrt(second) * rate.Root + Vector512.Create(Epsilon))).Store(x + j);
        }
    }

    private static void Average(float* average, float* x, int n, float keep)
    {
        for (int j = 0; j + 16 <= n; j += 16)
            (Vector512.Load(average + j) * keep + Vector512.Load(x + j) * (1 - keep)).Store(average + j);
    }

    private static double SumOfSquares(float* x, int n)
    {
        double sum = 0;
        for (int j = 0; j + 16 <= n; j += 16)
        {
            var v = Vector512.Load(x + j);
            sum += Vector512.Sum(v * v);
        }
        return sum;
    }

    private readonly record struct Rate(float Scale, float Step, float Root);
}
