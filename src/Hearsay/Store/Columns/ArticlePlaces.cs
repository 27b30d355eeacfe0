namespace Hearsay.Store.Columns;

/// <summary>Where articles stand in the list of articles, asked for in the order of their keys or from the beginning again: a place in the list goes along.</summary>
internal sealed class ArticlePlaces(ArticleRow[] articles)
{
    private int at;

    /// <summary>The place of an article; -1 where it is not in the list.</summary>
    public int Of(long article)
    {
        if (at > 0 && articles[at - 1].Key >= article) at = 0;
        while (at < articles.Length && articles[at].Key < article) at++;
        return at < articles.Length && articles[at].Key == article ? at : -1;
    }
}
