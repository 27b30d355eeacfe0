using System.Text;

namespace Hearsay.Training.Triggers;

/// <summary>
/// A line of eval/corpus/marked: news sentences in which the words of every event stand in brackets with its type, "Voters [threw
/// out|REJECT] the port scheme". <see cref="Text"/> is the line without the marks; the spans are offsets into it, in UTF-16 units.
/// </summary>
internal sealed record MarkedSentence(string Text, IReadOnlyList<(int Start, int Length, string Type)> Events)
{
    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">A bracket is not closed, or has no bar and type.</exception>
    public static MarkedSentence Parse(string line)
    {
        var text = new StringBuilder();
        var events = new List<(int, int, string)>();
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] != '[') { text.Append(line[i]); continue; }
            int bar = line.IndexOf('|', i), end = line.IndexOf(']', i);
            if (bar < 0 || end < bar) throw new FormatException($"column {i + 1}: write [words|TYPE].");
            events.Add((text.Length, bar - i - 1, line[(bar + 1)..end]));
            text.Append(line, i + 1, bar - i - 1);
            i = end;
        }
        return new MarkedSentence(text.ToString(), events);
    }
}
