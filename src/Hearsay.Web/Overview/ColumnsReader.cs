using System.Data.Common;
using Hearsay.Store.Columns;
using Microsoft.Extensions.Hosting;

namespace Hearsay.Web.Overview;

/// <summary>Reads the countable part of the store into memory behind the start of the server, so that hardly anybody waits for it.
/// A store that cannot be read now is left as it is: the room opens, and says what is wrong where it is asked.</summary>
internal sealed class ColumnsReader(StoreColumns columns) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Read(stoppingToken), stoppingToken);

    private void Read(CancellationToken stop)
    {
        try
        {
            columns.Refresh(stop);
            // Reading left behind about as much as it kept, and a server may not come to collect it for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
        catch (Exception e) when (e is DbException or OperationCanceledException)
        {
            // The store answers by itself then, as it does until this is done; the next start tries again.
        }
    }
}
