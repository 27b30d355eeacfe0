namespace Hearsay.Language.Coreference;

/// <summary>
/// Which tokens stand between quotation marks, so that "I" and "you" can be read from the speaker's side. Takes
/// the tokenised sentences; curly marks pair by shape, straight ones by alternation within a paragraph. A mark
/// left open ends with its paragraph, as a quotation that runs on repeats its opening mark. One pass, no trees.
/// </summary>
internal sealed class QuotationMap
{
    private readonly int[][] ids;
    private readonly List<Quoted> quotations = [];

    private QuotationMap(int sentences) => ids = new int[sentences][];

    /// <summary>One quotation: its first and last token between the marks.</summary>
    internal readonly record struct Quoted(int FirstSentence, int FirstToken, int LastSentence, int LastToken, bool RunsOn);

    /// <summary>The quotations in text order; their position is their id.</summary>
    public IReadOnlyList<Quoted> Quotations => quotations;

    /// <summary>Id of the quotation around a token, −1 outside.</summary>
    public int At(int sentence, int token) => ids[sentence] is { Length: > 0 } row ? row[token] : -1;

    /// <summary>Reads the marks of all sentences.</summary>
    public static QuotationMap Build(IReadOnlyList<Sentence> sentences)
    {
        var map = new QuotationMap(sentences.Count);
        int paragraph = -1;
        var open = new Opening(false, -1, -1, '"');
        for (int s = 0; s < sentences.Count; s++)
        {
            var sentence = sentences[s];
            if (sentence.Paragraph != paragraph && open.IsOpen) open = map.Close(open, s - 1, sentences[s - 1].Tokens.Count - 1, runsOn: true);
            paragraph = sentence.Paragraph;
            open = map.Scan(sentence, s, open);
        }
        if (open.IsOpen) map.Close(open, sentences.Count - 1, sentences[^1].Tokens.Count - 1, runsOn: true);
        return map;
    }

    private Opening Scan(Sentence sentence, int s, Opening open)
    {
        int count = sentence.Tokens.Count;
        int[] row = [];
        for (int i = 0; i < count; i++)
        {
            char mark = MarkOf(sentence.Tokens[i].Form);
            if (mark != '\0' && open.IsOpen && Closes(open.Mark, mark)) open = Close(open, s, i, runsOn: false);
            else if (mark is not ('\0' or '”' or '’') && !open.IsOpen) open = new Opening(true, s, i + 1, mark);
            else if (open.IsOpen)
            {
                if (row.Length == 0) row = Outside(count);
                row[i] = quotations.Count;
            }
        }
        ids[s] = row;
        return open;
    }

    private Opening Close(Opening open, int sentence, int token, bool runsOn)
    {
        quotations.Add(new Quoted(open.Sentence, open.Token, sentence, token, runsOn));
        return new Opening(false, -1, -1, '"');
    }

    private static int[] Outside(int count)
    {
        int[] row = new int[count];
        Array.Fill(row, -1);
        return row;
    }

    // The apostrophe is left out on purpose: as a token of its own it is a possessive far more often than a mark.
    private static char MarkOf(string form) => form switch
    {
        "\"" => '"',
        "“" or "``" or "„" or "«" => '“',
        "”" or "''" or "»" => '”',
        "‘" => '‘',
        "’" => '’',
        _ => '\0',
    };

    private static bool Closes(char opening, char mark) => opening switch
    {
        '"' => mark is '"' or '”',
        '“' => mark is '”' or '"',
        _ => mark == '’',
    };

    private readonly record struct Opening(bool IsOpen, int Sentence, int Token, char Mark);
}
