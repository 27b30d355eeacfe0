namespace Hearsay.Exporting;

/// <summary>
/// The articles that an export reads, some at a time: from a store (<see cref="StoreExport"/>), or from anything that gives
/// one after the other. What is made of a part may be made on another thread, beside what is made of others; it comes back
/// in the order of the articles. It can be read once or more often, as the articles can.
/// <code>
/// var input = ExportInput.Of(RecordLines.Read(file).Select(l => ExportedArticle.Of(l.Coded!)));
/// </code>
/// </summary>
public abstract class ExportInput
{
    // Enough that what a part costs beside its articles does not count, few enough to stay in the processor's cache.
    private const int Size = 128;

    /// <summary>Articles that are at hand or come one after the other.</summary>
    public static ExportInput Of(IEnumerable<ExportedArticle> articles) => new OneByOne(articles);

    /// <summary>What <paramref name="make"/> makes of each part, in order.</summary>
    internal abstract IEnumerable<T> Parts<T>(Func<IReadOnlyList<ExportedArticle>, T> make);

    private sealed class OneByOne(IEnumerable<ExportedArticle> articles) : ExportInput
    {
        internal override IEnumerable<T> Parts<T>(Func<IReadOnlyList<ExportedArticle>, T> make) => articles.Chunk(Size).Select(make);
    }
}
