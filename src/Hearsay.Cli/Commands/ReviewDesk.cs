using Hearsay.Coding.Knowledge;
using Hearsay.Reviewing;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>Puts one reviewer's verdicts and comments into a store; corrections are checked against the ontology first.</summary>
internal sealed class ReviewDesk(HearsayStore store, Ontology ontology, string reviewer, bool adjudicates)
{
    /// <summary>Accepts or rejects an event.</summary>
    public void Give(StoredEvent e, Verdict verdict, string? note) => Add(e, verdict, null, note);

    /// <summary>Corrects fields of an event; throws <see cref="FormatException"/> for what cannot be.</summary>
    public void Correct(StoredEvent e, IEnumerable<string> settings, string? note) => Add(e, Verdict.Correct, ReviewCorrection.Json(e.Record, settings, ontology), note);

    /// <summary>Leaves a comment on an event.</summary>
    public void Comment(StoredEvent e, string text) => store.Comments.Add(new Comment { ArticleId = e.Article.Id, EventId = e.Record.Id, Author = reviewer, Text = text });

    private void Add(StoredEvent e, Verdict verdict, string? corrected, string? note) => store.Reviews.Add(new Review
    {
        ArticleId = e.Article.Id, EventId = e.Record.Id, Verdict = verdict, Reviewer = reviewer, Adjudication = adjudicates, Corrected = corrected, Note = note, EventHash = e.Hash,
    });
}
