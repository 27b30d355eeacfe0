using System.Security.Claims;
using Hearsay.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Accounts;

/// <summary>
/// Signing in and out. A wrong name and a wrong password get the same answer; five wrong passwords lock an account for a
/// quarter of an hour. After signing in a reader comes to the page that was asked for, which is always one of this room.
/// </summary>
internal static class SignInEndpoints
{
    private const string Wrong = "Name or password is wrong, or the account is locked after too many attempts. Try again in a quarter of an hour, or ask an admin.";

    private const string Refused = "The provider did not let you in, or its answer could not be checked. Try again, or ask an admin.";

    /// <summary>Maps the pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder routes, SignInProvider? provider)
    {
        routes.MapGet("/sign-in", (string? returnUrl, string? refused) => Page(refused is null ? null : Refused, null, returnUrl, provider)).AllowAnonymous();
        routes.MapPost("/sign-in", (HttpContext http, SignInManager<Account> signIn, UserManager<Account> users, AuditLog audit) => SignIn(http, signIn, users, audit, provider)).AllowAnonymous().RequireRateLimiting("sign-in");
        routes.MapPost("/sign-out", async (HttpContext http, SignInManager<Account> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        });
        if (provider is null) return;
        routes.MapGet("/sign-in/provider", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/sign-in/arrived" }, [SignInProvider.Scheme])).AllowAnonymous();
        routes.MapGet("/sign-in/arrived", Arrived).AllowAnonymous();
    }

    private static async Task<IResult> SignIn(HttpContext http, SignInManager<Account> signIn, UserManager<Account> users, AuditLog audit, SignInProvider? provider)
    {
        var form = await http.Request.ReadFormAsync();
        string name = form["name"].ToString(), to = form["to"].ToString();
        var account = await users.FindByNameAsync(name);
        // Hashing even when nobody has the name takes the same time, so that names cannot be guessed by it.
        if (account is null) users.PasswordHasher.HashPassword(new Account { Name = name, Role = Roles.Reader }, form["password"].ToString());
        var result = account is null ? SignInResult.Failed : await signIn.PasswordSignInAsync(account, form["password"].ToString(), isPersistent: false, lockoutOnFailure: true);
        audit.Add(account?.Name ?? name, result.Succeeded ? "signed in" : "failed to sign in", "account");
        return result.Succeeded ? Results.LocalRedirect(Local(to)) : Page(Wrong, name, to, provider);
    }

    // The provider vouches for the subject; the role is the account's own, "reader" when it comes for the first time.
    private static async Task<IResult> Arrived(HttpContext http, SignInManager<Account> signIn, AccountRegister register, AuditLog audit)
    {
        var external = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        string? subject = external.Principal?.FindFirstValue("sub") ?? external.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (subject is null) return Results.LocalRedirect("/sign-in");
        string issuer = external.Principal!.FindFirstValue("iss") ?? SignInProvider.Scheme;
        var account = register.FindSubject($"{issuer} {subject}") ?? New(register, external.Principal!, $"{issuer} {subject}");
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        await signIn.SignInAsync(account, isPersistent: false);
        audit.Add(account.Name, "signed in", "account", "through the provider");
        // A page of its own: strict cookies are not sent along a chain of redirects that began on another site.
        return new RazorComponentResult<ArrivedPage>();
    }

    private static Account New(AccountRegister register, ClaimsPrincipal principal, string subject)
    {
        string wanted = principal.FindFirstValue("preferred_username") ?? principal.FindFirstValue("email") ?? principal.Identity?.Name ?? "reader";
        for (int i = 1; ; i++)
        {
            var account = new Account { Name = i == 1 ? wanted : $"{wanted}-{i}", Role = Roles.Reader, Subject = subject, Stamp = Guid.NewGuid().ToString("N") };
            if (register.Add(account)) return account;
        }
    }

    private static RazorComponentResult<SignInPage> Page(string? message, string? name, string? to, SignInProvider? provider) =>
        new(new { Message = message, Name = name, To = Local(to), Provider = provider?.Name }) { StatusCode = message is null ? 200 : 401 };

    private static string Local(string? to) => to is ['/', not '/' and not '\\', ..] ? to : "/";
}
