using Hearsay.Coding.Records;
using Hearsay.Store;

namespace Hearsay.Reviewing;

/// <summary>
/// An event of the store with the last word of every reviewer on it. Reviews of the event as it was before a later run
/// changed it do not count: nobody has judged what it says now.
/// </summary>
public sealed record ReviewedEvent(StoredEvent Event, IReadOnlyList<Review> Reviews)
{
    /// <summary>The event with all reviews of it, in which the later one of a reviewer replaces the earlier.</summary>
    public static ReviewedEvent Of(StoredEvent e, IEnumerable<Review> reviews) =>
        new(e, [.. reviews.Where(r => r.EventId == e.Record.Id && (r.EventHash is null || r.EventHash == e.Hash)).GroupBy(r => r.Reviewer).Select(g => g.Last())]);

    /// <summary>What the event is once reviewed: the adjudicator's or the agreed verdict; null when rejected or undecided.</summary>
    public EventRecord? Right
    {
        get
        {
            if (Event.ReviewState is not (ReviewState.Accepted or ReviewState.Corrected) || Reviews.Count == 0) return null;
            var word = Reviews.LastOrDefault(r => r.Adjudication) ?? Reviews[^1];
            return ReviewCorrection.Apply(Event.Record, word.Verdict == Verdict.Correct ? word.Corrected : null);
        }
    }
}
