using Hearsay.Articles;

namespace Hearsay.Web.Reading;

/// <summary>
/// The coder, loaded once when it is first asked for (a second or so) and then shared. What is wrong with the knowledge comes
/// out as a diagnostic for the page; the next request tries again, so that a repaired file needs no restart.
/// </summary>
internal sealed class LoadedCoder(ReadingRoomOptions options)
{
    private readonly Lock loading = new();
    private Coder? coder;

    /// <summary>The coder, or why there is none.</summary>
    public (Coder? Coder, Diagnostic? Fault) Get()
    {
        if (coder is not null) return (coder, null);
        lock (loading)
        {
            if (coder is not null) return (coder, null);
            (coder, var fault) = options.LoadCoder();
            // Loading left behind about as much as it kept, and a server may not come to collect it for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            return (coder, fault);
        }
    }

    /// <summary>Begins to load in the background: whoever opens the page to paste an article will soon need it.</summary>
    public void Warm() => _ = Task.Run(Get);
}
