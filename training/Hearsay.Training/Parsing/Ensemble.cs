using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Several parsers that give one opinion: the mean of their probabilities for arcs, tags and names, the best single-root
/// tree under the mean, and the mean of their probabilities for the relations in that tree (in the given tree where a
/// sentence has one). The teachers may differ in everything but their tags. Sentences above
/// <see cref="Parser.LongestWindow"/> words are refused.
/// </summary>
internal sealed unsafe class Ensemble
{
    private const int BatchSentences = 32;
    private const float LeastProbability = 0.01f;
    private readonly ParserShape shape;
    private readonly ParserPass[] teachers;
    private readonly TreeDecoder trees = new();
    private readonly AlignedFloats mean = new(0), scratch = new(0);
    private readonly int[] columns, sizes;

    public Ensemble(IReadOnlyList<ParserModel> models)
    {
        var first = models[0].Parameters;
        Tags = [[], first.Upos, first.Xpos, first.Feats, first.Names, first.Relations];
        foreach (var p in models.Select(m => m.Parameters))
            if (!Tags.Skip(1).Zip([p.Upos, p.Xpos, p.Feats, p.Names, p.Relations]).All(t => t.First.SequenceEqual(t.Second)))
                throw new InvalidDataException("The teachers differ in their tags: they were trained on different treebanks.");
        shape = models[0].Shape;
        teachers = [.. models.Select(m => new ParserPass(m))];
        columns = [0, shape.XposColumn, shape.FeatsColumn, shape.NameColumn];
        sizes = [shape.Upos, shape.Xpos, shape.Feats, shape.Names];
    }

    /// <summary>Tags of each layer, in the order of <see cref="TaughtLayer"/>.</summary>
    public string[][] Tags { get; }

    /// <summary>Beliefs about sentences, in their order; heads of given trees count from 1, 0 being the root.</summary>
    public List<TaughtSentence> Teach(IReadOnlyList<(string[] Words, int[]? Heads)> sentences)
    {
        var results = new TaughtSentence[sentences.Count];
        int[] order = [.. Enumerable.Range(0, results.Length).OrderByDescending(i => sentences[i].Words.Length)];
        foreach (int[] batch in order.Chunk(BatchSentences))
        {
            Parser.Piece[] pieces = [.. batch.Select(i => new Parser.Piece(sentences[i].Words, i, 0, i))];
            foreach (var teacher in teachers) teacher.Read(pieces);
            var arcs = new TargetLayer[batch.Length];
            var heads = new int[batch.Length][];
            for (int i = 0; i < batch.Length; i++) (arcs[i], heads[i]) = Arcs(i, sentences[batch[i]]);
            foreach (var teacher in teachers) Relate(teacher, heads);
            for (int i = 0; i < batch.Length; i++)
            {
                int n = heads[i].Length;
                results[batch[i]] = new TaughtSentence(sentences[batch[i]].Words, sentences[batch[i]].Heads != null, heads[i],
                    [arcs[i], TagLayer(i, n, 0), TagLayer(i, n, 1), TagLayer(i, n, 2), TagLayer(i, n, 3), Mean(n, shape.Relations, (t, w) => t.Relations(i, w))]);
            }
        }
        return [.. results];
    }

    /// <summary>What the teachers together would answer; each word's name tag by itself.</summary>
    public IReadOnlyList<ParsedSentence> Parse(IReadOnlyList<string[]> sentences) =>
        [.. Teach([.. sentences.Select(s => (s, (int[]?)null))]).Select(t => new ParsedSentence(
            Best(t, TaughtLayer.Upos), Best(t, TaughtLayer.Xpos), Best(t, TaughtLayer.Feats), [.. t.Heads.Select(h => h - 1)],
            Best(t, TaughtLayer.Relations), Best(t, TaughtLayer.Names)))];

    private string[] Best(TaughtSentence sentence, TaughtLayer layer) =>
        [.. Enumerable.Range(0, sentence.Words.Length).Select(w => Tags[(int)layer][sentence[layer].Answers(w)[RowKernels.ArgMax(sentence[layer].Shares(w))]])];

    private (TargetLayer Arcs, int[] Heads) Arcs(int sentence, (string[] Words, int[]? Heads) given)
    {
        int n = given.Words.Length + 1, width = PackedMatrix.Padded(n);
        float* sum = mean.Ensure(n * width), one = scratch.Ensure(width);
        new Span<float>(sum, n * width).Clear();
        foreach (var teacher in teachers)
        {
            float* scores = teacher.Arcs(sentence, n);
            for (int d = 1; d < n; d++)
            {
                scores[(long)d * width + d] = -1e9f;
                AddSoftmax(scores + (long)d * width, n, one, sum + (long)d * width);
            }
        }
        var builder = new TargetBuilder(n - 1);
        for (int d = 1; d < n; d++)
        {
            float* row = sum + (long)d * width;
            GradientKernels.Scale(row, n, 1f / teachers.Length);
            builder.AddProbable(row, n, LeastProbability);
            builder.EndWord();
            for (int h = 0; h < n; h++) row[h] = MathF.Log(row[h] + 1e-9f);
        }
        if (given.Heads != null) return (builder.Build(), given.Heads);
        var found = new int[n];
        trees.Decode(sum, width, n, found);
        return (builder.Build(), found[1..]);
    }

    private static void Relate(ParserPass teacher, int[][] heads)
    {
        for (int i = 0; i < heads.Length; i++)
        {
            teacher.SetHead(i, 0, -1);
            for (int w = 1; w <= heads[i].Length; w++) teacher.SetHead(i, w, heads[i][w - 1]);
        }
        teacher.Label(heads.Length);
    }

    private TargetLayer TagLayer(int sentence, int n, int layer) => Mean(n, sizes[layer], (t, w) => t.Tags(sentence, w) + columns[layer]);

    private TargetLayer Mean(int words, int size, Scores scores)
    {
        var builder = new TargetBuilder(words);
        float* sum = mean.Ensure(size), one = scratch.Ensure(size);
        for (int w = 1; w <= words; w++)
        {
            new Span<float>(sum, size).Clear();
            foreach (var teacher in teachers) AddSoftmax(scores(teacher, w), size, one, sum);
            GradientKernels.Scale(sum, size, 1f / teachers.Length);
            builder.AddProbable(sum, size, LeastProbability);
            builder.EndWord();
        }
        return builder.Build();
    }

    private static void AddSoftmax(float* scores, int n, float* one, float* sum)
    {
        float top = scores[RowKernels.ArgMax(scores, n)], total = 0;
        for (int j = 0; j < n; j++) total += one[j] = Activations.Exp(scores[j] - top);
        for (int j = 0; j < n; j++) sum[j] += one[j] / total;
    }

    private delegate float* Scores(ParserPass teacher, int word);
}
