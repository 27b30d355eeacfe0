namespace Hearsay.Language.Segmentation;

/// <summary>A sentence before annotation: the paragraph it stands in, from 0, and its tokens in text order, at least one.</summary>
public sealed record SegmentedSentence(int Paragraph, IReadOnlyList<TextSpan> Tokens);
