using System.Net;
using Microsoft.AspNetCore.Http;

namespace Hearsay.Web.Security;

/// <summary>
/// Says whether an address to listen on stays on this machine, and turns away requests to a room without accounts whose
/// Host is another name: a page elsewhere may point its own name at 127.0.0.1 (DNS rebinding) and would otherwise read
/// with the rights of the local user.
/// </summary>
internal static class LoopbackGuard
{
    /// <summary>Whether all the addresses ("http://127.0.0.1:5080;http://localhost:5081") stay on this machine.</summary>
    public static bool StaysHere(string addresses) => addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(a => Uri.TryCreate(a, UriKind.Absolute, out var address) && IsLoopback(address.Host));

    /// <summary>Answers 421 to every Host but this machine's.</summary>
    public static async Task Guard(HttpContext http, RequestDelegate next)
    {
        if (IsLoopback(http.Request.Host.Host))
        {
            await next(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        await http.Response.WriteAsync("This reading room answers to 127.0.0.1 and localhost only. To open it to others, start it with accounts; see docs/web.md.");
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
