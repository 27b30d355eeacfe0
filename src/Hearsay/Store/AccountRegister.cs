using Dapper;

namespace Hearsay.Store;

/// <summary>
/// The accounts of a store. Names are compared without regard to case. Adding a name that is there answers false and
/// changes nothing; the last admin can be neither demoted nor deleted, so that nobody locks everybody out.
/// </summary>
public sealed class AccountRegister(HearsayStore store, TimeProvider clock)
{
    private const string Columns = "shown AS Name, role AS Role, password_hash AS PasswordHash, subject AS Subject, stamp AS Stamp, failures AS Failures, locked_until AS LockedUntil";

    /// <summary>All accounts by name.</summary>
    public IReadOnlyList<Account> All()
    {
        using var connection = store.Connect();
        return [.. connection.Query<Row>($"SELECT {Columns} FROM accounts ORDER BY name").Select(r => r.ToAccount())];
    }

    /// <summary>The account of that name, or null.</summary>
    public Account? Find(string name) => First("name = @key", Key(name));

    /// <summary>The account of that subject of a provider, or null.</summary>
    public Account? FindSubject(string subject) => First("subject = @key", subject);

    /// <summary>Adds an account; false when the name is taken.</summary>
    public bool Add(Account account)
    {
        using var connection = store.Connect();
        return connection.Execute(
            "INSERT INTO accounts (name, shown, role, password_hash, subject, stamp, failures, locked_until, created_at) " +
            "SELECT @key, @Name, @Role, @PasswordHash, @Subject, @Stamp, @Failures, @locked, @now WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE name = @key)",
            Values(account)) == 1;
    }

    /// <summary>Writes the account's values; false when it is not there or would leave no admin.</summary>
    public bool Update(Account account)
    {
        using var connection = store.Connect();
        return connection.Execute(
            "UPDATE accounts SET role = @Role, password_hash = @PasswordHash, subject = @Subject, stamp = @Stamp, failures = @Failures, locked_until = @locked " +
            "WHERE name = @key AND (@Role = 'admin' OR role <> 'admin' OR (SELECT count(*) FROM accounts WHERE role = 'admin') > 1)", Values(account)) == 1;
    }

    /// <summary>Deletes the account; false when it is not there or is the last admin.</summary>
    public bool Delete(string name)
    {
        using var connection = store.Connect();
        int deleted = connection.Execute(
            "DELETE FROM accounts WHERE name = @key AND (role <> 'admin' OR (SELECT count(*) FROM accounts WHERE role = 'admin') > 1)", new { key = Key(name) });
        // Somebody else who gets the name later must not get the tokens with it.
        if (deleted == 1) connection.Execute("DELETE FROM tokens WHERE account = @key", new { key = Key(name) });
        return deleted == 1;
    }

    /// <summary>The name as it is compared.</summary>
    public static string Key(string name) => name.Trim().ToLowerInvariant();

    private Account? First(string condition, string key)
    {
        using var connection = store.Connect();
        return connection.QueryFirstOrDefault<Row>($"SELECT {Columns} FROM accounts WHERE {condition}", new { key })?.ToAccount();
    }

    private object Values(Account account) => new
    {
        key = Key(account.Name), account.Name, account.Role, account.PasswordHash, account.Subject, account.Stamp, account.Failures,
        locked = account.LockedUntil is { } until ? Moment.Text(until) : null, now = Moment.Text(clock),
    };

    private sealed record Row(string Name, string Role, string? PasswordHash, string? Subject, string Stamp, long Failures, string? LockedUntil)
    {
        public Account ToAccount() => new()
        {
            Name = Name, Role = Role, PasswordHash = PasswordHash, Subject = Subject, Stamp = Stamp, Failures = (int)Failures,
            LockedUntil = LockedUntil is null ? null : Moment.Read(LockedUntil),
        };
    }
}
