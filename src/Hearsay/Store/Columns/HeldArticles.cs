namespace Hearsay.Store.Columns;

/// <summary>Which articles hold an event, by their places in the list of articles; events are added in the order of their keys.</summary>
internal sealed class HeldArticles(ArticleRow[] articles)
{
    private readonly bool[] held = new bool[articles.Length];
    private int at;

    /// <summary>Notes the article of an event.</summary>
    public void Add(in EventRow row)
    {
        long article = RecordKey.Article(row.Key);
        while (at < articles.Length && articles[at].Key < article) at++;
        if (at < articles.Length && articles[at].Key == article) held[at] = true;
    }

    /// <summary>Whether the article at this place holds one.</summary>
    public bool Has(int place) => held[place];
}
