using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hearsay.Cli.Picture;

/// <summary>
/// Text with a style for each stretch, laid out in lines of a given width. Lines break at spaces only, wherever
/// styles begin and end, so that a quotation mark never parts from its word; a word longer than the line is cut.
/// </summary>
internal sealed class StyledText
{
    private readonly StringBuilder characters = new();
    private readonly List<Style> styles = [];

    /// <summary>Adds text; line breaks in it count as spaces.</summary>
    public StyledText Add(string text, Style? style = null)
    {
        foreach (char c in text)
        {
            characters.Append(char.IsWhiteSpace(c) ? ' ' : c);
            styles.Add(style ?? Palette.Plain);
        }
        return this;
    }

    /// <summary>Characters so far.</summary>
    public int Length => characters.Length;

    /// <summary>
    /// Prints the lines, each behind <paramref name="rail"/> and an indent of <paramref name="first"/> (first line)
    /// or <paramref name="rest"/> spaces.
    /// </summary>
    public void Print(IAnsiConsole console, StyledText? rail = null, int first = 0, int rest = 0)
    {
        int railLength = rail?.Length ?? 0, at = 0, indent = first;
        while (at < Length && characters[at] == ' ') at++;
        while (at < Length)
        {
            int room = Math.Max(8, console.Profile.Width - railLength - indent);
            int end = LineEnd(at, room);
            var line = new Paragraph();
            rail?.AppendTo(line, 0, railLength);
            line.Append(new string(' ', indent));
            AppendTo(line, at, TrimmedEnd(at, end));
            console.Write(line);
            console.WriteLine();
            at = end;
            while (at < Length && characters[at] == ' ') at++;
            indent = rest;
        }
    }

    private int LineEnd(int at, int room)
    {
        if (Length - at <= room) return Length;
        if (characters[at + room] == ' ') return at + room;
        for (int i = at + room - 1; i > at; i--) if (characters[i] == ' ') return i;
        // Never between the halves of a surrogate pair.
        return char.IsLowSurrogate(characters[at + room]) ? at + room - 1 : at + room;
    }

    private int TrimmedEnd(int at, int end)
    {
        while (end > at && characters[end - 1] == ' ') end--;
        return end;
    }

    private void AppendTo(Paragraph line, int start, int end)
    {
        for (int i = start; i < end;)
        {
            int run = i + 1;
            while (run < end && styles[run].Equals(styles[i])) run++;
            line.Append(characters.ToString(i, run - i), styles[i]);
            i = run;
        }
    }
}
