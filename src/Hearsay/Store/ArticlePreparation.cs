using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>
/// Gives a coded article what its rows need besides the record: hashes, the day it is filed under, unique ids.
/// </summary>
internal sealed class ArticlePreparation
{
    private readonly RecordHash hash = new();

    /// <summary>An article that the store does not hold yet: everything is written.</summary>
    public PreparedArticle New(CodedArticle coded, long key)
    {
        var article = new PreparedArticle
        {
            Coded = coded, Key = key, TextHash = RecordHash.Of(coded.Article.Text), Hash = hash.Of(coded.Article), WriteArticle = true, WriteSentences = true,
        };
        long number = 0;
        foreach (var e in Events(coded, article.TextHash)) article.Events.Add(e with { Key = RecordKey.Of(key, number++) });
        foreach (var q in Quotations(coded)) article.Quotations.Add(q with { Key = RecordKey.Of(key, number++) });
        return article;
    }

    /// <summary>The hash of an article's fields.</summary>
    public string HashOf(Article article) => hash.Of(article);

    /// <summary>The events, without keys.</summary>
    public IEnumerable<PreparedEvent> Events(CodedArticle coded, string textHash)
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

    /// <summary>The quotations, without keys.</summary>
    public IEnumerable<PreparedQuotation> Quotations(CodedArticle coded)
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
