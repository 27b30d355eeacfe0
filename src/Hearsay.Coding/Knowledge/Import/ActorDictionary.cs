namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// Reads an actor dictionary: a phrase with its code, or with its synonyms ("+") and dated codes below it. Every code
/// and range of days becomes a row of its own with all the phrase's names, dated rows first, since the reader of the
/// tables takes a row that holds on the day before one without days. The same phrase may come again: all codes are
/// kept, equal rows once.
/// </summary>
internal sealed class ActorDictionary(IReadOnlySet<string> countries, IReadOnlySet<string> sectors, DictionaryFormat format, ImportFindings findings)
{
    // A phrase with one of these words names a body, whatever dates its codes have.
    private static readonly HashSet<string> BodyWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "of", "the", "for", "and", "army", "front", "movement", "party", "ministry", "government", "force", "forces", "group", "council", "league", "union",
        "alliance", "brigade", "brigades", "congress", "committee", "company", "police", "militia", "republic", "organization", "organisation", "agency",
        "bank", "court", "coalition", "faction", "rebels", "guerrillas", "assembly", "parliament", "commission", "association", "authority", "state", "states",
    };

    private readonly List<ImportedActor> rows = [];
    private readonly HashSet<string> seen = [];
    private int stems;

    private sealed class Entry(DictionaryLine line)
    {
        public DictionaryLine Line { get; } = line;

        public List<string> Names { get; } = [];

        public List<(DatedCode Code, int Line)> Codes { get; } = [];

        public bool Failed { get; set; }
    }

    /// <summary>The rows of <paramref name="lines"/>.</summary>
    public IReadOnlyList<ImportedActor> Read(IReadOnlyList<DictionaryLine> lines)
    {
        var sets = PhraseSets.Of(lines);
        Entry? entry = null;
        string? block = null;
        foreach (var line in lines)
        {
            if (sets.Defines(line) || IsInBlock(line, ref block)) continue;
            if (line.Repaired is { } repaired) findings.Repaired(line.Number, repaired);
            if (line.Phrase.StartsWith('-') || line.Phrase.StartsWith('~') || line.Phrase.Contains('*'))
            {
                findings.NotAnActor(line.Number, line.Phrase);
            }
            else if (line.Phrase.Length == 0 || line.Phrase[0] == '+')
            {
                if (entry is null) findings.Orphan(line.Number, line.Phrase.Length == 0 ? "code" : "synonym");
                else Extend(entry, line, sets);
            }
            else
            {
                Finish(entry);
                entry = new Entry(line);
                AddNames(entry, line.Phrase, line.Number, sets);
                AddCodes(entry, line);
            }
        }
        Finish(entry);
        if (stems > 0) findings.Stems(1, stems);
        findings.Close();
        return rows;
    }

    // "<NOUN> … </NOUN>": its lines are forms of a word, not actors; the block is named once.
    private bool IsInBlock(DictionaryLine line, ref string? block)
    {
        if (block is not null)
        {
            if (line.Phrase.StartsWith("</", StringComparison.Ordinal)) block = null;
            return true;
        }
        if (!line.Phrase.StartsWith('<')) return false;
        if (!line.Phrase.StartsWith("</", StringComparison.Ordinal) && !line.Phrase.Contains("</", StringComparison.Ordinal)) block = line.Phrase;
        findings.NotAnActor(line.Number, line.Phrase);
        return true;
    }

    // A synonym with a code of its own is an actor of its own.
    private void Extend(Entry entry, DictionaryLine line, PhraseSets sets)
    {
        if (line.Phrase.Length == 0)
        {
            AddCodes(entry, line);
            return;
        }
        var target = line.Codes.Count > 0 ? new Entry(line) : entry;
        AddNames(target, line.Phrase[1..], line.Number, sets);
        if (target == entry) return;
        AddCodes(target, line);
        Finish(target);
    }

    private void AddNames(Entry entry, string phrase, int line, PhraseSets sets)
    {
        if (format == DictionaryFormat.Tabari && !DictionaryPhrase.IsWholeWord(phrase)) stems++;
        var names = sets.Expand(phrase);
        foreach (string name in names.Select(DictionaryPhrase.Name))
            if (name.Length > 1 && !entry.Names.Contains(name)) entry.Names.Add(name);
        if (names.Count > 0) return;
        findings.UnknownSet(line, phrase);
        entry.Failed = true;
    }

    private static void AddCodes(Entry entry, DictionaryLine line)
    {
        foreach (string inside in line.Codes)
        {
            var dated = DatedCode.Read(inside);
            // "[USA/GBR]" stands for both at once.
            foreach (string code in dated.IsNull ? [dated.Code] : dated.Code.Split('/'))
                entry.Codes.Add((dated with { Code = code }, line.Number));
        }
    }

    private void Finish(Entry? entry)
    {
        if (entry is null) return;
        if (entry.Codes.Count == 0 || entry.Names.Count == 0)
        {
            if (!entry.Failed) findings.NoCode(entry.Line.Number, entry.Line.Phrase);
            return;
        }
        foreach (var (code, line) in entry.Codes.OrderBy(c => c.Code.From.Length + c.Code.To.Length == 0)) AddRow(entry, code, line);
    }

    private void AddRow(Entry entry, DatedCode dated, int line)
    {
        if (dated.IsNull)
        {
            findings.Null(line);
            return;
        }
        if (dated.BadDate is { } date)
        {
            findings.BadDate(line, date);
            return;
        }
        if (CameoCode.Read(dated.Code, countries, sectors) is not { IsEmpty: false } code)
        {
            findings.BadCode(line, dated.Code);
            return;
        }
        if (code.Unknown.Count > 0) findings.Partly(line, code.Unknown);
        var row = new ImportedActor(entry.Names[0], entry.Names[1..], code.Country, code.Sectors, Kind(entry, code), dated.From, dated.To);
        if (seen.Add(string.Join('\u001f', [.. entry.Names, row.Country, .. row.Sectors, row.From, row.To]))) rows.Add(row);
    }

    // Codes with dates are those of people who hold offices for a while, and of states that came and went.
    private static string Kind(Entry entry, CameoCode code)
    {
        bool dated = entry.Codes.Any(c => c.Code.From.Length + c.Code.To.Length > 0);
        bool state = code.Sectors.Count == 0 && code.Country is not ("IGO" or "UNO" or "EUR" or "NGO" or "MNC");
        if (dated && !state && entry.Names[0].Contains(' ') && !entry.Names[0].Split(' ', '-').Any(BodyWords.Contains)) return "person";
        return code.Country switch
        {
            "IGO" or "UNO" or "EUR" => "igo",
            "NGO" => "ngo",
            "MNC" => "company",
            "" or "IMG" or "ISM" => "",
            _ => code.Sectors.Count == 0 ? "country" : "",
        };
    }
}
