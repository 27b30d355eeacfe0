namespace Hearsay.Exporting;

/// <summary>
/// Writes selected articles in one format. <see cref="Complete"/> writes what closes the file (a footer, a bracket);
/// an export that fails before leaves a file without it, which readers of such formats refuse. Memory does not grow
/// with the number of articles.
/// </summary>
internal interface IExporter : IDisposable
{
    /// <summary>Writes one article's events.</summary>
    void Write(ExportedArticle article);

    /// <summary>Closes the file and flushes it; the stream stays open.</summary>
    void Complete();

    /// <summary>Frees what a format holds beside memory; most hold nothing.</summary>
    void IDisposable.Dispose()
    {
    }
}
