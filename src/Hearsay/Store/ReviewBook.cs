using System.Data.Common;
using Dapper;

namespace Hearsay.Store;

/// <summary>
/// The reviews of a store. Adding one also sets the event's <see cref="StoredEvent.ReviewState"/> and leaves a line in
/// the audit log, in one transaction. Reviews are never changed or deleted. Thread-safe.
/// </summary>
public sealed class ReviewBook
{
    private const string Columns = "id, article_id, event_id, verdict, reviewer, adjudication, corrected, note, event_hash, reviewed_at";

    private readonly IDatabase database;
    private readonly TimeProvider clock;

    internal ReviewBook(IDatabase database, TimeProvider clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Adds a review; the result has its id and time.</summary>
    /// <exception cref="StoreException">There is no such event (HS3024).</exception>
    public Review Add(Review review)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        string now = Moment.Text(clock);
        string? hash = null;
        if (review.EventId is not null)
            hash = connection.ExecuteScalar<string?>("SELECT hash FROM events WHERE id = @EventId", new { review.EventId }, transaction) ?? throw StoreFaults.NoEvent(review.EventId);
        hash = review.EventHash ?? hash;
        long id = connection.ExecuteScalar<long>(
            "INSERT INTO reviews (article_id, event_id, verdict, reviewer, adjudication, corrected, note, event_hash, reviewed_at) " +
            "VALUES (@ArticleId, @EventId, @verdict, @Reviewer, @adjudication, @Corrected, @Note, @hash, @now) RETURNING id",
            new { review.ArticleId, review.EventId, verdict = Word(review.Verdict), review.Reviewer, adjudication = review.Adjudication ? 1L : 0L, review.Corrected, review.Note, hash, now }, transaction);
        if (review.EventId is { } eventId) SetState(connection, transaction, eventId);
        AuditLog.Add(connection, transaction, now, review.Reviewer, "review." + Word(review.Verdict), review.EventId ?? review.ArticleId, review.Corrected ?? review.Note);
        transaction.Commit();
        return review with { Id = id, EventHash = hash, ReviewedAt = Moment.Read(now) };
    }

    /// <summary>The reviews of an event, oldest first.</summary>
    public IReadOnlyList<Review> OfEvent(string eventId) => Read("event_id = @value", eventId);

    /// <summary>The reviews of an article's events and of those that it misses, oldest first.</summary>
    public IReadOnlyList<Review> OfArticle(string articleId) => Read("article_id = @value", articleId);

    /// <summary>All reviews, oldest first, or those of one reviewer.</summary>
    public IReadOnlyList<Review> All(string? reviewer = null) => Read(reviewer is null ? "1 = 1" : "reviewer = @value", reviewer);

    /// <summary>What several reviews of one event add up to; <paramref name="hash"/> is that of the event as it is now.</summary>
    public static string StateOf(IReadOnlyList<Review> reviews, string hash)
    {
        if (reviews.Count == 0) return ReviewState.Unreviewed;
        var current = reviews.Where(r => r.EventHash is null || r.EventHash == hash).ToList();
        if (current.Count == 0) return ReviewState.Outdated;
        if (current.LastOrDefault(r => r.Adjudication) is { } decided) return State(decided.Verdict);
        var latest = current.GroupBy(r => r.Reviewer).Select(g => g.Last()).ToList();
        bool agree = latest.All(r => r.Verdict == latest[0].Verdict && r.Corrected == latest[0].Corrected);
        return agree ? State(latest[0].Verdict) : ReviewState.Disputed;
    }

    private static void SetState(DbConnection connection, DbTransaction transaction, string eventId)
    {
        string hash = connection.ExecuteScalar<string>("SELECT hash FROM events WHERE id = @eventId", new { eventId }, transaction)!;
        var reviews = Read(connection, transaction, "event_id = @value", eventId);
        connection.Execute("UPDATE events SET review_state = @state WHERE id = @eventId", new { state = StateOf(reviews, hash), eventId }, transaction);
    }

    private IReadOnlyList<Review> Read(string condition, string? value)
    {
        using var connection = database.Connect();
        return Read(connection, null, condition, value);
    }

    private static List<Review> Read(DbConnection connection, DbTransaction? transaction, string condition, string? value)
    {
        var reviews = new List<Review>();
        var reader = connection.ExecuteReader($"SELECT {Columns} FROM reviews WHERE {condition} ORDER BY id", new { value }, transaction);
        using var row = new ReaderRows(reader);
        while (row.Next())
            reviews.Add(new Review
            {
                Id = row.Number(), ArticleId = row.Text(), EventId = row.TextOrNull(), Verdict = Enum.Parse<Verdict>(row.Text(), ignoreCase: true), Reviewer = row.Text(),
                Adjudication = row.Number() != 0, Corrected = row.TextOrNull(), Note = row.TextOrNull(), EventHash = row.TextOrNull(), ReviewedAt = Moment.Read(row.Text()),
            });
        return reviews;
    }

    private static string State(Verdict verdict) => verdict switch
    {
        Verdict.Accept => ReviewState.Accepted,
        Verdict.Reject => ReviewState.Rejected,
        _ => ReviewState.Corrected,
    };

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
