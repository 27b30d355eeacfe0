using System.Text;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace Hearsay.Cli;

/// <summary>
/// Where a command reads and writes, and what the other side can show. Data goes to <see cref="Out"/>, everything
/// said to a human to <see cref="Error"/>. Tests pass streams of their own; nothing else in the program touches
/// the console.
/// </summary>
internal sealed class Terminal
{
    /// <summary>Opens standard input.</summary>
    public required Func<Stream> In { get; init; }

    /// <summary>Standard output, unbuffered.</summary>
    public required Stream Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a human types on standard input.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>Whether a human looks at standard output.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a human looks at standard error: only then is progress shown.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colours may be used (not with NO_COLOR, not into a file).</summary>
    public bool Colour { get; init; }

    /// <summary>Columns of a line.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Signalled when the user wants out.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The console of this process.</summary>
    public static Terminal OfProcess(CancellationToken stop)
    {
        var utf8 = new UTF8Encoding(false);
        return new()
        {
            In = Console.OpenStandardInput,
            Out = StandardOutput(),
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            InIsTerminal = !Console.IsInputRedirected,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Colour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Width = ColumnsOf(Console.IsOutputRedirected),
            Stop = stop,
        };
    }

    /// <summary>A text writer over <see cref="Out"/>; flush it.</summary>
    public StreamWriter Writer() => new(Out, new UTF8Encoding(false), leaveOpen: true);

    /// <summary>A console for pictures that writes to <paramref name="writer"/>.</summary>
    public IAnsiConsole Canvas(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        return console;
    }

    /// <summary>The keys that are pressed, or the characters of standard input.</summary>
    public Keyboard Keyboard() => new(InIsTerminal ? null : new StreamReader(In(), new UTF8Encoding(false)));

    /// <summary>Says a line to the user.</summary>
    public void Say(string line) => Error.WriteLine(line);

    // The console's own stream keeps silent when the reader has gone ("| head"), and a long run would go on in vain; a file
    // stream on a file keeps a place of its own, and what writes to the file next would overwrite it.
    private static Stream StandardOutput()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 1);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    private static int ColumnsOf(bool redirected)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int columns) && columns is >= 20 and <= 500) return columns;
        try
        {
            return redirected ? 80 : Math.Clamp(Console.WindowWidth, 20, 500);
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
