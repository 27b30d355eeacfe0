using Hearsay.Store;
using Hearsay.Web.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Web.Accounts;

/// <summary>
/// Sets up who a request comes from: the local user where the room is open to this machine only, else accounts with a cookie that no other
/// site's request carries, and a provider where one is configured. Every page needs a reader; the rest of the roles are
/// policies of their own names.
/// </summary>
internal static class AccountServices
{
    private const string Reader = "Reader";

    /// <summary>Adds authentication and authorization.</summary>
    public static void Add(IServiceCollection services, bool accounts, SignInProvider? provider)
    {
        services.AddIdentityCore<Account>(Passwords).AddUserStore<AccountStore>().AddClaimsPrincipalFactory<AccountClaims>().AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        if (accounts) Cookies(services, provider);
        else services.AddAuthentication(LocalUser.SchemeName).AddScheme<AuthenticationSchemeOptions, LocalUser>(LocalUser.SchemeName, null).AddIdentityCookies();
        var rights = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (string role in Roles.All) rights.AddPolicy(role, p => p.RequireRole(role));
    }

    private static void Passwords(IdentityOptions options)
    {
        // Length is what counts (NIST SP 800-63B); rules about kinds of letters only make passwords harder to keep.
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.User.AllowedUserNameCharacters = "";
    }

    private static void Cookies(IServiceCollection services, SignInProvider? provider)
    {
        var authentication = services.AddAuthentication(Reader);
        authentication.AddPolicyScheme(Reader, null, o => o.ForwardDefaultSelector = http => TokenScheme.Applies(http) ? TokenScheme.SchemeName : IdentityConstants.ApplicationScheme);
        authentication.AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.SchemeName, null);
        authentication.AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(o =>
        {
            o.Cookie.Name = "hearsay.reader";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.HttpOnly = true;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.LoginPath = "/sign-in";
            o.Events.OnRedirectToLogin = asked =>
            {
                // A program has no use for the page that a person signs in on.
                if (TokenScheme.IsForPrograms(asked.Request.Path)) asked.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else asked.Response.Redirect(asked.RedirectUri);
                return Task.CompletedTask;
            };
            o.Events.OnRedirectToAccessDenied = refused =>
            {
                refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            o.ReturnUrlParameter = "returnUrl";
            o.ExpireTimeSpan = TimeSpan.FromHours(12);
        }));
        if (provider is null) return;
        authentication.AddOpenIdConnect(SignInProvider.Scheme, o =>
        {
            o.Authority = provider.Authority;
            o.ClientId = provider.ClientId;
            o.ClientSecret = provider.ClientSecret;
            // The answer comes as an address, so that cookies of this site's own requests are enough: "None" would need TLS on every hop.
            o.ResponseType = "code";
            o.ResponseMode = "query";
            o.NonceCookie.SameSite = o.CorrelationCookie.SameSite = SameSiteMode.Lax;
            o.NonceCookie.SecurePolicy = o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.RequireHttpsMetadata = !provider.IsLocal;
            o.Events.OnRemoteFailure = failed =>
            {
                failed.HandleResponse();
                string reason = failed.Failure?.Message.Split('\n')[0].Trim() ?? "no reason given";
                failed.HttpContext.RequestServices.GetRequiredService<AuditLog>().Add("somebody", "failed to sign in", "account", $"through the provider: {reason}");
                failed.Response.Redirect("/sign-in?refused=1");
                return Task.CompletedTask;
            };
            o.SignInScheme = IdentityConstants.ExternalScheme;
            o.CallbackPath = "/sign-in/callback";
            o.MapInboundClaims = false;
            // A subject means something at its own issuer only; the handler would leave the issuer out.
            o.ClaimActions.Remove("iss");
            o.Scope.Add("profile");
        });
    }
}
