namespace Hearsay.Exporting;

/// <summary>
/// The way from articles to a file: select, write, close. The articles are read once, some at a time, so that any
/// number of them may come from a file or a store; the tally says what was written and what was left out and why.
/// <code>
/// var tally = Export.Run(articles, ExportFormat.Find("csv")!, new ExportOptions(), codebook, stream);
/// </code>
/// </summary>
public static class Export
{
    /// <summary>Runs until the articles end or <paramref name="stop"/> is signalled, which throws and leaves the file unfinished.</summary>
    public static ExportTally Run(
        IEnumerable<ExportedArticle> articles, ExportFormat format, ExportOptions options, Codebook codes, Stream output, CancellationToken stop = default) =>
        Run(ExportInput.Of(articles), format, options, codes, output, stop);

    /// <summary>The same for articles that are read on several threads.</summary>
    public static ExportTally Run(ExportInput articles, ExportFormat format, ExportOptions options, Codebook codes, Stream output, CancellationToken stop = default)
    {
        var tally = new ExportTally();
        // The annotation standard counts code points and nothing else.
        if (format.Name == "annotations") options = options with { CodePoints = true };
        var selection = new EventSelection(format, options, codes, tally);
        using var exporter = format.Open(output, options, codes, tally);
        Action Ready(IReadOnlyList<ExportedArticle> part)
        {
            tally.Read(part.Count);
            return exporter.Ready(selection.Select(part));
        }
        // Which event of a day is the first depends on those before it.
        foreach (var write in articles.Parts<Action>(options.OneADay ? part => () => Ready(part)() : Ready))
        {
            stop.ThrowIfCancellationRequested();
            write();
        }
        exporter.Complete();
        return tally;
    }
}
