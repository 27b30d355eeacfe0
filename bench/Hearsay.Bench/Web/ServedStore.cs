using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hearsay.Bench.Web;

/// <summary><c>hearsay serve</c> on a store, on a free port of this machine, until it is disposed.</summary>
internal sealed class ServedStore : IDisposable
{
    public ServedStore(string program, string db)
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        Server = Process.Start(new ProcessStartInfo(program, ["serve", "--db", db, "--urls", Address, "--quiet"]))!;
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new(Address), Timeout = TimeSpan.FromSeconds(60) };
    }

    public string Address { get; }

    public Process Server { get; }

    public HttpClient Http { get; }

    /// <summary>Waits until the server answers.</summary>
    public async Task Opened()
    {
        for (int i = 0; i < 600; i++)
        {
            try
            {
                using var answer = await Http.GetAsync("/read");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
            }
            await Task.Delay(50);
        }
        throw new InvalidOperationException("The server did not open.");
    }

    /// <summary>Waits until the server has read the countable part of the store, which the overview tells by coming without a "Refresh".</summary>
    public async Task Read()
    {
        while (true)
        {
            using var answer = await Http.GetAsync("/");
            if (answer.StatusCode == HttpStatusCode.OK && !answer.Headers.Contains("Refresh")) return;
            await Task.Delay(100);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Http.Dispose();
        Server.Kill();
        Server.WaitForExit();
        Server.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
