namespace Hearsay.Language.Parsing;

/// <summary>
/// A trained tagger, parser and name tagger, read from a file. Immutable: threads may share one, each with its own
/// <see cref="Parser"/>. Refuses files of another format or version.
/// </summary>
public sealed class ParserModel
{
    // Normalised words lie within a few deviations of 0; the rare ones beyond are cut off.
    private const float WidestDeviation = 6;
    private readonly PackedMatrix[] matrices;
    private readonly QuantizedMatrix?[] quantized;

    internal ParserModel(ParserParameters parameters)
    {
        Parameters = parameters;
        matrices = parameters.Shape.Views(parameters.Dense);
        InputUnit = WidestInput() / QuantizedMatrix.Top;
        quantized = [.. matrices.Select((m, i) => (ParserMatrix)i switch
        {
            ParserMatrix.Forward1X or ParserMatrix.Backward1X => new QuantizedMatrix(m, InputUnit),
            ParserMatrix.ArcProduct or ParserMatrix.LabelOutput => null,
            _ => new QuantizedMatrix(m, Lstm.Unit),
        })];
    }

    /// <summary>What an input of 1 to the lower layer stands for.</summary>
    internal float InputUnit { get; }

    internal ParserParameters Parameters { get; }

    internal ParserShape Shape => Parameters.Shape;

    internal PackedMatrix this[ParserMatrix matrix] => matrices[(int)matrix];

    /// <summary>The matrices that take words or states, as whole numbers.</summary>
    internal QuantizedMatrix Quantized(ParserMatrix matrix) => quantized[(int)matrix]!;

    /// <summary>Universal part-of-speech tags that the model gives.</summary>
    public IReadOnlyList<string> UposTags => Parameters.Upos;

    /// <summary>Relations that the model gives, with subtypes.</summary>
    public IReadOnlyList<string> Relations => Parameters.Relations;

    /// <summary>Name tags that the model gives, "O" among them.</summary>
    public IReadOnlyList<string> NameTags => Parameters.Names;

    /// <summary>Reads a model.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a parser model, is of another version, or is damaged.</exception>
    public static ParserModel Load(string path)
    {
        // One read of the whole file, then decoding from memory: a buffered stream costs twice the time.
        using var memory = new MemoryStream(File.ReadAllBytes(path), writable: false);
        return new ParserModel(ParserModelFile.Read(memory));
    }

    private float WidestInput()
    {
        var dense = Parameters.Dense.Span;
        float widest = 0;
        for (int j = 0; j < Shape.Embedding; j++)
            widest = Math.Max(widest, WidestDeviation * Math.Abs(dense[Shape.NormGain + j]) + Math.Abs(dense[Shape.NormBias + j]));
        return widest;
    }
}
