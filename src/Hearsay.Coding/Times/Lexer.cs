using Hearsay.Coding.Quantities;
using Hearsay.Language;

namespace Hearsay.Coding.Times;

/// <summary>
/// Cuts a sentence's text into lexemes and says whether it holds anything that a time expression could grow from,
/// so that most sentences cost one pass. The list is reused between sentences.
/// </summary>
internal sealed class Lexer(TimeWords timeWords, NumberWords numberWords)
{
    private const TimeKinds Seeds = TimeKinds.Month | TimeKinds.Weekday | TimeKinds.Weekdays | TimeKinds.Unit | TimeKinds.Season | TimeKinds.Daypart
        | TimeKinds.Deictic | TimeKinds.Frequency | TimeKinds.Vague | TimeKinds.DecadeName | TimeKinds.HolidayStart;

    /// <summary>Fills <paramref name="into"/>; false when the sentence cannot hold a time expression.</summary>
    public bool Read(string text, Sentence sentence, List<Lexeme> into)
    {
        into.Clear();
        bool seed = false;
        for (int t = 0; t < sentence.Tokens.Count; t++)
        {
            var span = sentence.Tokens[t].Span;
            for (int i = span.Start; i < span.End && i < text.Length;)
            {
                var lexeme = Next(text, i, span.End, t);
                if (lexeme.Kind == LexemeKind.Mark && char.IsWhiteSpace(lexeme.Mark)) { i = lexeme.End; continue; }
                into.Add(lexeme);
                seed |= lexeme.Kind == LexemeKind.Digits || lexeme.Is(Seeds) || lexeme.Is("later");
                i = lexeme.End;
            }
        }
        return seed;
    }

    private Lexeme Next(string text, int start, int limit, int token)
    {
        bool spaced = start == 0 || char.IsWhiteSpace(text[start - 1]);
        int end = start + 1;
        if (char.IsLetter(text[start]))
        {
            while (end < limit && char.IsLetter(text[end])) end++;
            var word = text.AsSpan(start, end - start);
            return new Lexeme(LexemeKind.Word, timeWords.Find(word), numberWords.Find(word), 0, '\0', start, end, token, spaced);
        }
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < limit && char.IsAsciiDigit(text[end])) end++;
            int number = end - start <= 9 ? int.Parse(text.AsSpan(start, end - start)) : -1;
            return new Lexeme(LexemeKind.Digits, null, null, number, '\0', start, end, token, spaced);
        }
        char mark = text[start] switch { '’' or '‘' or '`' => '\'', '–' or '—' or '‑' => '-', var c => c };
        return new Lexeme(LexemeKind.Mark, null, null, 0, mark, start, end, token, spaced);
    }
}
