namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// One line of a dictionary taken apart: the phrase, what stands in braces, what stands in brackets. Comments
/// ("#", ";", "&lt;!-- --&gt;") are gone; tabs, single and double blanks before the code are all the same.
/// </summary>
/// <param name="Number">Line in the file, from 1.</param>
/// <param name="Phrase">What stands before braces and brackets, trimmed.</param>
/// <param name="Braces">The plural in braces; null without braces, "" for "{}".</param>
/// <param name="Codes">The inside of each pair of brackets.</param>
/// <param name="Repaired">What had to be mended in the brackets, or null.</param>
internal sealed record DictionaryLine(int Number, string Phrase, string? Braces, IReadOnlyList<string> Codes, string? Repaired)
{
    /// <summary>The lines that say something, up to "~FINISH".</summary>
    public static IEnumerable<DictionaryLine> Read(string text)
    {
        bool inComment = false;
        int number = 0;
        foreach (string raw in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n'))
        {
            number++;
            string line = WithoutComments(raw.TrimStart('\uFEFF'), ref inComment).Trim();
            if (line.StartsWith("~FINISH", StringComparison.OrdinalIgnoreCase)) yield break;
            if (line.Length > 0 && line[0] != '/') yield return Split(number, line);
        }
    }

    private static string WithoutComments(string line, ref bool inComment)
    {
        var kept = new System.Text.StringBuilder(line.Length);
        bool inBrackets = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (inComment)
            {
                int end = line.IndexOf("-->", i, StringComparison.Ordinal);
                if (end < 0) break;
                inComment = false;
                i = end + 2;
                continue;
            }
            if (string.CompareOrdinal(line, i, "<!--", 0, 4) == 0)
            {
                inComment = true;
                continue;
            }
            inBrackets = line[i] == '[' || inBrackets && line[i] != ']';
            // "[###]" is a code; any other "#" opens a comment, even behind a bracket that was never closed.
            bool isCode = line[i] == '#' && inBrackets && i > 0 && line[i - 1] is '[' or '#';
            if (line[i] == ';' || line[i] == '#' && !isCode) break;
            kept.Append(line[i]);
        }
        return kept.ToString();
    }

    private static DictionaryLine Split(int number, string line)
    {
        int bracket = line.IndexOf('[');
        string head = bracket < 0 ? line : line[..bracket];
        string? braces = null;
        int open = head.IndexOf('{');
        if (open >= 0)
        {
            int close = head.IndexOf('}', open);
            braces = (close < 0 ? head[(open + 1)..] : head[(open + 1)..close]).Trim();
            head = head[..open];
        }
        var codes = new List<string>();
        string? repaired = null;
        for (int at = bracket; at >= 0;)
        {
            int close = line.IndexOf(']', at);
            if (close < 0) repaired = "A bracket is not closed";
            codes.Add((close < 0 ? line[(at + 1)..] : line[(at + 1)..close]).Trim());
            int next = close < 0 ? -1 : line.IndexOf('[', close);
            string between = close < 0 ? "" : (next < 0 ? line[(close + 1)..] : line[(close + 1)..next]).Trim(' ', '\t', ']', '-', ',');
            if (between.Length > 0) repaired = $"\"{between}\" stands behind the code";
            at = next;
        }
        codes.RemoveAll(c => c.Trim('[', ']', ' ').Length == 0 && codes.Count > 1);
        return new DictionaryLine(number, head.Trim(), braces, codes, repaired);
    }
}
