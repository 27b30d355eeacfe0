using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// One worker's share of a step: runs its sentences forward with dropout, computes the losses, and runs backward
/// into its own gradient block. The gradient of each word's input sum is left in <see cref="InputGradient"/> for
/// the embedding tables. Owns all its buffers; a worker is used by one thread at a time.
/// </summary>
internal sealed unsafe class TrainingPass
{
    private readonly ParserShape shape;
    private readonly TrainingSettings settings;
    private readonly Network network;
    private readonly PackedMatrix[] gradients;
    private readonly int usedKeys;
    private readonly DropoutMasks random = new();
    private readonly LstmTraining[] layers = [new(false), new(true), new(false), new(true)];
    private readonly AlignedFloats summed = new(0), plain = new(0), input = new(0), inverse = new(0), lower = new(0), upper = new(0);
    private readonly AlignedFloats inputMask = new(0), lowerMask = new(0), upperMask = new(0), arcMask = new(0);
    private readonly AlignedFloats tags = new(0), heads = new(0), headGradient = new(0), upperGradient = new(0), lowerGradient = new(0), inputGradient = new(0);
    private readonly ArcLoss arcs;
    private readonly LabelLoss labels;

    public TrainingPass(Network network, TrainingSettings settings)
    {
        this.network = network;
        this.settings = settings;
        shape = network.Shape;
        usedKeys = network.Vectors.Size > 0 ? WordKeys.Count : WordKeys.Vector;
        Gradient = new AlignedFloats(shape.TotalLength());
        gradients = shape.Views(Gradient);
        arcs = new ArcLoss(shape);
        labels = new LabelLoss(shape, random);
    }

    /// <summary>Gradient of all parameters but the embeddings, in the network's layout; summed over calls until cleared.</summary>
    public AlignedFloats Gradient { get; }

    public BatchLayout Layout { get; } = new();

    /// <summary>Numbers of the word keys of each row after word dropout.</summary>
    public int[] Keys { get; private set; } = [];

    /// <summary>Gradient of the loss by the sum of each row's embeddings.</summary>
    public float* InputGradient => inputGradient.Pointer;

    public Losses Losses { get; private set; }

    /// <summary>Runs one share.</summary>
    /// <param name="batch">Sentences, longest first; may be empty.</param>
    /// <param name="treeWords">Words with trees in the whole step: what the tree losses are divided by.</param>
    /// <param name="nameWords">Words with name tags in the whole step.</param>
    /// <param name="seed">Fixes the dropout.</param>
    public void Run(IReadOnlyList<TrainingSentence> batch, int treeWords, int nameWords, ulong seed)
    {
        Gradient.Span.Clear();
        Losses = default;
        if (batch.Count == 0)
        {
            Layout.Arrange([1]);
            Keys = new int[WordKeys.Count];
            new Span<float>(inputGradient.Ensure(shape.Embedding), shape.Embedding).Clear();
            return;
        }
        random.Seed(seed);
        Layout.Arrange([.. batch.Select(s => s.Length + 1)]);
        Embed(batch);
        Encode();
        Score();
        Lose(batch, treeWords, nameWords);
        Decode();
        EmbedBackward();
    }

    private void Embed(IReadOnlyList<TrainingSentence> batch)
    {
        int width = shape.Embedding, rows = Layout.Rows;
        if (Keys.Length < rows * WordKeys.Count) Keys = new int[rows * WordKeys.Count * 2];
        float* s = summed.Ensure(rows * width), p = plain.Ensure(rows * width), x = input.Ensure(rows * width), inv = inverse.Ensure(rows);
        for (int i = 0; i < batch.Count; i++)
            for (int t = 0; t <= batch[i].Length; t++)
            {
                int row = Layout.Row(i, t);
                var keys = Keys.AsSpan(row * WordKeys.Count, WordKeys.Count);
                batch[i].Keys.AsSpan(t * WordKeys.Count, WordKeys.Count).CopyTo(keys);
                for (int k = 0; t > 0 && k < usedKeys; k++)
                    if (random.NextFloat() < (k == WordKeys.Form ? settings.WordDropout : settings.AffixDropout)) keys[k] = Vocabulary.Unknown;
                network.Sum(keys, s + (long)row * width);
                inv[row] = Embedder.Normalise(s + (long)row * width, width, network.Dense.Pointer + shape.NormGain, network.Dense.Pointer + shape.NormBias, p + (long)row * width, x + (long)row * width);
            }
        random.Fill(inputMask.Ensure(rows * width), rows * width, settings.InputDropout);
        GradientKernels.Mask(x, inputMask.Pointer, x, rows * width);
    }

    private void Encode()
    {
        int rows = Layout.Rows, encoded = shape.Encoded;
        float* low = lower.Ensure(rows * encoded), high = upper.Ensure(rows * encoded);
        EncodeLayer(0, input.Pointer, shape.Embedding, low);
        MaskEncoded(lowerMask, low);
        EncodeLayer(2, low, encoded, high);
        MaskEncoded(upperMask, high);
    }

    private void EncodeLayer(int first, float* x, int stride, float* y)
    {
        for (int d = 0; d < 2; d++)
        {
            int m = 2 * (first + d);
            layers[first + d].Forward(Layout, x, stride, network.Matrices[m], network.Matrices[m + 1], y + d * shape.Hidden, shape.Encoded);
        }
    }

    private void MaskEncoded(AlignedFloats mask, float* x)
    {
        int n = Layout.Rows * shape.Encoded;
        mask.Ensure(n);
        if (settings.SharedDropout) random.FillShared(mask.Pointer, shape.Encoded, Layout, settings.Dropout);
        else random.Fill(mask.Pointer, n, settings.Dropout);
        GradientKernels.Mask(x, mask.Pointer, x, n);
    }

    private void Score()
    {
        PackedMatrix tag = network[ParserMatrix.TagsLower], head = network[ParserMatrix.Heads];
        int rows = Layout.Rows, arc = 2 * shape.Arc;
        MatrixKernels.Multiply(lower.Pointer, shape.Encoded, tag, tags.Ensure(rows * tag.Width), tag.Width, rows, accumulate: false);
        MatrixKernels.Multiply(upper.Pointer, shape.Encoded, network[ParserMatrix.TagsUpper], tags.Pointer, tag.Width, rows, accumulate: true);
        float* h = heads.Ensure(rows * head.Width);
        MatrixKernels.Multiply(upper.Pointer, shape.Encoded, head, h, head.Width, rows, accumulate: false);
        float* mask = arcMask.Ensure(rows * arc);
        if (settings.SharedDropout) random.FillShared(mask, arc, Layout, settings.Dropout);
        else random.Fill(mask, rows * arc, settings.Dropout);
        for (int r = 0; r < rows; r++)
        {
            float* row = h + (long)r * head.Width;
            RowKernels.LeakyRectify(row, arc);
            GradientKernels.Mask(row, mask + (long)r * arc, row, arc);
        }
    }

    private void Lose(IReadOnlyList<TrainingSentence> batch, int treeWords, int nameWords)
    {
        var losses = default(Losses);
        int headWidth = network[ParserMatrix.Heads].Width;
        new Span<float>(headGradient.Ensure(Layout.Rows * headWidth), Layout.Rows * headWidth).Clear();
        TagLosses(batch, treeWords, nameWords, ref losses);
        if (treeWords > 0)
        {
            losses.Arcs = arcs.Run(batch, Layout, heads.Pointer, headGradient.Pointer, network, gradients, 1f / treeWords);
            losses.Labels = labels.Run(batch, Layout, heads.Pointer, headGradient.Pointer, network, gradients, settings, 1f / treeWords);
        }
        Losses = losses;
        float* g = headGradient.Pointer;
        for (int r = 0; r < Layout.Rows; r++)
        {
            float* row = g + (long)r * headWidth, value = heads.Pointer + (long)r * headWidth, mask = arcMask.Pointer + (long)r * 2 * shape.Arc;
            for (int j = 0; j < 2 * shape.Arc; j++) row[j] *= value[j] < 0 ? RowKernels.Leak * mask[j] : mask[j];
        }
    }

    // Leaves the gradient of the tag scores in their place.
    private void TagLosses(IReadOnlyList<TrainingSentence> batch, int treeWords, int nameWords, ref Losses losses)
    {
        int width = network[ParserMatrix.TagsLower].Width;
        float weight = settings.TagWeight / Math.Max(1, treeWords), nameWeight = settings.NameWeight / Math.Max(1, nameWords);
        for (int i = 0; i < batch.Count; i++)
            for (int t = 0; t <= batch[i].Length; t++)
            {
                var gold = batch[i];
                float* x = tags.Pointer + (long)Layout.Row(i, t) * width;
                bool tree = t > 0 && gold.HasTree, name = t > 0 && gold.Names != null && !gold.Names.IsEmpty(t - 1);
                if (tree)
                {
                    losses.Tags += GradientKernels.SoftmaxLoss(x, shape.Upos, gold.Upos!, t - 1, weight);
                    losses.Tags += GradientKernels.SoftmaxLoss(x + shape.XposColumn, shape.Xpos, gold.Xpos!, t - 1, weight);
                    losses.Tags += GradientKernels.SoftmaxLoss(x + shape.FeatsColumn, shape.Feats, gold.Feats!, t - 1, weight);
                }
                else new Span<float>(x, shape.NameColumn).Clear();
                if (name) losses.Names += GradientKernels.SoftmaxLoss(x + shape.NameColumn, shape.Names, gold.Names!, t - 1, nameWeight);
                int from = name ? shape.TagColumns : shape.NameColumn;
                new Span<float>(x + from, width - from).Clear();
            }
    }

    private void Decode()
    {
        int rows = Layout.Rows, encoded = shape.Encoded, tagWidth = network[ParserMatrix.TagsLower].Width, headWidth = network[ParserMatrix.Heads].Width;
        GradientKernels.AddOuter(upper.Pointer, encoded, headGradient.Pointer, headWidth, rows, gradients[(int)ParserMatrix.Heads]);
        float* up = upperGradient.Ensure(rows * encoded);
        MatrixKernels.Multiply(headGradient.Pointer, headWidth, network.Transposed[(int)ParserMatrix.Heads], up, encoded, rows, accumulate: false);
        MatrixKernels.Multiply(tags.Pointer, tagWidth, network.Transposed[(int)ParserMatrix.TagsUpper], up, encoded, rows, accumulate: true);
        GradientKernels.Mask(up, upperMask.Pointer, up, rows * encoded);
        // The bias is the lower matrix's alone.
        var above = gradients[(int)ParserMatrix.TagsUpper];
        GradientKernels.AddOuter(upper.Pointer, encoded, tags.Pointer, tagWidth, rows, new PackedMatrix(encoded, above.Outputs, above.Weights, null));
        GradientKernels.AddOuter(lower.Pointer, encoded, tags.Pointer, tagWidth, rows, gradients[(int)ParserMatrix.TagsLower]);
        float* low = lowerGradient.Ensure(rows * encoded);
        MatrixKernels.Multiply(tags.Pointer, tagWidth, network.Transposed[(int)ParserMatrix.TagsLower], low, encoded, rows, accumulate: false);
        DecodeLayer(2, lower.Pointer, encoded, up, low, accumulate: true);
        GradientKernels.Mask(low, lowerMask.Pointer, low, rows * encoded);
        float* x = inputGradient.Ensure(rows * shape.Embedding);
        DecodeLayer(0, input.Pointer, shape.Embedding, low, x, accumulate: false);
    }

    private void DecodeLayer(int first, float* x, int stride, float* outputGradient, float* gradient, bool accumulate)
    {
        for (int d = 0; d < 2; d++)
        {
            int m = 2 * (first + d);
            layers[first + d].Backward(
                Layout, x, stride, network.Transposed[m], network.Transposed[m + 1], outputGradient + d * shape.Hidden, shape.Encoded,
                gradients[m], gradients[m + 1], gradient, stride, accumulate || d > 0);
        }
    }

    // Through the mask and the normalisation, in place.
    private void EmbedBackward()
    {
        int width = shape.Embedding;
        float* gain = network.Dense.Pointer + shape.NormGain, gainGradient = Gradient.Pointer + shape.NormGain, biasGradient = Gradient.Pointer + shape.NormBias;
        for (int r = 0; r < Layout.Rows; r++)
        {
            float* d = inputGradient.Pointer + (long)r * width, x = plain.Pointer + (long)r * width, mask = inputMask.Pointer + (long)r * width;
            float sum = 0, product = 0;
            for (int j = 0; j < width; j++)
            {
                float g = d[j] * mask[j];
                gainGradient[j] += g * x[j];
                biasGradient[j] += g;
                d[j] = g * gain[j];
                sum += d[j];
                product += d[j] * x[j];
            }
            float inv = inverse.Pointer[r];
            for (int j = 0; j < width; j++) d[j] = inv * (d[j] - (sum + x[j] * product) / width);
        }
    }
}

/// <summary>Sums of the losses over words, by kind.</summary>
internal record struct Losses(double Tags, double Arcs, double Labels, double Names)
{
    public static Losses operator +(Losses a, Losses b) => new(a.Tags + b.Tags, a.Arcs + b.Arcs, a.Labels + b.Labels, a.Names + b.Names);
}
