using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Events;

/// <summary>A pattern sentence ready to match: the pattern it belongs to, its tree, and the line it was written in.</summary>
public sealed record CompiledPattern(Pattern Pattern, PatternNode Root, int Line, bool Nominal)
{
    /// <summary>How many words of text a match explains.</summary>
    public int Words => Root.Words;

    /// <summary>Whether it names word classes, or verbs too wide for any doer; what is written for a few says more.</summary>
    public bool IsWide => Pattern.OfficialActor || Names(Root);

    private static bool Names(PatternNode node) => node.Classes.Count > 0 || node.Constraints.Any(c => Names(c.Node));
}
