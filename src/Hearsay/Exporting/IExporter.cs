namespace Hearsay.Exporting;

/// <summary>
/// Writes selected articles in one format, some at a time. <see cref="Complete"/> writes what closes the file (a footer, a bracket);
/// an export that fails before leaves a file without it, which readers of such formats refuse. Memory does not grow
/// with the number of articles.
/// </summary>
internal interface IExporter : IDisposable
{
    /// <summary>
    /// Makes ready what it can of some articles, on whatever thread and beside other parts, and gives what writes them. That is
    /// called once, in the order of the articles, one part at a time.
    /// </summary>
    Action Ready(IReadOnlyList<ExportedArticle> part);

    /// <summary>Closes the file and flushes it; the stream stays open.</summary>
    void Complete();

    /// <summary>Frees what a format holds beside memory; most hold nothing.</summary>
    void IDisposable.Dispose()
    {
    }
}
