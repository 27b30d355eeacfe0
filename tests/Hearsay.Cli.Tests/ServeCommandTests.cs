using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hearsay.Cli.Tests;

/// <summary><c>hearsay serve</c>: the real program on a free port, and what it refuses.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task It_answers_this_machine_and_a_signal_closes_it(string signal)
    {
        if (OperatingSystem.IsWindows()) return; // there is no kill to send it with
        string address = $"http://127.0.0.1:{FreePort()}";
        using var server = Start("--urls", address);
        Assert.Contains($"open at {address}", await server.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = new(address) };
        Assert.Contains("Nothing here yet", await http.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var kill = Process.Start("kill", [$"-{signal}", $"{server.Id}"]);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        // Half a second is given to what is under way.
        Assert.Contains(server.ExitCode, (int[])[ExitCode.Ok, ExitCode.Interrupted]);
        Assert.Equal("", await server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal("", await server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:5080")]
    [InlineData("http://127.0.0.1:0;http://192.168.7.9:5080")]
    public void Another_address_is_refused_while_nobody_could_sign_in(string address)
    {
        var (code, output, error) = Run("--urls", address);
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains("HS3060", error, StringComparison.Ordinal);
        Assert.Contains("--add-account", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_where_no_store_can_be_is_told()
    {
        var (code, _, error) = shell.Run("serve", "--db", Path.Combine(shell.Folder, "no", "such", "folder", "hearsay.db"), "--urls", "http://127.0.0.1:0");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS3022", error, StringComparison.Ordinal);
        string text = shell.File("text.db", "this is no database, whatever its name says " + new string('x', 4096));
        Assert.Contains("HS3022", shell.Run("serve", "--db", text, "--urls", "http://127.0.0.1:0").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    public void An_address_that_is_none_is_told(string address)
    {
        var (code, _, error) = Run("--urls", address);
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS306", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_taken_is_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var (code, _, error) = Run("--urls", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS3061", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_is_added_with_the_password_of_standard_input()
    {
        shell.Input = "short\n"u8.ToArray();
        Assert.Contains("HS3062", Run("--add-account", "ada").Error, StringComparison.Ordinal);
        shell.Input = "a long enough password\n"u8.ToArray();
        Assert.Contains("ada can sign in now, as admin", Run("--add-account", "ada").Error, StringComparison.Ordinal);
        Assert.Contains("HS3062", Run("--add-account", "Ada").Error, StringComparison.Ordinal);
    }

    private (int Code, string Out, string Error) Run(params string[] options) => shell.Run(["serve", "--db", Path.Combine(shell.Folder, "room.db"), .. options]);

    private Process Start(params string[] options) => Process.Start(new ProcessStartInfo("dotnet",
        [Path.Combine(AppContext.BaseDirectory, "Hearsay.Cli.dll"), "serve", "--db", Path.Combine(shell.Folder, "room.db"), .. options])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
