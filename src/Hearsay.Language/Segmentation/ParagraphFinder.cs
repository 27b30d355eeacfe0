namespace Hearsay.Language.Segmentation;

/// <summary>
/// Finds the paragraphs of a text: spans that no sentence crosses. A blank line always ends a paragraph. A single
/// line break ends one too (headlines, lists, one paragraph a line), unless the text is wrapped to a width: then a
/// line that could not have held the next line's first word goes on in the next line. Whether a text is wrapped
/// shows in lines of at most 120 characters that break in mid-sentence. A long line that ends in a word such as
/// "of" or "the" goes on in any text. Linear in the length of the text.
/// </summary>
public static class ParagraphFinder
{
    private const int WidestWrap = 120, NarrowestWrap = 40;

    private readonly record struct Line(int Start, int End, bool AfterBlank)
    {
        public int Length => End - Start;
    }

    /// <summary>The paragraphs in text order, trimmed of white space; never empty spans.</summary>
    public static IReadOnlyList<TextSpan> Find(string text)
    {
        var lines = ReadLines(text);
        var paragraphs = new List<TextSpan>();
        bool wrapped = IsWrapped(text, lines);
        for (int first = 0; first < lines.Count;)
        {
            int end = first + 1;
            while (end < lines.Count && !lines[end].AfterBlank) end++;
            AddBlock(text, lines, first, end, wrapped, paragraphs);
            first = end;
        }
        return paragraphs;
    }

    private static void AddBlock(string text, List<Line> lines, int first, int end, bool wrapped, List<TextSpan> into)
    {
        int width = 0;
        for (int k = first; k < end; k++) width = Math.Max(width, lines[k].Length);
        int start = lines[first].Start;
        for (int k = first; k < end; k++)
        {
            if (k + 1 < end && GoesOn(text, lines[k], lines[k + 1], width, wrapped)) continue;
            into.Add(new TextSpan(start, lines[k].End));
            if (k + 1 < end) start = lines[k + 1].Start;
        }
    }

    /// <summary>Whether the paragraph goes on from line <paramref name="a"/> into line <paramref name="b"/>.</summary>
    private static bool GoesOn(string text, Line a, Line b, int width, bool wrapped)
    {
        if (StartsItem(text, b)) return false;
        bool midSentence = BreaksInMidSentence(text, a, b);
        // Pages whose links stand on lines of their own leave lines that end in "of the".
        if (a.Length >= NarrowestWrap && EndsOpen(text, a)) return true;
        if (!wrapped) return midSentence && a.Length >= NarrowestWrap;
        if (midSentence && a.Length >= NarrowestWrap / 2) return true;
        if (width is < NarrowestWrap or > WidestWrap) return false;
        int word = b.Start;
        while (word < b.End && !Characters.IsSpace(text[word])) word++;
        return a.Length + 1 + (word - b.Start) > width;
    }

    /// <summary>Whether the line ends in a word that no sentence ends in.</summary>
    private static bool EndsOpen(string text, Line line)
    {
        int word = line.End;
        while (word > line.Start && line.End - word < 6 && Characters.IsAsciiLetter(text[word - 1])) word--;
        return word > line.Start && Characters.IsSpace(text[word - 1])
            && text.AsSpan(word, line.End - word) is "the" or "a" or "an" or "of" or "and" or "or" or "at" or "by" or "as" or "from" or "with"
                or "to" or "in" or "on" or "for" or "his" or "its" or "their" or "Mr" or "Mrs" or "Ms" or "Dr" or "into" or "that";
    }

    /// <summary>At least a fifth of the line breaks inside blocks fall in mid-sentence, in lines no wider than 120.</summary>
    private static bool IsWrapped(string text, List<Line> lines)
    {
        int breaks = 0, mid = 0;
        for (int k = 1; k < lines.Count; k++)
        {
            if (lines[k].AfterBlank || StartsItem(text, lines[k])) continue;
            breaks++;
            if (lines[k - 1].Length is >= NarrowestWrap and <= WidestWrap && BreaksInMidSentence(text, lines[k - 1], lines[k])) mid++;
        }
        return mid > 0 && mid * 5 >= breaks;
    }

    private static bool BreaksInMidSentence(string text, Line a, Line b)
    {
        char last = text[a.End - 1], next = text[b.Start];
        return char.IsLower(next) && (char.IsLetterOrDigit(last) || last is ',' or '-' or '–' or '—' or '\'' or '’' or '"' or '”' or ')');
    }

    /// <summary>A bullet or a number with full stop or bracket opens an item of a list.</summary>
    private static bool StartsItem(string text, Line line)
    {
        int i = line.Start;
        if (text[i] is '-' or '*' or '•' or '–' or '—' or '·' or '‣' or '◦' or '>' or '●' or '▪') return true;
        while (i < line.End && i - line.Start < 4 && Characters.IsDigit(text[i])) i++;
        return i > line.Start && i + 1 < line.End && text[i] is '.' or ')' && Characters.IsSpace(text[i + 1]);
    }

    private static List<Line> ReadLines(string text)
    {
        var lines = new List<Line>();
        bool blank = false;
        for (int i = 0; i < text.Length;)
        {
            int length = text.AsSpan(i).IndexOfAny(LineEnds);
            int end = length < 0 ? text.Length : i + length;
            int s = i, e = end;
            while (s < e && Characters.IsSpace(text[s])) s++;
            while (e > s && Characters.IsSpace(text[e - 1])) e--;
            if (s == e) blank = true;
            else { lines.Add(new Line(s, e, blank)); blank = false; }
            i = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n') i++;
            if (end < text.Length && text[end] is '\u2029' or '\f') blank = true;
        }
        return lines;
    }

    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create("\n\r\u0085\u2028\u2029\f\v");
}
