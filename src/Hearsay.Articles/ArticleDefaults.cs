namespace Hearsay.Articles;

/// <summary>
/// What the user says about all inputs of a run: values that are filled in where an input does not give its own.
/// A value that the input gives always wins.
/// </summary>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="PublishedOn">Day of publication, or null.</param>
/// <param name="Url">Absolute address of a page read from a file, or null; links and canonical addresses resolve against it.</param>
public sealed record ArticleDefaults(string? Outlet = null, DateOnly? PublishedOn = null, string? Url = null)
{
    /// <summary>Which column or property holds which field, for tables and JSON.</summary>
    public ColumnMap Columns { get; init; } = ColumnMap.Own;

    internal Article Complete(Article article) => article with
    {
        Outlet = article.Outlet ?? Outlet,
        PublishedOn = article.PublishedOn ?? PublishedOn,
        Url = article.Url ?? Url,
    };
}
