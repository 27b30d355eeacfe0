namespace Hearsay.Language.Coreference;

/// <summary>
/// What a mention may refer to, as a set: a man, a woman, a thing. Unknown is the set of all that are still
/// possible, so two mentions agree when their sets share a member, and merging them keeps the shared ones.
/// </summary>
[Flags]
internal enum Gender : byte
{
    None = 0,
    Male = 1,
    Female = 2,
    Thing = 4,
    Person = Male | Female,
    Any = Male | Female | Thing,
}

/// <summary>Whether a mention may be one, many, or either ("the party … they").</summary>
[Flags]
internal enum Plurality : byte
{
    None = 0,
    One = 1,
    Many = 2,
    Either = One | Many,
}

/// <summary>How a noun phrase is introduced, which decides whether it may refer back.</summary>
internal enum Determiner : byte
{
    /// <summary>No determiner ("officials").</summary>
    Bare,

    /// <summary>"the".</summary>
    Definite,

    /// <summary>"this", "that", "these", "those".</summary>
    Demonstrative,

    /// <summary>A possessor ("Kenya's president", "his wife").</summary>
    Possessive,

    /// <summary>"a", "an", "another", "some" and the like: introduces something new.</summary>
    Indefinite,

    /// <summary>"no", "every", "each", "any": refers to nothing in particular.</summary>
    Quantified,
}

/// <summary>The rough kind of thing that a common noun names.</summary>
internal enum NounClass : byte
{
    Unknown,
    Person,
    Group,
    Place,
    Time,
    Quantity,
    Thing,
}
