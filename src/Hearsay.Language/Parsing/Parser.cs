namespace Hearsay.Language.Parsing;

/// <summary>
/// Tags, parses and finds names in tokenised sentences. A sentence's result is the same, bit for bit, whatever other
/// sentences are in the call. Sentences above <see cref="LongestWindow"/> words are parsed in windows whose roots are
/// joined to the first one's as parataxis, so that there is still one root. An empty sentence gives empty arrays.
/// Owns its buffers: use one parser per thread.
/// </summary>
public sealed unsafe class Parser
{
    /// <summary>Words that are parsed in one piece at most.</summary>
    public const int LongestWindow = 250;

    private const int BatchSentences = 32;
    private const int BatchWords = 1600;
    private readonly ParserModel model;
    private readonly ParserPass pass;

    /// <param name="model">The model; shared, never changed.</param>
    public Parser(ParserModel model)
    {
        this.model = model;
        pass = new ParserPass(model);
    }

    /// <summary>Parses sentences given as words; results are in the order of the input.</summary>
    public ParsedSentence[] Parse(IReadOnlyList<string[]> sentences)
    {
        var results = new ParsedSentence[sentences.Count];
        var pieces = new List<Piece>(sentences.Count);
        for (int i = 0; i < sentences.Count; i++) AddPieces(sentences[i], i, pieces, results);
        // By length, so that a batch wastes no steps; ties by position keep the order fixed.
        pieces.Sort(static (a, b) => a.Words.Length != b.Words.Length ? b.Words.Length.CompareTo(a.Words.Length) : a.Order.CompareTo(b.Order));
        for (int start = 0; start < pieces.Count;)
        {
            int end = start, words = 0;
            while (end < pieces.Count && end - start < BatchSentences && (end == start || words + pieces[end].Words.Length <= BatchWords))
                words += pieces[end++].Words.Length;
            pass.Run(pieces, start, end);
            start = end;
        }
        Collect(pieces, results);
        GC.KeepAlive(model);
        return results;
    }

    private void AddPieces(string[] words, int sentence, List<Piece> pieces, ParsedSentence[] results)
    {
        if (words.Length == 0)
        {
            results[sentence] = new ParsedSentence([], [], [], [], [], []);
            return;
        }
        for (int start = 0; start < words.Length;)
        {
            int end = WindowEnd(words, start);
            var window = start == 0 && end == words.Length ? words : words[start..end];
            pieces.Add(new Piece(window, sentence, start, pieces.Count));
            start = end;
        }
    }

    // Cuts after the last strong punctuation mark in the second half of the window, else where it ends.
    private static int WindowEnd(string[] words, int start)
    {
        int limit = start + LongestWindow;
        if (limit >= words.Length) return words.Length;
        foreach (string marks in (string[])[".!?;", ":,"])
            for (int i = limit - 1; i >= start + LongestWindow / 2; i--)
                if (words[i].Length == 1 && marks.Contains(words[i][0])) return i + 1;
        return limit;
    }

    private static void Collect(List<Piece> pieces, ParsedSentence[] results)
    {
        pieces.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        for (int i = 0; i < pieces.Count;)
        {
            int end = i + 1;
            while (end < pieces.Count && pieces[end].Sentence == pieces[i].Sentence) end++;
            results[pieces[i].Sentence] = end == i + 1 ? pieces[i].Result! : Join(pieces[i..end]);
            i = end;
        }
    }

    private static ParsedSentence Join(List<Piece> windows)
    {
        int root = Array.IndexOf(windows[0].Result!.Heads, -1);
        var heads = new List<int>();
        var relations = new List<string>();
        foreach (var window in windows)
            for (int i = 0; i < window.Words.Length; i++)
            {
                int head = window.Result!.Heads[i];
                bool joins = head < 0 && window.Start > 0;
                heads.Add(joins ? root : head < 0 ? -1 : head + window.Start);
                relations.Add(joins ? "parataxis" : window.Result.DepRels[i]);
            }
        string[] Joined(Func<ParsedSentence, string[]> column) => [.. windows.SelectMany(w => column(w.Result!))];
        return new ParsedSentence(
            Joined(r => r.Upos), Joined(r => r.Xpos), Joined(r => r.Feats), [.. heads], [.. relations], Joined(r => r.NameTags));
    }

    /// <summary>A sentence or a window of one.</summary>
    internal sealed record Piece(string[] Words, int Sentence, int Start, int Order)
    {
        public ParsedSentence? Result { get; set; }
    }
}
