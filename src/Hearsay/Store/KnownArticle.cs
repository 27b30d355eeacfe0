using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Hearsay.Store;

/// <summary>What the store already holds of an article.</summary>
internal sealed record KnownArticle(string Id, long Key, string Hash, string TextHash, string CreatedAt, string? WithdrawnAt)
{
    /// <summary>Those of the articles that the store holds, by id.</summary>
    public static Dictionary<string, KnownArticle> Find(DbConnection connection, DbTransaction transaction, IReadOnlyCollection<string> ids)
    {
        var known = new Dictionary<string, KnownArticle>(StringComparer.Ordinal);
        foreach (string[] chunk in ids.Chunk(500))
        {
            var parameters = new DynamicParameters();
            for (int i = 0; i < chunk.Length; i++) parameters.Add(Name(i), chunk[i]);
            string list = string.Join(',', Enumerable.Range(0, chunk.Length).Select(i => "@" + Name(i)));
            foreach (var article in connection.Query<KnownArticle>(
                $"SELECT id AS Id, key AS Key, hash AS Hash, text_hash AS TextHash, created_at AS CreatedAt, withdrawn_at AS WithdrawnAt FROM articles WHERE id IN ({list})",
                parameters, transaction))
                known[article.Id] = article;
        }
        return known;
    }

    private static string Name(int i) => "id" + i.ToString(CultureInfo.InvariantCulture);
}
