using System.Globalization;

namespace Hearsay.Exporting;

/// <summary>
/// What an export wrote and what it left out, by reason, so that nothing is missing without a word. Its text is the
/// closing line of <c>hearsay export</c>. It is counted on several threads and read behind the export.
/// </summary>
public sealed class ExportTally
{
    private readonly SortedDictionary<string, long> leftOut = new(StringComparer.Ordinal);
    private long articles, written;

    /// <summary>Articles read.</summary>
    public long Articles => articles;

    /// <summary>Lines, features, annotations or bundles written.</summary>
    public long Written => written;

    /// <summary>Events (or pairs) left out, by reason.</summary>
    public IReadOnlyDictionary<string, long> LeftOut => leftOut;

    internal void Read(int count) => Interlocked.Add(ref articles, count);

    internal void Wrote(int count) => Interlocked.Add(ref written, count);

    internal void LeaveOut(string reason)
    {
        lock (leftOut) leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{Written:N0} written from {Articles:N0} articles");
        return leftOut.Count == 0 ? text
            : text + "; left out: " + string.Join(", ", leftOut.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Value:N0} {r.Key}")));
    }
}
