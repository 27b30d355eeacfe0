using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Assets;

/// <summary>
/// Style sheets, scripts, fonts and the icon, all of them inside the assembly, so that the program needs no web root and
/// reads nothing from elsewhere. Every address carries a hash of the content and may be kept for ever. A program that was
/// built without npm has no scripts: <see cref="HasScripts"/> says so, and the pages work without them.
/// </summary>
internal sealed class AssetFiles
{
    private const string Prefix = "assets/";
    private static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".svg"] = "image/svg+xml",
        [".woff2"] = "font/woff2", [".json"] = "application/json", [".png"] = "image/png",
    };

    private readonly Dictionary<string, Asset> files = [];

    /// <summary>Reads what the assembly holds; about a megabyte.</summary>
    public AssetFiles()
    {
        var assembly = typeof(AssetFiles).Assembly;
        using var sheet = new MemoryStream();
        foreach (string resource in assembly.GetManifestResourceNames().Where(r => r.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            string name = resource[Prefix.Length..];
            // The style sheets proper are numbered and go out as one.
            if (char.IsAsciiDigit(name[0]))
            {
                stream.CopyTo(sheet);
                continue;
            }
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            Add(name, memory.ToArray());
        }
        Add("app.css", sheet.ToArray());
    }

    /// <summary>The script that starts every page; null when the program was built without npm.</summary>
    public string? Script => files.Keys.FirstOrDefault(n => n.StartsWith("app-", StringComparison.Ordinal) && n.EndsWith(".js", StringComparison.Ordinal)) is { } name ? "/assets/" + name : null;

    /// <summary>Whether the scripts were bundled when the program was built.</summary>
    public bool HasScripts => Script is not null;

    /// <summary>The fonts that every page shows at once.</summary>
    public IEnumerable<string> Preloaded => files.Keys
        .Where(n => n.EndsWith(".woff2", StringComparison.Ordinal) && n.Contains("latin-", StringComparison.Ordinal) && !n.Contains("-ext-", StringComparison.Ordinal) && n.Contains("-normal", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(n => "/assets/" + n);

    /// <summary>The address of a file, or null when the program has none of that name.</summary>
    public string? Find(string name) => files.TryGetValue(name, out var file) ? $"/assets/{name}?v={file.Hash}" : null;

    /// <summary>Serves them below /assets.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", (string name, HttpContext http) =>
    {
        if (!files.TryGetValue(name, out var file)) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        if (file.Compressed is not { } compressed || !http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
            return Results.Bytes(file.Content, file.Type);
        http.Response.Headers.ContentEncoding = "br";
        http.Response.Headers.Vary = "Accept-Encoding";
        return Results.Bytes(compressed, file.Type);
    }).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();

    private void Add(string name, byte[] content)
    {
        string extension = Path.GetExtension(name);
        byte[]? compressed = null;
        if (extension is ".css" or ".js" or ".svg")
        {
            using var memory = new MemoryStream();
            using (var brotli = new BrotliStream(memory, CompressionLevel.Optimal)) brotli.Write(content);
            compressed = memory.ToArray();
        }
        files[name] = new(content, compressed, Types.GetValueOrDefault(extension, "application/octet-stream"), Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6)));
    }

    private sealed record Asset(byte[] Content, byte[]? Compressed, string Type, string Hash);
}
