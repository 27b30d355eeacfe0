using System.Collections.Frozen;

namespace Hearsay.Language.Segmentation;

/// <summary>What kind of abbreviation a word with its full stop is; decides whether a sentence may end there.</summary>
internal enum AbbreviationKind : byte
{
    /// <summary>Not a known abbreviation.</summary>
    None,

    /// <summary>Stands before a name: "Sen.", "Gen.", "Mr.", "St.".</summary>
    Title,

    /// <summary>Stands after a name: "Inc.", "Jr.", "Ave.", and may end a sentence.</summary>
    Suffix,

    /// <summary>Stands before a number: "No.", "Fig.", "p.".</summary>
    Numbered,

    /// <summary>A month or weekday: "Sept.", "Tues.".</summary>
    Date,

    /// <summary>A state or province: "Calif.", "Ont.".</summary>
    Region,

    /// <summary>"etc.", "vs.", "approx." and the like.</summary>
    Other,
}

/// <summary>
/// The abbreviations of English news, and whether a full stop after a word belongs to that word. Takes a word in
/// its context and looks a bounded distance around it. A sentence that ends in an abbreviation has no full stop of
/// its own, as in UD English ("… in the U.S." ends with the token "U.S.").
/// </summary>
internal static class Abbreviations
{
    private const int Longest = 8;

    private static readonly FrozenDictionary<string, AbbreviationKind> Kinds = Build();

    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Abbreviations that are also words; their full stop is theirs only where the context says so.</summary>
    private static readonly FrozenSet<string> Ambiguous = new[]
    {
        "No", "no", "Nos", "Fig", "fig", "figs", "Art", "art", "Sec", "sec", "Ch", "ch", "Par", "par", "Vol", "vol", "Ref", "ref", "Para", "para",
        "Mar", "Sun", "Sat", "Wed", "Mon", "Jan", "Ill", "Ind", "La", "Mass", "Miss", "Wash", "Ore", "Me", "Ark", "Mich", "Kan", "Ala", "Cal", "Man",
        "Sask", "Alta", "Ont", "Tex", "Mo", "Col", "Rep", "Hon", "Fr", "Det", "Pres", "Mt", "Ft", "Del", "Insp", "Rd", "Ed", "ed", "al", "est", "ca",
    }.ToFrozenSet();

    /// <summary>After these a single capital letter is a label, not an initial ("Plan B.").</summary>
    private static readonly FrozenSet<string> Labels = new[]
    {
        "plan", "vitamin", "hepatitis", "type", "class", "section", "part", "group", "exhibit", "grade", "option", "series",
        "influenza", "appendix", "level", "category", "block", "gate", "terminal", "line", "model", "malcolm", "and", "or", "an", "a",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of the abbreviation that the token <c>[start, end)</c> is, its full stop included.</summary>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> token) =>
        token.Length is > 1 and <= Longest + 1 && token[^1] == '.' ? Find(token[..^1]) : AbbreviationKind.None;

    /// <summary>
    /// Whether the full stop at <paramref name="dot"/> belongs to the word <c>[start, dot)</c>.
    /// <paramref name="previous"/> is the token before the word in its paragraph, empty when there is none;
    /// <paramref name="limit"/> is where the paragraph ends.
    /// </summary>
    public static bool OwnsStop(string text, int start, int dot, int limit, ReadOnlySpan<char> previous)
    {
        var word = text.AsSpan(start, dot - start);
        if (Characters.IsDigit(word[^1])) return OwnsNumbering(text, word, dot, limit, previous);
        if (word.Length > 16) return false;
        char next = NextSign(text, dot + 1, limit);
        if (word.Length == 1) return OwnsInitial(text, word[0], dot, limit, next, previous);
        if (word.Contains('.')) return IsAcronym(word);
        if (word.Length > Longest) return false;
        var kind = Find(word);
        if (kind == AbbreviationKind.None) return false;
        if (!Ambiguous.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return true;
        bool spaced = dot + 1 < limit && Characters.IsSpace(text[dot + 1]);
        return kind switch
        {
            AbbreviationKind.Numbered => Characters.IsDigit(next),
            AbbreviationKind.Date => Characters.IsDigit(next) || next == ',' || char.IsLower(next),
            AbbreviationKind.Region => previous is "," or "-" || next == ',',
            AbbreviationKind.Title => spaced && Characters.IsUpper(next) && previous is not ("," or "the"),
            _ => previous.Equals("et", StringComparison.OrdinalIgnoreCase) || char.IsLower(next) || Characters.IsDigit(next) || next is ',' or ':',
        };
    }

    /// <summary>Single letters, or short groups of them, joined by full stops: "U.S", "a.m", "Ph.D".</summary>
    public static bool IsAcronym(ReadOnlySpan<char> word)
    {
        int run = 0, runs = 0, longest = 0;
        foreach (char c in word)
        {
            if (c == '.') { runs++; run = 0; continue; }
            if (!char.IsLetter(c)) return false;
            longest = Math.Max(longest, ++run);
        }
        return runs > 0 && run > 0 && (longest == 1 || longest == 2 && word.Length <= 5 && Characters.IsUpper(word[0]));
    }

    private static AbbreviationKind Find(ReadOnlySpan<char> word) =>
        word.Length <= Longest && Lookup.TryGetValue(word, out var kind) ? kind : AbbreviationKind.None;

    /// <summary>"1." opens an item of a list when it opens its paragraph and text follows it.</summary>
    private static bool OwnsNumbering(string text, ReadOnlySpan<char> word, int dot, int limit, ReadOnlySpan<char> previous) =>
        previous.IsEmpty && word.Length <= 5 && word.IndexOfAnyExcept("0123456789.") < 0
        && dot + 1 < limit && Characters.IsSpace(text[dot + 1]);

    private static bool OwnsInitial(string text, char letter, int dot, int limit, char next, ReadOnlySpan<char> previous)
    {
        bool spaced = dot + 1 < limit && Characters.IsSpace(text[dot + 1]);
        if (char.IsLower(letter))
            return spaced && (Characters.IsDigit(next) && letter is 'p' or 'c' or 'b' or 'd' or 'r' or 'n' or 'm' || letter == 'v');
        if (!Characters.IsUpper(letter)) return false;
        bool afterInitial = previous.Length > 1 && previous[^1] == '.';
        if (next == '\0') return afterInitial && previous.Length == 2;
        if (letter == 'I' && !afterInitial && !(previous.Length > 1 && Characters.IsUpper(previous[0]) && spaced && Characters.IsUpper(next))) return false;
        if (Labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(previous)) return false;
        return next == ',' || spaced && (char.IsLetter(next) || Characters.IsOpener(next) || next is '“' or '"' or '\'');
    }

    /// <summary>The next code unit that is no separator, or NUL at the end of the paragraph.</summary>
    private static char NextSign(string text, int from, int limit)
    {
        int stop = Math.Min(limit, from + 32);
        while (from < stop && Characters.IsSpace(text[from])) from++;
        return from < stop ? text[from] : '\0';
    }

    private static FrozenDictionary<string, AbbreviationKind> Build()
    {
        var kinds = new Dictionary<string, AbbreviationKind>();
        void Add(AbbreviationKind kind, string words)
        {
            foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) kinds.TryAdd(word, kind);
        }
        Add(AbbreviationKind.Title, "Mr Mrs Ms Mx Dr Drs Prof Profs Sen Sens Rep Reps Gov Govs Gen Gens Lt Col Cols Maj Capt Cpt Cmdr Cdr Cpl Sgt Pvt "
            + "Adm Brig Rev Revd Hon Pres Supt Det Insp Amb Fr Msgr Mgr Mme Mlle Mssrs Messrs St Ste Sts Mt Ft Pt Atty Asst Spc Sr Sra "
            + "mr mrs ms dr prof MR MRS MS DR SEN REP GOV GEN LT ST Ald Del Chmn Secy Sheikh Tpr Ofc Const Cllr");
        Add(AbbreviationKind.Suffix, "Jr jr JR Esq Inc INC inc Corp CORP corp Co CO Cos Ltd LTD ltd Llc Plc Bros Assn Assoc Univ Dept dept Ave Blvd Rd Hwy Bldg Intl Natl "
            + "Govt Soc Inst Acad Pty Pvt Est");
        Add(AbbreviationKind.Numbered, "No no Nos nos Fig Figs fig figs Art art Sec sec Sect Ch ch Vol vol Vols pp Eq Eqs Ref ref Op op Para para Par chap Chap Apt");
        Add(AbbreviationKind.Date, "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun");
        Add(AbbreviationKind.Region, "Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla "
            + "Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Sask Alta Man Me");
        Add(AbbreviationKind.Other, "etc Etc vs Vs VS approx Approx cf ca al Ed ed eds Eds est incl excl max lb lbs oz ft hrs hr mins yrs yr sq tel Tel ext Ext "
            + "viz ibid Conf Attn misc temp avg min resp trans transl repr rev dist eg ie Eg Ie Adv adv Mob Esp esp Dem Dems GOP Rs PhD div Div ps PS");
        return kinds.ToFrozenDictionary();
    }
}
