using Hearsay.Articles;
using Microsoft.Extensions.Configuration;

namespace Hearsay.Web.Accounts;

/// <summary>
/// An OpenID Connect provider to sign in with, as appsettings.json beside the program or the environment names it:
/// <c>Hearsay__Provider__Authority</c>, <c>…ClientId</c>, <c>…ClientSecret</c> and <c>…Name</c>. Null when there is no
/// authority; what is wrong with it is said when the room is opened.
/// </summary>
internal sealed record SignInProvider(string Name, string Authority, string ClientId, string? ClientSecret)
{
    public const string Scheme = "Provider";

    /// <summary>Whether it runs on this machine, where nobody can listen in and TLS is not asked for.</summary>
    public bool IsLocal => new Uri(Authority).IsLoopback;

    /// <summary>What is wrong with it, or null.</summary>
    public static Diagnostic? Fault(IConfiguration configuration)
    {
        var section = configuration.GetSection("Hearsay:Provider");
        if (section["Authority"] is not { Length: > 0 } authority) return null;
        string? wrong = !Uri.TryCreate(authority, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") ? "its authority is no address"
            : address.Scheme == "http" && !address.IsLoopback ? "its authority is not reached through TLS"
            : string.IsNullOrWhiteSpace(section["ClientId"]) ? "it has no client id" : null;
        return wrong is null ? null : RoomFaults.BadProvider(authority, wrong);
    }

    /// <summary>What the configuration names, or null.</summary>
    public static SignInProvider? Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Hearsay:Provider");
        if (section["Authority"] is not { Length: > 0 } authority) return null;
        return new(section["Name"] ?? new Uri(authority).Host, authority, section["ClientId"] ?? "", section["ClientSecret"]);
    }
}
