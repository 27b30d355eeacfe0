namespace Hearsay.Language.Parsing;

/// <summary>
/// The sizes of a parser's network, and what follows from them: the list of its matrices, and where in one block of
/// floats the weights and bias of each stand. The trainer and the parser both lay their parameters out by it.
/// </summary>
internal sealed record ParserShape
{
    private const int Largest = 4096;

    /// <summary>Floats in a word's embedding; a multiple of 16.</summary>
    public required int Embedding { get; init; }

    /// <summary>Hidden units of each direction of each recurrent layer; a multiple of 16.</summary>
    public required int Hidden { get; init; }

    /// <summary>Floats in the head and dependent vectors of arc scoring; a multiple of 16.</summary>
    public required int Arc { get; init; }

    /// <summary>Hidden units of the relation labeller; a multiple of 16.</summary>
    public required int Label { get; init; }

    public required int Upos { get; init; }

    public required int Xpos { get; init; }

    public required int Feats { get; init; }

    public required int Relations { get; init; }

    public required int Names { get; init; }

    /// <summary>Columns of a bidirectional layer's output.</summary>
    public int Encoded => 2 * Hidden;

    // Columns of the product of the upper layer with its heads.
    public int ArcHeadColumn => 0;

    public int ArcDependentColumn => Arc;

    public int LabelDependentColumn => 2 * Arc;

    public int LabelHeadColumn => 2 * Arc + Label;

    // Columns of the tag scores.
    public int XposColumn => Upos;

    public int FeatsColumn => Upos + Xpos;

    public int NameColumn => Upos + Xpos + Feats;

    public int TagColumns => NameColumn + Names;

    /// <summary>Layer normalisation: gain, then bias, at the start of the block.</summary>
    public int NormGain => 0;

    public int NormBias => Embedding;

    /// <summary>Inputs and outputs of each matrix, in the order of <see cref="ParserMatrix"/>.</summary>
    public (int Inputs, int Outputs)[] Matrices()
    {
        int gates = 4 * Hidden;
        return
        [
            (Embedding, gates), (Hidden, gates), (Embedding, gates), (Hidden, gates),
            (Encoded, gates), (Hidden, gates), (Encoded, gates), (Hidden, gates),
            (Encoded, TagColumns), (Encoded, TagColumns), (Encoded, 2 * Arc + 2 * Label), (Arc, Arc), (Label, Relations),
        ];
    }

    /// <summary>Floats in the whole block.</summary>
    public int TotalLength() => Offsets()[^1];

    /// <summary>Offset of each matrix in the block, and the end of the last.</summary>
    public int[] Offsets()
    {
        var matrices = Matrices();
        var offsets = new int[matrices.Length + 1];
        offsets[0] = 2 * Embedding;
        for (int i = 0; i < matrices.Length; i++)
            offsets[i + 1] = offsets[i] + (matrices[i].Inputs + 1) * PackedMatrix.Padded(matrices[i].Outputs);
        return offsets;
    }

    /// <summary>Views of a block of <see cref="TotalLength"/> floats as matrices, each with its bias.</summary>
    public PackedMatrix[] Views(AlignedFloats block)
    {
        int[] offsets = Offsets();
        return [.. Matrices().Select((m, i) => new PackedMatrix(m.Inputs, m.Outputs, block, offsets[i], hasBias: true))];
    }

    /// <summary>Throws when a size is one that the kernels cannot work with.</summary>
    public void Check()
    {
        if (Embedding % 16 != 0 || Hidden % 16 != 0 || Arc % 16 != 0 || Label % 16 != 0 || Math.Min(Math.Min(Embedding, Hidden), Math.Min(Arc, Label)) <= 0)
            throw new InvalidDataException("Sizes of embedding, hidden layer, arc and label vectors must be positive multiples of 16.");
        if (Math.Max(Math.Max(Embedding, Hidden), Math.Max(Arc, Label)) > Largest)
            throw new InvalidDataException($"Sizes of embedding, hidden layer, arc and label vectors may be {Largest} at most.");
        if (Math.Min(Math.Min(Upos, Xpos), Math.Min(Math.Min(Feats, Relations), Names)) <= 0)
            throw new InvalidDataException("A parser needs at least one tag, feature set, relation and name tag.");
    }
}

/// <summary>Index of each matrix of the network; X takes a layer's input, H its own last output. Tags are scored from both layers.</summary>
internal enum ParserMatrix
{
    Forward1X, Forward1H, Backward1X, Backward1H,
    Forward2X, Forward2H, Backward2X, Backward2H,
    TagsLower, TagsUpper, Heads, ArcProduct, LabelOutput,
}
