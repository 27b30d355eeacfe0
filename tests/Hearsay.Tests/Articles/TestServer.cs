using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hearsay.Tests.Articles;

/// <summary>
/// A web server on a port of its own that answers with what a test says, whole responses included, and keeps every request.
/// It knows no HTTP beyond the first line, so that it can lie.
/// </summary>
internal sealed class TestServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();

    public TestServer()
    {
        listener.Start();
        _ = Accept();
    }

    /// <summary>By path: a whole response.</summary>
    public ConcurrentDictionary<string, byte[]> Answers { get; } = [];

    /// <summary>Every request, headers included.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public IPEndPoint EndPoint => (IPEndPoint)listener.LocalEndpoint;

    public string Address(string path) => $"http://127.0.0.1:{EndPoint.Port}{path}";

    public IEnumerable<string> Paths => Requests.Select(r => r.Split(' ')[1]);

    public void Answer(string path, string body, string headers = "", string status = "200 OK", string type = "text/html") =>
        Answers[path] = Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}");

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
    }

    private async Task Accept()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await listener.AcceptTcpClientAsync(stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var closing = client;
        try
        {
            var stream = client.GetStream();
            var request = new StringBuilder();
            var buffer = new byte[4096];
            while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                int read = await stream.ReadAsync(buffer, stop.Token);
                if (read == 0) return;
                request.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
            Requests.Enqueue(request.ToString());
            string path = request.ToString().Split(' ')[1];
            byte[] answer = Answers.GetValueOrDefault(path) ?? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
            await stream.WriteAsync(answer, stop.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            // An answer without its end: hold the line until the test is over.
            if (answer.AsSpan().EndsWith("hang"u8)) await Task.Delay(Timeout.Infinite, stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other side has gone.
        }
    }
}
