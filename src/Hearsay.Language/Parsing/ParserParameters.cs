namespace Hearsay.Language.Parsing;

/// <summary>
/// Everything that makes one trained parser: sizes, vocabularies, an embedding table for each kind of word key, and
/// one block of floats with all other parameters, laid out by <see cref="ParserShape"/>.
/// </summary>
internal sealed class ParserParameters
{
    public required ParserShape Shape { get; init; }

    /// <summary>Vocabulary of each word key (<see cref="WordKeys"/>); entry 0 is the unknown one, 1 the root.</summary>
    public required Vocabulary[] Keys { get; init; }

    /// <summary>Words known as places and peoples.</summary>
    public required KnownPlaces Places { get; init; }

    public required string[] Upos { get; init; }

    public required string[] Xpos { get; init; }

    public required string[] Feats { get; init; }

    public required string[] Relations { get; init; }

    public required string[] Names { get; init; }

    /// <summary>For each word key a table of vocabulary size × embedding size.</summary>
    public required EmbeddingTable[] Embeddings { get; init; }

    /// <summary>All parameters but the embeddings.</summary>
    public required AlignedFloats Dense { get; init; }
}
