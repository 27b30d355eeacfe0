using System.Net;
using System.Net.Sockets;

namespace Hearsay.Articles.Fetching;

/// <summary>
/// Fetches one address of the web so that nobody can use the program to look into a private network: http and https only, the
/// host's addresses are resolved once, refused unless all are public, and connected to as resolved (a name cannot change its
/// address in between), every redirect is checked again, at most five are followed, and an answer is given up as soon
/// as it grows over the limit, packed or not. Never throws for the sake of an address; thread-safe.
/// <code>
/// using var fetcher = new PageFetcher();
/// var page = await fetcher.FetchAsync("https://news.example/story");
/// </code>
/// </summary>
public sealed class PageFetcher : IDisposable
{
    private readonly FetchRules rules;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    /// <summary>A fetcher with its own connections.</summary>
    public PageFetcher(FetchRules? rules = null, TimeProvider? time = null)
    {
        this.rules = rules ?? new();
        this.time = time ?? TimeProvider.System;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            UseCookies = false,
            // A proxy would connect for us, to addresses that nobody has looked at.
            UseProxy = false,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = Connect,
        }) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(this.rules.UserAgent);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
    }

    /// <summary>Fetches an address; with validators the answer may be <see cref="FetchedPage.NotModified"/>.</summary>
    public async Task<FetchedPage> FetchAsync(string address, string? etag = null, string? lastModified = null, CancellationToken stop = default)
    {
        using var limit = new CancellationTokenSource(rules.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            return await Follow(address, etag, lastModified, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Failed(address, $"it took longer than {rules.Timeout.TotalSeconds:0} seconds");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException or ArgumentException or InvalidOperationException)
        {
            return Failed(address, Reason(e));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<FetchedPage> Follow(string address, string? etag, string? lastModified, CancellationToken stop)
    {
        string next = address;
        for (int redirects = 0; ; redirects++)
        {
            if (Allowed(next, out var uri) is { } refusal) return Failed(address, refusal);
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            if (lastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
                return await Answer(uri!, response, stop).ConfigureAwait(false);
            if (redirects == rules.MaxRedirects) return Failed(address, $"it redirects more than {rules.MaxRedirects} times");
            next = new Uri(uri!, location).AbsoluteUri;
        }
    }

    private static string? Allowed(string address, out Uri? uri)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out uri)) return "it is no absolute address";
        if (uri.Scheme is not ("http" or "https")) return $"only http and https are fetched, not {uri.Scheme}";
        return uri.Host.Length == 0 ? "it is no absolute address" : uri.UserInfo.Length > 0 ? "it holds a user name" : null;
    }

    private async Task<FetchedPage> Answer(Uri uri, HttpResponseMessage response, CancellationToken stop)
    {
        var after = response.Headers.RetryAfter;
        var page = new FetchedPage(uri.AbsoluteUri, (int)response.StatusCode)
        {
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', '\''),
            ETag = response.Headers.TryGetValues("ETag", out var tags) ? tags.First() : null,
            LastModified = response.Content.Headers.TryGetValues("Last-Modified", out var dates) ? dates.First() : null,
            RetryAfter = after?.Delta ?? (after?.Date is { } date ? date - time.GetUtcNow() : null),
        };
        if (page.NotModified) return page;
        if (!response.IsSuccessStatusCode) return page with { Fault = Faults.NotFetched(uri.AbsoluteUri, $"the server answers {page.Status} {response.ReasonPhrase}".TrimEnd()) };
        using var content = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        using var whole = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await content.ReadAsync(chunk, stop).ConfigureAwait(false)) > 0)
        {
            if (whole.Length + read > rules.MaxBytes)
                return page with { Fault = Faults.NotFetched(uri.AbsoluteUri, $"the answer is larger than {rules.MaxBytes / (1024 * 1024)} MB") };
            whole.Write(chunk, 0, read);
        }
        return page with { Content = whole.ToArray() };
    }

    // Every connection comes through here, of redirects as well; the handler adds TLS for the name on top.
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        string host = context.DnsEndPoint.Host;
        int port = context.DnsEndPoint.Port;
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, stop).ConfigureAwait(false);
        if (addresses.Length == 0) throw new HttpRequestException($"{host} has no address");
        foreach (var address in addresses)
            if (!PublicAddress.Is(address) && !rules.AlsoAllowed.Contains(new IPEndPoint(address, port)))
                throw new HttpRequestException($"{host} leads to {address}, which is not a public address");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static FetchedPage Failed(string address, string reason) => new(address, 0) { Fault = Faults.NotFetched(address, reason) };

    // The innermost reason is the one that means something to a user.
    private static string Reason(Exception e)
    {
        while (e.InnerException is not null) e = e.InnerException;
        return e.Message.ReplaceLineEndings(" ");
    }
}
