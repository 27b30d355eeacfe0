namespace Hearsay.Coding.Events;

/// <summary>
/// A mention that a pattern found and a filter refused, with the reason in words that finish "left out because …":
/// "nobody of public life takes part". Nothing of it reaches a record; <c>lexicon try</c> and <c>explain</c> show it.
/// </summary>
/// <param name="Mention">What the pattern made of the sentence.</param>
/// <param name="Trigger">The word it was read from.</param>
/// <param name="Reason">Why it is no event.</param>
public sealed record LeftOut(EventMention Mention, string Trigger, string Reason);
