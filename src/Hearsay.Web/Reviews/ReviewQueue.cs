using Hearsay.Store;
using Hearsay.Store.Columns;
using Hearsay.Web.Search;

namespace Hearsay.Web.Reviews;

/// <summary>
/// Which event a reviewer sees next. The queues: <c>new</c>, events that nobody looked at, the least confident first;
/// <c>second</c>, events that exactly one other reviewer judged; <c>disputed</c>, where reviewers differ and an editor decides.
/// Filters narrow each. A named event is shown whatever its state.
/// </summary>
internal sealed class ReviewQueue(HearsayStore store, StoreColumns columns)
{
    /// <summary>The queues by their names in the address, with what the page calls them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string> { ["new"] = "Not yet seen", ["second"] = "Second opinion", ["disputed"] = "Disputed" };

    private const int Looked = 200;

    /// <summary>The next event, how many wait, and where the one behind it begins; no event when the queue is empty.</summary>
    public (StoredEvent? Event, long Waiting, string? Next) Next(string queue, Filters filters, string reviewer, string? after)
    {
        var query = Query(queue, filters) with { After = after };
        long waiting = columns.Count(query).Mentions;
        if (queue != "second")
        {
            var page = columns.Find(query with { PageSize = 1 });
            return (page.Events.FirstOrDefault(), waiting, page.Next);
        }
        // Whom a review is by is not in the index of events: look through the newest ones.
        var seen = columns.Find(query with { PageSize = Looked });
        var open = seen.Events.Where(e => Lacks(e, reviewer)).ToList();
        return (open.FirstOrDefault(), open.Count, open.Count > 1 ? after : null);
    }

    private bool Lacks(StoredEvent e, string reviewer)
    {
        var reviewers = store.Reviews.OfEvent(e.Record.Id).Select(r => r.Reviewer).Distinct().ToList();
        return reviewers.Count == 1 && reviewers[0] != reviewer;
    }

    private static RecordQuery Query(string queue, Filters filters)
    {
        var query = filters.Query with { Order = queue == "new" ? RecordOrder.Doubtful : RecordOrder.Newest };
        if (filters[QueryField.Review] is not null) return query;
        return queue switch
        {
            "disputed" => query.With(QueryField.Review, ReviewState.Disputed),
            "second" => query.With(QueryField.Review, ReviewState.Accepted, ReviewState.Corrected, ReviewState.Rejected),
            _ => query.With(QueryField.Review, ReviewState.Unreviewed, ReviewState.Outdated),
        };
    }
}
