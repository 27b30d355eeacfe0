namespace Hearsay.Store.Columns;

/// <summary>Which articles hold an event, by their places in the list of articles; events are added in the order of their keys.</summary>
internal sealed class HeldArticles(ArticleRow[] articles)
{
    private readonly Marks held = new(articles.Length);
    private readonly ArticlePlaces places = new(articles);

    /// <summary>Notes the article of an event.</summary>
    public void Add(in EventRow row)
    {
        int place = places.Of(RecordKey.Article(row.Key));
        if (place >= 0) held.Add(place);
    }

    /// <summary>Whether the article at this place holds one.</summary>
    public bool Has(int place) => held.Has(place);
}
