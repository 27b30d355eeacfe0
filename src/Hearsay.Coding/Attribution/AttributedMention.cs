using Hearsay.Coding.Events;
using Hearsay.Coding.Records;
using Hearsay.Coding.Statuses;

namespace Hearsay.Coding.Attribution;

/// <summary>
/// An event mention with the parties that vouch for it and the stance of the innermost one.
/// </summary>
/// <param name="Mention">What was matched.</param>
/// <param name="Chain">Outermost first; empty when the outlet itself asserts it.</param>
/// <param name="Status">The innermost party's stance.</param>
/// <param name="Quotation">Index of the innermost quotation that holds the trigger, or null.</param>
/// <param name="Rows">Table rows that led to the status.</param>
public sealed record AttributedMention(
    EventMention Mention, IReadOnlyList<ChainHop> Chain, Status Status, int? Quotation, IReadOnlyList<string> Rows);
