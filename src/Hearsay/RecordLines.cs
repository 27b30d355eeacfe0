using System.Text;

namespace Hearsay;

/// <summary>
/// The coded articles of a JSONL file, one after the other, whatever the file's size. A line that is no record comes
/// out with the reason in place of an article, so that the caller can say so and go on; empty lines are passed over.
/// </summary>
public static class RecordLines
{
    /// <summary>One line: its number from 1, and the article or what is wrong.</summary>
    public sealed record Line(int Number, CodedArticle? Coded, string? Fault);

    /// <summary>Reads to the end; the stream stays open.</summary>
    public static IEnumerable<Line> Read(Stream input)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false), leaveOpen: true);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return Parse(number, line);
        }
    }

    private static Line Parse(int number, string line)
    {
        try
        {
            return new(number, RecordReader.Read(Encoding.UTF8.GetBytes(line)), null);
        }
        catch (InvalidDataException e)
        {
            return new(number, null, e.Message);
        }
    }
}
