using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hearsay.Web.Tests;

/// <summary>
/// A small OpenID Connect provider on this machine: discovery, authorization code with PKCE, tokens signed with RS256, and the keys to
/// check them. Whoever comes presses one button and is <see cref="Subject"/>. Under the name "localhost" it is another
/// site than the reading room at 127.0.0.1, as real providers are.
/// </summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string Client = "reading-room", Secret = "between the two of us";

    private readonly RSA key = RSA.Create(2048);
    private readonly Dictionary<string, (string Nonce, string Challenge)> codes = [];
    private WebApplication app = null!;

    public string Subject { get; set; } = "0042";

    public string UserName { get; set; } = "ines";

    /// <summary>Whether tokens are signed with a key that is not the published one.</summary>
    public bool Forges { get; set; }

    public string Address { get; private set; } = "";

    public static async Task<IdentityProvider> Start()
    {
        var provider = new IdentityProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        provider.app = builder.Build();
        provider.Map();
        await provider.app.StartAsync();
        provider.Address = provider.app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        key.Dispose();
    }

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Address, authorization_endpoint = Address + "/authorize", token_endpoint = Address + "/token", jwks_uri = Address + "/keys",
            response_types_supported = new[] { "code" }, subject_types_supported = new[] { "public" }, id_token_signing_alg_values_supported = new[] { "RS256" },
        }));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/keys", () =>
        {
            var parameters = key.ExportParameters(false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = Url(parameters.Modulus!), e = Url(parameters.Exponent!) } } });
        });
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            string code = Guid.NewGuid().ToString("N");
            var asked = request.Query;
            if (asked["client_id"] != Client || asked["response_type"] != "code") return Results.BadRequest();
            codes[code] = (asked["nonce"].ToString(), asked["code_challenge"].ToString());
            string back = $"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"].ToString())}";
            string refused = $"{asked["redirect_uri"]}?error=access_denied&state={Uri.EscapeDataString(asked["state"].ToString())}";
            return Results.Content($"<!DOCTYPE html><title>Provider</title><a id=\"yes\" href=\"{System.Net.WebUtility.HtmlEncode(back)}\">I am {UserName}</a> <a id=\"no\" href=\"{System.Net.WebUtility.HtmlEncode(refused)}\">No</a>", "text/html");
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            bool known = codes.Remove(form["code"].ToString(), out var code);
            string challenge = Url(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
            if (!known || form["client_secret"] != Secret || challenge != code.Challenge) return Results.BadRequest(new { error = "invalid_grant" });
            return Results.Json(new { access_token = "a", token_type = "Bearer", expires_in = 300, id_token = IdToken(code.Nonce) });
        });
    }

    private string IdToken(string nonce)
    {
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string head = Url(JsonSerializer.SerializeToUtf8Bytes(new { alg = "RS256", kid = "1", typ = "JWT" }));
        string body = Url(JsonSerializer.SerializeToUtf8Bytes(new { iss = Address, aud = Client, sub = Subject, nonce, iat = now, nbf = now, exp = now + 300, preferred_username = UserName }));
        using var other = RSA.Create(2048);
        return $"{head}.{body}.{Url((Forges ? other : key).SignData(Encoding.ASCII.GetBytes($"{head}.{body}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
