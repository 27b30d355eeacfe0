namespace Hearsay.Coding.Predicates;

/// <summary>What part an argument plays after voice, control, relatives and coordination are undone.</summary>
public enum Role
{
    /// <summary>The one who does it: subject of an active verb, "by"-phrase of a passive one.</summary>
    Subject,

    /// <summary>What it is done to: object of an active verb, subject of a passive one.</summary>
    Object,

    /// <summary>The receiver of a ditransitive verb ("gave <em>them</em> arms").</summary>
    Indirect,

    /// <summary>A prepositional phrase; <see cref="Argument.Preposition"/> says which.</summary>
    Oblique,

    /// <summary>A clause or predicate: infinitive, that-clause, gerund, purpose clause.</summary>
    Complement,

    /// <summary>A possessor ("Israel's …").</summary>
    Possessor,

    /// <summary>A noun or adjective in front of a noun ("police raid", "Israeli strike").</summary>
    Modifier,

    /// <summary>A verb particle or adverb.</summary>
    Adverb,
}

/// <summary>One argument of a predicate.</summary>
/// <param name="Role">The part it plays.</param>
/// <param name="Head">Index of its head token in the sentence.</param>
/// <param name="Preposition">Lower-case preposition ("in front of") of an oblique, the marker of a complement ("to", "that", "ing"), else "".</param>
/// <param name="Inferred">Whether it was reached over control, coordination, a relative clause or an apposition instead of a direct arc.</param>
public readonly record struct Argument(Role Role, int Head, string Preposition, bool Inferred);
