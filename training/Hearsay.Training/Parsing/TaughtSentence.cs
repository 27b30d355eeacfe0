namespace Hearsay.Training.Parsing;

/// <summary>
/// A sentence with what teachers believe of it. <paramref name="Heads"/> holds the tree to which the relations belong
/// (0 for the root): people's where there is one, else the teachers' best. The layers stand in the order of
/// <see cref="TaughtLayer"/>; their numbers are those of the <see cref="TaughtCorpus"/>'s tags.
/// </summary>
internal sealed record TaughtSentence(string[] Words, bool HasGoldTree, int[] Heads, TargetLayer[] Layers)
{
    public TargetLayer this[TaughtLayer layer] => Layers[(int)layer];
}

/// <summary>What teachers give beliefs about.</summary>
internal enum TaughtLayer
{
    Arcs, Upos, Xpos, Feats, Names, Relations,
}
