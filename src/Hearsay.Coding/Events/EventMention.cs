using Hearsay.Coding.Actors;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Triggers;

namespace Hearsay.Coding.Events;

/// <summary>
/// One report of an event in one sentence: the pattern that matched, its words, and the parties in the slots.
/// Chain and status are not known yet; <see cref="Attribution"/> adds them.
/// </summary>
public sealed record EventMention
{
    /// <summary>Sentence index.</summary>
    public required int Sentence { get; init; }

    /// <summary>Token whose word is the event.</summary>
    public required int Trigger { get; init; }

    /// <summary>All tokens that the pattern explained, the trigger among them, in text order.</summary>
    public required IReadOnlyList<int> Words { get; init; }

    /// <summary>The pattern that matched.</summary>
    public required Pattern Pattern { get; init; }

    /// <summary>PLOVER event type; may differ from the pattern's after folding.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>CAMEO code, or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>Who did it; empty when the text does not say.</summary>
    public required IReadOnlyList<ResolvedActor> Actors { get; init; }

    /// <summary>To whom; empty when the text does not say.</summary>
    public required IReadOnlyList<ResolvedActor> Recipients { get; init; }

    /// <summary>Head of the act that a speech act embeds, or −1.</summary>
    public int Embedded { get; init; } = -1;

    /// <summary>Whether the trigger is a noun.</summary>
    public bool Nominal { get; init; }

    /// <summary>Whether it is a readiness ("is willing to"), not a word given.</summary>
    internal bool Ready { get; init; }

    /// <summary>How many pattern words the text matched.</summary>
    public int Weight { get; init; }

    /// <summary>How likely the words are of this type, where they are not those of <see cref="Pattern"/> but like them; null where they are.</summary>
    public double? Likeness { get; init; }

    /// <summary>What the <see cref="Triggers.TriggerScorer"/> takes the trigger for, and how likely; null without a scorer.</summary>
    public Sense? Sense { get; init; }

    /// <summary>What speaks against its being an event, in words (<see cref="Plausibility.Doubt"/>); null when nothing does.</summary>
    public string? Doubt { get; init; }

    /// <summary>All parties, actors first.</summary>
    public IEnumerable<ResolvedActor> Parties => Actors.Concat(Recipients);
}
