using System.Runtime.InteropServices;

namespace Hearsay.Cli.Commands;

/// <summary>
/// Ctrl-C and termination signals. The first asks the command to stop; what it is writing is finished. A command
/// that is stuck (in a read from a terminal, say) is ended half a second later, but never in the middle of a line:
/// lines are written inside <see cref="Whole"/>, and ending waits for it.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly Lock Writing = new();
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource stop = new();
    private readonly List<PosixSignalRegistration> signals = [];

    /// <summary>Starts to listen.</summary>
    public Interruption()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            signals.Add(PosixSignalRegistration.Create(signal, OnSignal));
    }

    /// <summary>Signalled when the user wants out.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>Runs something that an end by signal must not cut in two.</summary>
    public static void Whole(Action write)
    {
        lock (Writing) write();
    }

    /// <summary>Whether an output failed because its reader has gone.</summary>
    public static bool IsBrokenPipe(IOException e) =>
        e.HResult is 32 or unchecked((int)0x8007006D) || e.Message.Contains("Broken pipe", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in signals) signal.Dispose();
        stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        bool again = stop.IsCancellationRequested;
        stop.Cancel();
        var timer = new Thread(() =>
        {
            if (!again) Thread.Sleep(Patience);
            lock (Writing) Environment.Exit(ExitCode.Interrupted);
        }) { IsBackground = true };
        timer.Start();
    }
}
