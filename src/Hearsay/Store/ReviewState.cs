namespace Hearsay.Store;

/// <summary>
/// What reviewers made of an event, as the column <c>review_state</c> holds it and <c>review:</c> asks for it.
/// </summary>
public static class ReviewState
{
    /// <summary>Nobody looked at it.</summary>
    public const string Unreviewed = "unreviewed";

    /// <summary>Right as it is, say all who looked at it, or an adjudicator.</summary>
    public const string Accepted = "accepted";

    /// <summary>An event, but some field is wrong; the review holds the right values.</summary>
    public const string Corrected = "corrected";

    /// <summary>No event, or nothing of it is right.</summary>
    public const string Rejected = "rejected";

    /// <summary>Reviewers differ and nobody has adjudicated.</summary>
    public const string Disputed = "disputed";

    /// <summary>A later run changed the event after it was reviewed.</summary>
    public const string Outdated = "outdated";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Unreviewed, Accepted, Corrected, Rejected, Disputed, Outdated];
}
