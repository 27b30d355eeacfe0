using System.Collections.Frozen;

namespace Hearsay.Language.Coreference;

/// <summary>
/// What common nouns and given names say about whom they name. Takes a lower-case lemma or given name and gives
/// its class or gender; answers "unknown" for what the tables and the few productive endings do not cover. The
/// tables (<c>nouns.csv</c>, <c>given-names.csv</c>) lie beside this file and are read once, on first use.
/// </summary>
internal static class NounLexicon
{
    private static readonly FrozenDictionary<string, (NounClass Class, Gender Gender)> Nouns = ReadNouns();
    private static readonly FrozenDictionary<string, Gender> GivenNames = ReadGivenNames();
    private static readonly string[] PersonEndings = ["woman", "man", "person", "ologist", "ician", "grapher", "keeper", "holder", "fighter", "maker", "goer", "worker"];

    /// <summary>Class and gender of a noun. A gender of <see cref="Gender.Any"/> means that nothing is known.</summary>
    public static (NounClass Class, Gender Gender) Look(string lemma)
    {
        if (Nouns.TryGetValue(lemma, out var entry)) return entry;
        if (char.IsAsciiDigit(lemma[0])) return (NounClass.Time, Gender.Thing);
        int dash = lemma.LastIndexOf('-');
        if (dash > 0 && dash < lemma.Length - 1 && Nouns.TryGetValue(lemma[(dash + 1)..], out entry)) return entry;
        foreach (string ending in PersonEndings)
        {
            if (lemma.Length <= ending.Length + 2 || !lemma.EndsWith(ending, StringComparison.Ordinal)) continue;
            var gender = ending switch { "woman" => Gender.Female, "man" => Gender.Male, _ => Gender.Person };
            return (NounClass.Person, gender);
        }
        return (NounClass.Unknown, Gender.Any);
    }

    /// <summary>Gender of a given name; a person of either gender when it is unknown or borne by both.</summary>
    public static Gender GenderOfGivenName(string name)
    {
        if (GivenNames.TryGetValue(name, out var gender)) return gender;
        int dash = name.IndexOf('-');
        return dash > 1 && GivenNames.TryGetValue(name[..dash], out gender) ? gender : Gender.Person;
    }

    /// <summary>Whether the table lists the word as a given name.</summary>
    public static bool IsGivenName(string name) => GivenNames.ContainsKey(name);

    private static FrozenDictionary<string, (NounClass, Gender)> ReadNouns()
    {
        var table = new Dictionary<string, (NounClass, Gender)>(StringComparer.Ordinal);
        foreach (string[] row in ReadTable("nouns.csv"))
        {
            var kind = Enum.Parse<NounClass>(row[1], ignoreCase: true);
            var gender = (kind, row[2]) switch
            {
                (_, "m") => Gender.Male,
                (_, "f") => Gender.Female,
                (NounClass.Person, _) => Gender.Person,
                _ => Gender.Thing,
            };
            table[row[0]] = (kind, gender);
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, Gender> ReadGivenNames()
    {
        var table = new Dictionary<string, Gender>(StringComparer.Ordinal);
        foreach (string[] row in ReadTable("given-names.csv"))
            table[row[0]] = row[1] switch { "m" => Gender.Male, "f" => Gender.Female, _ => Gender.Person };
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string[]> ReadTable(string file)
    {
        var assembly = typeof(NounLexicon).Assembly;
        string resource = "Hearsay.Language.Coreference." + file;
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its embedded table {resource}.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line.Split(',');
    }
}
