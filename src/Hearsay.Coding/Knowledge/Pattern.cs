namespace Hearsay.Coding.Knowledge;

/// <summary>
/// One pattern as its author wrote it: what it codes, the sentences that express it, and the examples that test it.
/// </summary>
public sealed record Pattern
{
    /// <summary>The event of patterns that code nothing: they explain idioms ("press conference") so that no other pattern does.</summary>
    public const string Nothing = "NONE";

    /// <summary>Unique id ("consult.phone").</summary>
    public required string Id { get; init; }

    /// <summary>PLOVER event type, upper case, or <see cref="Nothing"/>.</summary>
    public required string EventType { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code, or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>Whether both sides do it to each other.</summary>
    public bool Reciprocal { get; init; }

    /// <summary>Whether each side must be there and speak for more than a person: "called" and "received" are said of anybody.</summary>
    public bool Official { get; init; }

    /// <summary>Whether the actor must be there and hold an office, bear arms or be a state or a body: "quit" and "pulled back" are said of anybody.</summary>
    public bool OfficialActor { get; init; }

    /// <summary>The sentences, in the notation of docs/knowledge.md.</summary>
    public required IReadOnlyList<PatternLine> Write { get; init; }

    /// <summary>Sentences that must give an event of this type.</summary>
    public IReadOnlyList<PatternLine> Examples { get; init; } = [];

    /// <summary>Sentences that must give no event of this type.</summary>
    public IReadOnlyList<PatternLine> Not { get; init; } = [];

    /// <summary>File that holds the pattern.</summary>
    public required string File { get; init; }

    /// <summary>Line of the <c>[[pattern]]</c> header, from 1.</summary>
    public required int Line { get; init; }
}

/// <summary>A string of a pattern file and where it stands (line and column from 1).</summary>
public sealed record PatternLine(string Text, int Line, int Column);
