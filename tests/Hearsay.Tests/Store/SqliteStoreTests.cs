using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>The store in a file.</summary>
public sealed class SqliteStoreTests : StoreTests
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hearsay-store-");

    protected override StoreLocation Location => StoreLocation.Parse(Path.Combine(folder.FullName, "hearsay.db"));

    public override void Dispose()
    {
        base.Dispose();
        folder.Delete(recursive: true);
    }
}
