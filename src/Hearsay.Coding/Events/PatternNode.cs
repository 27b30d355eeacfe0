using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Predicates;

namespace Hearsay.Coding.Events;

/// <summary>What a placeholder of a pattern stands for.</summary>
public enum Slot
{
    /// <summary>Not a placeholder.</summary>
    None,

    /// <summary>Who does it.</summary>
    Actor,

    /// <summary>To whom.</summary>
    Recipient,

    /// <summary>Both sides of a reciprocal event, in one coordination.</summary>
    Group,

    /// <summary>A party that is not recorded.</summary>
    Someone,

    /// <summary>Any noun phrase.</summary>
    Something,

    /// <summary>A place, not recorded: a country, a town, a named place, a piece of ground.</summary>
    Place,

    /// <summary>The verb of an embedded act.</summary>
    Event,
}

/// <summary>
/// A node of a compiled pattern: a word with the arguments it must have, or a placeholder. Compiled from a parsed
/// pattern sentence, matched against <see cref="PredicateGraph"/>.
/// </summary>
/// <param name="Lemmas">Lower-case lemmas that fit; empty for a placeholder.</param>
/// <param name="IsNoun">Whether a noun must fit (else a verb or adjective).</param>
/// <param name="Slot">The placeholder, or None.</param>
/// <param name="Constraints">What must hang on the node.</param>
public sealed record PatternNode(IReadOnlyList<string> Lemmas, bool IsNoun, Slot Slot, IReadOnlyList<Constraint> Constraints)
{
    /// <summary>Classes whose nouns fit beside the lemmas.</summary>
    public IReadOnlyList<WordClass> Classes { get; init; } = [];

    /// <summary>How many words of text a match explains: the pattern's weight when several match.</summary>
    public int Words { get; } = (Lemmas.Count > 0 ? 1 : 0) + Constraints.Sum(c => c.Optional ? 0 : c.Node.Words);
}

/// <summary>One required (or optional) argument of a pattern node.</summary>
/// <param name="Role">The part it plays.</param>
/// <param name="Prepositions">Prepositions or clause markers that fit; empty when the role has none.</param>
/// <param name="Node">What must stand there.</param>
/// <param name="Optional">Whether it may be missing.</param>
public sealed record Constraint(Role Role, IReadOnlyList<string> Prepositions, PatternNode Node, bool Optional);
