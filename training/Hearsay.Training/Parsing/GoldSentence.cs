namespace Hearsay.Training.Parsing;

/// <summary>
/// A sentence to learn from or to measure on: words, and those of the layers that its corpus has. Layers are null
/// where a corpus lacks them; a null entry among the name tags means that the word's tag is not to be trusted.
/// </summary>
internal sealed class GoldSentence
{
    public required string[] Words { get; init; }

    public string[]? Lemmas { get; init; }

    public string[]? Upos { get; init; }

    public string[]? Xpos { get; init; }

    public string[]? Feats { get; init; }

    /// <summary>Index of each word's head plus one; 0 for the root.</summary>
    public int[]? Heads { get; init; }

    public string[]? Relations { get; init; }

    public string?[]? Names { get; set; }

    public bool HasTree => Heads != null;
}
