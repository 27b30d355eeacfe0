namespace Hearsay.Training.Parsing;

/// <summary>
/// A sentence in numbers, as the network learns from it: the keys of its words and the targets of each layer. Layers
/// are null where nothing is to be learned; a sentence has either all layers of a tree or none.
/// </summary>
internal sealed class TrainingSentence
{
    /// <summary>Words, the root not counted.</summary>
    public required int Length { get; init; }

    /// <summary>Numbers of the word keys, root first.</summary>
    public required int[] Keys { get; init; }

    /// <summary>The head, 0 for the root, to which each word's relation is learned.</summary>
    public int[]? Heads { get; init; }

    public TargetLayer? Arcs { get; init; }

    public TargetLayer? Relations { get; init; }

    public TargetLayer? Upos { get; init; }

    public TargetLayer? Xpos { get; init; }

    public TargetLayer? Feats { get; init; }

    public TargetLayer? Names { get; init; }

    public bool HasTree => Heads != null;

    /// <summary>Words with a name tag to learn.</summary>
    public int NamedWords => Names == null ? 0 : Enumerable.Range(0, Length).Count(w => !Names.IsEmpty(w));
}
