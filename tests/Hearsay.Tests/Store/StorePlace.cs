using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>A place for one test's store: a file in a folder of its own, or a schema of the tests' server.</summary>
public sealed class StorePlace : IDisposable
{
    private readonly DirectoryInfo? folder;

    private StorePlace(StoreLocation location, DirectoryInfo? folder) => (Location, this.folder) = (location, folder);

    public StoreLocation Location { get; }

    public static StorePlace File()
    {
        var folder = Directory.CreateTempSubdirectory("hearsay-store-");
        return new(StoreLocation.Parse(Path.Combine(folder.FullName, "hearsay.db")), folder);
    }

    public static StorePlace In(PostgresServer server) => new(server.NewLocation(), null);

    public void Dispose() => folder?.Delete(recursive: true);
}
