using System.Collections.Frozen;

namespace Hearsay.Language.Segmentation;

/// <summary>
/// Reads one chunk of text without white space from left to right and emits its tokens. A chunk alternates between
/// words and punctuation; each method consumes one of either and returns where the next begins, so the whole is
/// linear. Context is looked at only around full stops (the previous token and the next sign of the paragraph).
/// </summary>
internal readonly ref partial struct TokenScanner(string text, int limit, List<TextSpan> tokens)
{
    private static readonly FrozenSet<string> Units = new[]
    {
        "mm", "cm", "m", "km", "mi", "ft", "in", "yd", "nm", "g", "kg", "mg", "lb", "lbs", "oz", "t", "l", "ml", "s", "ms", "min", "mins", "hr",
        "hrs", "h", "yrs", "yr", "am", "pm", "AM", "PM", "k", "K", "bn", "b", "mn", "mln", "tn", "trn", "M", "B", "bln", "MM", "million", "billion",
        "mph", "kph", "kmh", "kmph", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "GW", "kWh", "MWh", "GWh", "KB", "MB", "GB", "TB", "kb", "mb", "gb",
        "C", "F", "x", "p", "c", "mbps", "Mbps", "Gbps", "dpi", "px", "ppm", "dB", "MP", "kcal", "cal", "sqm", "ha", "cc", "bpd", "GMT", "BC", "AD", "BCE", "CE",
        "cms", "kms", "kgs", "mL", "Kg", "KM", "usd", "USD", "EUR", "GBP", "euros", "dollars", "years", "degrees", "feet", "yards", "minutes", "hours", "days",
    }.ToFrozenSet();

    /// <summary>Letters that are a unit only after money or a decimal ("$5m", "3.5M"), else part of a code ("86M").</summary>
    private const string CodeLetters = "MBCFKWthsgl";

    /// <summary>Emits the tokens of the chunk <c>[start, end)</c>.</summary>
    public void Scan(int start, int end)
    {
        int i = start;
        while (i < end) i = Characters.IsWord(text, i) ? ScanWord(i, end) : ScanMark(i, start, end);
    }

    /// <summary>Emits a word without marks other than apostrophes, cut at its contractions.</summary>
    public void EmitWord(int start, int end)
    {
        if (Contractions.FusedParts(text.AsSpan(start, end - start)) is { } parts)
        {
            foreach (int length in parts) Emit(start, start += length);
            return;
        }
        Emit(start, end);
    }

    private int ScanWord(int start, int end)
    {
        int i = start, stop = -1;
        bool plain = true;
        while (true)
        {
            while (i < end && Characters.IsWord(text, i)) i++;
            if (i >= end) break;
            char c = text[i];
            if (c == ':' && WebAddresses.IsScheme(text, start, i, end)
                || c == '/' && WebAddresses.IsHost(text, start, i)
                || c == '.' && i - start == 3 && text.AsSpan(start, 3).Equals("www", StringComparison.OrdinalIgnoreCase))
            {
                stop = WebAddresses.End(text, start, end);
                Emit(start, stop);
                return stop;
            }
            int joined = JoinAfter(start, i, end);
            if (joined < 0) break;
            i = joined;
            if (c == '$') { Emit(start, i); return i; }
            plain &= Characters.IsApostrophe(c);
        }
        if (i < end && text[i] == '.' && OwnsStop(start, i, end)) { Emit(start, i + 1); return i + 1; }
        if (plain) EmitCut(start, i);
        else EmitJoined(start, i);
        return i;
    }

    /// <summary>Where the word goes on when the mark at <paramref name="i"/> belongs to it, else −1.</summary>
    private int JoinAfter(int start, int i, int end)
    {
        char c = text[i];
        if (c == '.' && IsHiddenAddress(i, end)) return i + 3;
        if (c == '$') return JoinsDollar(start, i, end) ? i + 1 : -1;
        if (i == start) return -1;
        if (c == '-' && IsStutter(start, i, end)) return i + 1;
        if (i + 1 >= end) return -1;
        bool wordNext = Characters.IsWord(text, i + 1);
        if (c == '+' && i - start == 1 && text[i + 1] == '+') return i + 2;
        if (c == '-' ? !Hyphens.Keep(text, start, i, end) : !wordNext) return -1;
        bool digits = Characters.IsDigit(text[i - 1]) && Characters.IsDigit(text[i + 1]);
        return c switch
        {
            '.' => JoinsStop(start, i, end, digits) ? i + 1 : -1,
            ',' or ':' => digits ? i + 1 : -1,
            '-' => i + 1,
            '@' => AfterAt(i, end),
            '&' => JoinsAmpersand(start, i, end) ? i + 1 : -1,
            '/' => JoinsSlash(start, i, end, digits) ? i + 1 : -1,
            '*' => Characters.IsAsciiLetter(text[i - 1]) && Characters.IsAsciiLetter(text[i + 1]) ? i + 1 : -1,
            _ => Characters.IsApostrophe(c) && c is not '‘' && JoinsApostrophe(i) ? i + 1 : -1,
        };
    }

    private bool JoinsApostrophe(int i) =>
        Characters.IsLetter(text, i + 1) || Characters.IsDigit(text[i - 1]) && Characters.IsDigit(text[i + 1]);

    /// <summary>"example.com", "U.S", "3.5" go on; "said.The" is a slip of the keyboard and ends a sentence.</summary>
    private bool JoinsStop(int start, int i, int end, bool digits)
    {
        if (digits) return true;
        bool slip = i - start >= 2 && (char.IsLower(text[i - 1]) || Characters.IsDigit(text[i - 1])) && i + 2 < end && Characters.IsUpper(text[i + 1])
            && (char.IsLower(text[i + 2]) || Characters.IsApostrophe(text[i + 2])) && text.AsSpan(start, i - start).IndexOf('.') < 0;
        return !slip || IsAddress(start, i, end);
    }

    /// <summary>Whether an "@" or the end of a host name follows in the same run of word characters and stops.</summary>
    private bool IsAddress(int start, int i, int end)
    {
        // Two-letter domains are words too ("It", "In"), so here they are none.
        int dot = i, stop = Math.Min(end, i + 64);
        while (i < stop && (Characters.IsWord(text, i) || text[i] is '.' or '-')) i++;
        return i < stop ? text[i] == '@' : i - dot > 3 && WebAddresses.IsHost(text, start, i);
    }

    /// <summary>Mail archives hide the end of a name: "jdoe...@example.org".</summary>
    private bool IsHiddenAddress(int i, int end) => end - i > 4 && text[i + 1] == '.' && text[i + 2] == '.' && text[i + 3] == '@';

    /// <summary>A word broken off after one letter or before its vowel keeps the hyphen ("th- the").</summary>
    private bool IsStutter(int start, int i, int end)
    {
        if (i - start > 3 || i + 1 < end && Characters.IsWord(text, i + 1) || start > 0 && !Characters.IsSpace(text[start - 1])) return false;
        if (i + 1 < end && text[i + 1] == '-') return false;
        if (i - start == 1) return Characters.IsAsciiLetter(text[start]);
        for (int k = start; k < i; k++)
            if (!Characters.IsAsciiLetter(text[k]) || (text[k] | 0x20) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' || k > start && Characters.IsUpper(text[k])) return false;
        return true;
    }

    private static bool IsSmallNumber(ReadOnlySpan<char> s) => s.Length is 1 or 2 or 4 && !s.ContainsAnyExceptInRange('0', '9');

    /// <summary>Dates ("11/28/2000") and fractions ("1/2") are one token; so are one-letter codes ("I/C", "s/he").</summary>
    private bool JoinsSlash(int start, int i, int end, bool digits)
    {
        var left = text.AsSpan(start, i - start);
        int stop = i + 1;
        while (stop < end && stop - i <= 5 && Characters.IsWord(text, stop)) stop++;
        var right = text.AsSpan(i + 1, stop - i - 1);
        if (digits) return (IsSmallNumber(left) || left.Contains('/')) && IsSmallNumber(right);
        return (left is "s" or "S" && right is "he") || (left is "l" or "L" or "I" or "i" && right.Length == 1);
    }

    private bool JoinsAmpersand(int start, int i, int end)
    {
        int stop = i + 1;
        while (stop < end && stop - i <= 4 && Characters.IsLetter(text, stop)) stop++;
        int left = i - start, right = stop - i - 1;
        return left <= 3 && right <= 3 && (Characters.IsUpper(text[start]) == Characters.IsUpper(text[i + 1]));
    }

    /// <summary>"US$" and "HK$" name a currency when a number or nothing follows.</summary>
    private bool JoinsDollar(int start, int i, int end)
    {
        if (i - start is 0 or > 3 || i + 1 < end && !Characters.IsDigit(text[i + 1])) return false;
        for (int k = start; k < i; k++) if (!Characters.IsUpper(text[k])) return false;
        return true;
    }

    /// <summary>The rest of an electronic mail address after its "@".</summary>
    private int AfterAt(int i, int end)
    {
        int stop = i + 1;
        while (stop < end && (Characters.IsWord(text, stop) || text[stop] is '-' or '.' && stop + 1 < end && Characters.IsWord(text, stop + 1))) stop++;
        return stop;
    }

    private bool OwnsStop(int start, int dot, int end)
    {
        if (dot + 1 < end && (text[dot + 1] is '.' or '…' || Characters.IsWord(text, dot + 1)))
        {
            // "Acme Inc.." is an abbreviation before a full stop; three stops are an ellipsis.
            bool twice = dot + 2 == end && text[dot + 1] == '.';
            if (!twice) return false;
        }
        var previous = tokens.Count > 0 && dot - tokens[^1].End < 64 ? text.AsSpan(tokens[^1].Start, tokens[^1].Length) : default;
        return Abbreviations.OwnsStop(text, start, dot, limit, previous);
    }

    /// <summary>Emits a run of word characters and apostrophes: unit off its number, then clitics off their host.</summary>
    private void EmitCut(int start, int end)
    {
        if (Characters.IsDigit(text[start])) { EmitNumber(start, end); return; }
        EmitClitics(start, end);
    }

    /// <summary>Cuts up to three clitics off the end ("she'd've"); more than that is no English.</summary>
    private void EmitClitics(int start, int end)
    {
        Span<int> cuts = stackalloc int[3];
        int count = 0, host = end;
        while (count < cuts.Length && Contractions.CliticStart(text.AsSpan(start, host - start)) is var cut and > 0) cuts[count++] = host = start + cut;
        EmitWord(start, host);
        while (count > 0) Emit(cuts[--count], count == 0 ? end : cuts[count - 1]);
    }

    private void EmitNumber(int start, int end)
    {
        int i = start;
        while (i < end && (Characters.IsDigit(text[i]) || text[i] is '.' or ',' or ':' && i + 1 < end && Characters.IsDigit(text[i + 1]))) i++;
        var rest = text.AsSpan(i, end - i);
        if (rest.Length == 2 && Characters.IsApostrophe(rest[0]) && rest[1] is 's')
        {
            // "the 1990's" and "the 80's" name a decade; "2003's" has a possessive.
            bool decade = text[i - 1] == '0' && i - start is 2 or 4;
            if (decade) { Emit(start, end); return; }
            Emit(start, i);
            Emit(i, end);
            return;
        }
        if (rest.Length > 0 && IsUnit(start, i, rest))
        {
            Emit(start, i);
            Emit(i, end);
            return;
        }
        Emit(start, end);
    }

    private bool IsUnit(int start, int numberEnd, ReadOnlySpan<char> rest)
    {
        if (!Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest)) return false;
        if (rest.Length > 1 || !CodeLetters.Contains(rest[0])) return true;
        bool money = start > 0 && text[start - 1] is '$' or '£' or '€' or '¥' or '₹';
        return money || text.AsSpan(start, numberEnd - start).ContainsAny('.', ',');
    }

    /// <summary>Emits a word that holds other marks: an address, a number, an acronym, a kept hyphen.</summary>
    private void EmitJoined(int start, int end)
    {
        if (Characters.IsDigit(text[start])) { EmitNumber(start, end); return; }
        int cut = Contractions.CliticStart(text.AsSpan(start, end - start));
        if (cut > 0) { Emit(start, start + cut); Emit(start + cut, end); return; }
        Emit(start, end);
    }

    private void Emit(int start, int end) => tokens.Add(new TextSpan(start, end));
}
