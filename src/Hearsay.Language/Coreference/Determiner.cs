namespace Hearsay.Language.Coreference;

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
