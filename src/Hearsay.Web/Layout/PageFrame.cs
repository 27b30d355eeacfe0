using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Web.Layout;

/// <summary>
/// What the frame of a page shows about the request: who reads, light or dark, which links the reader may follow, and
/// the token that every form sends back. Made from the request by <see cref="Of"/>, never from a parameter.
/// </summary>
internal sealed record PageFrame(string User, string? Theme, string RequestToken, IReadOnlyList<(string Name, string Address)> Links, bool CanSignOut)
{
    /// <summary>The frame for this request.</summary>
    public static PageFrame Of(HttpContext http)
    {
        string? theme = http.Request.Cookies["theme"] is "light" or "dark" ? http.Request.Cookies["theme"] : null;
        var user = http.User;
        var links = new List<(string, string)>();
        if (user.Identity?.IsAuthenticated == true)
        {
            links.AddRange([("Overview", "/"), ("Events", "/events"), ("Articles", "/articles"), ("Actors", "/actors"), ("Review", "/review"), ("Read new", "/read")]);
            if (user.Identity.AuthenticationType != Accounts.LocalUser.SchemeName) links.Add(("Tokens", "/tokens"));
            if (user.IsInRole(Accounts.Roles.Admin)) links.Add(("Accounts", "/accounts"));
        }
        bool local = user.Identity?.AuthenticationType == Accounts.LocalUser.SchemeName;
        return new(user.Identity?.Name ?? "", theme, Token(http), links, user.Identity?.IsAuthenticated == true && !local);
    }

    /// <summary>The token that a form sends back.</summary>
    public static string Token(HttpContext http) => http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;
}
