namespace Hearsay.Language;

/// <summary>What kind of thing a name names.</summary>
public enum NameKind
{
    /// <summary>A person or family.</summary>
    Person,

    /// <summary>A company, institution, party, armed group, team or other body.</summary>
    Organization,

    /// <summary>A country, city, region, river, building or other place.</summary>
    Place,

    /// <summary>A nationality, religion, ethnicity or political leaning ("Iranian", "Sunni", "Republican").</summary>
    Group,
}

/// <summary>A proper name: tokens <c>[First, Last]</c> of one sentence, both inclusive.</summary>
public sealed record Name(int Sentence, int First, int Last, NameKind Kind, TextSpan Span);

/// <summary>What form a mention takes.</summary>
public enum MentionForm
{
    /// <summary>Headed by a proper name ("President Ruto").</summary>
    Name,

    /// <summary>Headed by a common noun ("the minister").</summary>
    Nominal,

    /// <summary>A pronoun ("she", "their").</summary>
    Pronoun,
}

/// <summary>
/// A span that names an entity: the noun phrase headed by token <paramref name="Head"/> of sentence
/// <paramref name="Sentence"/>, without its relative clauses and appositions.
/// </summary>
public sealed record Mention(int Sentence, int Head, int First, int Last, MentionForm Form, TextSpan Span);

/// <summary>The mentions of one entity in text order; <paramref name="Representative"/> is the fullest name (else the first mention).</summary>
public sealed record CoreferenceChain(int Id, IReadOnlyList<Mention> Mentions, Mention Representative);

/// <summary>An annotated text: sentences with trees, names, and coreference chains. Immutable.</summary>
public sealed class Document
{
    private readonly Dictionary<(int Sentence, int Head), CoreferenceChain> byHead = [];

    /// <summary>Puts the annotations together; the index over mentions is built here.</summary>
    public Document(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<Name> names, IReadOnlyList<CoreferenceChain> chains)
    {
        Text = text;
        Sentences = sentences;
        Names = names;
        Chains = chains;
        foreach (var chain in chains)
            foreach (var mention in chain.Mentions) byHead.TryAdd((mention.Sentence, mention.Head), chain);
    }

    /// <summary>The text that all spans point into.</summary>
    public string Text { get; }

    /// <summary>The sentences in text order.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The proper names in text order, not overlapping.</summary>
    public IReadOnlyList<Name> Names { get; }

    /// <summary>Entities with at least two mentions.</summary>
    public IReadOnlyList<CoreferenceChain> Chains { get; }

    /// <summary>The chain whose mention is headed by the token, or null.</summary>
    public CoreferenceChain? ChainOf(int sentence, int head) => byHead.GetValueOrDefault((sentence, head));
}
