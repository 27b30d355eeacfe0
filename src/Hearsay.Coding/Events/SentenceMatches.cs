using Hearsay.Coding.Predicates;

namespace Hearsay.Coding.Events;

/// <summary>A sentence while its events are looked for: its structure, who takes part, and what has matched so far.</summary>
internal sealed record SentenceMatches(PredicateGraph Graph, PartyFinder Parties, List<PatternMatch> Matches);
