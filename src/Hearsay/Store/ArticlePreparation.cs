using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>
/// What the rows of a coded article need besides the record: hashes, the day it is filed under, unique ids. It depends on
/// the article alone, so that a batch is prepared on all cores before its transaction begins.
/// </summary>
internal sealed record ArticlePreparation(CodedArticle Coded, string TextHash, string Hash, IReadOnlyList<PreparedEvent> Events, IReadOnlyList<PreparedQuotation> Quotations)
{
    /// <summary>Prepares one article; records have no keys yet.</summary>
    public static ArticlePreparation Of(CodedArticle coded)
    {
        var hash = new RecordHash();
        string textHash = RecordHash.Of(coded.Article.Text);
        return new(coded, textHash, hash.Of(coded.Article), [.. PrepareEvents(coded, textHash, hash)], [.. PrepareQuotations(coded, hash)]);
    }

    /// <summary>An article that the store does not hold yet: everything is written.</summary>
    public PreparedArticle New(long key)
    {
        var article = new PreparedArticle { Coded = Coded, Key = key, TextHash = TextHash, Hash = Hash, WriteArticle = true, WriteSentences = true };
        long number = 0;
        foreach (var e in Events) article.Events.Add(e with { Key = RecordKey.Of(key, number++) });
        foreach (var q in Quotations) article.Quotations.Add(q with { Key = RecordKey.Of(key, number++) });
        return article;
    }

    private static IEnumerable<PreparedEvent> PrepareEvents(CodedArticle coded, string textHash, RecordHash hash)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in coded.Events)
        {
            string id = Unique(ids, record.Id);
            var e = id == record.Id ? record : record with { Id = id };
            // Within an article each event is one of its own; only copies of a text share happenings.
            string happening = RecordHash.Happening(textHash, e) + id[record.Id.Length..];
            string day = RowValues.Day(e.Time?.Start ?? coded.Article.PublishedOn) ?? "";
            yield return new(0, e, day, happening, hash.Of(e, day), ReviewState.Unreviewed, null);
        }
    }

    private static IEnumerable<PreparedQuotation> PrepareQuotations(CodedArticle coded, RecordHash hash)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        string day = RowValues.Day(coded.Article.PublishedOn) ?? "";
        for (int i = 0; i < coded.Quotations.Count; i++)
        {
            var q = coded.Quotations[i];
            yield return new(0, Unique(ids, RecordHash.QuotationId(coded.Article.Id, q)), i, q, day, hash.Of(q, i, day), null);
        }
    }

    // Two events of one trigger, type, chain and status (different parties) share the hash that their id is made of.
    private static string Unique(HashSet<string> taken, string id)
    {
        string unique = id;
        for (int n = 2; !taken.Add(unique); n++) unique = $"{id}-{n}";
        return unique;
    }
}
