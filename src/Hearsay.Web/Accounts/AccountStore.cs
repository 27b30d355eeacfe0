using Hearsay.Store;
using Microsoft.AspNetCore.Identity;

namespace Hearsay.Web.Accounts;

/// <summary>
/// ASP.NET Core Identity over the accounts of the store: Identity hashes passwords, counts failures and ends sessions;
/// this only reads and writes rows. Calls are quick and synchronous underneath. What the register refuses (a name that is taken, the last
/// admin) comes back as a failed result.
/// </summary>
internal sealed class AccountStore(AccountRegister register) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>
{
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken stop) =>
        Result(register.Add(user), "There is an account of that name already.");

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken stop) =>
        Result(register.Update(user), "There must be at least one admin.");

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken stop) =>
        Result(register.Delete(user.Name), "There must be at least one admin.");

    public Task<Account?> FindByIdAsync(string userId, CancellationToken stop) => Task.FromResult(register.Find(userId));

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken stop) => Task.FromResult(register.Find(normalizedUserName));

    public Task<string> GetUserIdAsync(Account user, CancellationToken stop) => Task.FromResult(AccountRegister.Key(user.Name));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken stop) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken stop) => Set(() => user.Name = userName ?? user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken stop) => Task.FromResult<string?>(AccountRegister.Key(user.Name));

    // The register makes the key from the name by itself.
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken stop) => Task.CompletedTask;

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken stop) => Set(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken stop) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken stop) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken stop) => Set(() => user.Stamp = stamp);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken stop) => Task.FromResult<string?>(user.Stamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken stop) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken stop) => Set(() => user.LockedUntil = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken stop) => Task.FromResult(++user.Failures);

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken stop) => Set(() => user.Failures = 0);

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken stop) => Task.FromResult(user.Failures);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken stop) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken stop) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private static Task<IdentityResult> Result(bool done, string otherwise) =>
        Task.FromResult(done ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Description = otherwise }));
}
