using System.Globalization;

namespace Hearsay.Language.Conllu;

/// <summary>
/// Reads CoNLL-U (https://universaldependencies.org/format.html): ten columns divided by tabs, a blank line after
/// each sentence, comments that begin with "#". Multiword ranges are kept, empty nodes (ids such as "8.1") are
/// skipped, and a byte order mark or CR LF line ends are accepted. A line that breaks the format throws
/// <see cref="ConlluFormatException"/> with its number and the remedy. Sentences are yielded as they are read.
/// </summary>
public static class ConlluReader
{
    /// <summary>The sentences of the file at <paramref name="path"/>, read as UTF-8.</summary>
    public static IEnumerable<ConlluSentence> ReadFile(string path)
    {
        using var reader = new StreamReader(path);
        foreach (var sentence in Read(reader)) yield return sentence;
    }

    /// <summary>The sentences that <paramref name="reader"/> holds.</summary>
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        var draft = new Draft();
        int line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (line == 1) text = text.TrimStart('\uFEFF');
            if (text.Length > 0 && !text.AsSpan().IsWhiteSpace()) { draft.Add(text, line); continue; }
            if (draft.Finish() is { } sentence) yield return sentence;
        }
        if (draft.Finish() is { } last) yield return last;
    }

    /// <summary>Whether a MISC column holds SpaceAfter=No.</summary>
    internal static bool HasNoSpaceAfter(string misc)
    {
        foreach (var range in misc.AsSpan().Split('|'))
            if (misc.AsSpan(range).Equals("SpaceAfter=No", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The lines of a sentence gathered so far.</summary>
    private sealed class Draft
    {
        private readonly List<string> comments = [];
        private readonly List<ConlluWord> words = [];
        private readonly List<ConlluMultiword> multiwords = [];
        private readonly List<int> lines = [];

        public void Add(string text, int line)
        {
            if (text[0] == '#')
            {
                // A "#" among the words of a sentence can only be a word line that lost its tabs.
                if (words.Count > 0) throw new ConlluFormatException(line, "a comment stands among the words of a sentence; put comments before the first word, or end the sentence with a blank line.");
                comments.Add(text[1..].Trim());
                return;
            }
            string[] columns = text.Split('\t');
            if (columns.Length != 10)
                throw new ConlluFormatException(line, $"{columns.Length} column{(columns.Length == 1 ? "" : "s")} instead of 10; divide columns with tabs and write _ in empty ones.");
            if (columns[1].Length == 0) throw new ConlluFormatException(line, "the second column (FORM) is empty; write the word, or _ if it is an underscore.");
            string id = columns[0];
            if (id.Contains('.')) return;
            if (id.Contains('-')) AddMultiword(id, columns, line);
            else AddWord(id, columns, line);
        }

        public ConlluSentence? Finish()
        {
            if (words.Count == 0)
            {
                comments.Clear();
                multiwords.Clear();
                return null;
            }
            for (int i = 0; i < words.Count; i++)
                if (words[i].Head > words.Count)
                    throw new ConlluFormatException(lines[i], $"HEAD is {words[i].Head} but the sentence has {words.Count} words; give the number of a word of this sentence, or 0.");
            foreach (var token in multiwords)
                if (token.Last > words.Count)
                    throw new ConlluFormatException(lines[^1], $"the multiword token {token.First}-{token.Last} runs past the last word, {words.Count}; correct its range.");
            var result = new ConlluSentence([.. comments], [.. words], [.. multiwords], lines[0]);
            comments.Clear();
            words.Clear();
            multiwords.Clear();
            lines.Clear();
            return result;
        }

        private void AddMultiword(string id, string[] columns, int line)
        {
            int dash = id.IndexOf('-');
            if (!Number(id.AsSpan(0, dash), out int first) || !Number(id.AsSpan(dash + 1), out int last) || last <= first)
                throw new ConlluFormatException(line, $"\"{id}\" is no range of words; write the first and last word, such as 3-4.");
            if (first != words.Count + 1)
                throw new ConlluFormatException(line, $"the multiword token {id} should come just before word {first}; here word {words.Count + 1} is next.");
            multiwords.Add(new ConlluMultiword(first, last, columns[1], columns[9]));
        }

        private void AddWord(string id, string[] columns, int line)
        {
            if (!Number(id, out int number)) throw new ConlluFormatException(line, $"\"{id}\" is no word number; the first column counts the words of the sentence from 1.");
            if (number != words.Count + 1)
                throw new ConlluFormatException(line, $"word {number} follows word {words.Count}; number the words 1, 2, 3 … and put a blank line between sentences.");
            int head = 0;
            if (columns[6] != "_" && !Number(columns[6], out head))
                throw new ConlluFormatException(line, $"HEAD is \"{columns[6]}\"; give the number of the head, 0 for the root, or _ if the sentence is not parsed.");
            words.Add(new ConlluWord(number, columns[1], columns[2], columns[3], columns[4], columns[5],
                columns[6] == "_" ? -1 : head, columns[7], columns[8], columns[9]));
            lines.Add(line);
        }

        private static bool Number(ReadOnlySpan<char> text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
