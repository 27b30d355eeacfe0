using System.Diagnostics;
using Hearsay.Articles;

namespace Hearsay.Store;

/// <summary>
/// Collects coded articles on their way into a store: a batch is written when it is large, or when the last one was
/// written half a second ago, so that a slow run is soon visible and a fast one is not held up by the disk. What a crash
/// may lose is at most the batch that was not yet written; its articles are coded again by <c>--resume</c>.
/// </summary>
public sealed class StoreBatch(StoreWriter writer)
{
    private const int Largest = 256;
    private static readonly TimeSpan Oldest = TimeSpan.FromMilliseconds(500);

    private readonly List<CodedArticle> articles = [];
    private readonly List<Diagnostic> failures = [];
    private readonly Stopwatch sinceWriting = Stopwatch.StartNew();

    /// <summary>Takes an article, and writes if it is time.</summary>
    public void Add(CodedArticle coded)
    {
        articles.Add(coded);
        if (articles.Count >= Largest || sinceWriting.Elapsed > Oldest) Flush();
    }

    /// <summary>Takes what was wrong with an input that gave no article.</summary>
    public void Add(Diagnostic diagnostic)
    {
        failures.Add(diagnostic);
        if (failures.Count >= Largest) Flush();
    }

    /// <summary>Writes what was collected.</summary>
    public void Flush()
    {
        writer.Write(articles);
        writer.Note(failures);
        articles.Clear();
        failures.Clear();
        sinceWriting.Restart();
    }
}
