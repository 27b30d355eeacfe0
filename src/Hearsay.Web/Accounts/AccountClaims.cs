using System.Security.Claims;
using Hearsay.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hearsay.Web.Accounts;

/// <summary>What a signed-in account may do: its role and those that it includes, as claims in its cookie.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(Roles.Claims(user.Role));
        return identity;
    }
}
