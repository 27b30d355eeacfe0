using System.Security.Claims;
using System.Text.Encodings.Web;
using Hearsay.Store;
using Hearsay.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hearsay.Web.Tokens;

/// <summary>
/// Lets a program in by the token that it sends ("Authorization: Bearer hearsay_…"), with the rights of a reader, whatever its owner may
/// do, and to the API and the exports alone. Without accounts there is nothing to prove, and this is not set up.
/// </summary>
internal sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenRegister register)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Token";
    private const string Bearer = "Bearer ";

    /// <summary>Whether a request comes with a token.</summary>
    public static bool Applies(HttpContext http) => http.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a token may open the address: those that answer programs.</summary>
    public static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/export");

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsForPrograms(Request.Path)) return Task.FromResult(AuthenticateResult.NoResult());
        string key = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (register.Find(key) is not { } token) return Task.FromResult(AuthenticateResult.Fail("The token is unknown or was revoked."));
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, token.Account), .. Roles.Claims(Roles.Reader)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), SchemeName)));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
