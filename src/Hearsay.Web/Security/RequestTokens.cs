using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Hearsay.Web.Security;

/// <summary>
/// Refuses every request that changes something without the token that the page was given, in the form or in the
/// header RequestVerificationToken. One place for all of them, so that no endpoint can forget it.
/// </summary>
internal sealed class RequestTokens(RequestDelegate next, IAntiforgery antiforgery)
{
    /// <summary>Answers 400 when the token is missing, wrong or of another reader.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || await antiforgery.IsRequestValidAsync(http))
        {
            await next(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        await http.Response.WriteAsJsonAsync(new { error = "token", message = "This page is too old to send from. Reload it and send again; nothing was changed." });
    }
}
