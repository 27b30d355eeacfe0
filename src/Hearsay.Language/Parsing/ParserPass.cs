using System.Runtime.InteropServices;

namespace Hearsay.Language.Parsing;

/// <summary>
/// Runs the network over one batch of sentences, longest first, and decodes tags, trees and names. Owns all scratch
/// memory, which grows to the largest batch seen; apart from the results it allocates nothing once grown.
/// </summary>
internal sealed unsafe class ParserPass
{
    private readonly ParserModel model;
    private readonly ParserShape shape;
    private readonly WordKeys keys;
    private readonly BatchLayout layout = new();
    private readonly TreeDecoder trees = new();
    private readonly NameDecoder names;
    private readonly int rootRelation;
    private readonly AlignedFloats input = new(0), summed = new(0), gates = new(0), state = new(0), lower = new(0), upper = new(0);
    private readonly AlignedFloats tags = new(0), heads = new(0), products = new(0), labels = new(0), relations = new(0);
    private readonly AlignedFloats queries = new(0), keysOfHeads = new(0), packed = new(0), scores = new(0);
    private int[] lengths = [], numbers = [], treeHeads = [], rows = [], nameTags = [];

    public ParserPass(ParserModel model)
    {
        this.model = model;
        shape = model.Shape;
        rootRelation = Array.IndexOf(model.Parameters.Relations, "root");
        keys = new WordKeys(model.Parameters.Places);
        names = new NameDecoder(model.Parameters.Names);
    }

    /// <summary>Parses pieces <paramref name="start"/> to <paramref name="end"/>, which must not grow in length, and sets their results.</summary>
    public void Run(List<Parser.Piece> pieces, int start, int end)
    {
        var batch = CollectionsMarshal.AsSpan(pieces)[start..end];
        Read(batch);
        for (int i = 0; i < batch.Length; i++) DecodeTree(i, batch[i].Words.Length + 1);
        Label(batch.Length);
        for (int i = 0; i < batch.Length; i++) batch[i].Result = Result(i, batch[i].Words.Length);
    }

    /// <summary>Runs the network as far as the scores of tags and the vectors that arcs and labels are scored from.</summary>
    public void Read(ReadOnlySpan<Parser.Piece> batch)
    {
        Arrange(batch);
        Embed(batch);
        Encode();
        Score();
    }

    /// <summary>Scores of the tags of a word, counted from 1, in the columns that <see cref="ParserShape"/> names.</summary>
    public float* Tags(int sentence, int word) => tags.Pointer + (long)layout.Row(sentence, word) * model[ParserMatrix.TagsLower].Width;

    /// <summary>Scores of the relations of a word, counted from 1, to the head last set; valid after <see cref="Label"/>.</summary>
    public float* Relations(int sentence, int word) => relations.Pointer + (long)layout.Row(sentence, word) * model[ParserMatrix.LabelOutput].Width;

    /// <summary>Sets the head, 0 for the root, to which <see cref="Label"/> scores a word's relations.</summary>
    public void SetHead(int sentence, int word, int head) => treeHeads[layout.Row(sentence, word)] = head;

    private void Arrange(ReadOnlySpan<Parser.Piece> batch)
    {
        if (lengths.Length < batch.Length) lengths = new int[batch.Length];
        for (int i = 0; i < batch.Length; i++) lengths[i] = batch[i].Words.Length + 1;
        layout.Arrange(lengths.AsSpan(0, batch.Length));
        int longest = lengths[0];
        if (treeHeads.Length < layout.Rows) treeHeads = new int[layout.Rows * 2];
        if (rows.Length < longest)
        {
            rows = new int[longest * 2];
            nameTags = new int[longest * 2];
            numbers = new int[longest * 2 * WordKeys.Count];
        }
    }

    private void Embed(ReadOnlySpan<Parser.Piece> batch)
    {
        int width = shape.Embedding;
        float* sum = summed.Ensure(3 * width);
        short* to = Shorts(input, layout.Rows * width);
        float* dense = model.Parameters.Dense.Pointer;
        for (int i = 0; i < batch.Length; i++)
        {
            Embedder.Find(model.Parameters.Keys, keys, batch[i].Words, numbers);
            for (int t = 0; t < lengths[i]; t++)
            {
                Embedder.Sum(model.Parameters.Embeddings, numbers.AsSpan(t * WordKeys.Count, WordKeys.Count), sum);
                Embedder.Normalise(sum, width, dense + shape.NormGain, dense + shape.NormBias, sum + width, sum + 2 * width);
                Embedder.Quantize(sum + 2 * width, width, model.InputUnit, to + (long)layout.Row(i, t) * width);
            }
        }
    }

    private void Encode()
    {
        int hidden = shape.Hidden, encoded = shape.Encoded;
        float* g = gates.Ensure(layout.Rows * 4 * hidden), s = state.Ensure(layout.Sentences * hidden);
        short* x = (short*)input.Pointer, low = Shorts(lower, layout.Rows * encoded), high = Shorts(upper, layout.Rows * encoded);
        RunLayer(ParserMatrix.Forward1X, ParserMatrix.Forward1H, x, shape.Embedding, low, backwards: false);
        RunLayer(ParserMatrix.Backward1X, ParserMatrix.Backward1H, x, shape.Embedding, low + hidden, backwards: true);
        RunLayer(ParserMatrix.Forward2X, ParserMatrix.Forward2H, low, encoded, high, backwards: false);
        RunLayer(ParserMatrix.Backward2X, ParserMatrix.Backward2H, low, encoded, high + hidden, backwards: true);

        void RunLayer(ParserMatrix wx, ParserMatrix wh, short* from, int stride, short* to, bool backwards) =>
            Lstm.Run(layout, from, stride, model.Quantized(wx), model.Quantized(wh), g, s, to, encoded, backwards);
    }

    private void Multiply(AlignedFloats states, ParserMatrix matrix, float* to, int width, bool accumulate) =>
        IntegerKernels.Multiply(VectorPaths.Best, (short*)states.Pointer, shape.Encoded, model.Quantized(matrix), to, width, layout.Rows, accumulate);

    private static short* Shorts(AlignedFloats block, int length) => (short*)block.Ensure((length + 1) / 2);

    private void Score()
    {
        PackedMatrix tag = model[ParserMatrix.TagsLower], head = model[ParserMatrix.Heads], product = model[ParserMatrix.ArcProduct];
        float* t = tags.Ensure(layout.Rows * tag.Width);
        Multiply(lower, ParserMatrix.TagsLower, t, tag.Width, accumulate: false);
        Multiply(upper, ParserMatrix.TagsUpper, t, tag.Width, accumulate: true);
        float* h = heads.Ensure(layout.Rows * head.Width);
        Multiply(upper, ParserMatrix.Heads, h, head.Width, accumulate: false);
        for (int r = 0; r < layout.Rows; r++) RowKernels.LeakyRectify(h + (long)r * head.Width, 2 * shape.Arc);
        float* q = products.Ensure(layout.Rows * product.Width);
        MatrixKernels.Multiply(h + shape.ArcDependentColumn, head.Width, product, q, product.Width, layout.Rows, accumulate: false);
    }

    private void DecodeTree(int sentence, int n)
    {
        float* s = Arcs(sentence, n);
        var found = nameTags.AsSpan(0, n);
        trees.Decode(s, PackedMatrix.Padded(n), n, found);
        for (int t = 0; t < n; t++) SetHead(sentence, t, found[t]);
    }

    /// <summary>
    /// Scores of the arcs of a sentence of <paramref name="n"/> words, the root included: head h for word d at
    /// [d·stride + h], the stride being n rounded up to whole panels. Valid until the next call.
    /// </summary>
    public float* Arcs(int sentence, int n)
    {
        int arc = shape.Arc, headWidth = model[ParserMatrix.Heads].Width, productWidth = model[ParserMatrix.ArcProduct].Width;
        int width = PackedMatrix.Padded(n);
        float* q = queries.Ensure(n * arc), h = keysOfHeads.Ensure(n * arc), w = packed.Ensure(width * arc), s = scores.Ensure(n * width);
        for (int t = 0; t < n; t++)
        {
            long row = layout.Row(sentence, t);
            new ReadOnlySpan<float>(products.Pointer + row * productWidth, arc).CopyTo(new Span<float>(q + t * arc, arc));
            new ReadOnlySpan<float>(heads.Pointer + row * headWidth + shape.ArcHeadColumn, arc).CopyTo(new Span<float>(h + t * arc, arc));
        }
        PackedMatrix.PackTransposed(h, arc, n, arc, w);
        MatrixKernels.Multiply(q, arc, new PackedMatrix(arc, n, w, null), s, width, n, accumulate: false);
        return s;
    }

    /// <summary>Scores the relations of every word of the first <paramref name="sentences"/> sentences to the heads set.</summary>
    public void Label(int sentences)
    {
        int label = shape.Label, headWidth = model[ParserMatrix.Heads].Width;
        var output = model[ParserMatrix.LabelOutput];
        float* z = labels.Ensure(layout.Rows * label), r = relations.Ensure(layout.Rows * output.Width);
        for (int i = 0; i < sentences; i++)
            for (int t = 0; t < lengths[i]; t++)
            {
                long row = layout.Row(i, t);
                long head = layout.Row(i, Math.Max(0, treeHeads[row]));
                float* h = heads.Pointer;
                RowKernels.AddRectified(
                    h + row * headWidth + shape.LabelDependentColumn, h + head * headWidth + shape.LabelHeadColumn, z + row * label, label);
            }
        MatrixKernels.Multiply(z, label, output, r, output.Width, layout.Rows, accumulate: false);
    }

    private ParsedSentence Result(int sentence, int words)
    {
        var p = model.Parameters;
        int tagWidth = model[ParserMatrix.TagsLower].Width, relationWidth = model[ParserMatrix.LabelOutput].Width;
        string[] upos = new string[words], xpos = new string[words], feats = new string[words], relation = new string[words], name = new string[words];
        var head = new int[words];
        for (int i = 0; i < words; i++)
        {
            int row = layout.Row(sentence, i + 1);
            float* t = tags.Pointer + (long)row * tagWidth;
            upos[i] = p.Upos[RowKernels.ArgMax(t, shape.Upos)];
            xpos[i] = p.Xpos[RowKernels.ArgMax(t + shape.XposColumn, shape.Xpos)];
            feats[i] = p.Feats[RowKernels.ArgMax(t + shape.FeatsColumn, shape.Feats)];
            head[i] = treeHeads[row] - 1;
            relation[i] = p.Relations[BestRelation(relations.Pointer + (long)row * relationWidth, head[i] < 0)];
            rows[i] = row;
        }
        names.Decode(tags.Pointer + shape.NameColumn, tagWidth, rows.AsSpan(0, words), nameTags);
        for (int i = 0; i < words; i++) name[i] = p.Names[nameTags[i]];
        return new ParsedSentence(upos, xpos, feats, head, relation, name);
    }

    // "root" belongs to the root and to nothing else.
    private int BestRelation(float* scores, bool isRoot)
    {
        if (rootRelation >= 0 && isRoot) return rootRelation;
        if (rootRelation >= 0) scores[rootRelation] = float.NegativeInfinity;
        return RowKernels.ArgMax(scores, shape.Relations);
    }
}
