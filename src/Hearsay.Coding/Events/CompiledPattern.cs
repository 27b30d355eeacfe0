using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Events;

/// <summary>A pattern sentence ready to match: the pattern it belongs to, its tree, and the line it was written in.</summary>
public sealed record CompiledPattern(Pattern Pattern, PatternNode Root, int Line, bool Nominal)
{
    /// <summary>How many words of text a match explains.</summary>
    public int Words { get; } = Root.Words;
}
