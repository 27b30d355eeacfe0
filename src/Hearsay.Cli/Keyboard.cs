namespace Hearsay.Cli;

/// <summary>
/// Keys and lines that a human gives, or the characters of a file or pipe in their place: a key is then the next
/// character, with the line break behind it if there is one. Null means that nothing more will come.
/// </summary>
internal sealed class Keyboard(TextReader? reader)
{
    /// <summary>The next key, lower case.</summary>
    public char? Key()
    {
        if (reader is null) return char.ToLowerInvariant(Console.ReadKey(intercept: true).KeyChar);
        int next;
        do next = reader.Read();
        while (next is '\n' or '\r');
        while (reader.Peek() is '\n' or '\r') reader.Read();
        return next < 0 ? null : char.ToLowerInvariant((char)next);
    }

    /// <summary>A line of text, as typed.</summary>
    public string? Line() => reader is null ? Console.ReadLine() : reader.ReadLine();
}
