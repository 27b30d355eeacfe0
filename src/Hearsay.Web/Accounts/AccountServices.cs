using Hearsay.Store;
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
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(o =>
        {
            o.Cookie.Name = "hearsay.reader";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.HttpOnly = true;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.LoginPath = "/sign-in";
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
            o.ResponseType = "code";
            o.SignInScheme = IdentityConstants.ExternalScheme;
            o.CallbackPath = "/sign-in/callback";
            o.MapInboundClaims = false;
            o.Scope.Add("profile");
        });
    }
}
