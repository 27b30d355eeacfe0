using System.Data.Common;
using Dapper;
using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>Reviews, comments and the audit log; the same for both databases.</summary>
public abstract class StoreReviewTests(StorePlace place) : AnyStore(place)
{
    [Fact]
    public void Two_reviewers_who_differ_make_an_event_disputed_until_somebody_decides()
    {
        using var store = Open();
        Write(store, CodedArticles.Full());

        store.Reviews.Add(Of("ann", Verdict.Accept));
        Assert.Equal(ReviewState.Accepted, store.Event("e1")!.ReviewState);
        store.Reviews.Add(Of("ben", Verdict.Reject));
        Assert.Equal(ReviewState.Disputed, store.Event("e1")!.ReviewState);
        Assert.Single(store.Find(QueryText.Parse("review:disputed")).Events);
        store.Reviews.Add(Of("cleo", Verdict.Correct) with { Adjudication = true, Corrected = "{\"status\":\"denied\"}", Note = "see line 2" });
        Assert.Equal(ReviewState.Corrected, store.Event("e1")!.ReviewState);

        var reviews = store.Reviews.OfEvent("e1");
        Assert.Equal(["ann", "ben", "cleo"], reviews.Select(r => r.Reviewer));
        Assert.Equal(("{\"status\":\"denied\"}", "see line 2", true), (reviews[2].Corrected, reviews[2].Note, reviews[2].Adjudication));
        Assert.Equal(reviews, store.Reviews.OfArticle("a1"));
        Assert.Single(store.Reviews.All("ben"));
    }

    [Fact]
    public void A_reviewer_may_change_their_mind()
    {
        using var store = Open();
        Write(store, CodedArticles.Full());
        store.Reviews.Add(Of("ann", Verdict.Accept));
        store.Reviews.Add(Of("ben", Verdict.Reject));
        store.Reviews.Add(Of("ben", Verdict.Accept));
        Assert.Equal(ReviewState.Accepted, store.Event("e1")!.ReviewState);
    }

    [Fact]
    public void A_review_of_an_event_that_changed_since_is_outdated()
    {
        using var store = Open();
        var coded = CodedArticles.Full();
        Write(store, coded);
        store.Reviews.Add(Of("ann", Verdict.Accept));

        Write(store, coded with { Events = [coded.Events[0] with { Mode = "visit" }] });

        Assert.Equal(ReviewState.Outdated, store.Event("e1")!.ReviewState);
        store.Reviews.Add(Of("ann", Verdict.Reject));
        Assert.Equal(ReviewState.Rejected, store.Event("e1")!.ReviewState);
    }

    [Fact]
    public void A_missed_event_is_a_review_without_one_and_an_unknown_event_is_refused()
    {
        using var store = Open();
        Write(store, CodedArticles.Full());
        store.Reviews.Add(Of("ann", Verdict.Add) with { EventId = null, Corrected = "{}" });
        Assert.Equal(Verdict.Add, Assert.Single(store.Reviews.OfArticle("a1")).Verdict);
        Assert.Equal("HS3024", Assert.Throws<StoreException>(() => store.Reviews.Add(Of("ann", Verdict.Accept) with { EventId = "none" })).Diagnostic.Code);
    }

    [Fact]
    public void Comments_form_threads_that_are_resolved()
    {
        using var store = Open();
        var first = store.Comments.Add(new() { ArticleId = "a1", EventId = "e1", Start = 4, End = 9, Author = "ann", Text = "Who?" });
        var second = store.Comments.Add(new() { ArticleId = "a1", Thread = first.Thread, Author = "ben", Text = "The minister." });
        Assert.Equal([first, second], store.Comments.OfArticle("a1"));

        store.Comments.Resolve(first.Thread, "ben");
        Assert.All(store.Comments.OfArticle("a1"), c => Assert.Equal("ben", c.ResolvedBy));
        store.Comments.Resolve(first.Thread, "ann", resolved: false);
        Assert.All(store.Comments.OfArticle("a1"), c => Assert.Null(c.ResolvedAt));
    }

    [Fact]
    public void The_audit_log_only_grows()
    {
        using var store = Open();
        store.Audit.Add("ann", "login", "ann");
        store.Comments.Add(new() { ArticleId = "a1", Author = "ben", Text = "Hm." });

        Assert.Equal(["login", "comment.add"], store.Audit.Read().Select(a => a.Action));
        foreach (string sql in (string[])["DELETE FROM audit", "UPDATE audit SET who = 'x'"])
        {
            using var connection = store.Connect();
            Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute(sql)).Message);
        }
        Assert.Equal("ben", Assert.Single(store.Audit.Read(after: 1)).Who);
    }

    private static Review Of(string reviewer, Verdict verdict) => new() { ArticleId = "a1", EventId = "e1", Reviewer = reviewer, Verdict = verdict };
}

/// <summary>In a file.</summary>
public sealed class SqliteReviewTests() : StoreReviewTests(StorePlace.File());

/// <summary>In PostgreSQL.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresReviewTests(PostgresServer server) : StoreReviewTests(StorePlace.In(server));
