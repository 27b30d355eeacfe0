using System.Security.Cryptography;
using Hearsay.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Tokens;

/// <summary>
/// /tokens: an account's keys to the JSON API. A new key is shown once, on the page that answers the form; revoking one takes effect at
/// once. Admins see and revoke everybody's.
/// </summary>
internal static class TokenEndpoints
{
    private const int Most = 20;
    private const int LongestName = 60;

    /// <summary>Maps the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tokens", (HttpContext http, TokenRegister register) => Page(http, register, null, null));
        routes.MapPost("/tokens/add", Add);
        routes.MapPost("/tokens/revoke", Revoke);
    }

    private static async Task<IResult> Add(HttpContext http, TokenRegister register, AuditLog audit)
    {
        var form = await http.Request.ReadFormAsync();
        string name = form["name"].ToString().Trim(), owner = http.User.Identity!.Name!;
        if (name.Length is 0 or > LongestName) return Page(http, register, null, $"Give it a name of at most {LongestName} letters, so that you know it again.");
        if (register.Of(owner).Count >= Most) return Page(http, register, null, $"You have {Most} tokens already. Revoke one that is no longer used.");
        string key = "hearsay_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        register.Add(Guid.NewGuid().ToString("N"), owner, name, key);
        audit.Add(owner, "added token", name);
        return Page(http, register, key, null);
    }

    private static async Task<IResult> Revoke(HttpContext http, TokenRegister register, AuditLog audit)
    {
        var form = await http.Request.ReadFormAsync();
        string id = form["id"].ToString(), owner = http.User.Identity!.Name!;
        string name = register.Of(null).FirstOrDefault(t => t.Id == id)?.Name ?? "";
        if (register.Revoke(id, http.User.IsInRole(Accounts.Roles.Admin) ? null : owner)) audit.Add(owner, "revoked token", name);
        return Results.LocalRedirect("/tokens");
    }

    private static RazorComponentResult<TokensPage> Page(HttpContext http, TokenRegister register, string? key, string? fault) => new(new
    {
        Tokens = register.Of(http.User.IsInRole(Accounts.Roles.Admin) ? null : http.User.Identity!.Name!), Key = key, Fault = fault,
        HasAccount = http.User.Identity!.AuthenticationType != Accounts.LocalUser.SchemeName, Address = $"{http.Request.Scheme}://{http.Request.Host}",
    });
}
