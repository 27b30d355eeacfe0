namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// Reads an agent dictionary: role nouns with an optional plural in braces and a code that is added to an actor's
/// ("[~GOV]") or stands before it ("[NGO~]"). Nouns become lower case; an irregular plural gets a row of its own, a
/// regular one or "{}" none. Country-like codes stay among the sectors, where the role table keeps them.
/// </summary>
internal sealed class AgentDictionary(IReadOnlySet<string> countries, IReadOnlySet<string> sectors, ImportFindings findings)
{
    private readonly List<ImportedAgent> rows = [];
    private readonly HashSet<(string, string)> seen = [];

    /// <summary>The rows of <paramref name="lines"/>.</summary>
    public IReadOnlyList<ImportedAgent> Read(IReadOnlyList<DictionaryLine> lines)
    {
        var sets = PhraseSets.Of(lines);
        IReadOnlyList<string>? codes = null;
        foreach (var line in lines)
        {
            if (sets.Defines(line)) continue;
            if (line.Repaired is { } repaired) findings.Repaired(line.Number, repaired);
            bool synonym = line.Phrase.StartsWith('+');
            if (line.Phrase.Length == 0) findings.Orphan(line.Number, "code");
            else if (line.Phrase[0] is '-' or '~' or '<' || line.Phrase.Contains('*')) findings.NotAnActor(line.Number, line.Phrase);
            else if (synonym && line.Codes.Count == 0 && codes is null) findings.Orphan(line.Number, "synonym");
            else if (!synonym && line.Codes.Count == 0) findings.NoCode(line.Number, line.Phrase);
            else Add(line, synonym ? line.Phrase[1..] : line.Phrase, codes = line.Codes.Count > 0 ? line.Codes : codes!, sets);
        }
        findings.Close();
        return rows;
    }

    private void Add(DictionaryLine line, string phrase, IReadOnlyList<string> codes, PhraseSets sets)
    {
        var nouns = sets.Expand(phrase);
        if (nouns.Count == 0)
        {
            findings.UnknownSet(line.Number, phrase);
            return;
        }
        foreach (string written in codes)
        {
            string code = DatedCode.Read(written.Replace("~", "", StringComparison.Ordinal)).Code;
            // "[~]": a noun that only takes over the code of its country.
            var read = code.Length == 0 && written.Contains('~') ? new CameoCode("", [], []) : CameoCode.Read(code, countries, sectors);
            if (read is null || code.Length > 0 && read.IsEmpty)
            {
                findings.BadCode(line.Number, code);
                continue;
            }
            if (read.Unknown.Count > 0) findings.Partly(line.Number, read.Unknown);
            IReadOnlyList<string> cell = read.Country.Length > 0 ? [read.Country, .. read.Sectors] : read.Sectors;
            foreach (string noun in nouns.Select(n => DictionaryPhrase.Words(n).ToLowerInvariant()).Where(n => n.Length > 1)) AddRows(noun, cell, line.Braces);
        }
    }

    private void AddRows(string noun, IReadOnlyList<string> cell, string? braces)
    {
        AddRow(noun, cell, "s");
        foreach (string plural in (braces ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => DictionaryPhrase.Words(p).ToLowerInvariant()))
            if (plural.Length > 1 && plural != noun + "s" && plural != noun) AddRow(plural, cell, "p");
    }

    private void AddRow(string noun, IReadOnlyList<string> cell, string number)
    {
        if (seen.Add((noun, string.Join('|', cell)))) rows.Add(new ImportedAgent(noun, cell, number, "imported"));
    }
}
