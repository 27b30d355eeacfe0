using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hearsay.Web.Accounts;

/// <summary>
/// The one reader of a room that listens to this machine only: whoever sits at it, under the name of the system's
/// account, with every right. Registered only then; <see cref="Security.LoopbackGuard"/> turns away pages of
/// other sites that point a name of theirs at this machine.
/// </summary>
internal sealed class LocalUser(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Local";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string name = string.IsNullOrWhiteSpace(Environment.UserName) ? "local" : Environment.UserName;
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, name), .. Roles.Claims(Roles.Admin)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), SchemeName)));
    }
}
