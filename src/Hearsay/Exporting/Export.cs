namespace Hearsay.Exporting;

/// <summary>
/// The way from articles to a file: select, write, close. The articles are read once, one at a time, so that any
/// number of them may come from a file or a store; the tally says what was written and what was left out and why.
/// <code>
/// var tally = Export.Run(articles, ExportFormat.Find("csv")!, new ExportOptions(), codebook, stream);
/// </code>
/// </summary>
public static class Export
{
    /// <summary>Runs until the articles end or <paramref name="stop"/> is signalled, which throws and leaves the file unfinished.</summary>
    public static ExportTally Run(
        IEnumerable<ExportedArticle> articles, ExportFormat format, ExportOptions options, Codebook codes, Stream output, CancellationToken stop = default)
    {
        var tally = new ExportTally();
        // The annotation standard counts code points and nothing else.
        if (format.Name == "annotations") options = options with { CodePoints = true };
        var selection = new EventSelection(format, options, codes, tally);
        using var exporter = format.Open(output, options, codes, tally);
        foreach (var article in articles)
        {
            stop.ThrowIfCancellationRequested();
            tally.Articles++;
            exporter.Write(selection.Select(article));
        }
        exporter.Complete();
        return tally;
    }
}
