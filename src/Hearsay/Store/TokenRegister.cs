using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Hearsay.Store;

/// <summary>
/// The keys to the JSON API that accounts gave to their programs. A key is a long random text that the caller makes; what is kept is
/// its SHA-256, which for a random text of 256 bits tells nobody anything. A token of an account that is gone opens nothing. Thread-safe.
/// </summary>
public sealed class TokenRegister(HearsayStore store, TimeProvider clock)
{
    private const string Columns = "SELECT t.id, a.shown, t.name, t.created_at, t.used_at FROM tokens t JOIN accounts a ON a.name = t.account";

    /// <summary>Keeps a new key; <paramref name="id"/> names it from then on.</summary>
    public void Add(string id, string account, string name, string key)
    {
        using var connection = store.Connect();
        connection.Execute("INSERT INTO tokens (id, account, name, hash, created_at) VALUES (@id, @account, @name, @hash, @now)",
            new { id, account = AccountRegister.Key(account), name, hash = Hash(key), now = Moment.Text(clock) });
    }

    /// <summary>The token that this key belongs to, or null. That it was used is noted, once a day.</summary>
    public ApiToken? Find(string key)
    {
        using var connection = store.Connect();
        if (Read($"{Columns} WHERE t.hash = @value", Hash(key)).FirstOrDefault() is not { } token) return null;
        if (token.UsedAt?.Date != clock.GetUtcNow().Date) connection.Execute("UPDATE tokens SET used_at = @now WHERE id = @Id", new { now = Moment.Text(clock), token.Id });
        return token;
    }

    /// <summary>The tokens of an account, oldest first; of all accounts when it is null.</summary>
    public IReadOnlyList<ApiToken> Of(string? account) =>
        Read($"{Columns} WHERE @value = '' OR t.account = @value ORDER BY t.created_at, t.id", account is null ? "" : AccountRegister.Key(account));

    /// <summary>Makes a token useless; false when there is none of that id, or it is another account's.</summary>
    public bool Revoke(string id, string? account)
    {
        using var connection = store.Connect();
        return connection.Execute("DELETE FROM tokens WHERE id = @id AND (@account = '' OR account = @account)", new { id, account = account is null ? "" : AccountRegister.Key(account) }) == 1;
    }

    private List<ApiToken> Read(string sql, string value)
    {
        using var connection = store.Connect();
        var reader = connection.ExecuteReader(sql, new { value });
        var tokens = new List<ApiToken>();
        using var row = new ReaderRows(reader);
        while (row.Next()) tokens.Add(new(row.Text(), row.Text(), row.Text(), Moment.Read(row.Text()), row.TextOrNull() is { } used ? Moment.Read(used) : null));
        return tokens;
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
