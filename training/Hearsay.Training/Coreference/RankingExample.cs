namespace Hearsay.Training.Coreference;

/// <summary>
/// A pronoun or noun to learn from: one vector for "no antecedent" (the first) and one for each rival, and which of them are
/// right. Where only some are known to be wrong (GAP's "neither"), <see cref="Right"/> is all the others.
/// </summary>
internal sealed record RankingExample(bool Pronoun, float[][] Vectors, bool[] Right);
