namespace Hearsay.Language.Segmentation;

internal readonly ref partial struct TokenScanner
{
    /// <summary>Emits the mark, or the run of equal marks, at <paramref name="i"/>.</summary>
    private int ScanMark(int i, int chunk, int end)
    {
        char c = text[i];
        int next = i + 1;
        bool wordNext = next < end && Characters.IsWord(text, next);
        if (Characters.IsApostrophe(c)) return ScanApostrophe(i, chunk, end);
        if (c is '.' && wordNext && Characters.IsDigit(text[next]) && (i == chunk || text[i - 1] is '$' or '£' or '€'))
            return ScanWordFrom(i, next, end);
        if (c is '#' or '@' && wordNext && i == chunk && !Characters.IsDigit(text[next])) return ScanWordFrom(i, next, end);
        if (c is '+' && next < end && Characters.IsDigit(text[next]) && i == chunk) return ScanWordFrom(i, next, end);
        if (c == '[' && end - i >= 5 && text.AsSpan(i, 5).SequenceEqual("[...]")) { Emit(i, i + 5); return i + 5; }
        if (Emoticons.Length(text, i, end) is var face and > 0 && (i == chunk || i + face == end)) { Emit(i, i + face); return i + face; }
        if (c is '(' && i == chunk && IsItemLabel(i, end)) { Emit(i, i + 3); return i + 3; }
        int stop = RunEnd(i, end);
        Emit(i, stop);
        return stop;
    }

    /// <summary>"(a)" alone in its chunk labels an item of a list.</summary>
    private bool IsItemLabel(int i, int end) => end - i == 3 && text[i + 2] == ')' && text[i + 1] is >= 'a' and <= 'h';

    /// <summary>A word that begins with the sign at <paramref name="sign"/> ("#budget", "@desk", ".5", "+44").</summary>
    private int ScanWordFrom(int sign, int i, int end)
    {
        int before = tokens.Count, stop = ScanWord(i, end);
        tokens[before] = new TextSpan(sign, tokens[before].End);
        return stop;
    }

    private int ScanApostrophe(int i, int chunk, int end)
    {
        int letters = i + 1;
        while (letters < end && letters - i <= 10 && Characters.IsWord(text, letters)) letters++;
        var word = text.AsSpan(i + 1, letters - i - 1);
        if (word.IsEmpty)
        {
            bool doubled = i + 1 < end && text[i + 1] == text[i];
            if (!doubled && i > chunk && TakesFinalApostrophe(i)) { tokens[^1] = tokens[^1] with { End = i + 1 }; return i + 1; }
            int stop = doubled ? i + 2 : i + 1;
            Emit(i, stop);
            return stop;
        }
        bool attached = tokens.Count > 0 && tokens[^1].End == i && i > chunk;
        if (Contractions.IsCliticTail(word) && (attached || letters == end && i == chunk)) { Emit(i, letters); return letters; }
        bool year = word.Length is 2 or 3 && Characters.IsDigit(word[0]) && Characters.IsDigit(word[1]) && (word.Length == 2 || word[2] == 's');
        if (!attached && (year || Contractions.IsClipped(word))) { Emit(i, letters); return letters; }
        if (!attached && word.Length is 3 or 4 && (word is "tis" or "Tis" or "twas" or "Twas")) { Emit(i, i + 2); Emit(i + 2, letters); return letters; }
        Emit(i, i + 1);
        return i + 1;
    }

    private bool TakesFinalApostrophe(int i) =>
        tokens.Count > 0 && tokens[^1].End == i && Contractions.IsApocopated(text.AsSpan(tokens[^1].Start, tokens[^1].Length))
        && !(tokens.Count > 1 && tokens[^2].Length == 1 && Characters.IsApostrophe(text[tokens[^2].Start]));

    private int RunEnd(int i, int end)
    {
        char c = text[i];
        int stop = i + 1;
        if (Characters.IsTerminal(c)) { while (stop < end && Characters.IsTerminal(text[stop])) stop++; return stop; }
        if (c is '-' or '*' or '=' or '_' or '~' or '<' or '>' or '|' or '#' or '+' or '—' or '–' or '•' or '/' or '\\')
        {
            while (stop < end && text[stop] == c) stop++;
            return stop;
        }
        if (!char.IsHighSurrogate(c) || stop >= end || !char.IsLowSurrogate(text[stop])) return stop;
        return Emoticons.EmojiEnd(text, i, end);
    }
}
