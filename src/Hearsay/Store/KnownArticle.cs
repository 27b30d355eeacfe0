using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Hearsay.Store;

/// <summary>What the store already holds of an article.</summary>
internal sealed record KnownArticle(string Id, long Key, string Hash, string TextHash, string CreatedAt, string? WithdrawnAt)
{
    /// <summary>Those of the articles that the store holds, by id.</summary>
    public static Dictionary<string, KnownArticle> Find(IDatabase database, DbConnection connection, DbTransaction transaction, IEnumerable<string> ids) => connection.Query<KnownArticle>(
        $"SELECT id AS Id, key AS Key, hash AS Hash, text_hash AS TextHash, created_at AS CreatedAt, withdrawn_at AS WithdrawnAt FROM articles WHERE id IN ({database.Items("@ids")})",
        new { ids = JsonSerializer.Serialize(ids) }, transaction).ToDictionary(a => a.Id, StringComparer.Ordinal);
}
