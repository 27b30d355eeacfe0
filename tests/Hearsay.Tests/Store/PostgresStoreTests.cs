using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>The store in a PostgreSQL database.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresStoreTests(PostgresServer server) : StoreTests
{
    protected override StoreLocation Location { get; } = server.NewLocation();
}
