namespace Hearsay.Coding.Statuses;

/// <summary>
/// What stands between an event word and the top of its sentence (or its attribution), as far as it bears on whether the
/// event is real. Several hold at once; <see cref="FactualityScale"/> weighs them. The members from
/// <see cref="OuterIrrealis"/> on describe the clause around an adverbial or relative clause.
/// </summary>
[Flags]
public enum Context : long
{
    /// <summary>Nothing found.</summary>
    None = 0,

    /// <summary>A past or perfect form.</summary>
    Past = 1 << 0,

    /// <summary>A present form.</summary>
    Present = 1 << 1,

    /// <summary>An infinitive or base form.</summary>
    Infinitive = 1 << 2,

    /// <summary>A gerund or present participle.</summary>
    Participle = 1 << 3,

    /// <summary>"not", "never", "no", or a predicate that denies.</summary>
    Negated = 1 << 4,

    /// <summary>"will", "shall", "going to".</summary>
    Future = 1 << 5,

    /// <summary>"would".</summary>
    Would = 1 << 6,

    /// <summary>"can", "able to".</summary>
    Ability = 1 << 7,

    /// <summary>"may", "might", "could".</summary>
    Chance = 1 << 8,

    /// <summary>"must", "should", "have to".</summary>
    Obligation = 1 << 9,

    /// <summary>"probably", "likely".</summary>
    Probable = 1 << 10,

    /// <summary>An order: "Release them!".</summary>
    Imperative = 1 << 11,

    /// <summary>The aim of another act: "went to see".</summary>
    Purpose = 1 << 12,

    /// <summary>A predicate of planning, or one that promises or threatens.</summary>
    Intended = 1 << 13,

    /// <summary>A predicate of asking for it.</summary>
    Demanded = 1 << 14,

    /// <summary>A predicate of wishing or allowing that takes an infinitive or a thing.</summary>
    Desired = 1 << 15,

    /// <summary>A predicate of believing or fearing that takes a clause.</summary>
    Believed = 1 << 16,

    /// <summary>A predicate of trying.</summary>
    Attempted = 1 << 17,

    /// <summary>Inside a condition.</summary>
    Supposed = 1 << 18,

    /// <summary>Under a condition.</summary>
    Conditioned = 1 << 19,

    /// <summary>Inside a question that is answered by yes or no, or one that is reported.</summary>
    Questioned = 1 << 20,

    /// <summary>Inside a question with a question word.</summary>
    Asked = 1 << 21,

    /// <summary>A finite clause as complement.</summary>
    Complement = 1 << 22,

    /// <summary>An infinitive on a noun or on a judgement: "a place to eat", "hard to find".</summary>
    Open = 1 << 23,

    /// <summary>An implicative or causative predicate: "manage to", "make him go".</summary>
    Implied = 1 << 24,

    /// <summary>The subject is "you".</summary>
    Addressed = 1 << 25,

    /// <summary>A gerund under a preposition: "by paying".</summary>
    Gerund = 1 << 26,

    /// <summary>An adjective-like or noun-like use: "the burning car".</summary>
    Modifier = 1 << 27,

    /// <summary>A clause of time with "when", "before", "until".</summary>
    Temporal = 1 << 28,

    /// <summary>The surrounding clause is an order, is to come, or is only possible.</summary>
    OuterIrrealis = 1 << 29,

    /// <summary>The surrounding clause is in the past.</summary>
    OuterPast = 1 << 30,

    /// <summary>The surrounding clause is negated.</summary>
    OuterNegated = 1L << 31,

    /// <summary>Brought to an end: "stopped selling", "will cease printing". It was so, and is so no longer.</summary>
    Ended = 1L << 32,

    /// <summary>Not even tried.</summary>
    Untried = 1L << 33,
}
