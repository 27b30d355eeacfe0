using Dapper;

namespace Hearsay.Store;

/// <summary>The comments of a store. What is done leaves a line in the audit log. Thread-safe.</summary>
public sealed class CommentBook
{
    private readonly IDatabase database;
    private readonly TimeProvider clock;

    internal CommentBook(IDatabase database, TimeProvider clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Adds a comment; the result has its id, thread and time.</summary>
    public Comment Add(Comment comment)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        string now = Moment.Text(clock);
        long id = connection.ExecuteScalar<long>(
            "INSERT INTO comments (thread, article_id, event_id, start_offset, end_offset, author, text, written_at) " +
            "VALUES (@Thread, @ArticleId, @EventId, @Start, @End, @Author, @Text, @now) RETURNING id",
            new { comment.Thread, comment.ArticleId, comment.EventId, Start = (long?)comment.Start, End = (long?)comment.End, comment.Author, comment.Text, now }, transaction);
        long thread = comment.Thread == 0 ? id : comment.Thread;
        if (comment.Thread == 0) connection.Execute("UPDATE comments SET thread = @id WHERE id = @id", new { id }, transaction);
        AuditLog.Add(connection, transaction, now, comment.Author, "comment.add", comment.EventId ?? comment.ArticleId, comment.Text);
        transaction.Commit();
        return comment with { Id = id, Thread = thread, WrittenAt = Moment.Read(now) };
    }

    /// <summary>Resolves a thread, or opens it again.</summary>
    public void Resolve(long thread, string who, bool resolved = true)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        string now = Moment.Text(clock);
        connection.Execute("UPDATE comments SET resolved_at = @at, resolved_by = @by WHERE thread = @thread",
            new { at = resolved ? now : null, by = resolved ? who : null, thread }, transaction);
        AuditLog.Add(connection, transaction, now, who, resolved ? "comment.resolve" : "comment.reopen", thread.ToString(System.Globalization.CultureInfo.InvariantCulture), null);
        transaction.Commit();
    }

    /// <summary>The comments on an article and its events, threads in the order of their first comments.</summary>
    public IReadOnlyList<Comment> OfArticle(string articleId) => Read("article_id = @value ORDER BY thread, id", articleId);

    /// <summary>Open comments of others that mention "@name", newest first.</summary>
    public IReadOnlyList<Comment> Mentioning(string name) =>
        [.. Read("resolved_at IS NULL AND text LIKE '%@%' ORDER BY id DESC", name).Where(c => c.Author != name && Mentions(c.Text, name))];

    // "@ann" is no mention of "an": the name must end where a name ends.
    private static bool Mentions(string text, string name)
    {
        for (int at = text.IndexOf("@" + name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("@" + name, at + 1, StringComparison.OrdinalIgnoreCase))
            if (at + name.Length + 1 is var end && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_'))) return true;
        return false;
    }

    private List<Comment> Read(string condition, string value)
    {
        using var connection = database.Connect();
        var reader = connection.ExecuteReader(
            $"SELECT id, thread, article_id, event_id, start_offset, end_offset, author, text, written_at, resolved_at, resolved_by FROM comments WHERE {condition}", new { value });
        var comments = new List<Comment>();
        using var row = new ReaderRows(reader);
        while (row.Next())
            comments.Add(new Comment
            {
                Id = row.Number(), Thread = row.Number(), ArticleId = row.Text(), EventId = row.TextOrNull(), Start = (int?)row.NumberOrNull(), End = (int?)row.NumberOrNull(),
                Author = row.Text(), Text = row.Text(), WrittenAt = Moment.Read(row.Text()), ResolvedAt = row.TextOrNull() is { } at ? Moment.Read(at) : null, ResolvedBy = row.TextOrNull(),
            });
        return comments;
    }
}
