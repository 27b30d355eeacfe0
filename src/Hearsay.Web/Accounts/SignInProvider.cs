using Microsoft.Extensions.Configuration;

namespace Hearsay.Web.Accounts;

/// <summary>
/// An OpenID Connect provider to sign in with, as appsettings.json beside the program or the environment names it:
/// <c>Hearsay__Provider__Authority</c>, <c>…ClientId</c>, <c>…ClientSecret</c> and <c>…Name</c>. Null when there is no
/// authority; an authority without a client id is refused when the room is opened.
/// </summary>
internal sealed record SignInProvider(string Name, string Authority, string ClientId, string? ClientSecret)
{
    public const string Scheme = "Provider";

    /// <summary>What the configuration names, or null.</summary>
    public static SignInProvider? Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Hearsay:Provider");
        if (section["Authority"] is not { Length: > 0 } authority) return null;
        return new(section["Name"] ?? new Uri(authority).Host, authority, section["ClientId"] ?? "", section["ClientSecret"]);
    }
}
