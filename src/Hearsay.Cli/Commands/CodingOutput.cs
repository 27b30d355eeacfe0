using Hearsay.Articles;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// Where <c>hearsay code</c> and <c>follow</c> put what they coded: lines into a file or standard output, records into a store, or both.
/// With a store, lines are written only into a file that is named. Closing writes what the store has not got yet, so
/// that an interrupted run loses nothing it coded.
/// </summary>
internal sealed class CodingOutput : IDisposable
{
    private readonly Action<ReadOnlyMemory<byte>>? print;
    private readonly HearsayStore? store;
    private readonly RunOrigin? origin;
    private readonly StoreWriter? writer;
    private readonly StoreBatch? batch;

    /// <summary>Opens what is asked for; null for what is not.</summary>
    public CodingOutput(RecordFile? file, Action<ReadOnlyMemory<byte>>? print, StoreLocation? location, RunOrigin? origin)
    {
        File = file;
        this.print = print;
        if (location is null) return;
        this.origin = origin;
        store = HearsayStore.Open(location, create: true);
        writer = store.BeginRun(origin!);
        batch = new StoreBatch(writer);
    }

    /// <summary>The file of lines.</summary>
    public RecordFile? File { get; }

    /// <summary>What the store gained; null without one.</summary>
    public WriteCounts? Stored => writer?.Total;

    /// <summary>Whether an earlier run wrote the article wherever this one writes.</summary>
    public bool Holds(string id) => (File is null || File.Holds(id)) && (store is null || store.Holds(id, origin!));

    /// <summary>Takes an article for the store.</summary>
    public void Keep(CodedArticle coded)
    {
        if (batch is not null) Interruption.Whole(() => batch.Add(coded));
    }

    /// <summary>Takes what was said of an input; the store keeps why inputs failed (what is said of others is in their records).</summary>
    public void Note(Diagnostic diagnostic)
    {
        if (batch is not null && diagnostic.Severity == Severity.Error) Interruption.Whole(() => batch.Add(diagnostic));
    }

    /// <summary>Takes a line.</summary>
    public void Write(ReadOnlyMemory<byte> line)
    {
        if (File is not null) Interruption.Whole(() => File.Write(line));
        else if (print is not null) Interruption.Whole(() => print(line));
    }

    /// <summary>Writes what was kept back, and what the run did so far.</summary>
    public void Close(RunSummary summary) => Interruption.Whole(() =>
    {
        batch?.Flush();
        writer?.Finish(summary);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        writer?.Dispose();
        store?.Dispose();
        File?.Dispose();
    }
}
