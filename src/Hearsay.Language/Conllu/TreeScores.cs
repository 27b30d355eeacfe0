namespace Hearsay.Language.Conllu;

/// <summary>
/// The figures of the CoNLL 2018 shared task (Zeman et al. 2018, §5), each over all words of both sides, and for
/// each relation without subtype the labelled attachment of the words that carry it.
/// </summary>
public sealed record TreeScores
{
    /// <summary>Tokens as written: a multiword token counts once.</summary>
    public required TreeScore Tokens { get; init; }

    /// <summary>Sentences with the same first and last character.</summary>
    public required TreeScore Sentences { get; init; }

    /// <summary>Syntactic words.</summary>
    public required TreeScore Words { get; init; }

    /// <summary>Universal parts of speech.</summary>
    public required TreeScore Upos { get; init; }

    /// <summary>Language-specific tags.</summary>
    public required TreeScore Xpos { get; init; }

    /// <summary>Universal features; language-specific ones are left out.</summary>
    public required TreeScore Feats { get; init; }

    /// <summary>Lemmas; where the gold has "_" any is right.</summary>
    public required TreeScore Lemmas { get; init; }

    /// <summary>Heads.</summary>
    public required TreeScore Uas { get; init; }

    /// <summary>Heads and relations, subtypes ignored.</summary>
    public required TreeScore Las { get; init; }

    /// <summary>As <see cref="Las"/>, over words with content relations.</summary>
    public required TreeScore Clas { get; init; }

    /// <summary>As <see cref="Clas"/>, with tags, features and function words right as well.</summary>
    public required TreeScore Mlas { get; init; }

    /// <summary>By relation without subtype, in alphabetical order.</summary>
    public required IReadOnlyDictionary<string, TreeScore> Relations { get; init; }
}
