namespace Hearsay.Language.Coreference;

/// <summary>
/// A noun phrase or pronoun that may corefer, with what the sieves need to know about it. Made once by
/// <see cref="CandidateFinder"/>; everything but the entity it belongs to is fixed from then on. Strings are
/// lower case.
/// </summary>
internal sealed class Candidate
{
    private static readonly string[] Nothing = [];

    /// <summary>The span as it will be reported.</summary>
    public required Mention Mention { get; init; }

    /// <summary>Position among all candidates, in text order.</summary>
    public int Order { get; set; }

    /// <summary>The sentence it stands in.</summary>
    public required Sentence Sentence { get; init; }

    /// <summary>The head's token; of a coordination, the head of its first member.</summary>
    public required Token Head { get; init; }

    /// <summary>Lemma of the head noun, the last word of a name, or the pronoun.</summary>
    public required string Key { get; init; }

    /// <summary>What it may refer to.</summary>
    public Gender Gender { get; init; } = Gender.Any;

    /// <summary>What its given name suggests of it.</summary>
    public Gender Guess { get; init; } = Gender.Any;

    /// <summary>One, many or either.</summary>
    public Plurality Number { get; init; } = Plurality.Either;

    /// <summary>1, 2 or 3.</summary>
    public int Person { get; init; } = 3;

    /// <summary>What the name names, null for what is no recognised name.</summary>
    public NameKind? Kind { get; init; }

    /// <summary>The class of the head noun.</summary>
    public NounClass Class { get; init; }

    /// <summary>How it is introduced.</summary>
    public Determiner Determiner { get; init; }

    /// <summary>The words of the name without titles and articles, empty for others.</summary>
    public string[] NameWords { get; init; } = Nothing;

    /// <summary>Content words that modify the head: adjectives, compounds, numbers, complements' heads.</summary>
    public string[] Modifiers { get; init; } = Nothing;

    /// <summary>Role nouns in front of a person's name ("minister" of "Foreign Minister Amina Mohamed").</summary>
    public string[] Titles { get; init; } = Nothing;

    /// <summary>What stands before the role noun ("kenyan", "foreign").</summary>
    public string[] TitleModifiers { get; init; } = Nothing;

    /// <summary>Whether it is several conjoined noun phrases ("Kim and Lee").</summary>
    public bool Coordinated { get; init; }

    /// <summary>Index of the quotation it stands in, −1 outside.</summary>
    public int Quotation { get; init; } = -1;

    /// <summary>Whether it is a noun that modifies another noun ("iodine" in "iodine deficiency").</summary>
    public bool Modifying { get; init; }

    /// <summary>Relation of the head to its governor, conjuncts taking that of the first member.</summary>
    public required string Role { get; init; }

    /// <summary>Token that governs the phrase, −1 for the root; conjuncts take that of the first member.</summary>
    public required int Governor { get; init; }

    /// <summary>Token of the possessor ("Kenya" of "Kenya's president", "his" of "his wife"), −1 without.</summary>
    public int Possessor { get; init; } = -1;

    /// <summary>Whether it is a reflexive pronoun.</summary>
    public bool Reflexive { get; init; }

    /// <summary>Union-find parent; see <see cref="EntityPool"/>.</summary>
    public int Parent { get; set; }

    public MentionForm Form => Mention.Form;

    public bool IsSubject => Role is "nsubj" or "nsubj:pass" or "nsubj:outer" or "csubj";

    public bool IsPossessive => Role == "nmod:poss";
}
